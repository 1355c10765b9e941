import { mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Grant, Refused } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { suspensionActs } from '../acts.ts'
import type { SuspensionStatus } from '../acts.ts'
import { isClosed } from './order.ts'
import type { OrderState } from './order.ts'
import type { SuspensionClosed } from './refusals.ts'

export const suspensionKinds = ['notice', 'order'] as const
export type SuspensionKind = (typeof suspensionKinds)[number]

export const suspensionSteps = ['answered', 'carried-out', 'withdrawn', 'lifted'] as const
export type SuspensionStep = (typeof suspensionSteps)[number]

export type SuspensionFacts = {
  kind: SuspensionKind
  /** Null: an order that was not carried out yet. */
  startsAt: Date | null
  endsAt: Date | null
}

/** Where it stands at a moment: one with notice begins by its date itself. */
export function suspensionStatusOf({ kind, startsAt, endsAt }: SuspensionFacts, now: Date): SuspensionStatus {
  if (endsAt !== null) return 'ended'
  if (startsAt !== null && startsAt <= now) return 'in-force'
  return kind === 'notice' ? 'announced' : 'received'
}

/** What becomes of an order while its seller is stopped, as its buyer is told. */
export const suspendedFates = ['do-not-pay', 'goods-or-money', 'as-usual', 'money-back', 'over'] as const
export type SuspendedFate = (typeof suspendedFates)[number]

/** What nobody paid is cancelled; what was paid, or said to be, is handed over or paid back; what was handed over keeps every right to return and complaint. */
export function fateWhileSuspended(order: OrderState): SuspendedFate {
  if (order.fulfilment === 'handed-over') return 'as-usual'
  if (order.payment === 'to-settle') return 'money-back'
  if (isClosed(order)) return 'over'
  return order.payment === 'awaiting' || order.payment === 'to-confirm' ? 'do-not-pay' : 'goods-or-money'
}

/** The first day on which a seller may be stopped that is told today: whole days of notice lie between. */
export const firstDayOfNotice = (today: PlainDate, noticeDays: number): PlainDate => addDays(today, noticeDays + 1)

export const beginningOf = (day: PlainDate): Date => new Date(`${day}T00:00:00+07:00`)

export function refuseNotice(
  { startsOn }: { startsOn: PlainDate },
  { today, noticeDays }: { today: PlainDate; noticeDays: number },
): Refused<{ code: 'notice-too-short'; days: number; from: PlainDate }> | null {
  const from = firstDayOfNotice(today, noticeDays)
  return startsOn < from ? refuse('notice-too-short', { days: noticeDays, from }) : null
}

/** The hours that an authority gives run from when its order was received. */
export const carryOutBy = (receivedAt: Date, hours: number): Date => new Date(receivedAt.getTime() + hours * 3_600_000)

/** What is done to a suspension that is there. */
export type StepAct = 'carry-out' | 'answer' | 'withdraw' | 'lift'

export const refuseSuspensionStep = (act: StepAct, facts: SuspensionFacts, now: Date): Refused<SuspensionClosed> | null =>
  refuseStatus(suspensionActs[act], suspensionStatusOf(facts, now))

export const mayOfSuspension = (facts: SuspensionFacts, grants: readonly Grant[], now: Date) =>
  mayOf(suspensionActs, suspensionStatusOf(facts, now), grants)
