import { isInForce } from '../../../catalogue/rules.ts'
import type { CertificateState, PriceBand } from '../../../catalogue/rules.ts'
import { bandBegins, priceBands } from '../../../catalogue/rules.ts'

/** For whom a gift is. */
export const receivers = ['elders', 'family', 'children', 'partners', 'guests'] as const
export type Receiver = (typeof receivers)[number]

/** Whether a collection shows a product today: what is not recognised any more falls out by itself, and comes back by itself. */
export const isShownIn = (state: CertificateState): boolean => isInForce(state)

/** The band in which a price lies. @example bandOf(85_000) // '50-100' */
export const bandOf = (priceVnd: number): PriceBand => priceBands.findLast((band) => bandBegins[band] <= priceVnd) ?? priceBands[0]
