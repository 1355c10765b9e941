import { accept, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Grant, Refused } from '@dacsan/decisions'
import { listingActs } from '../acts.ts'
import type { ListingStatus } from '../acts.ts'
import type { ListingMay, PauseRefusal, PublishRefusal } from './refusals.ts'

export type PublishFacts = { seller: 'none' | 'unverified' | 'verified'; verificationRequired: boolean; certified: boolean }

/** Nobody sells before the programme knows who they are (law topic `seller.verification-required`), and only goods whose star is in force. */
function refusePublishing(listing: { status: ListingStatus }, facts: PublishFacts): Refused<PublishRefusal> | null {
  const closed = refuseStatus(listingActs.publish, listing.status)
  if (closed) return closed
  if (facts.seller === 'none') return refuse('seller-missing')
  if (facts.seller === 'unverified' && facts.verificationRequired) return refuse('seller-unverified')
  return facts.certified ? null : refuse('not-certified')
}

/** What the seller is told of a listing: `held-back` is put up and yet not sold, for want of a certificate in force or of the seller's verification. */
export function shownStatus(listing: { status: ListingStatus }, facts: PublishFacts): ListingStatus | 'held-back' {
  return listing.status === 'published' && !mayBeSold(facts) ? 'held-back' : listing.status
}

/** Whether the shop may sell goods of this seller and with this star today, wherever the listing stands. */
export const mayBeSold = ({ seller, verificationRequired, certified }: PublishFacts): boolean =>
  certified && (seller === 'verified' || (seller === 'unverified' && !verificationRequired))

export function decidePublish(
  listing: { status: ListingStatus },
  facts: PublishFacts,
): Decision<{ status: ListingStatus }, PublishRefusal> {
  return refusePublishing(listing, facts) ?? accept({ status: listingActs.publish.to })
}

export function decidePause(listing: { status: ListingStatus }): Decision<{ status: ListingStatus }, PauseRefusal> {
  return refuseStatus(listingActs.pause, listing.status) ?? accept({ status: listingActs.pause.to })
}

export function mayOfListing(listing: { status: ListingStatus }, grants: readonly Grant[], facts: PublishFacts): ListingMay {
  const may = mayOf(listingActs, listing.status, grants) as ListingMay
  return { ...may, publish: may.publish === true ? (refusePublishing(listing, facts)?.refusal ?? true) : may.publish }
}
