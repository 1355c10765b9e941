import { certificateState, isInForce } from '../../catalogue/rules.ts'
import type { CertificateDay, StandingFacts } from '../../catalogue/rules.ts'

/** Whether the shop sells under what a decision recognised, and whether its stars may stand beside the offer. */
export type Recognition = 'in-force' | 'term-unknown' | 'none'

/**
 * Stars in force are shown beside the offer. A product that was recognised and of whose certificate nobody knows the last day is sold as well, without
 * stars: what is known is said. What ended or was taken back is not sold.
 */
export function recognitionOf(product: StandingFacts, day: CertificateDay): Recognition {
  const state = certificateState(product, day)
  if (isInForce(state)) return 'in-force'
  return state === 'undated' ? 'term-unknown' : 'none'
}
