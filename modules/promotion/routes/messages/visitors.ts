import { tellOf } from '../../../message.ts'
import type { Telling } from '../../../message.ts'
import { routeEnquiryActs } from '../acts.ts'
import { visitorOf, work } from './about-route.ts'

/** What whoever asked to come is told, where a number was left. */
export const visitorMessages: readonly Telling[] = [
  tellOf(routeEnquiryActs.accept, {
    ...work,
    name: 'route.enquiry-accepted',
    says: 'Nhận đoàn khách (gửi khách)',
    words: {
      vi: {
        subject: '{route}: đã nhận đoàn của bạn',
        text: 'Đoàn {people} người ngày {day} trên {route} đã được nhận. Mở trang để đọc lời nhắn, hoặc báo nếu không đi nữa.',
        short: '{route}: da nhan doan {people} nguoi ngay {day}.',
      },
      en: {
        subject: '{route}: your group is accepted',
        text: 'Your group of {people} on {day} on {route} is accepted. Open the page to read what your host says, or to say that you do not come.',
        short: '{route}: your group of {people} on {day} is accepted.',
      },
      km: {
        subject: '{route}៖ ក្រុមរបស់អ្នកត្រូវបានទទួល',
        text: 'ក្រុម {people} នាក់ នៅថ្ងៃ {day} លើផ្លូវ {route} ត្រូវបានទទួលហើយ។ សូមបើកទំព័រ ដើម្បីអានពាក្យរបស់ម្ចាស់ផ្ទះ ឬប្រាប់បើអ្នកមិនទៅ។',
        short: '{route}: da nhan doan {people} nguoi ngay {day}.',
      },
    },
    tell: ({ payload }, asking) => visitorOf(payload, asking),
  }),
  tellOf(routeEnquiryActs['offer-day'], {
    ...work,
    name: 'route.day-offered',
    says: 'Đề nghị khách ngày khác (gửi khách)',
    words: {
      vi: {
        subject: '{route}: đề nghị ngày khác',
        text: 'Nơi đón khách của {route} đề nghị ngày {day}. Mở trang để nhận ngày ấy; chưa nhận thì chưa giữ chỗ.',
        short: '{route}: de nghi ngay {day}. Mo trang de nhan, chua nhan thi chua giu cho.',
      },
      en: {
        subject: '{route}: another day is offered',
        text: 'Your host on {route} offers {day}. Open the page to take that day; no place is kept until you do.',
        short: '{route}: {day} is offered. Open the page to take it; no place is kept before.',
      },
      km: {
        subject: '{route}៖ ស្នើថ្ងៃផ្សេង',
        text: 'ម្ចាស់ផ្ទះលើផ្លូវ {route} ស្នើថ្ងៃ {day}។ សូមបើកទំព័រ ដើម្បីយកថ្ងៃនោះ មុននឹងយក គ្មានកន្លែងត្រូវបានទុកទេ។',
        short: '{route}: de nghi ngay {day}. Mo trang de nhan, chua nhan thi chua giu cho.',
      },
    },
    tell: ({ payload }, asking) => visitorOf(payload, asking),
  }),
  tellOf(routeEnquiryActs.decline, {
    ...work,
    name: 'route.enquiry-declined',
    says: 'Không nhận đoàn khách (gửi khách)',
    words: {
      vi: {
        subject: '{route}: không nhận được đoàn của bạn',
        text: '{route} không nhận được đoàn {people} người ngày {day}. Mở trang để đọc lý do.',
        short: '{route}: khong nhan duoc doan ngay {day}. Mo trang doc ly do.',
      },
      en: {
        subject: '{route}: your group cannot be received',
        text: '{route} cannot receive your group of {people} on {day}. Open the page to read why.',
        short: '{route}: your group on {day} cannot be received. The page says why.',
      },
      km: {
        subject: '{route}៖ មិនអាចទទួលក្រុមរបស់អ្នក',
        text: 'ផ្លូវ {route} មិនអាចទទួលក្រុម {people} នាក់ នៅថ្ងៃ {day} ទេ។ សូមបើកទំព័រ ដើម្បីអានមូលហេតុ។',
        short: '{route}: khong nhan duoc doan ngay {day}. Mo trang doc ly do.',
      },
    },
    tell: ({ payload }, asking) => visitorOf(payload, asking),
  }),
]
