import type { SessionForMinutes } from '../../appraisal/index.ts'
import type { Rule } from '../../law/index.ts'
import type { Paper } from '../../papers/index.ts'
import type { DecisionView } from '../rules.ts'

export type DecidedSession = SessionForMinutes['session']

/** What the papers of a decision are drawn from. */
export type DecisionGround = {
  decision: DecisionView
  /** The session it decides on; null where it follows the ministry. */
  minutes: SessionForMinutes | null
  /** The term that its certificates have, or would have if it were signed today. */
  validity: Rule<'certificate.validity-months'>
}

export type DecisionPaper = Paper<DecisionGround>

/** Papers of a decision are kept about it, unless they are about a part of it. */
export const ofDecision = { about: ({ decision }) => ({ type: 'decision', id: decision.id }) } satisfies Pick<DecisionPaper, 'about'>
