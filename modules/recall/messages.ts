import { dateInVietnam, formatDate, formatMoment } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import type { ReadDb } from '../context.ts'
import { peopleWith } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { tellOf } from '../message.ts'
import type { Asking, Contact, Telling } from '../message.ts'
import { recallActs } from './acts.ts'
import type { RecallMoved } from './acts.ts'
import { selectLotsToRecall } from './affected-lot.store.ts'
import { selectRecall } from './case.store.ts'
import type { RecallPartnerId } from './rules/ids.ts'
import { selectPartner, selectPartnerToReach, selectPartners } from './partner.store.ts'

const sample = {
  code: 'TH-2026-001',
  producer: 'HTX Dừa sáp Cầu Kè',
  goods: 'Mật hoa dừa, lô L2026-11',
  reason: 'kiểm nghiệm không đạt',
  until: '09:30 01/12',
}
const safety = { kind: 'safety', pace: 'at-once', sample } as const

/** What is said of a case; nothing of a drill. */
async function aboutCase({ recallId, lotIds, isDrill }: RecallMoved, { db }: Asking) {
  const recall = isDrill ? undefined : await selectRecall(db, recallId)
  if (!recall) return null
  const lots = await selectLotsToRecall(db, lotIds)
  const goods = lots.map(({ productName, number }) => `${productName}, lô ${number}`).join('; ')
  const { code, producerName: producer, reason, decideBy, finishBy, decidedAt } = recall
  const until = decidedAt ? formatDate(finishBy) : formatMoment(decideBy)
  return { object: ['recall', recallId] as const, values: { code, producer, goods, reason, until }, path: `/van-phong/thu-hoi/${recallId}` }
}

/** The people of the authorities that decide about recalls today. */
async function authorityPeople({ db, now }: Asking): Promise<UserId[]> {
  const today = dateInVietnam(now)
  const { value } = await ruleOn(db, 'recall.authorities', today)
  return peopleWith(db, [...value], { today })
}

