import { accept, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Grant, Refused } from '@dacsan/decisions'
import { listingActs } from '../acts.ts'
import type { ListingStatus, SellerStatus } from '../acts.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import { sameParts } from './box.ts'
import type { WantedPart } from './box.ts'
import type { Recognition } from './recognition.ts'
import { namesOf } from './seller-papers.ts'
import type { AskedPaper } from './seller-papers.ts'
import type { ListingMay, NotSellable, PauseRefusal, ReadRefusal, ResumeRefusal, SubmitRefusal } from './refusals.ts'

/** `suspended`: whatever its papers say. */
export type SellerFact = 'none' | SellerStatus | 'suspended'
export type SellingFacts = { seller: SellerFact; verificationRequired: boolean; recognition: Recognition }

/** Nobody sells before the programme knows who they are (law topic `seller.verification-required`), and only goods that a decision recognised. */
function refuseSelling(facts: SellingFacts): Refused<NotSellable> | null {
  if (facts.seller === 'none') return refuse('seller-missing')
  if (facts.seller === 'suspended') return refuse('seller-suspended')
  if (facts.seller === 'unverified' && facts.verificationRequired) return refuse('seller-unverified')
  if (facts.seller === 'run-out' && facts.verificationRequired) return refuse('seller-run-out')
  return facts.recognition === 'none' ? refuse('not-certified') : null
}

/** What the seller is told of a listing: `held-back` is put up and yet not sold, for want of a certificate in force or of the seller's verification. */
export function shownStatus(listing: { status: ListingStatus }, facts: SellingFacts): ListingStatus | 'held-back' {
  return listing.status === 'published' && !mayBeSold(facts) ? 'held-back' : listing.status
}

/** Whether the shop may sell goods of this seller and with this star today, wherever the listing stands. */
export const mayBeSold = ({ seller, verificationRequired, recognition }: SellingFacts): boolean =>
  recognition !== 'none' && (seller === 'verified' || (!verificationRequired && (seller === 'unverified' || seller === 'run-out')))

/** What somebody reads before it is shown, with what lies in a box. Price, numbers and stock are no words. */
type ListingText = { unit: string; description: string; parts: readonly WantedPart[] }

/**
 * Where a listing stands once it was saved. Other words than those that were read are not shown: what is on sale waits to be read anew, what rests must be
 * handed in again. Whoever takes over a product begins with a draft.
 */
export function statusOfSaved(
  before: (ListingText & { status: ListingStatus; producerId: ProducerId }) | undefined,
  wanted: ListingText & { producerId: ProducerId },
): ListingStatus {
  if (before === undefined || before.producerId !== wanted.producerId) return 'draft'
  if (before.unit === wanted.unit && before.description === wanted.description && sameParts(before.parts, wanted.parts))
    return before.status
  const unread = { published: 'waiting', paused: 'draft', draft: 'draft', waiting: 'waiting', returned: 'returned' } as const
  return unread[before.status]
}

type Standing = { status: ListingStatus }
type Moved = { status: ListingStatus }

/** What is asked of whoever posts something new, beside what is asked of whoever sells. */
export type PostingFacts = SellingFacts & { missing: readonly AskedPaper[]; policiesAccepted: boolean }

/** What hung on the shelf before stays there: only what is new waits for the papers of its set, and for the versions that hold now. */
export const decideSubmit = (listing: Standing, facts: PostingFacts): Decision<Moved, SubmitRefusal> =>
  refuseStatus(listingActs.submit, listing.status) ??
  refuseSelling(facts) ??
  (facts.missing.length > 0 && facts.verificationRequired ? refuse('papers-missing', { papers: namesOf(facts.missing) }) : null) ??
  (facts.policiesAccepted ? accept({ status: listingActs.submit.to }) : refuse('policies-not-accepted'))

export const decideResume = (listing: Standing, facts: SellingFacts): Decision<Moved, ResumeRefusal> =>
  refuseStatus(listingActs.resume, listing.status) ?? refuseSelling(facts) ?? accept({ status: listingActs.resume.to })

/** Whoever reads it decides about what was on the page: of a version that the seller changed since, nothing. */
export function decideReading(
  act: 'publish' | 'return',
  listing: Standing & { version: number },
  { version }: { version: number },
): Decision<Moved, ReadRefusal> {
  const closed = refuseStatus(listingActs[act], listing.status)
  if (closed) return closed
  return listing.version === version ? accept({ status: listingActs[act].to }) : refuse('changed-since-read')
}

export function decidePause(listing: Standing): Decision<Moved, PauseRefusal> {
  return refuseStatus(listingActs.pause, listing.status) ?? accept({ status: listingActs.pause.to })
}

export function mayOfListing(listing: Standing, grants: readonly Grant[], facts: SellingFacts): ListingMay {
  const may = mayOf(listingActs, listing.status, grants) as ListingMay
  const closed = refuseSelling(facts)?.refusal ?? true
  return { ...may, submit: may.submit === true ? closed : may.submit, resume: may.resume === true ? closed : may.resume }
}
