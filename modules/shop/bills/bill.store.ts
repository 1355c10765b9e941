import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { billLineNow } from '../rules/bill.ts'
import type { MoneyNow } from '../rules/bill.ts'
import type { AgreedBuyerId, BillId, OrderId } from '../rules/ids.ts'

export const billAccountColumn: LockedColumn = { table: 'buyer_bill_account', key: 'bill_id', column: 'bank_account' }

export type BillAccount = { bankBin: string; bankName: string; accountName: string; bankAccount: string }

const bills = (db: ReadDb) =>
  db
    .selectFrom('buyer_bill as bill')
    .innerJoin('agreed_buyer as buyer', 'buyer.id', 'bill.buyer_id')
    .innerJoin('producer_card as producer', 'producer.id', 'bill.producer_id')
    .select([
      'bill.id',
      'bill.buyer_id as buyerId',
      'bill.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'producer.name as producerName',
      'buyer.name as buyerName',
      'buyer.phone as buyerPhone',
      'buyer.language',
      'bill.number',
      'bill.code',
      'bill.link_secret as linkSecret',
      'bill.from_on as fromOn',
      'bill.until_on as untilOn',
      'bill.due_on as dueOn',
      'bill.orders_vnd as ordersVnd',
      'bill.credit_vnd as creditVnd',
      'bill.total_vnd as totalVnd',
      'bill.made_at as madeAt',
      'bill.by_name as byName',
      sql<boolean>`coalesce((select step = 'disputed' from buyer_bill_step s where s.bill_id = bill.id order by seq desc limit 1), false)`.as(
        'disputed',
      ),
    ])

export type StoredBill = {
  id: BillId
  buyerId: AgreedBuyerId
  producerId: ProducerId
  organisationId: OrganisationId | null
  producerName: string
  buyerName: string
  buyerPhone: string
  language: MessageLanguage
  number: number
  code: string
  linkSecret: string
  fromOn: PlainDate
  untilOn: PlainDate
  dueOn: PlainDate
  ordersVnd: Dong
  creditVnd: Dong
  totalVnd: Dong
  madeAt: Date
  byName: string
  disputed: boolean
}
export type BillOrder = {
  billId: BillId
  orderId: OrderId
  orderCode: string
  placedAt: Date
  dueVnd: Dong
  keptVnd: Dong
  creditVnd: Dong
  askedVnd: Dong
  now: ReturnType<typeof billLineNow>
  state: Pick<MoneyNow, 'payment' | 'fulfilment'>
}
/** A bill with its orders as they stand. */
export type Bill = StoredBill & { orders: BillOrder[]; openVnd: Dong; receivedVnd: Dong; reducedVnd: Dong; overVnd: Dong }

export const owedNow = sql<number>`(shop_order.total_vnd - shop_order.returned_vnd)::float8`
export const keptNow = sql<number>`coalesce((select sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end)
  from payment_event where order_id = shop_order.id), 0)::float8`

async function withOrders(db: ReadDb, rows: readonly StoredBill[]): Promise<Bill[]> {
  if (rows.length === 0) return []
  const lines = await db
    .selectFrom('buyer_bill_order as line')
    .innerJoin('shop_order', 'shop_order.id', 'line.order_id')
    .where(
      'line.bill_id',
      'in',
      rows.map(({ id }) => id),
    )
    .select([
      'line.bill_id as billId',
      'line.order_id as orderId',
      'line.order_code as orderCode',
      'line.placed_at as placedAt',
      'line.due_vnd as dueVnd',
      'line.kept_vnd as keptVnd',
      'line.credit_vnd as creditVnd',
      'line.open_vnd as openVnd',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      owedNow.as('owedNowVnd'),
      keptNow.as('keptNowVnd'),
    ])
    .orderBy('line.bill_id')
    .orderBy('line.place')
    .execute()
  const orders = lines.map(({ openVnd, dueVnd, keptVnd, creditVnd, owedNowVnd, keptNowVnd, payment, fulfilment, ...line }): BillOrder => ({
    ...line,
    dueVnd: dong(dueVnd),
    keptVnd: dong(keptVnd),
    creditVnd: dong(creditVnd),
    askedVnd: dong(openVnd),
    state: { payment, fulfilment },
    now: billLineNow({ dueVnd, keptVnd, openVnd }, { owedVnd: owedNowVnd, keptVnd: keptNowVnd, payment, fulfilment }),
  }))
  return rows.map((row) => {
    const own = orders.filter(({ billId }) => billId === row.id)
    const sum = (name: keyof BillOrder['now']) => dong(own.reduce((total, { now }) => total + now[name], 0))
    return {
      ...row,
      orders: own,
      openVnd: sum('openVnd'),
      receivedVnd: sum('receivedVnd'),
      reducedVnd: sum('reducedVnd'),
      overVnd: sum('overVnd'),
    }
  })
}

