import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What the decisions say about a product; time does not change it. */
export const standings = ['none', 'certified', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

/** What anyone may read off the product today. */
export const certificateStates = ['certified', 'expiring', 'undated', 'potential-five', 'expired', 'withdrawn', 'none'] as const
export type CertificateState = (typeof certificateStates)[number]

export type StandingFacts = {
  standing: Standing
  potentialFive: boolean
  /** The last day of the certificate; null where no source gives it. */
  certifiedUntil: PlainDate | null
}

/** Whether a decision ever recognised the product, whatever became of it. */
export const wasRecognised = ({ standing }: Pick<StandingFacts, 'standing'>): boolean => standing !== 'none'

/** Whether it holds a rank that is known, through today or past its day: what was withdrawn is held no more. */
export const holdsRank = ({ standing, stars }: Pick<StandingFacts, 'standing'> & { stars: number | null }): boolean =>
  standing === 'certified' && stars !== null

/**
 * The state of a product's certificate on a day. The certificate is good through its last day; without a known last day it is
 * `undated`, never taken for valid. A result waiting for the ministry shows as `potential-five` only where no certificate stands beside it.
 *
 * @param expiringWithinDays how long before the last day a re-evaluation may begin (law topic `renewal.window-days`, `from`)
 */
export function certificateState(product: StandingFacts, today: PlainDate, expiringWithinDays = 0): CertificateState {
  if (product.standing === 'withdrawn') return 'withdrawn'
  if (product.standing === 'none') return product.potentialFive ? 'potential-five' : 'none'
  if (product.certifiedUntil === null) return 'undated'
  if (product.certifiedUntil < today) return 'expired'
  return product.certifiedUntil < addDays(today, expiringWithinDays) ? 'expiring' : 'certified'
}
