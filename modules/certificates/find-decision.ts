import { NotFound } from '@dacsan/decisions'
import { listSessions } from '../appraisal/index.ts'
import type { SessionCard } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { selectAwaitingMinistry, selectDecision, selectDecisions } from './decision.store.ts'
import type { AwaitingItem } from './decision.store.ts'
import { requireDecisionReader } from './policy.ts'
import type { DecisionCard, DecisionView } from './rules.ts'

export async function findDecision(ctx: Ctx, decisionId: string): Promise<DecisionView> {
  requireDecisionReader(ctx.actor)
  const decision = await selectDecision(ctx.db, { id: decisionId })
  if (!decision) throw new NotFound('No such decision', { decisionId })
  return decision
}

export type DecisionDesk = {
  /** Closed sessions that no decision has been worded for. */
  undecided: SessionCard[]
  decisions: (DecisionCard & { itemCount: number; certificateCount: number })[]
  awaitingMinistry: number
}

/** What lies on the desk of the office: sessions waiting for their papers, decisions, and how many products wait for the ministry. */
export async function decisionDesk(ctx: Ctx): Promise<DecisionDesk> {
  requireDecisionReader(ctx.actor)
  const decisions = await selectDecisions(ctx.db)
  const decided = new Set(decisions.map(({ sessionId }) => sessionId))
  const sessions = await listSessions(ctx)
  return {
    undecided: sessions.filter(({ id, status }) => status === 'closed' && !decided.has(id)),
    decisions,
    awaitingMinistry: (await selectAwaitingMinistry(ctx.db)).length,
  }
}

/** Products with five stars from the province's council that wait for the ministry. */
export async function listAwaitingMinistry(ctx: Ctx): Promise<AwaitingItem[]> {
  requireDecisionReader(ctx.actor)
  return selectAwaitingMinistry(ctx.db)
}