type BillRow = Awaited<ReturnType<ReturnType<typeof bills>['execute']>>[number]
const asBill = (row: BillRow): StoredBill => ({
  ...row,
  fromOn: row.fromOn as PlainDate,
  untilOn: row.untilOn as PlainDate,
  dueOn: row.dueOn as PlainDate,
  ordersVnd: dong(row.ordersVnd),
  creditVnd: dong(row.creditVnd),
  totalVnd: dong(row.totalVnd),
})

/** Every bill of a seller, the newest first; `buyerId`: of one buyer. */
export async function selectBillsOf(db: ReadDb, producerId: ProducerId, { buyerId }: { buyerId?: AgreedBuyerId } = {}): Promise<Bill[]> {
  const rows = await bills(db)
    .where('bill.producer_id', '=', producerId)
    .$if(buyerId !== undefined, (query) => query.where('bill.buyer_id', '=', buyerId!))
    .orderBy('bill.made_at', 'desc')
    .orderBy('bill.id', 'desc')
    .execute()
  return withOrders(db, rows.map(asBill))
}

export async function selectBill(db: ReadDb, by: { id: BillId } | { code: string }): Promise<Bill | undefined> {
  const query = bills(db)
  const row = await ('id' in by ? query.where('bill.id', '=', by.id) : query.where('bill.code', '=', by.code)).executeTakeFirst()
  return row && (await withOrders(db, [asBill(row)]))[0]
}

/** Bills of which something was open when asked, due up to a day: whatever is paid is left out. */
export async function selectUnpaidBills(
  db: ReadDb,
  { dueUpTo, buyerIds }: { dueUpTo: PlainDate; buyerIds?: readonly AgreedBuyerId[] },
): Promise<Bill[]> {
  if (buyerIds?.length === 0) return []
  const rows = await bills(db)
    .where('bill.due_on', '<=', dueUpTo)
    .$if(buyerIds !== undefined, (query) => query.where('bill.buyer_id', 'in', [...buyerIds!]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('buyer_bill_order as line')
          .innerJoin('shop_order', 'shop_order.id', 'line.order_id')
          .whereRef('line.bill_id', '=', 'bill.id')
          .where('shop_order.payment_status', '=', 'on-account')
          .select('line.order_id'),
      ),
    )
    .orderBy('bill.due_on')
    .orderBy('bill.id')
    .execute()
  return (await withOrders(db, rows.map(asBill))).filter(({ openVnd }) => openVnd > 0)
}

export async function selectBillByKey(db: ReadDb, requestKey: string): Promise<{ id: BillId; buyerId: AgreedBuyerId } | undefined> {
  return db.selectFrom('buyer_bill').where('request_key', '=', requestKey).select(['id', 'buyer_id as buyerId']).executeTakeFirst()
}

/** The newest bill of a buyer. */
export async function selectLastBill(db: ReadDb, buyerId: AgreedBuyerId): Promise<{ number: number; untilOn: PlainDate } | undefined> {
  const row = await db
    .selectFrom('buyer_bill')
    .where('buyer_id', '=', buyerId)
    .select(['number', 'until_on as untilOn'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { number: row.number, untilOn: row.untilOn as PlainDate }
}

export type OrderToBill = { id: OrderId; code: string; placedAt: Date } & MoneyNow

const toBill = (db: ReadDb, buyerId: AgreedBuyerId) =>
  db
    .selectFrom('shop_order')
    .where('agreed_buyer_id', '=', buyerId)
    .where('payment_way', '=', 'account')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.created_at as placedAt',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      owedNow.as('owedVnd'),
      keptNow.as('keptVnd'),
    ])
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')

/** Orders on account that stand on no bill yet, the oldest first; `before`: placed before a moment. */
export const selectUnbilled = (db: ReadDb, buyerId: AgreedBuyerId, before: Date): Promise<OrderToBill[]> =>
  toBill(db, buyerId)
    .where('payment_status', '=', 'on-account')
    .where('shop_order.created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('buyer_bill_order').whereRef('order_id', '=', 'shop_order.id').select('order_id'))),
    )
    .execute()

/** Orders on account of which money is to go back, the oldest first. */
export const selectSurpluses = (db: ReadDb, buyerId: AgreedBuyerId): Promise<OrderToBill[]> =>
  toBill(db, buyerId).where('payment_status', 'in', ['over', 'to-settle']).execute()

