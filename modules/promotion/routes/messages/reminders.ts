import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { remindOf } from '../../../message.ts'
import type { Reminder } from '../../../message.ts'
import { selectComing, selectUnanswered } from '../enquiry.store.ts'
import { toHost, toVisitor, work } from './about-route.ts'

/** After so many hours without an answer its host is told once more. */
const hoursUnanswered = 48

export const routeReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'route.enquiry-waits',
    says: 'Đoàn khách chờ trả lời hai ngày (gửi nơi đón khách)',
    words: {
      vi: {
        subject: '{route}: đoàn hỏi ngày {day} còn chờ',
        text: 'Đoàn {people} người hỏi đến {route} ngày {day} đã chờ hai ngày. Trả lời có, không hoặc ngày khác.',
        short: '{route}: doan hoi ngay {day} con cho tra loi.',
      },
      en: {
        subject: '{route}: a group still waits for {day}',
        text: 'A group of {people} asked two days ago to come to {route} on {day}. Answer yes, no or another day.',
        short: '{route}: the group for {day} still waits for an answer.',
      },
      km: {
        subject: '{route}៖ ក្រុមសម្រាប់ថ្ងៃ {day} នៅរង់ចាំ',
        text: 'ក្រុម {people} នាក់បានសួរមក {route} សម្រាប់ថ្ងៃ {day} ហើយរង់ចាំពីរថ្ងៃ។ សូមឆ្លើយថាបាន ទេ ឬថ្ងៃផ្សេង។',
        short: '{route}: doan hoi ngay {day} con cho tra loi.',
      },
    },
    due: async (asking) => {
      const before = new Date(asking.now.getTime() - hoursUnanswered * 3_600_000)
      const found = await selectUnanswered(asking.db, { before, today: dateInVietnam(asking.now) })
      return Promise.all(found.map(async (one) => ({ ...(await toHost(one, asking)), fact: one.id })))
    },
  }),
  remindOf({
    ...work,
    name: 'route.visit-tomorrow',
    says: 'Ngày mai đoàn khách đến (gửi khách và nơi đón khách)',
    words: {
      vi: {
        subject: '{route}: ngày mai, {day}',
        text: 'Ngày {day}, đoàn {people} người đến {route}.',
        short: '{route}: ngay mai {day}, doan {people} nguoi.',
      },
      en: {
        subject: '{route}: tomorrow, {day}',
        text: 'On {day} a group of {people} comes to {route}.',
        short: '{route}: tomorrow {day}, a group of {people}.',
      },
      km: {
        subject: '{route}៖ ថ្ងៃស្អែក {day}',
        text: 'នៅថ្ងៃ {day} ក្រុម {people} នាក់មក {route}។',
        short: '{route}: ngay mai {day}, doan {people} nguoi.',
      },
    },
    due: async (asking) => {
      const found = await selectComing(asking.db, addDays(dateInVietnam(asking.now), 1))
      const said = await Promise.all(found.map(async (one) => [toVisitor(one), await toHost(one, asking)].map((told) => ({ ...told, fact: `${one.id} ${one.visitOn}` })))) // prettier-ignore
      return said.flat()
    },
  }),
]
