import { accept, canMove, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'

export const listingStatuses = ['draft', 'published', 'paused'] as const
export type ListingStatus = (typeof listingStatuses)[number]

export const listingMoves = {
  publish: { from: ['draft', 'paused'], to: 'published', by: ['producer'], check: 'seller verified, certificate in force' },
  pause: { from: ['published'], to: 'paused', by: ['producer', 'provincial-officer', 'trade-department'] },
} as const satisfies Moves<ListingStatus, 'producer' | 'provincial-officer' | 'trade-department'>

export type PublishRefusal =
  | { code: 'listing-status'; status: ListingStatus }
  | { code: 'seller-missing' }
  | { code: 'seller-unverified' }
  | { code: 'certificate-lapsed' }

/** Nobody sells before the programme knows who they are (law topic `seller.verification-required`), and only goods whose star is in force. */
export function decidePublish(
  listing: { status: ListingStatus },
  facts: { seller: 'none' | 'unverified' | 'verified'; verificationRequired: boolean; certified: boolean },
): Decision<{ type: 'listing.published'; status: ListingStatus }, PublishRefusal> {
  if (!canMove(listingMoves, listing.status, 'publish')) return refuse('listing-status', { status: listing.status })
  if (facts.seller === 'none') return refuse('seller-missing')
  if (facts.seller === 'unverified' && facts.verificationRequired) return refuse('seller-unverified')
  if (!facts.certified) return refuse('certificate-lapsed')
  return accept({ type: 'listing.published', status: listingMoves.publish.to })
}

export type PauseRefusal = { code: 'listing-status'; status: ListingStatus }

export function decidePause(listing: { status: ListingStatus }): Decision<{ type: 'listing.paused'; status: ListingStatus }, PauseRefusal> {
  if (!canMove(listingMoves, listing.status, 'pause')) return refuse('listing-status', { status: listing.status })
  return accept({ type: 'listing.paused', status: listingMoves.pause.to })
}
