import { readTraceCode } from '@dacsan/gs1'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { booksOfLots, lotsAtPlace } from '../inventory/index.ts'
import type { BooksOfPosition } from '../inventory/index.ts'
import { selectOrdersOfLots } from '../shop/index.ts'
import type { OrderOfLots } from '../shop/index.ts'
import { lotsOfInputs, purchasesOfLots } from '../traceability/index.ts'
import type { PurchaseOfLots } from '../traceability/index.ts'
import { searchLots, selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
import { units } from '../inventory/rules.ts'
import { sumBooks } from './goods.ts'
import type { FindAffectedInput } from './inputs.ts'
import type { LotId } from '../traceability/rules.ts'
import { mayRead, requireReader } from './policy.ts'

type ShownLot = Pick<LotToRecall, 'id' | 'number' | 'traceCode' | 'madeOn' | 'expiresOn' | 'made' | 'unit' | 'productName' | 'producerName'>
/** Quantities in the lot's own unit; of its positions in packs. */
export type AffectedLot = ShownLot & {
  isRecalled: boolean
  onHand: number
  reserved: number
  sold: number
  orders: number
  positions: Pick<BooksOfPosition, 'packId' | 'placeId' | 'packName' | 'placeName' | 'onHand' | 'reserved'>[]
  inputs: Pick<PurchaseOfLots, 'id' | 'code' | 'material' | 'boughtOn'>[]
}

/** Everything that goods of some lots reach, before anything is done. */
export type Affected = {
  lots: AffectedLot[]
  /** Other lots of the same purchases of raw material: what was wrong with it may be wrong with them. */
  related: AffectedLot[]
  /** Of `lots` alone. */
  orders: number
  buyers: number
  amountVnd: Dong
}

/**
 * Lots by their codes, by the purchases and growing areas that they are made of, by where they lay and when, by the days on which they were made; all that is
 * asked must hold. Of one's own make for a producer, of all for an authority. Nothing asked finds nothing.
 */
export async function findAffected(ctx: Pick<Ctx, 'db' | 'actor'>, asked: FindAffectedInput): Promise<Affected> {
  const { db } = ctx
  const { producerId } = await requireReader(ctx)
  const { q, input = '', place = '', placeFrom, placeTo, from, to } = asked
  const codes = codesIn(q).flatMap((typed) => [typed, typed.toUpperCase(), readTraceCode(typed) ?? typed])
  const inputs = codesIn(input).map((code) => code.toUpperCase())
  if (codes.length + inputs.length === 0 && !place && !from && !to) return affectedBy([], [], nothing)
  const [made, lay] = await Promise.all([
    inputs.length > 0 ? lotsOfInputs(db, { codes: inputs, producerId }) : null,
    place ? lotsAtPlace(db, { place, from: placeFrom, to: placeTo, producerId }) : null,
  ])
  const among = made && lay ? made.filter((id) => lay.includes(id)) : (made ?? lay)
  return reachOf(db, await searchLots(db, { codes, among, from, to, producerId }))
}

const codesIn = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean)

/** The same of the lots that were chosen; those of others are not there. */
export async function reachOfChosen(ctx: Pick<Ctx, 'db' | 'actor'>, lotIds: readonly LotId[]): Promise<Affected> {
  const lots = await selectLotsToRecall(ctx.db, lotIds)
  return reachOf(
    ctx.db,
    lots.filter((lot) => mayRead(ctx.actor, lot)),
  )
}

type Reached = { books: readonly BooksOfPosition[]; orders: readonly OrderOfLots[]; purchases: readonly PurchaseOfLots[] }
const nothing: Reached = { books: [], orders: [], purchases: [] }
const mostRelated = 100

/** What these lots reach: material, lots beside them, packs, places, orders and buyers, in as many questions however many there are of each. */
async function reachOf(db: ReadDb, lots: readonly LotToRecall[]): Promise<Affected> {
  const ids = lots.map(({ id }) => id)
  const purchases = await purchasesOfLots(db, ids)
  const beside = [...new Set(purchases.flatMap(({ lotIds }) => lotIds))].filter((id) => !ids.includes(id)).slice(0, mostRelated)
  const all = [...ids, ...beside]
  const [related, books, orders] = await Promise.all([selectLotsToRecall(db, beside), booksOfLots(db, all), selectOrdersOfLots(db, all)])
  return affectedBy(lots, related, { books, orders, purchases })
}

function affectedBy(lots: readonly LotToRecall[], related: readonly LotToRecall[], reached: Reached): Affected {
  const booksOf = Map.groupBy(reached.books, ({ lotId }) => lotId)
  const ordersOf = Map.groupBy(reached.orders, ({ lotId }) => lotId)
  const own = lots.flatMap(({ id }) => ordersOf.get(id) ?? [])
  const show = (lot: LotToRecall): AffectedLot => {
    const { id, number, traceCode, madeOn, expiresOn, made, unit, productName, producerName } = lot
    const positions = booksOf.get(id) ?? []
    const { onHand, reserved, sold, returned } = sumBooks(positions)
    return {
      id,
      number,
      traceCode,
      madeOn,
      expiresOn,
      made,
      unit,
      productName,
      producerName,
      isRecalled: lot.status === 'recalled',
      onHand,
      reserved,
      sold: units(sold - returned),
      orders: ordersOf.get(id)?.length ?? 0,
      positions: positions.filter((one) => one.onHand > 0),
      inputs: reached.purchases.filter(({ lotIds }) => lotIds.includes(id)),
    }
  }
  return {
    lots: lots.map(show),
    related: related.map(show),
    orders: new Set(own.map(({ orderId }) => orderId)).size,
    buyers: new Set(own.map(({ groupId }) => groupId)).size,
    amountVnd: dong(own.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
  }
}
