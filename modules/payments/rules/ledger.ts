import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

export type LedgerOrder = { totalVnd: number; receivedVnd: number; refundedVnd: number; closed: boolean; returnedVnd?: number }

/** How the money of an order adds up: `received − refunded = due − under + over + late`. */
export type Ledger = {
  expectedVnd: Dong
  receivedVnd: Dong
  refundedVnd: Dong
  keptVnd: Dong
  /** What the order still takes: less once goods came back, nothing once they were given up. */
  dueVnd: Dong
  underVnd: Dong
  overVnd: Dong
  /** Money that is here for goods that were given up. */
  lateVnd: Dong
}

/**
 * The sums of an order, each from the log of its money alone.
 *
 * @example ledgerOf({ totalVnd: 170_000, receivedVnd: 200_000, refundedVnd: 0, closed: false }).overVnd // 30000
 */
export function ledgerOf({ totalVnd, receivedVnd, refundedVnd, closed, returnedVnd = 0 }: LedgerOrder): Ledger {
  const kept = receivedVnd - refundedVnd
  const due = closed ? 0 : totalVnd - returnedVnd
  return {
    expectedVnd: dong(totalVnd),
    receivedVnd: dong(receivedVnd),
    refundedVnd: dong(refundedVnd),
    keptVnd: dong(kept),
    dueVnd: dong(due),
    underVnd: dong(Math.max(0, due - kept)),
    overVnd: dong(closed ? 0 : Math.max(0, kept - due)),
    lateVnd: dong(closed ? kept : 0),
  }
}

export const addsUp = ({ receivedVnd, refundedVnd, dueVnd, underVnd, overVnd, lateVnd }: Ledger): boolean =>
  receivedVnd - refundedVnd === dueVnd - underVnd + overVnd + lateVnd
