import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../../context.ts'
import type { InvoiceInput } from '../inputs.ts'
import type { OrderGroupId } from '../rules/ids.ts'

export const invoiceTaxColumn: LockedColumn = { table: 'invoice_request', key: 'group_id', column: 'tax_code' }

export async function insertInvoice(tx: Tx, groupId: OrderGroupId, { name, taxCode, address, email }: InvoiceInput): Promise<void> {
  const locked = taxCode === null ? null : await lockText(tx, invoiceTaxColumn, groupId, taxCode)
  await tx.insertInto('invoice_request').values({ group_id: groupId, name, tax_code: locked, address, email }).execute()
}

/** To whom an invoice of a purchase is to be written; null where nobody asked for one. A number whose key is lost is null. */
export async function selectInvoice(db: ReadDb, groupId: OrderGroupId): Promise<InvoiceInput | null> {
  const row = await db
    .selectFrom('invoice_request')
    .where('group_id', '=', groupId)
    .select(['name', 'tax_code as taxCode', 'address', 'email'])
    .executeTakeFirst()
  if (!row) return null
  return { ...row, taxCode: row.taxCode && (await openTextIfPossible(db, invoiceTaxColumn, groupId, row.taxCode)) }
}
