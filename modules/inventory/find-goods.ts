import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { packsOfProduct } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { placesOfProducer } from '../traceability/index.ts'
import { isSellable } from '../traceability/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { goodsActs, tiesOfGoods } from './acts.ts'
import { selectMovements, selectPackableLots, selectPositions, selectPositionsOfLot } from './goods.store.ts'
import { ownProducer } from './policy.ts'
import { lotUnitsPerPack } from './rules.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>
const mostMovements = 100

/** The lots that whoever asks may pack now, and the places where goods may lie. */
export async function ownShelf(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const today = dateInVietnam(ctx.now)
  const [lots, places] = await Promise.all([selectPackableLots(ctx.db, producer.id), placesOfProducer(ctx.db, producer.id)])
  return {
    may: mayOf(goodsActs, '', grantsOf(ctx.actor, tiesOfGoods(producer))),
    packable: lots.filter((lot) => isSellable({ status: lot.status, expiresOn: lot.expiresOn }, today) && lot.taken < lot.made),
    places,
  }
}

/** The goods of one lot of one's own: where they lie, what was done with them, in which packs they may be. */
export async function goodsOfLot(ctx: Reader, lotId: LotId) {
  const producer = await ownProducer(ctx)
  const [lots, positions, places] = await Promise.all([
    selectPackableLots(ctx.db, producer.id),
    selectPositionsOfLot(ctx.db, producer.id, lotId),
    placesOfProducer(ctx.db, producer.id),
  ])
  const open = lots.find((lot) => lot.lotId === lotId) ?? null
  const known = open ?? positions[0]
  if (!known) throw new NotFound('No such goods', { lotId })
  const isOpen = open !== null && isSellable({ status: open.status, expiresOn: open.expiresOn }, dateInVietnam(ctx.now))
  const packable = isOpen && open.taken < open.made ? open : null
  const [packs, movements] = await Promise.all([packsOfProduct(ctx.db, known.productId), selectMovements(ctx.db, lotId, mostMovements)])
  const { number, productName, unit } = known
  return {
    lot: { id: lotId, number, productName, unit },
    packable,
    positions,
    places: places.filter(({ endedAt }) => endedAt === null),
    packs: packs.filter(({ endedAt }) => endedAt === null),
    movements,
    /** Packs of which neither the lot nor their net content tells how much one takes. */
    asksPerPack: packs
      .filter((pack) => lotUnitsPerPack({ unit }, pack, { defaultPack: packs.find(({ isDefault }) => isDefault)!, told: null }) === null)
      .map(({ id }) => id),
    may: mayOf(goodsActs, '', grantsOf(ctx.actor, tiesOfGoods(producer))),
  }
}

/** What the books say lies at a place of one's own, for whoever counts it. */
export async function shelfToCount(ctx: Reader, placeId: PlaceId) {
  const producer = await ownProducer(ctx)
  const place = (await placesOfProducer(ctx.db, producer.id)).find(({ id }) => id === placeId)
  if (!place) throw new NotFound('No such place', { placeId })
  return { place, positions: await selectPositions(ctx.db, producer.id, placeId) }
}
