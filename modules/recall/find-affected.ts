import { readTraceCode } from '@dacsan/gs1'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { selectOrdersOfLots, selectSoldOfLots } from '../shop/index.ts'
import type { OrderOfLots } from '../shop/index.ts'
import { searchLots, selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
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
  const [sold, orders] = await Promise.all([selectSoldOfLots(db, ids), selectOrdersOfLots(db, ids)])
  return affectedBy(lots, sold, orders)
}

type Sold = Awaited<ReturnType<typeof selectSoldOfLots>>

function affectedBy(lots: readonly LotToRecall[], sold: Sold, orders: readonly OrderOfLots[]): Affected {
  const soldOf = new Map(sold.map((one) => [one.lotId, one]))
  const ordersOf = Map.groupBy(orders, ({ lotId }) => lotId)
  return {
    lots: lots.map(({ id, number, traceCode, madeOn, expiresOn, made, unit, status, productName, producerName }) => {
      const { onHand = 0, reserved = 0, sold: given = 0 } = soldOf.get(id) ?? {}
      const isRecalled = status === 'recalled'
      const found = { id, number, traceCode, madeOn, expiresOn, made, unit, isRecalled, productName, producerName }
      return { ...found, onHand, reserved, sold: given, orders: ordersOf.get(id)?.length ?? 0 }
    }),
    orders: new Set(orders.map(({ orderId }) => orderId)).size,
    buyers: new Set(orders.map(({ groupId }) => groupId)).size,
    amountVnd: dong(orders.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
  }
}
