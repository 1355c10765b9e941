import { dateInVietnam } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import type { ReadDb } from '../context.ts'
import { peopleWith } from '../identity/index.ts'
import { tellOf } from '../message.ts'
import type { Asking, Contact, Telling } from '../message.ts'
import { doubtActs, lotActs } from './acts.ts'
import { selectDoubt } from './doubt.store.ts'
import { selectLotToTell } from './lot-to-tell.store.ts'

const examiners = ({ db, now }: Asking) => peopleWith(db, ['provincial-officer', 'science-department'], { today: dateInVietnam(now) })
const work = { kind: 'work', pace: 'at-once' } as const
const lotSample = { product: 'Mật hoa dừa', producer: 'HTX Dừa sáp Cầu Kè', lot: 'L2026-11', reason: 'kiểm nghiệm không đạt' }

async function tellExaminers({ payload: { caseCode } }: { payload: { caseCode: string } }, asking: Asking) {
  const doubt = await selectDoubt(asking.db, 'case_code', caseCode)
  if (!doubt) return []
  const values = { code: caseCode, product: doubt.product?.name ?? doubt.code }
  return [{ to: await examiners(asking), path: `/van-phong/phan-anh/${doubt.id}`, object: ['doubt', doubt.id] as const, values }]
}

export const traceabilityMessages: readonly Telling[] = [
  tellOf(lotActs.recall, {
    kind: 'safety',
    pace: 'at-once',
    name: 'lot.recalled',
    says: 'Lô hàng bị thu hồi (gửi chủ thể và cơ quan)',
    sample: lotSample,
    words: {
      vi: {
        subject: 'Thu hồi lô {lot}: {product}',
        text: 'Lô {lot} của {product} ({producer}) bị thu hồi. Lý do: {reason}. Ngừng bán ngay, giữ hàng còn lại để riêng.',
        short: 'THU HOI lo {lot} {product} ({producer}): {reason}. Ngung ban ngay.',
      },
      en: {
        subject: 'Recall of lot {lot}: {product}',
        text: 'Lot {lot} of {product} ({producer}) is recalled. Reason: {reason}. Stop selling it at once and keep what is left apart.',
        short: 'RECALL lot {lot} {product} ({producer}): {reason}. Stop selling at once.',
      },
      km: {
        subject: 'ប្រមូលឡូតិ៍ {lot} មកវិញ៖ {product}',
        text: 'ឡូតិ៍ {lot} នៃ {product} ({producer}) ត្រូវប្រមូលមកវិញ។ មូលហេតុ៖ {reason}។ សូមឈប់លក់ភ្លាម។',
        short: 'THU HOI lo {lot} {product} ({producer}): {reason}. Ngung ban ngay.',
      },
    },
    tell: async ({ payload: { lotId, producerId, reason } }, asking) => {
      const lot = await selectLotToTell(asking.db, lotId)
      if (!lot) return []
      const about = { object: ['lot', lotId] as const, values: { ...lot, reason } }
      return [
        { ...about, to: await peopleOfProducer(asking, producerId), path: `/van-phong/lo/${lotId}` },
        { ...about, to: await examiners(asking), path: `/van-phong/lo/${lotId}` },
      ]
    },
  }),
  tellOf(doubtActs.report, {
    ...work,
    name: 'doubt.reported',
    says: 'Có phản ánh mới (gửi cơ quan)',
    sample: { code: 'PA-7K2M9', product: 'Mật hoa dừa' },
    words: {
      vi: {
        subject: 'Phản ánh mới {code}',
        text: 'Người mua phản ánh về {product}. Hãy xem và trả lời.',
        short: 'Phan anh moi {code} ve {product}.',
      },
    },
    tell: tellExaminers,
  }),
  tellOf(doubtActs.notice, {
    ...work,
    name: 'doubt.noticed',
    says: 'Lượt quét bất thường mở hồ sơ (gửi cơ quan)',
    sample: { code: 'PA-7K2M9', product: 'Mật hoa dừa' },
    words: {
      vi: {
        subject: 'Lượt quét bất thường {code}',
        text: 'Tem của {product} có dấu hiệu bị chép hoặc bị dò số. Hãy kiểm tra.',
        short: 'Luot quet bat thuong {code}: tem cua {product} co dau hieu bi chep.',
      },
    },
    tell: tellExaminers,
  }),
  tellOf(doubtActs.answer, {
    ...work,
    name: 'doubt.answered',
    says: 'Phản ánh đã được trả lời (gửi người phản ánh)',
    sample: { code: 'PA-7K2M9' },
    words: {
      vi: {
        subject: 'Phản ánh {code} đã được trả lời',
        text: 'Phản ánh {code} của bạn đã được trả lời. Xem ở trang Phản ánh với mã này.',
        short: 'Phan anh {code} cua ban da duoc tra loi. Xem o trang Phan anh voi ma nay.',
      },
      en: {
        subject: 'Your report {code} was answered',
        text: 'Your report {code} was answered. Read it on the page of reports with this code.',
        short: 'Your report {code} was answered. Read it on the page of reports with this code.',
      },
      km: {
        subject: 'មតិ {code} ត្រូវបានឆ្លើយ',
        text: 'មតិ {code} របស់អ្នកត្រូវបានឆ្លើយ។ សូមមើលនៅទំព័រមតិ ដោយប្រើលេខកូដនេះ។',
        short: 'Phan anh {code} cua ban da duoc tra loi. Xem o trang Phan anh voi ma nay.',
      },
    },
    tell: async ({ payload: { caseCode } }, { db }) => {
      const doubt = await selectDoubt(db, 'case_code', caseCode)
      if (!doubt) return []
      return [{ to: [doubt.id], path: `/phan-anh/${caseCode}`, object: ['doubt', doubt.id], values: { code: caseCode } }]
    },
  }),
]

/** Whoever reported a doubt may have left a telephone; the code leads to the answer without it. */
export const traceabilityContacts = {
  dbt: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const doubt = await selectDoubt(db, 'id', id)
    return doubt?.contact ? { name: '', phone: doubt.contact, language: 'vi' } : null
  },
}
