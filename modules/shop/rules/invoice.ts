import { allocate, dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { partsOfLots } from './by-weight.ts'
import { nameOfPack } from './offer.ts'

/** What a column of a file of a provider may hold. */
export const invoiceFields = [
  'refId',
  'orderCode',
  'handedOverOn',
  'buyerName',
  'buyerAddress',
  'buyerPhone',
  'paymentMethod',
  'itemType',
  'lineNumber',
  'itemName',
  'unitName',
  'lotNumber',
  'expiresOn',
  'quantity',
  'unitPrice',
  'netVnd',
  'rateName',
  'taxVnd',
  'grossVnd',
] as const
export type InvoiceField = (typeof invoiceFields)[number]

export type SoldLine = {
  productName: string
  netContent: string | null
  unit: string
  unitPriceVnd: Dong
  /** By its real weight: what was weighed, piece by piece, and what it came to; absent or null: sold by the piece. */
  weighed?: { grams: readonly number[]; sumVnd: Dong; mostGrams: number } | null
  lots: readonly { number: string; expiresOn: string | null; quantity: number }[]
}
/** `totalVnd`: what it came to, by its real weight. */
export type SoldOrder = { totalVnd: Dong; deliveryVnd: Dong; lines: readonly SoldLine[] }

/** Goods and what brings them are of type 1, a discount is a line of its own, of type 3. */
export type InvoiceLine = {
  itemType: 1 | 3
  itemName: string
  unitName: string
  lotNumber: string | null
  expiresOn: string | null
  /** Of what is sold by weight kilograms, to the gram. */
  quantity: number
  /** Before tax, exact to a millionth: times the quantity it rounds to the net sum of the line. */
  unitPrice: string
  netVnd: Dong
  taxVnd: Dong
  grossVnd: Dong
}

/** Names of lines that are no goods. */
type OtherLines = { delivery: string; discount: string; once: string; kilogram: string }

/**
 * The lines of an invoice of an order, lot by lot. Prices of the shop have the tax in them: the net sum of the order is worked out once, rounded to whole đồng,
 * and shared out to the lines by the largest remainder, so that goods, delivery and discount are the sum that the buyer paid, to the đồng.
 *
 * @example invoiceLines(order, { percent: 8, names }).reduce((sum, line) => sum + line.grossVnd, 0) // what the buyer paid, where nothing was taken off
 */
export function invoiceLines(order: SoldOrder, { percent, names }: { percent: number | null; names: OtherLines }): InvoiceLine[] {
  const { totalVnd, deliveryVnd } = order
  const goods = order.lines.flatMap((line) => goodsOfLine(line, names.kilogram))
  const sold: Omit<InvoiceLine, 'unitPrice' | 'netVnd' | 'taxVnd'>[] = goods.map((line) => ({
    itemType: 1,
    itemName: nameOfPack(line.productName, line.netContent),
    unitName: line.unit,
    lotNumber: line.number,
    expiresOn: line.expiresOn,
    quantity: line.quantity,
    grossVnd: dong(line.grossVnd),
  }))
  const other = { unitName: names.once, lotNumber: null, expiresOn: null, quantity: 1 }
  if (deliveryVnd > 0) sold.push({ ...other, itemType: 1, itemName: names.delivery, grossVnd: deliveryVnd })
  const grossVnd = sold.reduce((sum, line) => sum + line.grossVnd, 0)
  const nets = shareOut(
    netOf(grossVnd, percent),
    sold.map((line) => line.grossVnd),
  )
  const lines = sold.map((line, at) => withNet(line, nets[at]!))
  const discountVnd = grossVnd - totalVnd
  if (discountVnd <= 0) return lines
  const discountNet = netOf(grossVnd, percent) - netOf(totalVnd, percent)
  return [...lines, withNet({ ...other, itemType: 3, itemName: names.discount, grossVnd: dong(discountVnd) }, discountNet)]
}

/** A line lot by lot: in pieces at their price, or in kilograms by what the scale said of those pieces. */
function goodsOfLine({ lots, weighed, ...line }: SoldLine, kilogram: string) {
  if (!weighed) return lots.map((lot) => ({ ...line, ...lot, grossVnd: line.unitPriceVnd * lot.quantity }))
  const parts = partsOfLots(
    { ...weighed, byWeight: weighed },
    lots.map(({ quantity }) => quantity),
  )
  return lots.map((lot, at) => ({
    ...line,
    ...lot,
    unit: kilogram,
    quantity: parts[at]!.grams / 1000,
    grossVnd: parts[at]!.sumVnd as number,
  }))
}

const netOf = (grossVnd: number, percent: number | null): number =>
  percent === null ? grossVnd : Number((BigInt(grossVnd) * 200n + BigInt(100 + percent)) / (2n * BigInt(100 + percent)))

function shareOut(total: number, weights: readonly number[]): number[] {
  const shared = allocate(total, weights)
  if (!shared.ok) throw new Error(`an invoice cannot be shared out: ${shared.refusal.code}`)
  return shared.value
}

const withNet = (line: Omit<InvoiceLine, 'unitPrice' | 'netVnd' | 'taxVnd'>, netVnd: number): InvoiceLine => ({
  ...line,
  unitPrice: perUnit(netVnd, line.quantity),
  netVnd: dong(netVnd),
  taxVnd: dong(line.grossVnd - netVnd),
})

/** With as many decimals as it needs, six at most. */
function perUnit(netVnd: number, quantity: number): string {
  // In thousandths, as what is weighed has them.
  const thousandths = BigInt(Math.round(quantity * 1000))
  const millionths = (BigInt(netVnd) * 2_000_000_000n + thousandths) / (2n * thousandths)
  const decimals = String(millionths % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${millionths / 1_000_000n}${decimals ? `.${decimals}` : ''}`
}
