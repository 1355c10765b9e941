import { addDays, daysBetween } from '@dacsan/vietnam'
import type { DueState } from './deadline.ts'
import type { DossierKind } from './forms.ts'
import { isUnderWay } from './moves.ts'
import type { DossierStatus } from './moves.ts'

/** `transition.finish-days`: how long a dossier that was under way when a decision took effect may go on by the former one. */
export type TransitionDays = { 'first-or-upgrade': number; renewal: number }

export type TransitionClock = { on: string; daysLeft: number; state: DueState }

/** A working aid, no legal value. */
const soonFrom = 15

/**
 * What was handed in under a former decision goes on by it and is finished within so many days of the new one (Quyết định 26/2026/QĐ-TTg, Điều 12);
 * the day on which that took effect is not counted. A draft goes over to the new criteria instead.
 */
export function transitionClock(
  { status, kind, criteriaDecision }: { status: DossierStatus; kind: DossierKind; criteriaDecision: string },
  today: string,
  { decision, effectiveFrom, days }: { decision: string; effectiveFrom: string; days: TransitionDays },
): TransitionClock | null {
  if (criteriaDecision === decision || !isUnderWay(status)) return null
  const on = addDays(effectiveFrom, kind === 'renewal' ? days.renewal : days['first-or-upgrade'])
  const daysLeft = daysBetween(today, on)
  return { on, daysLeft, state: daysLeft < 0 ? 'late' : daysLeft <= soonFrom ? 'soon' : 'on-time' }
}
