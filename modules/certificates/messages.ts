import { addDays, dateInVietnam, daysBetween, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import { certificateNumber } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import { peopleWith } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import { remindOf, tellOf } from '../message.ts'
import type { Asking, Reminder, Telling } from '../message.ts'
import { certificateActs, decisionActs, withdrawalActs } from './acts.ts'
import type { DecisionRecorded } from './acts.ts'
import { selectEndingBefore } from './certificate.store.ts'
import { selectDecision } from './decision.store.ts'
import { selectHolder } from './holder.store.ts'
import type { CertificateCard } from './rules.ts'
import { termLawOn } from './find-certificate.ts'
import { selectProposals } from './withdrawals/withdrawal.store.ts'
import { outcomeOfItem, withdrawalReasonWords } from './words.ts'

const law = { kind: 'law', pace: 'at-once' } as const
const daily = { kind: 'work', pace: 'digest' } as const

const communeOfficers = ({ db, now }: Asking, communeCode: string | null) =>
  communeCode === null ? [] : peopleWith(db, ['commune-officer'], { today: dateInVietnam(now), communeCode })
const office = ({ db, now }: Asking) => peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) })

const decided = { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', number: '512/QĐ-UBND', day: '28/12/2026', result: 'Công nhận 4 sao' }

/** What a recorded decision says of each product, to whom the law wants it told (Quyết định 26/2026/QĐ-TTg, Điều 7, step 9). */
const aboutDecision =
  (side: 'producer' | 'commune') =>
  async ({ payload }: { payload: DecisionRecorded }, asking: Asking) => {
    const decision = await selectDecision(asking.db, { id: payload.decisionId })
    if (!decision) return []
    const items = decision.items.filter(({ dossierId }) => payload.dossierIds.includes(dossierId))
    return Promise.all(
      items.map(async (item) => {
        const holder = await selectHolder(asking.db, item.productId)
        const to =
          side === 'commune'
            ? await communeOfficers(asking, item.communeCode)
            : holder
              ? await peopleOfProducer(asking, holder.producerId)
              : []
        return {
          to,
          path:
            side === 'producer'
              ? `/van-phong/ho-so/${item.dossierId}/ket-qua`
              : `/van-phong/quyet-dinh/${decision.id}/giay/thong-bao-${item.dossierId}.pdf`,
          object: ['dossier', item.dossierId] as const,
          values: {
            product: item.productName,
            code: item.dossierCode,
            number: payload.number,
            day: formatDate(payload.signedOn),
            result: outcomeOfItem(item),
          },
        }
      }),
    )
  }

const decidedWords = {
  vi: {
    subject: 'Kết quả “{product}”: {result}',
    text: 'Quyết định số {number} ngày {day} về hồ sơ {code}: {result}. Mở để xem kết quả, thông báo và quyết định.',
    short: 'Ket qua {product} ({code}): {result}. QD {number} ngay {day}.',
  },
  en: {
    subject: 'Result of “{product}”: {result}',
    text: 'Decision {number} of {day} about dossier {code}: {result}. Open it for the result, the notice and the decision.',
    short: 'Result of {product} ({code}): {result}. Decision {number}.',
  },
  km: {
    subject: 'លទ្ធផល “{product}”៖ {result}',
    text: 'សេចក្តីសម្រេចលេខ {number} ថ្ងៃទី {day} អំពីឯកសារ {code}៖ {result}។ សូមបើកមើលលទ្ធផល និងលិខិតជូនដំណឹង។',
    short: 'Ket qua {product} ({code}): {result}. QD {number} ngay {day}.',
  },
}
const decidedToProducer = {
  ...law,
  says: 'Kết quả đánh giá (gửi chủ thể)',
  sample: decided,
  words: decidedWords,
}
const decidedToCommune = {
  ...law,
  says: 'Kết quả đánh giá (gửi xã)',
  sample: decided,
  words: { vi: decidedWords.vi },
}

export const certificateMessages: readonly Telling[] = [
  tellOf(decisionActs.record, { ...decidedToProducer, name: 'dossier.decided', tell: aboutDecision('producer') }),
  tellOf(decisionActs.record, { ...decidedToCommune, name: 'dossier.decided-commune', tell: aboutDecision('commune') }),
  tellOf(decisionActs['record-ministry-result'], {
    ...decidedToProducer,
    says: 'Kết quả của Bộ (gửi chủ thể)',
    name: 'dossier.decided-by-ministry',
    tell: aboutDecision('producer'),
  }),
  tellOf(decisionActs['record-ministry-result'], {
    ...decidedToCommune,
    says: 'Kết quả của Bộ (gửi xã)',
    name: 'dossier.decided-by-ministry-commune',
    tell: aboutDecision('commune'),
  }),
  tellOf(certificateActs.withdraw, {
    ...law,
    name: 'certificate.withdrawn',
    says: 'Giấy chứng nhận bị thu hồi (gửi chủ thể và xã)',
    sample: { product: 'Mật hoa dừa', code: '512-2026-07', day: '28/12/2026', reason: 'ngừng sản xuất' },
    words: {
      vi: {
        subject: 'Giấy chứng nhận “{product}” bị thu hồi',
        text: 'Giấy chứng nhận {code} bị thu hồi từ ngày {day}. Lý do: {reason}. Từ ngày này không được dùng dấu hiệu OCOP cho sản phẩm.',
        short: 'Giay chung nhan {code} ({product}) bi thu hoi tu {day}: {reason}.',
      },
      en: {
        subject: 'The certificate of “{product}” is withdrawn',
        text: 'Certificate {code} is withdrawn from {day}. Reason: {reason}. From that day the OCOP mark must not be used for the product.',
        short: 'Certificate {code} ({product}) is withdrawn from {day}: {reason}.',
      },
      km: {
        subject: 'វិញ្ញាបនបត្រ “{product}” ត្រូវដកហូត',
        text: 'វិញ្ញាបនបត្រ {code} ត្រូវដកហូតចាប់ពីថ្ងៃទី {day}។ មូលហេតុ៖ {reason}។ ចាប់ពីថ្ងៃនេះ ហាមប្រើសញ្ញា OCOP លើផលិតផល។',
        short: 'Giay chung nhan {code} ({product}) bi thu hoi tu {day}: {reason}.',
      },
    },
    tell: async ({ payload: { code, productId, withdrawnOn, reason } }, asking) => {
      const holder = await selectHolder(asking.db, productId)
      if (!holder) return []
      const to = [...(await peopleOfProducer(asking, holder.producerId)), ...(await communeOfficers(asking, holder.communeCode))]
      const says: Readonly<Record<string, string>> = withdrawalReasonWords
      const values = {
        product: holder.productName,
        code: certificateNumber(code) ?? code,
        day: formatDate(withdrawnOn),
        reason: says[reason] ?? reason,
      }
      return [{ to, path: `/giay-chung-nhan/${encodeURIComponent(code)}`, object: ['certificate', code], values }]
    },
  }),
  tellOf(withdrawalActs.ask, {
    kind: 'work',
    pace: 'at-once',
    name: 'withdrawal.commune-asked',
    says: 'Đề nghị xác nhận ngừng sản xuất (gửi xã)',
    sample: { product: 'Mật hoa dừa', producer: 'HTX Dừa sáp Cầu Kè' },
    words: {
      vi: {
        subject: 'Xã xác nhận: “{product}” còn sản xuất không?',
        text: 'Tỉnh đề nghị xã xác nhận tại chỗ sản phẩm {product} của {producer} còn sản xuất hay đã ngừng. Mở để trả lời.',
        short: 'De nghi xa xac nhan {product} con san xuat khong.',
      },
    },
    tell: async ({ payload: { proposalId, productId } }, asking) => {
      const [proposal] = await selectProposals(asking.db, [proposalId])
      const holder = await selectHolder(asking.db, productId)
      if (!holder || !proposal) return []
      const to = await communeOfficers(asking, holder.communeCode)
      const values = { product: proposal.productName, producer: proposal.producerName }
      return [{ to, path: '/van-phong/xa/ngung-san-xuat', object: ['certificate', proposal.certificateCode], values }]
    },
  }),
]

const ending = {
  product: 'Mật hoa dừa',
  producer: 'HTX Dừa sáp Cầu Kè',
  code: '512-2026-07',
  until: '30/06/2027',
  days: '180',
  from: '01/01/2027',
  to: '02/03/2027',
}

/** The certificates that reached a step of the calendar: the nearest that was reached, once each, also after a standstill. */
async function reached({ db, now }: Asking) {
  const today = dateInVietnam(now)
  const [{ value: steps }, terms] = [await ruleOn(db, 'renewal.reminder-days', today), await termLawOn(db, today)]
  const cards = await selectEndingBefore(db, addDays(today, Math.max(...steps)))
  return cards.flatMap((card) => {
    const { validUntil } = card
    if (validUntil === null || validUntil < today || card.renewalUnderWay) return []
    const days = daysBetween(today, validUntil)
    const step = steps.filter((ahead) => days <= ahead).at(-1)
    if (step === undefined) return []
    return [{ card, step, days, validUntil, from: addDays(validUntil, -terms.window.from), to: addDays(validUntil, -terms.window.to) }]
  })
}

type Reached = Awaited<ReturnType<typeof reached>>[number]

const aboutEnding = ({ card, step, days, validUntil, from, to }: Reached) => ({
  fact: `${card.code}:${validUntil}:${step}`,
  object: ['certificate', card.code] as const,
  values: {
    product: card.productName,
    producer: card.producerName,
    code: certificateNumber(card.code) ?? card.code,
    until: formatDate(validUntil),
    days: String(days),
    from: formatDate(from),
    to: formatDate(to),
  },
})

const holderOf = (db: ReadDb, { productId }: CertificateCard) => selectHolder(db, productId)

export const certificateReminders: readonly Reminder[] = [
  remindOf({
    ...law,
    name: 'certificate.ending',
    says: 'Giấy chứng nhận sắp hết hạn (gửi chủ thể)',
    sample: ending,
    words: {
      vi: {
        subject: 'Giấy OCOP “{product}” hết hạn ngày {until}',
        text: 'Giấy chứng nhận của {product} còn {days} ngày (đến {until}). Hồ sơ đánh giá lại nộp từ {from} đến {to}. Mở để bắt đầu hồ sơ.',
        short: 'Giay OCOP {product} het han {until}. Nop danh gia lai tu {from} den {to}.',
      },
      en: {
        subject: 'The OCOP certificate of “{product}” ends on {until}',
        text: 'The certificate of {product} ends in {days} days ({until}). Hand in the dossier for its renewal between {from} and {to}.',
        short: 'OCOP certificate of {product} ends {until}. Renew between {from} and {to}.',
      },
      km: {
        subject: 'វិញ្ញាបនបត្រ OCOP “{product}” ផុតកំណត់ថ្ងៃទី {until}',
        text: 'វិញ្ញាបនបត្ររបស់ {product} នៅសល់ {days} ថ្ងៃ (ដល់ {until})។ ឯកសារវាយតម្លៃឡើងវិញដាក់ពី {from} ដល់ {to}។',
        short: 'Giay OCOP {product} het han {until}. Nop danh gia lai tu {from} den {to}.',
      },
    },
    due: async (asking) => {
      const told = (await reached(asking)).map(async (one) => {
        const holder = await holderOf(asking.db, one.card)
        const to = holder ? await peopleOfProducer(asking, holder.producerId) : []
        return { ...aboutEnding(one), to, path: `/van-phong/ho-so/moi?san-pham=${one.card.productId}` }
      })
      return Promise.all(told)
    },
  }),
  remindOf({
    ...daily,
    name: 'certificate.ending-offices',
    says: 'Giấy chứng nhận sắp hết hạn (gửi xã và tỉnh)',
    sample: ending,
    words: {
      vi: {
        subject: '{product}: giấy OCOP hết hạn ngày {until}',
        text: '{producer}: giấy chứng nhận của {product} còn {days} ngày. Hồ sơ đánh giá lại nộp từ {from} đến {to}.',
        short: '{product} ({producer}): giay OCOP het han {until}.',
      },
    },
    due: async (asking) => {
      const all = await reached(asking)
      const officers = all.length > 0 ? await office(asking) : []
      const told = all.map(async (one) => {
        const holder = await holderOf(asking.db, one.card)
        const about = aboutEnding(one)
        return [
          {
            ...about,
            to: await communeOfficers(asking, holder?.communeCode ?? null),
            path: `/giay-chung-nhan/${encodeURIComponent(one.card.code)}`,
          },
          { ...about, to: officers, path: '/van-phong/quyet-dinh/thoi-han' },
        ]
      })
      return (await Promise.all(told)).flat()
    },
  }),
]
