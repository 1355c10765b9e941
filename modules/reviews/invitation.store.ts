import type { ReadDb, Tx } from '../context.ts'
import type { OrderGroupId, OrderId } from '../shop/rules.ts'

export const isOptedOut = async (db: ReadDb, groupId: OrderGroupId): Promise<boolean> =>
  (await db.selectFrom('review_opt_out').where('group_id', '=', groupId).select('at').executeTakeFirst()) !== undefined

/** False where it was said before. */
export async function insertOptOut(tx: Tx, groupId: OrderGroupId, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('review_opt_out')
    .values({ group_id: groupId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Of these orders those whose buyer neither wrote anything nor wants to hear of it no more. */
export async function withoutWord<Order extends { id: OrderId; groupId: OrderGroupId }>(
  db: ReadDb,
  orders: readonly Order[],
): Promise<Order[]> {
  if (orders.length === 0) return []
  const [written, silent] = await Promise.all([
    db
      .selectFrom('review')
      .where(
        'order_id',
        'in',
        orders.map(({ id }) => id),
      )
      .select('order_id')
      .execute(),
    db
      .selectFrom('review_opt_out')
      .where(
        'group_id',
        'in',
        orders.map(({ groupId }) => groupId),
      )
      .select('group_id')
      .execute(),
  ])
  const [wrote, quiet] = [new Set(written.map(({ order_id: id }) => id)), new Set(silent.map(({ group_id: id }) => id))]
  return orders.filter(({ id, groupId }) => !wrote.has(id) && !quiet.has(groupId))
}
