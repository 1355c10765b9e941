import { NotFound } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { paymentsUnseen } from '../rules.ts'
import type { FulfilmentStatus, PaymentStatus } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import type { LockedSnapshot } from './snapshot.ts'
import { openSnapshot } from './snapshot.store.ts'

/** What is asked of an order when money comes for it. */
export type OrderOfMoney = {
  id: OrderId
  code: string
  producerId: ProducerId
  fulfilment: FulfilmentStatus
  payment: PaymentStatus
  totalVnd: Dong
  keptVnd: Dong
  holdUntil: Date
  createdAt: Date
  buyerName: string
}

const keptSum = sql<number>`coalesce((select sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end)
  from payment_event where order_id = shop_order.id), 0)::bigint`

const ordersOfMoney = (db: ReadDb) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.producer_id as producerId',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.payment_status as payment',
      // What was agreed to go back is owed no more.
      sql<number>`shop_order.total_vnd - shop_order.returned_vnd`.as('totalVnd'),
      'shop_order.hold_until as holdUntil',
      'shop_order.created_at as createdAt',
      'order_group.buyer_name as buyerName',
      keptSum.as('keptVnd'),
    ])

const asMoney = <Row extends { totalVnd: number; keptVnd: number }>(row: Row) => ({
  ...row,
  totalVnd: dong(Number(row.totalVnd)),
  keptVnd: dong(Number(row.keptVnd)),
})

/**
 * The orders that these codes name, each with the account that its buyer was told to pay to, and with the receipts that are in the books. Of orders of
 * others than `producerId` nobody learns more than that they are another's.
 */
export async function selectOrdersByCodes(db: ReadDb, producerId: ProducerId, codes: readonly string[]) {
  if (codes.length === 0) return { own: [], others: [] }
  const rows = await ordersOfMoney(db)
    .where('shop_order.code', 'in', [...codes])
    .select('shop_order.snapshot')
    .orderBy('shop_order.code')
    .execute()
  const own = rows.filter((row) => row.producerId === producerId)
  const receipts = await selectReceipts(
    db,
    own.map(({ id }) => id),
  )
  return {
    own: await Promise.all(
      own.map(async ({ snapshot, ...row }) => {
        const { seller } = await openSnapshot(db, row.id, snapshot as LockedSnapshot)
        return {
          ...asMoney(row),
          account: seller.bankAccount,
          receipts: receipts.filter(({ orderId }) => orderId === row.id),
        }
      }),
    ),
    others: rows.filter((row) => row.producerId !== producerId).map(({ code }) => code),
  }
}
export type MatchableOrder = Awaited<ReturnType<typeof selectOrdersByCodes>>['own'][number]

async function selectReceipts(db: ReadDb, orderIds: readonly OrderId[]) {
  if (orderIds.length === 0) return []
  const rows = await db
    .selectFrom('payment_event')
    .where('order_id', 'in', [...orderIds])
    .where('kind', '=', 'received')
    // No bank tells of cash: a line of the same sum is other money.
    .where('in_cash', '=', false)
    .select(['id', 'order_id as orderId', 'amount_vnd as amountVnd', 'request_key as requestKey', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, amountVnd: dong(row.amountVnd) }))
}

/** Holds these orders until the end of the transaction, in the order of their ids: whoever holds several never waits in a circle. */
export async function lockOrders(tx: Tx, orderIds: readonly OrderId[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx
    .selectFrom('shop_order')
    .where('id', 'in', [...orderIds])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Orders of a seller that some money may be for: what is still to pay first, those of just this much before others, the newest first. */
export async function selectOrdersForAmount(
  db: ReadDb,
  producerId: ProducerId,
  { amountVnd, before, since, most, code }: { amountVnd: number; before: Date; since: Date; most: number; code?: string },
): Promise<OrderOfMoney[]> {
  const rows = await ordersOfMoney(db)
    .where('shop_order.producer_id', '=', producerId)
    .$if(code !== undefined, (query) => query.where('shop_order.code', 'like', `%${code!.replaceAll(/[^A-Z0-9]/gu, '')}%`))
    .$if(code === undefined, (query) =>
      query
        .where('shop_order.created_at', '<=', before)
        .where('shop_order.created_at', '>=', since)
        .where('shop_order.payment_status', 'in', [...paymentsUnseen, 'on-account', 'under', 'unpaid']),
    )
    .orderBy(sql`abs(shop_order.total_vnd - shop_order.returned_vnd - ${keptSum} - ${amountVnd}::bigint)`)
    .orderBy('shop_order.created_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asMoney)
}

export async function selectOrderOfMoney(db: ReadDb, producerId: ProducerId, id: OrderId): Promise<OrderOfMoney | undefined> {
  const row = await ordersOfMoney(db).where('shop_order.producer_id', '=', producerId).where('shop_order.id', '=', id).executeTakeFirst()
  return row && asMoney(row)
}

/** Orders of a seller whose money is more than they take: too much came, or it came for what is closed. */
export async function selectOrdersToRefund(db: ReadDb, producerId: ProducerId): Promise<OrderOfMoney[]> {
  const rows = await ordersOfMoney(db)
    .where('shop_order.producer_id', '=', producerId)
    .where('shop_order.payment_status', 'in', ['over', 'to-settle'])
    .orderBy('shop_order.updated_at')
    .limit(200)
    .execute()
  return rows.map(asMoney)
}

/** Whose order it is. */
export async function orderOwner(db: ReadDb, id: OrderId): Promise<{ producerId: ProducerId; organisationId: OrganisationId | null }> {
  const owner = await db
    .selectFrom('shop_order')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .where('shop_order.id', '=', id)
    .select(['shop_order.producer_id as producerId', 'producer.organisation_id as organisationId'])
    .executeTakeFirst()
  if (!owner) throw new NotFound('No such order', { id })
  return owner
}

/** The lines of the log of money under these keys. */
export async function selectMoneyByKeys(db: ReadDb, keys: readonly string[]) {
  if (keys.length === 0) return []
  return db
    .selectFrom('payment_event')
    .where('request_key', 'in', [...keys])
    .select(['request_key as requestKey', 'order_id as orderId', 'kind', 'amount_vnd as amountVnd'])
    .execute()
}
