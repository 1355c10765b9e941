import { createHash } from 'node:crypto'
import type { PlaceOrderInput } from '../inputs.ts'
import { mergeLines } from '../rules.ts'

/** What makes two sendings the same wish: everything but the key and the order in which the lines were written. */
export function requestHashOf({
  lines,
  buyerName,
  buyerPhone,
  buyerAddress,
  note,
  deliverTo,
  wishes,
  ways,
  vouchers,
  invoice,
  receivers,
}: PlaceOrderInput): string {
  const cart = mergeLines(lines).toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1))
  const delivery = deliverTo || wishes ? [deliverTo ?? '', Object.entries(wishes ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))] : []
  const paying = ways ? [Object.entries(ways).toSorted(([a], [b]) => (a < b ? -1 : 1))] : []
  const reduced = vouchers ? [Object.entries(vouchers).toSorted(([a], [b]) => (a < b ? -1 : 1))] : []
  const body = JSON.stringify([
    cart.map((line) => [line.listingId, line.quantity]),
    buyerName,
    buyerPhone,
    buyerAddress,
    note,
    ...delivery,
    ...paying,
    ...reduced,
    ...(receivers ? [receivers] : []),
    ...(invoice ? [[invoice.name, invoice.taxCode, invoice.address, invoice.email]] : []),
  ])
  return createHash('sha256').update(body).digest('base64url')
}
