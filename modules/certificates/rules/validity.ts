import { addMonths, daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { termOn } from '../../catalogue/rules.ts'
import type { CertificateStatus } from '../acts.ts'

/**
 * The last day of a certificate. The day of signing does not count, so the term ends with the same day of its last month, or with the
 * last day of that month where it is shorter (Bộ luật Dân sự 2015, Điều 147 khoản 2 and Điều 148 khoản 3).
 */
export function lastDayOf(signedOn: PlainDate, months: number): PlainDate {
  return addMonths(signedOn, months)
}

/** What anyone may read off a certificate today. */
export const certificateVerdicts = ['valid', 'expiring', 'extended', 'expired', 'undated', 'superseded', 'withdrawn'] as const
export type CertificateVerdict = (typeof certificateVerdicts)[number]

export type CertificateTerm = {
  status: CertificateStatus
  /** The last day; null where no source gives it. */
  validUntil: PlainDate | null
  /** A dossier to evaluate the product again has been handed in and is not decided yet. */
  renewalUnderWay: boolean
}

/** The rows of the law that a term is read by. */
export type TermRules = {
  /** Days before the last day in which a product hands in its renewal (`renewal.window-days`). */
  window: { from: number; to: number }
  /** Days after the last day for which a certificate holds on while its renewal is judged (`certificate.extension-days`). */
  extensionDays: number
}

/** The certificate on a day: what took it back or followed it, or else what its term says (`termOn`, the same as the register's). */
export function verdictOn(certificate: CertificateTerm, today: PlainDate, rules: TermRules): CertificateVerdict {
  if (certificate.status !== 'active') return certificate.status
  return termOn(certificate, { today, renewalDays: rules.window.from, extensionDays: rules.extensionDays })
}

/** Whether its stars are shown as such: what ended, was taken back or is followed by another certificate has none to show any more. */
export const showsStarsOf = (verdict: CertificateVerdict): boolean =>
  verdict !== 'expired' && verdict !== 'withdrawn' && verdict !== 'superseded'

/** Where a product stands on its way to the next certificate. */
export type RenewalStage = 'under-way' | 'in-window' | 'late' | 'expired'

/** Null while there is nothing to do yet. `late`: the days in which the law wants the dossier have passed, the certificate still holds. */
export function renewalStage(
  { validUntil, renewalUnderWay }: { validUntil: PlainDate; renewalUnderWay: boolean },
  today: PlainDate,
  { window }: Pick<TermRules, 'window'>,
): RenewalStage | null {
  const left = daysBetween(today, validUntil)
  if (left > window.from) return null
  if (renewalUnderWay) return 'under-way'
  if (left < 0) return 'expired'
  return left >= window.to ? 'in-window' : 'late'
}
