import { daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { codeFinder } from '@dacsan/bank-statements'

/** So many days may lie between the day that a seller writes down and the day on which the bank books. */
const mostDays = 4

type Outgoing = { amountVnd: number; bookedOn: PlainDate; content: string }
type Refund = { amountVnd: number; sentOn: PlainDate; orderCode: string }

/**
 * Whether money that went out is this refund beyond doubt: the amount, about the day, and the code of the order in the content. Anything less is for a
 * person to say.
 *
 * @example isThatRefund({ amountVnd: 5000, bookedOn: '2026-11-24', content: 'Hoan tien DS7K3M9QX' }, { amountVnd: 5000, sentOn: '2026-11-23', orderCode: 'DS7K3M9QX' }) // true
 */
export const isThatRefund = (line: Outgoing, refund: Refund): boolean =>
  line.amountVnd === refund.amountVnd &&
  Math.abs(daysBetween(refund.sentOn, line.bookedOn)) <= mostDays &&
  codeFinder([refund.orderCode])(line.content).length > 0
