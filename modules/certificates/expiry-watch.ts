import type { Workbook } from '@dacsan/papers'
import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { selectEndingBefore } from './certificate.store.ts'
import { termLawOn } from './find-certificate.ts'
import type { TermLaw } from './find-certificate.ts'
import { requireDecisionReader } from './policy.ts'
import { extendedUntil, renewalStage } from './rules.ts'
import type { CertificateCard, RenewalStage } from './rules.ts'
import { renewalStageWords } from './words.ts'

export type ExpiringCertificate = CertificateCard & {
  validUntil: PlainDate
  stage: RenewalStage
  /** The days in which the law wants the renewal dossier. */
  windowFrom: PlainDate
  windowTo: PlainDate
  /** How far it reaches while its renewal is under way. */
  extendedUntil: PlainDate
}

/** Certificates whose renewal is due, under way or missed, the first to end first. */
export async function renewalsDue(
  db: ReadDb,
  today: PlainDate,
  law: Pick<TermLaw, 'window' | 'extensionDays'>,
): Promise<ExpiringCertificate[]> {
  const cards = await selectEndingBefore(db, addDays(today, law.window.from))
  return cards.flatMap((card) => {
    const { validUntil } = card
    const stage = validUntil && renewalStage({ ...card, validUntil }, today, law)
    if (!validUntil || !stage) return []
    const windowFrom = addDays(validUntil, -law.window.from)
    const windowTo = addDays(validUntil, -law.window.to)
    return [{ ...card, validUntil, stage, windowFrom, windowTo, extendedUntil: extendedUntil(validUntil, law) }]
  })
}

/** The same for the office, with the law that says so. */
export async function expiryWatch(ctx: Ctx): Promise<{ certificates: ExpiringCertificate[]; law: TermLaw; today: PlainDate }> {
  requireDecisionReader(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const law = await termLawOn(ctx.db, today)
  return { certificates: await renewalsDue(ctx.db, today, law), law, today }
}

/** The same list as a workbook, with the law that it stands on. */
export async function expiryWorkbook(ctx: Ctx): Promise<Workbook> {
  const { certificates, law, today } = await expiryWatch(ctx)
  const { instrument, article } = law.windowRule
  return {
    sheets: [
      {
        name: 'Thời hạn giấy',
        columns: [
          { key: 'productName', header: 'Sản phẩm', kind: 'text', total: 'count' },
          { key: 'producerName', header: 'Chủ thể', kind: 'text' },
          { key: 'stars', header: 'Sao', kind: 'integer' },
          { key: 'code', header: 'Mã giấy', kind: 'text' },
          { key: 'decisionNumber', header: 'Số quyết định', kind: 'text' },
          { key: 'issuedOn', header: 'Ngày cấp', kind: 'date' },
          { key: 'validUntil', header: 'Hết hạn', kind: 'date' },
          { key: 'inferred', header: 'Thời hạn suy ra', kind: 'text' },
          { key: 'windowFrom', header: 'Nộp từ', kind: 'date' },
          { key: 'windowTo', header: 'Nộp đến', kind: 'date' },
          { key: 'stage', header: 'Tình trạng', kind: 'text' },
        ],
        rows: certificates.map((certificate) => ({
          productName: certificate.productName,
          producerName: certificate.producerName,
          stars: certificate.stars,
          code: certificate.code,
          decisionNumber: certificate.decisionNumber,
          issuedOn: certificate.issuedOn,
          validUntil: certificate.validUntil,
          inferred: certificate.validityInferred ? 'có' : '',
          windowFrom: certificate.windowFrom,
          windowTo: certificate.windowTo,
          stage: renewalStageWords[certificate.stage],
        })),
      },
    ],
    source: {
      title: 'Giấy chứng nhận đến kỳ đánh giá lại',
      query: 'certificates.expiryWatch',
      version: '1',
      producedAt: ctx.now,
      filters: [{ label: 'Ngày', value: formatDate(today) }],
      notes: [
        `Nộp hồ sơ đánh giá lại ${law.window.from}–${law.window.to} ngày trước ngày hết hạn: ${[instrument, article].filter(Boolean).join(', ')}.`,
      ],
    },
  }
}
