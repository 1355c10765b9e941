import { readTraceCode } from '@dacsan/gs1'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { booksOfLots } from '../inventory/index.ts'
import type { BooksOfPosition } from '../inventory/index.ts'
import { selectOrdersOfLots } from '../shop/index.ts'
import type { OrderOfLots } from '../shop/index.ts'
import { searchLots, selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
import { units } from '../inventory/rules.ts'
import { sumBooks } from './goods.ts'
import type { FindAffectedInput } from './inputs.ts'
import type { LotId } from '../traceability/rules.ts'
import { mayRead, requireReader } from './policy.ts'

export type AffectedLot = Pick<
  LotToRecall,
  'id' | 'number' | 'traceCode' | 'madeOn' | 'expiresOn' | 'made' | 'unit' | 'productName' | 'producerName'
> & { isRecalled: boolean; onHand: number; reserved: number; sold: number; orders: number }

/** Everything that goods of some lots reach, before anything is done. */
export type Affected = {
  lots: AffectedLot[]
  orders: number
  buyers: number
  amountVnd: Dong
}

/** Lots by their codes, or by the days on which they were made: of one's own make for a producer, of all for an authority. Nothing asked finds nothing. */
export async function findAffected(ctx: Pick<Ctx, 'db' | 'actor'>, { q, from, to }: FindAffectedInput): Promise<Affected> {
  const reader = await requireReader(ctx)
  const codes = q
    .split(/[\s,;]+/)
    .filter(Boolean)
    .flatMap((typed) => [typed, typed.toUpperCase(), readTraceCode(typed) ?? typed])
  if (codes.length === 0 && !from && !to) return affectedBy([], [], [])
  return reachOf(ctx.db, await searchLots(ctx.db, { codes, from, to, producerId: reader.producerId }))
}

/** The same of the lots that were chosen; those of others are not there. */
export async function reachOfChosen(ctx: Pick<Ctx, 'db' | 'actor'>, lotIds: readonly LotId[]): Promise<Affected> {
  const lots = await selectLotsToRecall(ctx.db, lotIds)
  return reachOf(
    ctx.db,
    lots.filter((lot) => mayRead(ctx.actor, lot)),
  )
}

/** What these lots reach: shelves, orders and buyers, in two questions however many orders there are. */
async function reachOf(db: ReadDb, lots: readonly LotToRecall[]): Promise<Affected> {
  const ids = lots.map(({ id }) => id)
  const [books, orders] = await Promise.all([booksOfLots(db, ids), selectOrdersOfLots(db, ids)])
  return affectedBy(lots, books, orders)
}

function affectedBy(lots: readonly LotToRecall[], books: readonly BooksOfPosition[], orders: readonly OrderOfLots[]): Affected {
  const booksOf = Map.groupBy(books, ({ lotId }) => lotId)
  const ordersOf = Map.groupBy(orders, ({ lotId }) => lotId)
  return {
    lots: lots.map(({ id, number, traceCode, madeOn, expiresOn, made, unit, status, productName, producerName }) => {
      const { onHand, reserved, sold, returned } = sumBooks(booksOf.get(id) ?? [])
      const isRecalled = status === 'recalled'
      const found = { id, number, traceCode, madeOn, expiresOn, made, unit, isRecalled, productName, producerName }
      return { ...found, onHand, reserved, sold: units(sold - returned), orders: ordersOf.get(id)?.length ?? 0 }
    }),
    orders: new Set(orders.map(({ orderId }) => orderId)).size,
    buyers: new Set(orders.map(({ groupId }) => groupId)).size,
    amountVnd: dong(orders.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
  }
}
