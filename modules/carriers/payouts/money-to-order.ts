import type { Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { bookReceipt, ordersOfParcel } from '../../shop/index.ts'
import { mostInParcel, shareOfParcel } from '../../shop/rules.ts'
import type { OrderId, ReceiptRefusal } from '../../shop/rules.ts'
import type { CodPayoutLineId } from '../rules/ids.ts'

/**
 * The one place where the shop is told that the buyer's money for a parcel came: whole, as the buyer gave it; what the carrier took off is the seller's cost.
 * Booked under the id of the line, so that no line is booked twice; in cash, as the buyer paid it. Where several orders lay in the parcel, each gets what it takes.
 */
export async function moneyToOrder(
  tx: Tx,
  ctx: Ctx,
  { lineId, orderId, amountVnd, parcelCode }: { lineId: CodPayoutLineId; orderId: OrderId; amountVnd: number; parcelCode: string },
): Promise<Outcome<null, ReceiptRefusal>> {
  const parts = shareOfParcel(amountVnd, await ordersOfParcel(tx, orderId))
  for (const [at, part] of parts.entries()) {
    const receipt = { ...part, reference: parcelCode.slice(0, 80), note: '', requestKey: keysOf(lineId)[at]! }
    // Goods of an order that was given up do not come back by it: they are with the buyer or with the carrier.
    const booked = await bookReceipt(tx, ctx, receipt, { reopen: false, inCash: true })
    if (booked.ok) continue
    if (booked.refusal.code === 'request-key-reused') throw new Error(`${lineId} was booked with other contents`)
    return { ok: false, refusal: booked.refusal }
  }
  return { ok: true, value: null }
}

/** Under which keys the money of a line stands in the logs of the orders of its parcel. */
export const keysOf = (lineId: string): string[] => [lineId, ...Array.from({ length: mostInParcel - 1 }, (_, at) => `${lineId}-${at + 2}`)]
