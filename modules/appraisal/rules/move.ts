import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { SessionStatus } from '../acts.ts'
import type { Manner } from './session.ts'

/** When and where a council is called together. */
export type SessionCall = { heldOn: string; place: string; calledFor: string | null }

/** In a state that is past it, or without a reason. */
export type CancelRefusal = { code: 'wrong-session-status'; status: SessionStatus } | { code: 'reason-missing'; criteria: string[] }
export type MoveRefusal =
  | CancelRefusal
  | { code: 'nothing-moved' }
  | { code: 'held-before-report'; heldOn: string; dossier: string; reportedOn: string }
  | { code: 'answer-day-past'; until: string }

/** Something changes, for a reason, and no dossier is judged before the advisory group has reported on it. */
export function decideMove(
  now: SessionCall & { manner: Manner },
  to: SessionCall & { reason: string; today: string },
  dossiers: readonly { code: string; reportedOn: string | null }[],
): Decision<{ heldOn: string }, MoveRefusal> {
  if (now.heldOn === to.heldOn && now.place === to.place && now.calledFor === to.calledFor) return refuse('nothing-moved')
  if (to.reason === '') return refuse('reason-missing', { criteria: [] })
  if (now.manner === 'written' && to.heldOn < to.today) return refuse('answer-day-past', { until: to.heldOn })
  const early = dossiers.find(({ reportedOn }) => reportedOn !== null && to.heldOn < reportedOn)
  if (early) return refuse('held-before-report', { heldOn: to.heldOn, dossier: early.code, reportedOn: early.reportedOn! })
  return accept({ heldOn: to.heldOn })
}