export const recallMessages: readonly Telling[] = [
  tellOf(recallActs.start, {
    ...safety,
    name: 'recall.started',
    says: 'Có đợt thu hồi mới (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Thu hồi {code}: {goods}',
        text: '{producer}: thu hồi {goods}. Lý do: {reason}. Cơ quan quyết định trước {until}.',
        short: 'Thu hoi {code} ({producer}). Co quan quyet dinh truoc {until}.',
      },
    },
    tell: async ({ payload }, asking) => {
      const about = await aboutCase(payload, asking)
      return about ? [{ ...about, to: await authorityPeople(asking) }] : []
    },
  }),
  tellOf(recallActs.decide, {
    ...safety,
    name: 'recall.decided',
    says: 'Cơ quan đã quyết định về thu hồi (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Đã có quyết định về thu hồi {code}',
        text: 'Cơ quan đã quyết định về đợt thu hồi {code}: {goods}. Làm xong và ghi sổ trước {until}.',
        short: 'Co quan da quyet dinh ve thu hoi {code}. Lam xong truoc {until}.',
      },
      en: {
        subject: 'Decision about recall {code}',
        text: 'The authority has decided about recall {code}: {goods}. Finish it and write the tally before {until}.',
        short: 'The authority has decided about recall {code}. Finish it before {until}.',
      },
      km: {
        subject: 'មានសេចក្តីសម្រេចអំពីការប្រមូលមកវិញ {code}',
        text: 'អាជ្ញាធរបានសម្រេចអំពីការប្រមូលមកវិញ {code}៖ {goods}។ សូមធ្វើឱ្យចប់ ហើយកត់ត្រាមុន {until}។',
        short: 'Co quan da quyet dinh ve thu hoi {code}. Lam xong truoc {until}.',
      },
    },
    tell: async ({ payload }, asking) => {
      const about = await aboutCase(payload, asking)
      return about ? [{ ...about, to: await peopleOfProducer(asking, payload.producerId) }] : []
    },
  }),
  tellOf(recallActs['tell-partner'], {
    ...safety,
    name: 'recall.partner-told',
    says: 'Thu hồi (gửi điểm bán, đối tác)',
    words: {
      vi: {
        subject: 'Thu hồi {goods}',
        text: '{producer} thu hồi {goods}. Lý do: {reason}. Ngừng bán ngay, để riêng hàng còn lại và xác nhận với {producer}. Mã {code}.',
        short: 'THU HOI {code}: hang cua {producer}. Ngung ban ngay, de rieng hang con lai, xac nhan voi nguoi giao hang.',
      },
      en: {
        subject: 'Recall of {goods}',
        text: '{producer} recalls {goods}. Reason: {reason}. Stop selling at once, keep what is left apart and confirm to {producer}. Code {code}.',
        short: 'RECALL {code}: goods of {producer}. Stop selling at once, keep what is left apart, confirm to your supplier.',
      },
      km: {
        subject: 'ប្រមូល {goods} មកវិញ',
        text: '{producer} ប្រមូល {goods} មកវិញ។ មូលហេតុ៖ {reason}។ សូមឈប់លក់ភ្លាម ទុកទំនិញដែលនៅសល់ដោយឡែក ហើយបញ្ជាក់ទៅ {producer}។ លេខកូដ {code}។',
        short: 'THU HOI {code}: hang cua {producer}. Ngung ban ngay, de rieng hang con lai, xac nhan voi nguoi giao hang.',
      },
    },
    tell: async ({ payload }, asking) => {
      const about = await aboutCase(payload, asking)
      const partner = about && (await selectPartner(asking.db, payload.partnerId))
      return about && partner ? [{ ...about, path: `recall-partner:${partner.id}`, to: [partner.id], byMail: partner.byMail }] : []
    },
  }),
  tellOf(recallActs.close, {
    ...safety,
    name: 'recall.closed',
    says: 'Đợt thu hồi đã kết thúc (gửi chủ thể, cơ quan, điểm bán)',
    words: {
      vi: {
        subject: 'Thu hồi {code} đã kết thúc',
        text: 'Đợt thu hồi {code} ({producer}: {goods}) đã kết thúc. Hàng của lô này vẫn không được bán.',
        short: 'Thu hoi {code} ({producer}) da ket thuc. Hang cua lo nay van khong duoc ban.',
      },
      en: {
        subject: 'Recall {code} has ended',
        text: 'Recall {code} ({producer}: {goods}) has ended. Goods of this lot must still not be sold.',
        short: 'Recall {code} ({producer}) has ended. Goods of this lot must still not be sold.',
      },
      km: {
        subject: 'ការប្រមូលមកវិញ {code} បានបញ្ចប់',
        text: 'ការប្រមូលមកវិញ {code} ({producer}៖ {goods}) បានបញ្ចប់។ ទំនិញនៃឡូតិ៍នេះនៅតែមិនត្រូវលក់ទេ។',
        short: 'Thu hoi {code} ({producer}) da ket thuc. Hang cua lo nay van khong duoc ban.',
      },
    },
    tell: async ({ payload }, asking) => {
      const about = await aboutCase(payload, asking)
      if (!about) return []
      const partners = await selectPartners(asking.db, payload.recallId)
      return [
        { ...about, to: await peopleOfProducer(asking, payload.producerId) },
        { ...about, to: await authorityPeople(asking) },
        ...partners.map(({ id, byMail }) => ({ ...about, path: '/thu-hoi', to: [id], byMail })),
      ]
    },
  }),
]

/** A partner has no account; a number or an address may have been left for it. */
export const recallContacts = {
  rcp: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const partner = await selectPartnerToReach(db, id as RecallPartnerId)
    return partner && { ...partner, language: 'vi' }
  },
}

/** Each partner gets its own link and nobody else's; made when the mail goes, stored in no message, and gone with the case. */
export const recallSecretPaths = {
  'recall-partner': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const partner = await selectPartner(db, id as RecallPartnerId)
    const recall = partner && (await selectRecall(db, partner.recallId))
    return recall?.status === 'open' ? `/thu-hoi/xac-nhan/${partner!.id}?k=${partner!.linkSecret}` : null
  },
}
