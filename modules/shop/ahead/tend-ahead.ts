import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { productsOfProducer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { OpenAheadInput } from '../inputs.ts'
import { lockListing, selectListable, selectListingsOfProducer, selectPacksOfProducer } from '../listings/listing.store.ts'
import { selectParts } from '../listings/part.store.ts'
import { ownProducer } from '../policy.ts'
import { aheadActs, decideEndAhead, decideOpenAhead, isLate, isOnHold, nameOfPack, paysLater, tiesOfGoods } from '../rules.ts'
import type { AheadTerms, EndAheadRefusal, OpenAheadRefusal } from '../rules.ts'
import type { AheadOfferId } from '../rules/ids.ts'
import { aheadStands, insertAhead, lockAhead, selectAheadOf, selectWaitingOrders, updateAheadEnded } from './offer.store.ts'

/** What a seller offers before it exists, the orders that wait for it, and the packs of which more may be offered so. */
export async function ownAhead(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const { id } = await ownProducer(ctx)
  const [offers, orders, listings, packs, products] = await Promise.all([
    selectAheadOf(ctx.db, id),
    selectWaitingOrders(ctx.db, id),
    selectListingsOfProducer(ctx.db, id),
    selectPacksOfProducer(ctx.db, id),
    productsOfProducer(ctx, id),
  ])
  const today = dateInVietnam(ctx.now)
  const standing = new Set(offers.filter(({ endedAt, waiting }) => endedAt === null || waiting > 0).map(({ listingId }) => listingId))
  const named = new Map(products.map((product) => [product.id, product.name]))
  return {
    offers: offers.map((offer) => ({ ...offer, ended: offer.endedAt !== null, name: nameOfPack(offer.productName, offer.packName) })),
    orders: orders.map((row) => {
      const order = { ...row, ahead: { dueOn: row.dueOn!, pays: row.pays!, shortAt: row.shortAt } }
      const later = paysLater(order)
      return { ...order, late: isLate(row.dueOn!, today), short: row.shortAt !== null, paysLater: later, unpaid: isOnHold(order) && !later }
    }),
    free: listings
      .filter((listing) => !standing.has(listing.id))
      .map(({ id: listingId, productId, packId }) => {
        const pack = packs.find((one) => one.packId === packId)
        return { listingId, name: nameOfPack(named.get(productId) ?? '', pack?.packName ?? null) }
      }),
    today,
  }
}

/** From now on a pack is sold before it exists, and no more from the shelf. */
export async function openAhead(
  ctx: Ctx,
  { listingId, ...terms }: OpenAheadInput,
): Promise<Outcome<{ offerId: AheadOfferId }, OpenAheadRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const listing = await lockListing(tx, listingId)
    const product = listing && (await selectListable(tx, listing.productId))
    if (!listing || product?.producerId !== listing.producerId) throw new NotFound('No such listing', { listingId })
    requireAct(ctx.actor, aheadActs.open, tiesOfGoods(product))
    const facts = {
      today: dateInVietnam(ctx.now),
      stands: await aheadStands(tx, listingId),
      isBox: (await selectParts(tx, [listingId])).length > 0,
    }
    const decision = decideOpenAhead(terms satisfies AheadTerms, facts)
    if (!decision.ok) return decision
    const offerId = ctx.newId('ahd')
    await insertAhead(tx, { ...decision.event, id: offerId, listingId, producerId: listing.producerId, at: ctx.now })
    await record(tx, ctx, aheadActs.open, { subjectId: offerId, payload: { offerId, listingId }, detail: { ...decision.event } })
    return done({ offerId })
  })
}

/** No more orders are taken; those that were wait for their goods, and the pack goes back to the shelf once they have them. */
export async function endAhead(ctx: Ctx, { offerId }: { offerId: AheadOfferId }): Promise<Outcome<null, EndAheadRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const offer = await lockAhead(tx, offerId)
    if (!offer) throw new NotFound('No such offer', { offerId })
    requireAct(ctx.actor, aheadActs.end, tiesOfGoods(offer))
    const decision = decideEndAhead(offer.endedAt === null ? 'open' : 'ended')
    if (!decision.ok) return decision
    await updateAheadEnded(tx, offerId, decision.event.status === 'ended' ? ctx.now : null)
    await record(tx, ctx, aheadActs.end, { subjectId: offerId })
    return done(null)
  })
}
