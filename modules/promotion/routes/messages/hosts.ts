import { dateInVietnam } from '@dacsan/vietnam'
import { peopleWith } from '../../../identity/index.ts'
import { tellOf } from '../../../message.ts'
import type { Asking, Telling } from '../../../message.ts'
import { pointActs } from '../../points-of-sale/acts.ts'
import type { PointMoved } from '../../points-of-sale/acts.ts'
import { routeEnquiryActs, routeStopActs } from '../acts.ts'
import { selectStopsAtPoint } from '../stop.store.ts'
import { hostOf, officeOf, work } from './about-route.ts'

/** The department, of each open route that leads to a point that is recognised no more. */
async function routesAtPoint({ pointId }: PointMoved, asking: Asking) {
  const to = await peopleWith(asking.db, ['trade-department'], { today: dateInVietnam(asking.now) })
  if (to.length === 0) return []
  const stops = await selectStopsAtPoint(asking.db, pointId)
  return (await Promise.all(stops.map(({ id, routeId, name }) => officeOf({ stopId: id, routeId, name }, asking)))).flat()
}

const outWords = {
  vi: {
    subject: '{route}: “{stop}” không còn đón khách',
    text: 'Điểm dừng “{stop}” của {route} không còn đón khách. Trang công khai đã ghi như vậy. Xem lại tuyến: bỏ điểm, thay điểm hoặc ngừng tuyến.',
    short: '{route}: diem "{stop}" khong con don khach. Xem lai tuyen.',
  },
  en: {
    subject: '{route}: “{stop}” receives nobody any more',
    text: 'The stop “{stop}” of {route} receives nobody any more, and its page says so. Look at the route again.',
    short: '{route}: stop "{stop}" receives nobody any more.',
  },
  km: {
    subject: '{route}៖ “{stop}” លែងទទួលភ្ញៀវ',
    text: 'កន្លែងឈប់ “{stop}” នៃផ្លូវ {route} លែងទទួលភ្ញៀវហើយ ទំព័រសាធារណៈបានសរសេរដូច្នេះ។ សូមពិនិត្យផ្លូវឡើងវិញ។',
    short: '{route}: diem "{stop}" khong con don khach. Xem lai tuyen.',
  },
} as const

/** What whoever receives visitors is told, and the department where a stop fell out. */
export const hostMessages: readonly Telling[] = [
  tellOf(routeEnquiryActs.ask, {
    ...work,
    name: 'route.enquired',
    says: 'Có đoàn khách hỏi đến (gửi nơi đón khách)',
    words: {
      vi: {
        subject: '{route}: có đoàn hỏi ngày {day}',
        text: 'Một đoàn {people} người hỏi đến {route} ngày {day}. Mở trang để nhận, đề nghị ngày khác hoặc trả lời không.',
        short: '{route}: doan {people} nguoi hoi ngay {day}. Mo trang tra loi.',
      },
      en: {
        subject: '{route}: a group asks for {day}',
        text: 'A group of {people} asks to come to {route} on {day}. Open the page to accept, to offer another day or to say no.',
        short: '{route}: a group of {people} asks for {day}. Open the page to answer.',
      },
      km: {
        subject: '{route}៖ មានក្រុមសួរថ្ងៃ {day}',
        text: 'ក្រុម {people} នាក់សួរមក {route} នៅថ្ងៃ {day}។ សូមបើកទំព័រ ដើម្បីទទួល ស្នើថ្ងៃផ្សេង ឬឆ្លើយថាទេ។',
        short: '{route}: doan {people} nguoi hoi ngay {day}. Mo trang tra loi.',
      },
    },
    tell: ({ payload }, asking) => hostOf(payload, asking),
  }),
  tellOf(routeEnquiryActs['take-day'], {
    ...work,
    name: 'route.day-taken',
    says: 'Khách nhận ngày khác (gửi nơi đón khách)',
    words: {
      vi: {
        subject: '{route}: khách nhận ngày {day}',
        text: 'Đoàn {people} người nhận ngày {day} cho {route}. Chỗ của ngày ấy đã giữ cho đoàn.',
        short: '{route}: doan {people} nguoi nhan ngay {day}.',
      },
      en: {
        subject: '{route}: the group takes {day}',
        text: 'The group of {people} takes {day} for {route}. A place of that day is kept for it.',
        short: '{route}: the group of {people} takes {day}.',
      },
      km: {
        subject: '{route}៖ ភ្ញៀវយកថ្ងៃ {day}',
        text: 'ក្រុម {people} នាក់យកថ្ងៃ {day} សម្រាប់ {route}។ កន្លែងនៃថ្ងៃនោះត្រូវបានទុកឱ្យក្រុមហើយ។',
        short: '{route}: doan {people} nguoi nhan ngay {day}.',
      },
    },
    tell: ({ payload }, asking) => hostOf(payload, asking),
  }),
  tellOf(routeEnquiryActs.withdraw, {
    ...work,
    name: 'route.enquiry-withdrawn',
    says: 'Khách thôi không đi (gửi nơi đón khách)',
    words: {
      vi: {
        subject: '{route}: khách thôi không đi ngày {day}',
        text: 'Đoàn {people} người thôi không đi {route} ngày {day}. Nếu đã giữ chỗ thì chỗ ấy trống lại.',
        short: '{route}: doan {people} nguoi thoi khong di ngay {day}.',
      },
      en: {
        subject: '{route}: the group does not come on {day}',
        text: 'The group of {people} does not come to {route} on {day}. Where a place was kept it is free again.',
        short: '{route}: the group of {people} does not come on {day}.',
      },
      km: {
        subject: '{route}៖ ភ្ញៀវលែងមកថ្ងៃ {day}',
        text: 'ក្រុម {people} នាក់លែងមក {route} នៅថ្ងៃ {day}។ បើកន្លែងត្រូវបានទុក កន្លែងនោះទំនេរវិញ។',
        short: '{route}: doan {people} nguoi thoi khong di ngay {day}.',
      },
    },
    tell: ({ payload }, asking) => hostOf(payload, asking),
  }),
  tellOf(routeStopActs.leave, {
    ...work,
    name: 'route.stop-left',
    says: 'Điểm dừng ngừng đón khách (gửi Sở)',
    words: outWords,
    tell: ({ payload }, asking) => officeOf(payload, asking),
  }),
  tellOf(pointActs.withdraw, {
    ...work,
    name: 'route.point-withdrawn',
    says: 'Điểm bán của tuyến bị thu hồi (gửi Sở)',
    words: outWords,
    tell: ({ payload }, asking) => routesAtPoint(payload, asking),
  }),
]
