import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

type Stand = { fulfilment: string; totalVnd: Dong; receivedVnd: Dong; refundedVnd: Dong }

/**
 * What the seller still owes a buyer for recalled goods: everything of an order that was given up, the price of these goods where they were handed over.
 * An order that is still held is being given up.
 */
export function refundDueOf({ fulfilment, totalVnd, receivedVnd, refundedVnd }: Stand, recalledVnd: number): Dong {
  const kept = receivedVnd - refundedVnd
  return dong(Math.max(0, fulfilment === 'handed-over' ? kept - totalVnd + recalledVnd : kept))
}
