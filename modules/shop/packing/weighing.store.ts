import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { Weighed } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { insertReduction } from '../orders/delivered-order.store.ts'

/** What the scale said of a line the last time, while its order is weighed: an order that was closed since is weighed again. */
export const lastWeighing = (eb: ExpressionBuilder<Tables, 'order_line'>) =>
  eb
    .selectFrom('weighing')
    .innerJoin('shop_order', (join) => join.on('shop_order.weighed_at', 'is not', null))
    .whereRef('weighing.order_line_id', '=', 'order_line.id')
    .whereRef('shop_order.id', '=', 'order_line.order_id')
    .selectAll('weighing')
    .orderBy('weighing.at', 'desc')
    .orderBy('weighing.id', 'desc')
    .limit(1)
    .as('weighing')

export const weighingColumns = [
  'weighing.grams as weighedGrams',
  'weighing.billed_grams as billedGrams',
  'weighing.sum_vnd as weighedVnd',
] as const

type Joined = { weighedGrams: number[] | null; billedGrams: number | null; weighedVnd: number | null }
/** What a line weighs, piece by piece, and what of it is paid. */
export type OnScale = { grams: number[]; billedGrams: number; sumVnd: Dong }

export function takeWeighed<Row extends Joined>({ weighedGrams, billedGrams, weighedVnd, ...row }: Row) {
  const weighed: OnScale | null =
    weighedGrams === null ? null : { grams: weighedGrams, billedGrams: Number(billedGrams), sumVnd: dong(Number(weighedVnd)) }
  return { ...row, weighed }
}

/** By how much less an order is owed by its last weighing. */
export async function reducedByWeight(db: ReadDb, orderId: OrderId): Promise<Dong> {
  const row = await db
    .selectFrom('order_line')
    .where('order_id', '=', orderId)
    .select(sql<number>`coalesce(sum(reduced_vnd), 0)::float8`.as('sum'))
    .executeTakeFirstOrThrow()
  return dong(row.sum)
}

/** Writes down what the scale said: each line, what the order is owed less, and that it is weighed. */
export async function writeWeighing(
  tx: Tx,
  ctx: Pick<Ctx, 'newId' | 'now'>,
  { orderId, weighed, changedVnd }: { orderId: OrderId; weighed: Weighed; changedVnd: number },
): Promise<void> {
  const rows = weighed.lines.map(({ id, grams, billedGrams, sumVnd }) => ({
    id: ctx.newId('wgh'),
    order_line_id: id,
    grams,
    billed_grams: billedGrams,
    sum_vnd: sumVnd,
    at: ctx.now,
  }))
  await insertRows(tx, 'weighing', rows)
  for (const { id, reducedVnd } of weighed.lines)
    await tx.updateTable('order_line').set({ reduced_vnd: reducedVnd }).where('id', '=', id).execute()
  if (changedVnd !== 0) await insertReduction(tx, { orderId, amountVnd: changedVnd, at: ctx.now, reason: 'weight' })
  await tx
    .updateTable('shop_order')
    .set({ weighed_at: ctx.now, light_pieces: weighed.lightPieces, version: sql<number>`version + 1` })
    .where('id', '=', orderId)
    .execute()
}
