import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { policyActs } from '../../disclosure/rules.ts'
import { policyNames } from '../../disclosure/words.ts'
import { ruleOn } from '../../law/index.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Reminder, Telling } from '../../message.ts'
import { sellerActs, sellerPaperActs } from '../acts.ts'
import { lastDayOf, policiesOfSellers, reminderOf } from '../rules.ts'
import { verificationDay } from '../sellers/papers-asked.ts'
import { selectSellerIds, selectVerified } from '../sellers/seller.store.ts'
import { selectProducerName } from '../orders/order-to-tell.store.ts'

const papersPath = '/van-phong/ban-hang/giay-to'

export const sellerMessages: readonly Telling[] = [
  tellOf(sellerActs.verify, {
    kind: 'law',
    pace: 'at-once',
    name: 'seller.verified',
    says: 'Đã xác minh người bán (gửi người bán)',
    sample: { producer: 'HTX Dừa sáp Cầu Kè' },
    words: {
      vi: {
        subject: 'Gian hàng đã được xác minh',
        text: '{producer} đã được xác minh là người bán. Bạn có thể đưa hàng lên kệ.',
        short: '{producer} da duoc xac minh la nguoi ban.',
      },
      en: {
        subject: 'Your stall is verified',
        text: '{producer} is verified as a seller. You can put goods on the shelf.',
        short: '{producer} is verified as a seller.',
      },
      km: {
        subject: 'តូបរបស់អ្នកត្រូវបានផ្ទៀងផ្ទាត់',
        text: '{producer} ត្រូវបានផ្ទៀងផ្ទាត់ជាអ្នកលក់។ អ្នកអាចដាក់ទំនិញលក់បាន។',
        short: '{producer} da duoc xac minh la nguoi ban.',
      },
    },
    tell: async ({ payload: { producerId } }, asking) => [
      {
        to: await peopleOfProducer(asking, producerId),
        path: '/van-phong/ban-hang/ke',
        object: ['producer', producerId] as const,
        values: { producer: await selectProducerName(asking.db, producerId) },
      },
    ],
  }),
  tellOf(sellerPaperActs.return, {
    kind: 'law',
    pace: 'at-once',
    name: 'seller-paper.returned',
    says: 'Trả lại giấy tờ người bán (gửi người bán)',
    sample: { producer: 'HTX Dừa sáp Cầu Kè', reason: 'ảnh mờ, không đọc được ngày' },
    words: {
      vi: {
        subject: 'Giấy tờ bị trả lại',
        text: 'Một giấy tờ của {producer} bị trả lại. Lý do: {reason}. Hãy nộp lại ở mục Giấy tờ.',
        short: 'Giay to cua {producer} bi tra lai. Hay nop lai.',
      },
      en: {
        subject: 'A paper was returned',
        text: 'A paper of {producer} was returned. Reason: {reason}. Hand it in again on the page of your papers.',
        short: 'A paper of {producer} was returned. Hand it in again.',
      },
      km: {
        subject: 'ឯកសារត្រូវបានប្រគល់មកវិញ',
        text: 'ឯកសាររបស់ {producer} ត្រូវបានប្រគល់មកវិញ។ មូលហេតុ៖ {reason}។ សូមដាក់ជូនម្ដងទៀតនៅទំព័រឯកសារ។',
        short: 'Giay to cua {producer} bi tra lai. Hay nop lai.',
      },
    },
    tell: async ({ payload: { producerId, reason } }, asking) => [
      {
        to: await peopleOfProducer(asking, producerId),
        path: papersPath,
        object: ['producer', producerId] as const,
        values: { producer: await selectProducerName(asking.db, producerId), reason },
      },
    ],
  }),
  tellOf(policyActs.publish, {
    kind: 'law',
    pace: 'at-once',
    name: 'seller.policies-announced',
    says: 'Điều khoản, phí của người bán sắp đổi (gửi người bán)',
    sample: { policy: 'Phí của người bán', from: '20/12/2026' },
    words: {
      vi: {
        subject: '{policy}: bản mới từ {from}',
        text: 'Trang vừa công bố bản mới của “{policy}”, áp dụng từ {from}. Từ ngày đó hãy đọc và đồng ý ở mục Điều khoản để đăng được mặt hàng mới.',
        short: 'Ban moi cua dieu khoan nguoi ban, tu {from}. Hay doc va dong y.',
      },
      en: {
        subject: 'New terms for sellers from {from}',
        text: 'The site published another version of “{policy}”, in force from {from}. From that day on, read and accept it on the page of the terms to post new goods.',
        short: 'New terms for sellers from {from}. Read and accept them.',
      },
      km: {
        subject: 'លក្ខខណ្ឌថ្មីសម្រាប់អ្នកលក់ ចាប់ពី {from}',
        text: 'គេហទំព័របានប្រកាសកំណែថ្មីនៃ “{policy}” ចាប់អនុវត្តពី {from}។ ចាប់ពីថ្ងៃនោះ សូមអាន ហើយយល់ព្រមនៅទំព័រលក្ខខណ្ឌ ដើម្បីដាក់លក់ទំនិញថ្មី។',
        short: 'Ban moi cua dieu khoan nguoi ban, tu {from}. Hay doc va dong y.',
      },
    },
    tell: async ({ payload: { kind, effectiveFrom } }, asking) => {
      if (!(policiesOfSellers as readonly string[]).includes(kind)) return []
      const people = await Promise.all((await selectSellerIds(asking.db)).map((id) => peopleOfProducer(asking, id)))
      const values = { policy: policyNames[kind], from: formatDate(effectiveFrom) }
      return [{ to: [...new Set(people.flat())], path: '/van-phong/ban-hang/dieu-khoan', object: ['site-policy', kind] as const, values }]
    },
  }),
]

