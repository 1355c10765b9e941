import { NotFound } from '@dacsan/decisions'
import { packsOfProduct } from '../catalogue/index.ts'
import type { Pack, PackId } from '../catalogue/rules.ts'
import type { Ctx, Tx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import { lockLots, placesOfProducer } from '../traceability/index.ts'
import type { LotId, Place, PlaceId } from '../traceability/rules.ts'
import { goodsActs, tiesOfGoods } from './acts.ts'
import type { GoodsAct } from './acts.ts'
import { lockBooks } from './stock.store.ts'

/** A lot of the actor's producer for an act on its goods, with the packs it may be in and the places where it may lie; anybody else's does not exist. */
export async function lockLot(tx: Tx, ctx: Pick<Ctx, 'actor'>, act: GoodsAct, lotId: LotId) {
  await lockBooks(tx, [lotId])
  const [lot] = await lockLots(tx, { lotIds: [lotId] })
  if (!lot) throw new NotFound('No such lot', { lotId })
  requireAct(ctx.actor, goodsActs[act], tiesOfGoods(lot))
  const [packs, places] = await Promise.all([packsOfProduct(tx, lot.productId), placesOfProducer(tx, lot.producerId)])
  return { ...lot, packs, places }
}

export function packOf({ packs }: { packs: readonly Pack[] }, packId: PackId): Pack {
  const pack = packs.find(({ id }) => id === packId)
  if (!pack) throw new NotFound('No such pack', { packId })
  return pack
}

export function placeOf({ places }: { places: readonly Place[] }, placeId: PlaceId): Place {
  const place = places.find(({ id }) => id === placeId)
  if (!place) throw new NotFound('No such place', { placeId })
  return place
}
