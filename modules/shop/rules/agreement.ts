import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Refused, StatusRefusal } from '@dacsan/decisions'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { agreedBuyerActs } from '../acts.ts'
import type { AgreedBuyerStatus } from '../acts.ts'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { AgreedBuyerId, AgreementId } from './ids.ts'
import type { Offer } from './offer.ts'
import { agreedPricing } from './price.ts'
import type { AgreedBuyerClosed, TermsRefusal } from './refusals.ts'

export const agreedBuyerKinds = ['member', 'shop', 'canteen'] as const
export type AgreedBuyerKind = (typeof agreedBuyerKinds)[number]

/** What a pack costs by agreement, and in which numbers. */
export type AgreedPrice = { packId: PackId; priceVnd: Dong; leastQuantity: number; multiple: number }

/** A price list that a seller and one buyer agreed on: prices of packs, and a share off everything else. */
export type AgreedTerms = {
  percent: number | null
  prices: readonly AgreedPrice[]
  fromOn: PlainDate
  untilOn: PlainDate
  /** What the buyer may owe, and for how many days after the bill of a month; null: each order is paid by itself. */
  credit: AgreedCredit | null
}

/** `stopsWhenOverdue`: while a bill is overdue nothing more is sold on account. */
export type AgreedCredit = { limitVnd: Dong; dueDays: number; stopsWhenOverdue?: boolean }

export type Agreement = AgreedTerms & { agreementId: AgreementId; buyerId: AgreedBuyerId; producerId: ProducerId; number: number }

/** A list says some price, for days to come, of packs that the seller has. */
export function decideTerms(
  terms: AgreedTerms,
  { today, packs }: { today: PlainDate; packs: readonly PackId[] },
): Decision<AgreedTerms, TermsRefusal> {
  if (terms.percent === null && terms.prices.length === 0 && terms.credit === null) return refuse('terms-empty')
  if (terms.untilOn < terms.fromOn) return refuse('terms-backwards')
  if (terms.untilOn < today) return refuse('terms-past')
  if (terms.prices.some(({ packId }) => !packs.includes(packId))) return refuse('terms-pack-unknown')
  const odd = terms.prices.find(({ leastQuantity, multiple }) => leastQuantity % multiple !== 0)
  if (!odd) return accept(terms)
  const { packId, leastQuantity, multiple } = odd
  return refuse('terms-not-multiple', { packId, multiple, next: Math.ceil(leastQuantity / multiple) * multiple })
}

/** Of the lists of one buyer the newest that counts on a day; an older one where the newest has not begun. */
export function agreementOn<A extends AgreedTerms & { number: number }>(agreements: readonly A[], day: PlainDate): A | undefined {
  return agreements.filter(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn).toSorted((a, b) => b.number - a.number)[0]
}

/** What is offered, at the prices of whoever buys by agreement; what is of other sellers, and what no list names, as everybody sees it. */
export function agreedOffers<O extends Offer>(offers: readonly O[], agreements: readonly Agreement[]): O[] {
  return offers.map((offer) => {
    const agreement = agreements.find(({ producerId }) => producerId === offer.producerId)
    const agreed = agreement && agreedPricing(offer, offer.packId, agreement)
    // A list that leaves less than a đồng for each piece of a box does not touch the box.
    const pieces = (offer.box ?? []).reduce((sum, { number }) => sum + number, 0)
    if (agreed && Math.min(agreed.priceVnd, ...agreed.steps.map(({ priceVnd }) => priceVnd)) < pieces) return offer
    return agreed ? { ...offer, ...agreed, agreementId: agreement.agreementId } : offer
  })
}

export const refuseAgreedBuyer = (
  act: (typeof agreedBuyerActs)['agree' | 'new-code'],
  status: AgreedBuyerStatus,
): Refused<AgreedBuyerClosed> | null => refuseStatus(act, status)

export type EndAgreedBuyerRefusal = StatusRefusal<typeof agreedBuyerActs.end, AgreedBuyerStatus>

/** Orders that were placed keep their price. */
export const decideEndAgreedBuyer = (status: AgreedBuyerStatus): Decision<{ status: AgreedBuyerStatus }, EndAgreedBuyerRefusal> =>
  refuseStatus(agreedBuyerActs.end, status) ?? accept({ status: agreedBuyerActs.end.to })