const sample = { producer: 'HTX Dừa sáp Cầu Kè', until: '10/12/2026' }

/** Sellers whose verification has a last day, with what is told of it today. */
async function ofVerified({ db, now }: Asking, chosen: (last: PlainDate, today: PlainDate, days: readonly number[]) => string | null) {
  const today = dateInVietnam(now)
  const { value: days } = await ruleOn(db, 'seller.papers-remind-days', today)
  const day = await verificationDay(db, today)
  const told = (await selectVerified(db)).flatMap((seller) => {
    const last = lastDayOf(seller, day)
    const fact = last && chosen(last, today, days)
    return last && fact !== null ? [{ ...seller, last, fact: `${seller.producerId}:${last}:${fact}` }] : []
  })
  return Promise.all(
    told.map(async ({ producerId, producerName, last, fact }) => ({
      fact,
      to: await peopleOfProducer({ db, now }, producerId),
      path: papersPath,
      object: ['producer', producerId] as const,
      values: { producer: producerName, until: formatDate(last) },
    })),
  )
}

export const sellerReminders: readonly Reminder[] = [
  remindOf({
    kind: 'law',
    pace: 'at-once',
    name: 'seller.papers-ending',
    says: 'Giấy tờ người bán sắp hết hạn (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Giấy tờ bán hàng có hạn đến {until}',
        text: 'Giấy tờ của {producer} có hạn đến {until}. Sau ngày đó hàng rời kệ cho đến khi giấy mới được xác minh. Hãy nộp giấy mới ở mục Giấy tờ.',
        short: 'Giay to cua {producer} co han den {until}. Hay nop giay moi.',
      },
      en: {
        subject: 'Your papers end on {until}',
        text: 'The papers of {producer} end on {until}. After that day its goods leave the shelf until new ones are verified. Hand them in on the page of your papers.',
        short: 'The papers of {producer} end on {until}. Hand in new ones.',
      },
      km: {
        subject: 'ឯកសារលក់ផុតកំណត់ថ្ងៃ {until}',
        text: 'ឯកសាររបស់ {producer} ផុតកំណត់ថ្ងៃ {until}។ ក្រោយថ្ងៃនោះ ទំនិញត្រូវដកចេញពីធ្នើ រហូតដល់ឯកសារថ្មីត្រូវបានផ្ទៀងផ្ទាត់។ សូមដាក់ឯកសារថ្មី។',
        short: 'Giay to cua {producer} co han den {until}. Hay nop giay moi.',
      },
    },
    due: (asking) =>
      ofVerified(asking, (last, today, days) => {
        const before = reminderOf(last, today, days)
        return before === null ? null : String(before)
      }),
  }),
  remindOf({
    kind: 'law',
    pace: 'at-once',
    name: 'seller.ran-out',
    says: 'Giấy tờ người bán đã hết hạn (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Giấy tờ bán hàng đã hết hạn',
        text: 'Giấy tờ của {producer} đã hết hạn từ {until} nên hàng rời kệ. Hãy nộp giấy mới; được xác minh xong hàng lên kệ lại ngay.',
        short: 'Giay to cua {producer} het han tu {until}, hang roi ke. Hay nop giay moi.',
      },
      en: {
        subject: 'Your papers have ended',
        text: 'The papers of {producer} ended on {until}, and its goods left the shelf. Hand in new ones; once verified, the goods are back at once.',
        short: 'The papers of {producer} ended on {until}. Hand in new ones.',
      },
      km: {
        subject: 'ឯកសារលក់ផុតកំណត់ហើយ',
        text: 'ឯកសាររបស់ {producer} ផុតកំណត់តាំងពី {until} ទំនិញត្រូវដកចេញពីធ្នើ។ សូមដាក់ឯកសារថ្មី ពេលផ្ទៀងផ្ទាត់រួច ទំនិញឡើងធ្នើវិញភ្លាម។',
        short: 'Giay to cua {producer} het han tu {until}, hang roi ke. Hay nop giay moi.',
      },
    },
    due: (asking) => ofVerified(asking, (last, today) => (today > last ? 'over' : null)),
  }),
]
