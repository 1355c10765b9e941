import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { extendedUntil } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { selectEndingBefore } from './certificate.store.ts'
import { termLawOn } from './find-certificate.ts'
import type { TermLaw } from './find-certificate.ts'
import { requireDecisionReader } from './policy.ts'
import { renewalStage } from './rules.ts'
import type { CertificateCard, RenewalStage } from './rules.ts'

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
