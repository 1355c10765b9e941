import { mayOf } from '@dacsan/decisions'
import { listSessions } from '../appraisal/index.ts'
import type { SessionCard } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { selectAwaitingMinistry, selectDecisions } from './decision.store.ts'
import type { AwaitingItem } from './decision.store.ts'
import { requireDecisionReader } from './policy.ts'
import { decisionActs } from './rules.ts'
import type { MayDecide } from './rules.ts'

export type DecisionDesk = {
  /** Closed sessions that no decision has been worded for. */
  undecided: SessionCard[]
  awaitingMinistry: number
  may: Pick<MayDecide, 'draft'>
}

/** What lies on the desk of the office: sessions waiting for their papers, decisions, and how many products wait for the ministry. */
export async function decisionDesk(ctx: Ctx): Promise<DecisionDesk> {
  requireDecisionReader(ctx.actor)
  const decisions = await selectDecisions(ctx.db)
  const decided = new Set(decisions.map(({ sessionId }) => sessionId))
  const sessions = await listSessions(ctx)
  return {
    undecided: sessions.filter(({ id, closedAt, hasResults }) => closedAt !== null && hasResults && !decided.has(id)),
    awaitingMinistry: (await selectAwaitingMinistry(ctx.db)).length,
    may: mayOf(decisionActs, 'draft', grantsOf(ctx.actor)),
  }
}

/** Products with five stars from the province's council that wait for the ministry, and whether the actor may enter its answer. */
export async function listAwaitingMinistry(ctx: Ctx): Promise<{ waiting: AwaitingItem[]; may: Pick<MayDecide, 'record-ministry-result'> }> {
  requireDecisionReader(ctx.actor)
  return { waiting: await selectAwaitingMinistry(ctx.db), may: mayOf(decisionActs, 'draft', grantsOf(ctx.actor)) }
}
