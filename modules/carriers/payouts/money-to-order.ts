import type { Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { bookReceipt } from '../../shop/index.ts'
import type { OrderId, ReceiptRefusal } from '../../shop/rules.ts'
import type { CodPayoutLineId } from '../rules/ids.ts'

/**
 * The one place where the shop is told that the buyer's money for a parcel came: whole, as the buyer gave it; what the carrier took off is the seller's cost.
 * Booked under the id of the line, so that no line is booked twice; in cash, as the buyer paid it.
 */
export async function moneyToOrder(
  tx: Tx,
  ctx: Ctx,
  { lineId, orderId, amountVnd, parcelCode }: { lineId: CodPayoutLineId; orderId: OrderId; amountVnd: number; parcelCode: string },
): Promise<Outcome<null, ReceiptRefusal>> {
  const receipt = { orderId, amountVnd, reference: parcelCode.slice(0, 80), note: '', requestKey: lineId }
  // Goods of an order that was given up do not come back by it: they are with the buyer or with the carrier.
  const booked = await bookReceipt(tx, ctx, receipt, { reopen: false, inCash: true })
  if (booked.ok) return { ok: true, value: null }
  if (booked.refusal.code === 'request-key-reused') throw new Error(`${lineId} was booked with other contents`)
  return { ok: false, refusal: booked.refusal }
}
