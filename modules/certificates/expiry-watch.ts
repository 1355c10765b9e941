import type { Workbook } from '@dacsan/papers'
import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { certificateNumber, extendedUntil } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { selectEndingBefore } from './certificate.store.ts'
import { termLawOn } from './find-certificate.ts'
import type { TermLaw } from './find-certificate.ts'
import { requireDecisionReader } from './policy.ts'
import { renewalStage } from './rules.ts'
import type { CertificateCard, RenewalStage } from './rules.ts'
import { expiryWorkbookWords as says, renewalStageWords } from './words.ts'

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
        name: says.sheet,
        columns: [
          { key: 'productName', header: says.columns.productName, kind: 'text', total: 'count' },
          { key: 'producerName', header: says.columns.producerName, kind: 'text' },
          { key: 'stars', header: says.columns.stars, kind: 'integer' },
          { key: 'code', header: says.columns.code, kind: 'text' },
          { key: 'decisionNumber', header: says.columns.decisionNumber, kind: 'text' },
          { key: 'issuedOn', header: says.columns.issuedOn, kind: 'date' },
          { key: 'validUntil', header: says.columns.validUntil, kind: 'date' },
          { key: 'inferred', header: says.columns.inferred, kind: 'text' },
          { key: 'windowFrom', header: says.columns.windowFrom, kind: 'date' },
          { key: 'windowTo', header: says.columns.windowTo, kind: 'date' },
          { key: 'stage', header: says.columns.stage, kind: 'text' },
        ],
        rows: certificates.map((certificate) => ({
          productName: certificate.productName,
          producerName: certificate.producerName,
          stars: certificate.stars,
          code: certificateNumber(certificate.code) ?? says.numberUnknown,
          decisionNumber: certificate.decisionNumber,
          issuedOn: certificate.issuedOn,
          validUntil: certificate.validUntil,
          inferred: certificate.validityInferred ? says.inferred : '',
          windowFrom: certificate.windowFrom,
          windowTo: certificate.windowTo,
          stage: renewalStageWords[certificate.stage],
        })),
      },
    ],
    source: {
      title: says.title,
      query: 'certificates.expiryWatch',
      version: '1',
      producedAt: ctx.now,
      filters: [{ label: says.day, value: formatDate(today) }],
      notes: [says.window(law.window, [instrument, article].filter(Boolean).join(', '))],
    },
  }
}
