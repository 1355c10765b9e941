import { withCommit } from '@dacsan/platform/context'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../../context.ts'
import type { InvoiceInput } from '../inputs.ts'
import type { OrderGroupId, OrderId } from '../rules/ids.ts'

export const invoiceTaxColumn: LockedColumn = { table: 'invoice_request', key: 'group_id', column: 'tax_code' }

/** With the commit, behind the purchase. */
export async function insertInvoice(tx: Tx, groupId: OrderGroupId, { name, taxCode, address, email }: InvoiceInput): Promise<void> {
  const locked = taxCode === null ? null : await lockText(tx, invoiceTaxColumn, groupId, taxCode)
  await withCommit(tx, tx.insertInto('invoice_request').values({ group_id: groupId, name, tax_code: locked, address, email }).compile())
}

export const orderInvoiceTaxColumn: LockedColumn = { table: 'order_invoice', key: 'order_id', column: 'tax_code' }

/** To whom the invoice of one order is to be written from now on, whatever the purchase said. */
export async function saveOrderInvoice(tx: Tx, orderId: OrderId, { name, taxCode, address, email }: InvoiceInput): Promise<void> {
  const locked = taxCode === null ? null : await lockText(tx, orderInvoiceTaxColumn, orderId, taxCode)
  const said = { name, tax_code: locked, address, email }
  await tx
    .insertInto('order_invoice')
    .values({ order_id: orderId, ...said })
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet(said))
    .execute()
}

/** To whom the invoice of an order is to be written; null where nobody asked for one. A number whose key is lost is null. */
export async function selectInvoice(db: ReadDb, { id, groupId }: { id: OrderId; groupId: OrderGroupId }): Promise<InvoiceInput | null> {
  const own = await db
    .selectFrom('order_invoice')
    .where('order_id', '=', id)
    .select(['name', 'tax_code as taxCode', 'address', 'email'])
    .executeTakeFirst()
  if (own) return { ...own, taxCode: own.taxCode && (await openTextIfPossible(db, orderInvoiceTaxColumn, id, own.taxCode)) }
  const row = await db
    .selectFrom('invoice_request')
    .where('group_id', '=', groupId)
    .select(['name', 'tax_code as taxCode', 'address', 'email'])
    .executeTakeFirst()
  if (!row) return null
  return { ...row, taxCode: row.taxCode && (await openTextIfPossible(db, invoiceTaxColumn, groupId, row.taxCode)) }
}
