import { openText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { AgreedBuyerId, BillId, OrderId } from '../rules/ids.ts'
import { billAccountColumn } from './bill.store.ts'

/** A bill whose code may stand in the content of a transfer: the account that its buyer was told, and its orders, the oldest first. */
export type MatchableBill = {
  id: BillId
  code: string
  producerId: ProducerId
  buyerId: AgreedBuyerId
  account: string
  orders: { id: OrderId; code: string }[]
}

async function selectMatchable(db: ReadDb, by: { codes: readonly string[] } | { id: BillId }): Promise<MatchableBill[]> {
  const query = db
    .selectFrom('buyer_bill as bill')
    .innerJoin('buyer_bill_account as account', 'account.bill_id', 'bill.id')
    .select(['bill.id', 'bill.code', 'bill.producer_id as producerId', 'bill.buyer_id as buyerId', 'account.bank_account as account'])
    .orderBy('bill.code')
  const rows = await ('id' in by ? query.where('bill.id', '=', by.id) : query.where('bill.code', 'in', [...by.codes])).execute()
  if (rows.length === 0) return []
  const orders = await db
    .selectFrom('buyer_bill_order')
    .where(
      'bill_id',
      'in',
      rows.map(({ id }) => id),
    )
    .select(['bill_id as billId', 'order_id as id', 'order_code as code'])
    .orderBy('bill_id')
    .orderBy('place')
    .execute()
  return Promise.all(
    rows.map(async ({ account, ...row }) => ({
      ...row,
      account: await openText(db, billAccountColumn, row.id, account),
      orders: orders.flatMap(({ billId, ...order }) => (billId === row.id ? [order] : [])),
    })),
  )
}

/** The bills that these codes name. Of bills of others than `producerId` nobody learns more than that they are another's. */
export async function selectBillsByCodes(
  db: ReadDb,
  producerId: ProducerId,
  codes: readonly string[],
): Promise<{ own: MatchableBill[]; others: string[] }> {
  if (codes.length === 0) return { own: [], others: [] }
  const bills = await selectMatchable(db, { codes })
  return {
    own: bills.filter((bill) => bill.producerId === producerId),
    others: bills.filter((bill) => bill.producerId !== producerId).map(({ code }) => code),
  }
}

export async function selectMatchableBill(db: ReadDb, producerId: ProducerId, id: BillId): Promise<MatchableBill | undefined> {
  const [bill] = await selectMatchable(db, { id })
  return bill?.producerId === producerId ? bill : undefined
}
