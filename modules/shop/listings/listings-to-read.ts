import { mayOf } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { sellerOverseers } from '../policy.ts'
import { listingActs } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'
import { selectParts } from './part.store.ts'
import { selectPosted } from './reading.store.ts'

/** What sellers posted, word by word, with what the reader may do about it. */
export async function listingsToRead(ctx: Pick<Ctx, 'db' | 'actor'>, ids: readonly ListingId[]) {
  requireRole(ctx.actor, ...sellerOverseers)
  const grants = grantsOf(ctx.actor)
  const posted = await selectPosted(ctx.db, ids)
  const parts = await selectParts(ctx.db, ids)
  return posted.map((listing) => ({
    ...listing,
    parts: parts.filter(({ boxId }) => boxId === listing.id),
    may: mayOf(listingActs, listing.status, grants),
  }))
}
