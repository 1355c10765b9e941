import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { listSessions, sessionForMinutes } from '../appraisal/index.ts'
import type { SessionCard, SessionForMinutes } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
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

export type DecisionFile = {
  decision: DecisionView
  /** The session it decides on; null where it follows the ministry. */
  session: SessionForMinutes['session'] | null
  /** The term that its certificates have, or would have if it were signed today. */
  validity: Rule<'certificate.validity-months'>
}

/** A decision with what it stands on. */
export async function decisionFile(ctx: Ctx, decisionId: string): Promise<DecisionFile> {
  const decision = await findDecision(ctx, decisionId)
  const session = decision.sessionId === null ? null : (await sessionForMinutes(ctx, decision.sessionId)).session
  const validity = await ruleOn(ctx.db, 'certificate.validity-months', decision.signedOn ?? dateInVietnam(ctx.now))
  return { decision, session, validity }
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
