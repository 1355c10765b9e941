import { createHash } from 'node:crypto'
import type { Outcome } from '@dacsan/decisions'
import type { CellValue, ColumnKind, Workbook } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { invoiceLines } from '../rules/invoice.ts'
import type { InvoiceField } from '../rules/invoice.ts'
import type { InvoiceExportId, OrderId } from '../rules/ids.ts'
import { invoiceWords as words } from '../words/invoices.ts'
import { findExport } from './export-invoices.ts'
import { selectToInvoice } from './export.store.ts'
import type { KnownExport, OrderToInvoice } from './export.store.ts'
import { formatNamed, rateNamed } from './formats.ts'

/** The file of an export: the same orders in the same columns however often it is fetched. It names people, so it is kept nowhere. */
export async function invoiceFile(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  exportId: InvoiceExportId,
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const known = await findExport(ctx, exportId)
  return drawAnew(ctx, { kind: 'workbook-xlsx', workbook: workbookOf(known, await selectToInvoice(ctx.db, exportId)) })
}

const kinds: Record<InvoiceField, ColumnKind> = {
  refId: 'text',
  orderCode: 'text',
  handedOverOn: 'date',
  buyerName: 'text',
  buyerAddress: 'text',
  buyerPhone: 'text',
  paymentMethod: 'text',
  itemType: 'integer',
  lineNumber: 'integer',
  itemName: 'text',
  unitName: 'text',
  lotNumber: 'text',
  expiresOn: 'date',
  quantity: 'integer',
  unitPrice: 'decimal',
  netVnd: 'money',
  rateName: 'text',
  taxVnd: 'money',
  grossVnd: 'money',
}

/** Where something was sold by weight, quantities are exact to the gram. */
const kindOf = (field: InvoiceField, rows: readonly Row[]): ColumnKind =>
  field === 'quantity' && rows.some(({ quantity }) => !Number.isInteger(quantity)) ? 'exact' : kinds[field]

type Row = Record<InvoiceField, CellValue>

/** A row a line, as programs that make invoices read them; what it all comes to stands on the sheet of sources, not among the rows. */
function workbookOf({ format, rate, from, to, note, at, byName, orders }: KnownExport, sold: readonly OrderToInvoice[]): Workbook {
  const { columns, name, source, certainty } = formatNamed(format)!
  const rows = sold.flatMap((order) => rowsOf(order, rate))
  const sum = (field: 'netVnd' | 'taxVnd' | 'grossVnd') =>
    rows.reduce((so, row) => so + (row.itemType === 3 ? -1 : 1) * Number(row[field]), 0)
  return {
    sheets: [
      {
        name: words.sheet,
        columns: columns.map(({ header, field }) => ({ key: field, header, kind: kindOf(field, rows) })),
        rows,
        bare: true,
      },
    ],
    source: {
      title: `${words.fileTitle}: ${name}`,
      query: 'shop.invoices',
      version: '1',
      producedAt: at,
      filters: [
        { label: words.period, value: `${formatDate(from)} – ${formatDate(to)}` },
        { label: words.rate, value: rate },
        { label: words.orders, value: String(orders) },
        { label: words.sums.net, value: String(sum('netVnd')) },
        { label: words.sums.tax, value: String(sum('taxVnd')) },
        { label: words.sums.gross, value: String(sum('grossVnd')) },
        { label: words.madeBy, value: byName },
        ...(note ? [{ label: words.whyAgain, value: note }] : []),
      ],
      notes: [`${source} (${words.certainty[certainty]})`, words.rounding, words.notKnown],
    },
  }
}

function rowsOf(order: OrderToInvoice, rate: string): Row[] {
  const percent = rateNamed(rate)?.percent ?? null
  return invoiceLines(order, { percent, names: words.lines }).map(({ quantity, unitPrice, netVnd, taxVnd, grossVnd, ...line }, at) => ({
    ...line,
    quantity,
    unitPrice,
    netVnd,
    taxVnd,
    grossVnd,
    refId: refIdOf(order.id),
    orderCode: order.code,
    handedOverOn: dateInVietnam(order.handedOverAt),
    buyerName: order.buyerName,
    buyerAddress: order.buyerAddress,
    buyerPhone: order.buyerPhone,
    paymentMethod: words.paymentMethod,
    lineNumber: at + 1,
    rateName: rate,
  }))
}

/** One for each order for ever (RFC 9562, version 8): a provider knows by it that an invoice was made before. */
function refIdOf(orderId: OrderId): string {
  const hex = createHash('sha256').update(`invoice of ${orderId}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
