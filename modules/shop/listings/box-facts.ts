import type { PackId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { aheadStands } from '../ahead/offer.store.ts'
import { offerFacts } from '../cart/cart.ts'
import { isForSale, problemOf } from '../rules.ts'
import type { PartFacts, WantedPart } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'
import { selectOffersOfPacks } from './listing.store.ts'
import { isInBox, selectParts } from './part.store.ts'

/** What lies in a box today, as its form says it; nothing where it is none. */
export async function partsOfBox(db: ReadDb, listingId: ListingId): Promise<WantedPart[]> {
  return (await selectParts(db, [listingId])).map(({ packId, number }) => ({ packId, quantity: number }))
}

/** What decides whether these packs may lie in a box of this one. */
export async function boxFacts(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  { packId, before, wanted }: { packId: PackId; before: { id: ListingId } | undefined; wanted: readonly WantedPart[] },
): Promise<{ packs: PartFacts[]; ahead: boolean; inBox: boolean }> {
  if (wanted.length === 0) return { packs: [], ahead: false, inBox: false }
  const found = await selectOffersOfPacks(
    tx,
    wanted.map((part) => part.packId),
    await offerFacts(tx, now),
  )
  const packs = found.map((offer): PartFacts => {
    const { producerId, priceVnd, ahead, box, byWeight } = offer
    const facts = { isForSale: isForSale(offer), producerId, byWeight: byWeight != null, ahead: ahead !== null, isBox: box !== null }
    return { packId: offer.packId, producerId, priceVnd, problem: problemOf(facts, producerId) }
  })
  return { packs, ahead: before !== undefined && (await aheadStands(tx, before.id)), inBox: await isInBox(tx, packId) }
}
