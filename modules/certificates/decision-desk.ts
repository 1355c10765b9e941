import { mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { listSessions, ministryDaysOf } from '../appraisal/index.ts'
import type { SessionCard } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/index.ts'
import { selectAwaitingMinistry, selectDecisions } from './decision.store.ts'
import type { AwaitingItem } from './decision.store.ts'
import { requireDecisionReader } from './policy.ts'
import { decisionActs, ministryStep } from './rules.ts'
import type { MayDecide, MinistryStep } from './rules.ts'

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

export type AwaitingProduct = AwaitingItem & { step: MinistryStep | null }

/** Products with five stars from the province's council that wait for the ministry, each with its next day, and whether the actor may enter its answer. */
export async function listAwaitingMinistry(
  ctx: Ctx,
): Promise<{ waiting: AwaitingProduct[]; may: Pick<MayDecide, 'record-ministry-result'> }> {
  requireDecisionReader(ctx.actor)
  return { waiting: await awaitingMinistry(ctx), may: mayOf(decisionActs, 'draft', grantsOf(ctx.actor)) }
}

export async function awaitingMinistry({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<AwaitingProduct[]> {
  const waiting = await selectAwaitingMinistry(db)
  const sessions = new Set(waiting.flatMap(({ sessionId }) => sessionId ?? []))
  const days = new Map(await Promise.all([...sessions].map(async (id) => [id, await ministryDaysOf(db, id)] as const)))
  return waiting.map((item) => {
    const known = item.sessionId === null ? null : (days.get(item.sessionId) ?? null)
    return { ...item, step: known && ministryStep(item, known, dateInVietnam(now)) }
  })
}
