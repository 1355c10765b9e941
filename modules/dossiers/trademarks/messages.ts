import { formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Reminder, Telling } from '../../message.ts'
import { trademarkActs } from './acts.ts'
import { allTrademarks } from './find-trademarks.ts'
import { selectTrademarks } from './trademark.store.ts'

const daily = { kind: 'work', pace: 'digest' } as const
const sample = { mark: 'Dừa sáp Cầu Kè', producer: 'HTX Dừa sáp Cầu Kè' }
const pathOf = (id: string) => `/van-phong/nhan-hieu/${id}`

export const trademarkMessages: readonly Telling[] = [
  tellOf(trademarkActs.enter, {
    ...daily,
    name: 'trademark.entered-for',
    says: 'Cán bộ xã ghi hộ đơn nhãn hiệu (gửi chủ thể)',
    sample,
    words: {
      vi: {
        subject: 'Xã đã ghi đơn nhãn hiệu “{mark}” giúp bạn',
        text: 'Cán bộ xã ghi đơn đăng ký nhãn hiệu “{mark}” của {producer} vào hệ thống. Hãy mở xem; sai chỗ nào thì bấm “Đính chính đơn”.',
        short: 'Xa da ghi don nhan hieu "{mark}" cua {producer}. Hay mo xem.',
      },
      en: {
        subject: 'The commune entered your trademark application “{mark}”',
        text: 'An officer of the commune entered the trademark application “{mark}” of {producer}. Open it; if something is wrong, correct it.',
        short: 'The commune entered the trademark application "{mark}" of {producer}.',
      },
      km: {
        subject: 'ឃុំបានកត់ត្រាពាក្យសុំម៉ាក “{mark}” ជួយអ្នក',
        text: 'មន្ត្រីឃុំបានកត់ត្រាពាក្យសុំចុះបញ្ជីម៉ាក “{mark}” របស់ {producer}។ សូមបើកមើល បើមានអ្វីខុស សូមកែ។',
        short: 'Xa da ghi don nhan hieu "{mark}" cua {producer}. Hay mo xem.',
      },
    },
    tell: async ({ payload }, asking) => {
      const [trademark] = payload.byOfficer ? await selectTrademarks(asking.db, { id: payload.trademarkId }) : []
      if (!trademark) return []
      const { id, mark, producerId, producerName: producer } = trademark
      return [{ to: await peopleOfProducer(asking, producerId), path: pathOf(id), object: ['trademark', id], values: { mark, producer } }]
    },
  }),
]

export const trademarkReminders: readonly Reminder[] = [
  remindOf({
    ...daily,
    name: 'trademark.next-due',
    says: 'Đơn nhãn hiệu đến ngày ước của bước tiếp theo (gửi chủ thể)',
    sample: { ...sample, on: '15/12/2026' },
    words: {
      vi: {
        subject: 'Đơn nhãn hiệu “{mark}”: đã đến ngày ước có tin',
        text: 'Theo thời hạn của luật, Cục Sở hữu trí tuệ trả lời đơn nhãn hiệu “{mark}” của {producer} khoảng ngày {on}. Hãy hỏi Cục hoặc xem trang tra cứu của Cục, rồi ghi bước mới.',
        short: 'Don nhan hieu "{mark}" da den ngay uoc {on}. Hay hoi Cuc So huu tri tue.',
      },
      en: {
        subject: 'Trademark application “{mark}”: an answer should be near',
        text: 'By the terms of the law the Intellectual Property Office answers the application “{mark}” of {producer} about {on}. Ask the office, then enter the new step.',
        short: 'Trademark application "{mark}": an answer was estimated for {on}.',
      },
      km: {
        subject: 'ពាក្យសុំម៉ាក “{mark}”៖ ដល់ថ្ងៃប៉ាន់ស្មានមានចម្លើយ',
        text: 'តាមរយៈពេលនៃច្បាប់ នាយកដ្ឋានកម្មសិទ្ធិបញ្ញាឆ្លើយពាក្យសុំម៉ាក “{mark}” របស់ {producer} ប្រហែលថ្ងៃទី {on}។ សូមសួរ រួចកត់ត្រាជំហានថ្មី។',
        short: 'Don nhan hieu "{mark}" da den ngay uoc {on}. Hay hoi Cuc So huu tri tue.',
      },
    },
    due: async (asking) => {
      const overdue = (await allTrademarks(asking)).filter(({ late }) => late)
      return Promise.all(
        overdue.map(async ({ id, lastStepId, producerId, mark, producerName: producer, next }) => ({
          // Once for each step that is waited for.
          fact: lastStepId,
          to: await peopleOfProducer(asking, producerId),
          path: pathOf(id),
          object: ['trademark', id] as const,
          values: { mark, producer, on: formatDate(next!.on) },
        })),
      )
    },
  }),
]