export type NewBill = Omit<StoredBill, 'organisationId' | 'producerName' | 'buyerName' | 'buyerPhone' | 'language' | 'disputed'> & {
  requestKey: string
  byId: UserId
  account: BillAccount
  orders: readonly { order: OrderToBill; creditVnd: number }[]
  credits: readonly { from: OrderId; to: OrderId; amountVnd: Dong }[]
}

export async function insertBill(tx: Tx, bill: NewBill): Promise<void> {
  await tx
    .insertInto('buyer_bill')
    .values({
      id: bill.id,
      buyer_id: bill.buyerId,
      producer_id: bill.producerId,
      number: bill.number,
      code: bill.code,
      link_secret: bill.linkSecret,
      from_on: bill.fromOn,
      until_on: bill.untilOn,
      due_on: bill.dueOn,
      orders_vnd: bill.ordersVnd,
      credit_vnd: bill.creditVnd,
      total_vnd: bill.totalVnd,
      request_key: bill.requestKey,
      made_at: bill.madeAt,
      by_id: bill.byId,
      by_name: bill.byName,
    })
    .execute()
  const { bankBin, bankName, accountName, bankAccount } = bill.account
  await tx
    .insertInto('buyer_bill_account')
    .values({
      bill_id: bill.id,
      bank_bin: bankBin,
      bank_name: bankName,
      account_name: accountName,
      bank_account: await lockText(tx, billAccountColumn, bill.id, bankAccount),
    })
    .execute()
  await insertRows(
    tx,
    'buyer_bill_order',
    bill.orders.map(({ order, creditVnd }, at) => ({
      order_id: order.id,
      bill_id: bill.id,
      place: at + 1,
      order_code: order.code,
      placed_at: order.placedAt,
      due_vnd: order.owedVnd,
      kept_vnd: order.keptVnd,
      credit_vnd: creditVnd,
      open_vnd: order.owedVnd - order.keptVnd,
    })),
  )
  await insertRows(
    tx,
    'buyer_bill_credit',
    bill.credits.map(({ from, to, amountVnd }) => ({ bill_id: bill.id, from_order_id: from, to_order_id: to, amount_vnd: amountVnd })),
  )
}

export async function selectAccountOf(db: ReadDb, billId: BillId): Promise<BillAccount> {
  const { bankAccount, ...row } = await db
    .selectFrom('buyer_bill_account')
    .where('bill_id', '=', billId)
    .select(['bank_bin as bankBin', 'bank_name as bankName', 'account_name as accountName', 'bank_account as bankAccount'])
    .executeTakeFirstOrThrow()
  return { ...row, bankAccount: await openText(db, billAccountColumn, billId, bankAccount) }
}

/** What was carried over to a bill, by the code of the order from which it came. */
export async function selectCreditsOf(db: ReadDb, billId: BillId): Promise<{ code: string; amountVnd: Dong }[]> {
  const rows = await db
    .selectFrom('buyer_bill_credit as credit')
    .innerJoin('shop_order', 'shop_order.id', 'credit.from_order_id')
    .where('credit.bill_id', '=', billId)
    .select(['shop_order.code', ({ fn }) => fn.sum<string>('amount_vnd').as('amountVnd')])
    .groupBy('shop_order.code')
    .orderBy('shop_order.code')
    .execute()
  return rows.map(({ code, amountVnd }) => ({ code, amountVnd: dong(Number(amountVnd)) }))
}

/** Whoever disputes a bill, or answers, waits for whoever does. */
export async function lockBill(tx: Tx, by: { id: BillId } | { code: string }): Promise<Bill | undefined> {
  const bill = await selectBill(tx, by)
  if (!bill) return undefined
  await tx.selectFrom('agreed_buyer').where('id', '=', bill.buyerId).select('id').forUpdate().executeTakeFirst()
  return selectBill(tx, { id: bill.id })
}

export type BillStep = { step: 'disputed' | 'answered'; note: string; at: Date; byName: string }

export const selectStepsOf = (db: ReadDb, billId: BillId): Promise<BillStep[]> =>
  db
    .selectFrom('buyer_bill_step')
    .where('bill_id', '=', billId)
    .select(['step', 'note', 'at', 'by_name as byName'])
    .orderBy('seq')
    .execute()

export async function insertStep(
  tx: Tx,
  billId: BillId,
  { step, note, at, byId, byName }: BillStep & { byId: UserId | null },
): Promise<void> {
  await tx
    .insertInto('buyer_bill_step')
    .values(({ selectFrom, fn, lit }) => ({
      bill_id: billId,
      // Its buyer is locked.
      seq: selectFrom('buyer_bill_step')
        .where('bill_id', '=', billId)
        .select((eb) => eb(fn.coalesce(fn.max('seq'), lit(0)), '+', 1).as('next')),
      step,
      note,
      at,
      by_id: byId,
      by_name: byName,
    }))
    .execute()
}
