import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

/** What a seller lets a buyer owe, and what that buyer owes: every order that was placed on account, whether its goods are packed, on their way or there. */
export type CreditOf = {
  limitVnd: Dong
  openVnd: Dong
  /** A bill is overdue, and its seller sells nothing more on account until it is paid. */
  stopped?: boolean
}

export type NoAccount = 'no-account' | 'bill-overdue' | 'over-credit'

export const creditLeft = ({ limitVnd, openVnd }: CreditOf): Dong => dong(Math.max(0, limitVnd - openVnd))

/**
 * Whether an order may be paid with the bill of the month: it was agreed, and what is owed with it stays within the limit. Whoever decides holds the buyer, so
 * that two orders at once do not both fit.
 */
export function decideAccountWay(credit: CreditOf | null, totalVnd: Dong): Decision<null, { code: NoAccount }> {
  if (credit === null) return refuse('no-account')
  if (credit.stopped) return refuse('bill-overdue')
  return totalVnd > creditLeft(credit) ? refuse('over-credit') : accept(null)
}
