import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Refused } from '@dacsan/decisions'
import { addDays, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { billActs } from '../acts.ts'
import type { BillStatus } from '../acts.ts'
import type { OrderId } from './ids.ts'
import { isClosed } from './order.ts'
import type { OrderState } from './order.ts'
import type { AnswerDisputeRefusal, DisputeRefusal, MakeBillRefusal } from './refusals.ts'

/** What the logs of an order say of its money now. `owedVnd`: its total less what came back. */
export type MoneyNow = OrderState & { owedVnd: number; keptVnd: number }

/** An order as a bill asked for it. */
export type BillLine = { dueVnd: number; keptVnd: number; openVnd: number }

/** What became of it since: `openVnd as asked = received + reduced + open − over`. */
export type BillLineNow = { receivedVnd: Dong; reducedVnd: Dong; openVnd: Dong; overVnd: Dong }

/** What an order takes: nothing once its goods were given up; what a seller let go after money went back is nobody's debt. */
const takes = ({ owedVnd, keptVnd, payment, fulfilment }: MoneyNow): number =>
  isClosed({ fulfilment }) ? 0 : payment === 'on-account' ? owedVnd : Math.min(owedVnd, keptVnd)

/**
 * An order of a bill as it stands, from the log of its money alone: whatever way money came, it counts once.
 *
 * @example billLineNow({ dueVnd: 40_000, keptVnd: 0, openVnd: 40_000 }, { owedVnd: 40_000, keptVnd: 15_000, payment: 'on-account', fulfilment: 'handed-over' }).openVnd // 25000
 */
export function billLineNow(line: BillLine, now: MoneyNow): BillLineNow {
  const due = takes(now)
  return {
    receivedVnd: dong(now.keptVnd - line.keptVnd),
    reducedVnd: dong(line.dueVnd - due),
    openVnd: dong(Math.max(0, due - now.keptVnd)),
    overVnd: dong(Math.max(0, now.keptVnd - due)),
  }
}

export type Shared<Id> = { id: Id; amountVnd: Dong }

/** Money put to what is open, the first in full before the next; and what is left of it. */
export function oldestFirst<Id>(open: readonly { id: Id; openVnd: number }[], amountVnd: number): { parts: Shared<Id>[]; leftVnd: Dong } {
  let left = amountVnd
  const parts = open.flatMap(({ id, openVnd }) => {
    const part = Math.min(left, openVnd)
    left -= part
    return part > 0 ? [{ id, amountVnd: dong(part) }] : []
  })
  return { parts, leftVnd: dong(left) }
}

/** Money of orders that is to go back, carried over to orders that are open: both the oldest first. */
export function carryOver(
  surpluses: readonly { id: OrderId; overVnd: number }[],
  open: readonly { id: OrderId; openVnd: number }[],
): { from: OrderId; to: OrderId; amountVnd: Dong }[] {
  const left = open.map((one) => ({ ...one }))
  return surpluses.flatMap(({ id: from, overVnd }) => {
    const { parts } = oldestFirst(left, overVnd)
    for (const part of parts) left.find(({ id }) => id === part.id)!.openVnd -= part.amountVnd
    return parts.map(({ id: to, amountVnd }) => ({ from, to, amountVnd }))
  })
}

/** A bill takes the orders up to a day that has come, after the last day of the one before. */
export function refuseBillDay(
  untilOn: PlainDate,
  { today, after }: { today: PlainDate; after: PlainDate | null },
): Refused<MakeBillRefusal> | null {
  if (untilOn > today) return refuse('bill-day-ahead')
  if (after !== null && untilOn <= after) return refuse('bill-day-early', { from: addDays(after, 1) })
  return null
}

export type BillStanding = { openVnd: number; disputed: boolean }
export const billStatusOf = ({ openVnd, disputed }: BillStanding): BillStatus => (openVnd === 0 ? 'paid' : disputed ? 'disputed' : 'open')

/** What stands in the history of a bill that came to a status. */
export const stepTo = { disputed: 'disputed', open: 'answered' } as const satisfies Partial<Record<BillStatus, string>>

/** Its buyer finds something wrong: nobody is reminded until the seller has answered. */
export function decideDispute(status: BillStatus, note: string): Decision<keyof typeof stepTo, DisputeRefusal> {
  return refuseStatus(billActs.dispute, status) ?? (note ? accept(billActs.dispute.to) : refuse('reason-missing'))
}
export function decideAnswer(status: BillStatus, note: string): Decision<keyof typeof stepTo, AnswerDisputeRefusal> {
  return refuseStatus(billActs.answer, status) ?? (note ? accept(billActs.answer.to) : refuse('reason-missing'))
}

/** How long a bill is overdue, in the steps in which debts are told. */
export const billAges = ['not-due', 'to-30', 'to-60', 'to-90', 'over-90'] as const
export type BillAge = (typeof billAges)[number]

const dayNumber = (day: PlainDate): number => Date.parse(day) / 86_400_000
/** Days since it was due; below nothing: until it is. On its day it is not overdue. */
export const daysOverdue = (dueOn: PlainDate, today: PlainDate): number => dayNumber(today) - dayNumber(dueOn)

export function ageOf(dueOn: PlainDate, today: PlainDate): BillAge {
  const days = daysOverdue(dueOn, today)
  if (days <= 0) return 'not-due'
  return days <= 30 ? 'to-30' : days <= 60 ? 'to-60' : days <= 90 ? 'to-90' : 'over-90'
}

/** The last of the days on which a buyer is written to that has come, told from the day on which the bill is due; null before the first. */
export function reminderDue(dueOn: PlainDate, today: PlainDate, days: readonly number[]): number | null {
  const passed = days.filter((day) => day <= daysOverdue(dueOn, today))
  return passed.length > 0 ? Math.max(...passed) : null
}
