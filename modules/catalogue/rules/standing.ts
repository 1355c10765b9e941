import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What the decisions say about a product; time does not change it. */
export const standings = ['none', 'certified', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

/** What anyone may read off the product today. */
export const certificateStates = ['certified', 'expiring', 'extended', 'undated', 'potential-five', 'expired', 'withdrawn', 'none'] as const
export type CertificateState = (typeof certificateStates)[number]

export type StandingFacts = {
  standing: Standing
  potentialFive: boolean
  /** The last day of the certificate; null where no source gives it. */
  certifiedUntil: PlainDate | null
  /** A dossier to evaluate the product again has been handed in and is not decided yet. */
  renewalUnderWay: boolean
}

/** A day and the law by which terms are read on it. */
export type CertificateDay = {
  today: PlainDate
  /** How long before its last day a re-evaluation may begin (law topic `renewal.window-days`, `from`). */
  renewalDays: number
  /** How long after its last day a certificate holds on while its re-evaluation is under way (`certificate.extension-days`). */
  extensionDays: number
}

/** What the days of a certificate that nobody took back say. */
export type Term = 'valid' | 'expiring' | 'extended' | 'expired' | 'undated'

/** The last day on which a certificate may hold on while its re-evaluation is under way. */
export const extendedUntil = (validUntil: PlainDate, { extensionDays }: Pick<CertificateDay, 'extensionDays'>): PlainDate =>
  addDays(validUntil, extensionDays)

/**
 * The term of a certificate on a day, which begins at midnight in Việt Nam: no job has to run for a certificate to end. Everything that shows
 * or counts certificates asks here, products by `certificateState` and certificates by their verdict.
 */
export function termOn(
  { validUntil, renewalUnderWay }: { validUntil: PlainDate | null; renewalUnderWay: boolean },
  day: CertificateDay,
): Term {
  if (validUntil === null) return 'undated'
  if (day.today > validUntil) return renewalUnderWay && day.today <= extendedUntil(validUntil, day) ? 'extended' : 'expired'
  return validUntil < addDays(day.today, day.renewalDays) ? 'expiring' : 'valid'
}

/** Whether a decision ever recognised the product, whatever became of it. */
export const wasRecognised = ({ standing }: Pick<StandingFacts, 'standing'>): boolean => standing !== 'none'

/**
 * The state of a product's certificate on a day. The certificate is good through its last day; without a known last day it is
 * `undated`, never taken for valid. A result waiting for the ministry shows as `potential-five` only where no certificate stands beside it.
 */
export function certificateState(product: StandingFacts, day: CertificateDay): CertificateState {
  if (product.standing === 'withdrawn') return 'withdrawn'
  if (product.standing === 'none') return product.potentialFive ? 'potential-five' : 'none'
  const term = termOn({ validUntil: product.certifiedUntil, renewalUnderWay: product.renewalUnderWay }, day)
  return term === 'valid' ? 'certified' : term
}

/** The last day of an extension, where the law makes the certificate longer on this day; null where it does not. */
export function extensionOf(product: StandingFacts, day: CertificateDay): PlainDate | null {
  return certificateState(product, day) === 'extended' && product.certifiedUntil !== null
    ? extendedUntil(product.certifiedUntil, day)
    : null
}

/** Whether its last day is worth saying: of what was taken back it is not. */
export const hasTerm = (state: CertificateState): state is Exclude<CertificateState, 'withdrawn'> => state !== 'withdrawn'

/** The states in which the stars may be relied on, used and sold under: near its end or made longer by the law, a certificate still holds. */
export const statesInForce = ['certified', 'expiring', 'extended'] as const satisfies readonly CertificateState[]

/** Whether the stars are shown as such: a certificate that ended or was taken back has none any more, its rank is history. */
export const showsStars = (state: CertificateState): boolean => state !== 'expired' && state !== 'withdrawn'

export const isInForce = (state: CertificateState): boolean => (statesInForce as readonly CertificateState[]).includes(state)
