import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { sessionForMinutes } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import { selectDecision } from './decision.store.ts'
import type { DecisionGround } from './papers/decision-ground.ts'
import { requireDecisionReader } from './policy.ts'
import type { DecisionView } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'

export async function findDecision(ctx: Ctx, decisionId: DecisionId): Promise<DecisionView> {
  requireDecisionReader(ctx.actor)
  const decision = await selectDecision(ctx.db, { id: decisionId })
  if (!decision) throw new NotFound('No such decision', { decisionId })
  return decision
}

/** A decision with what it stands on. */
export async function decisionGround(ctx: Ctx, decisionId: DecisionId): Promise<DecisionGround> {
  const decision = await findDecision(ctx, decisionId)
  const minutes = decision.sessionId === null ? null : await sessionForMinutes(ctx, decision.sessionId)
  const validity = await ruleOn(ctx.db, 'certificate.validity-months', decision.signedOn ?? dateInVietnam(ctx.now))
  return { decision, minutes, validity }
}
