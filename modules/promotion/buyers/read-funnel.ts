import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { countEnquiries, selectRelationIds } from './funnel.store.ts'
import type { FunnelAsked } from './funnel.store.ts'
import { selectConfirmations, selectSteps } from './relation.store.ts'
import { funnelOf } from './rules/funnel.ts'
import { knownBy } from './rules/stages.ts'
import { selectFairsToName, selectLatestSessions } from './session.store.ts'

/** The funnel of the relations that are asked for: every step, now and ever, to the deliveries. */
export async function findFunnel(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, asked: FunnelAsked) {
  requireRole(ctx.actor, 'trade-department', 'leader')
  const ids = await selectRelationIds(ctx.db, asked)
  const [steps, confirmations, enquiries, sessions, fairs] = await Promise.all([
    selectSteps(ctx.db, ids),
    selectConfirmations(ctx.db, ids),
    countEnquiries(ctx.db, asked),
    selectLatestSessions(ctx.db),
    selectFairsToName(ctx.db),
  ])
  const confirmed = Map.groupBy(confirmations, ({ relationId, seq }) => `${relationId}:${seq}`)
  const lines = steps.map((step) => ({
    ...step,
    known: knownBy(step.side, (confirmed.get(`${step.relationId}:${step.seq}`) ?? []).map(({ side }) => side)), // prettier-ignore
  }))
  const relations = [...Map.groupBy(lines, ({ relationId }) => relationId).values()].map((own) => ({ lines: own }))
  return {
    ...funnelOf(relations),
    // Of a session nobody asked: it is of relations alone.
    enquiries: asked.sessionId === null ? enquiries : null,
    sessions: sessions.map(({ id, name, heldOn }) => ({ id, name, heldOn })),
    fairs,
    years: yearsTo(Number(dateInVietnam(ctx.now).slice(0, 4))),
  }
}

const yearsTo = (year: number) => [0, 1, 2, 3, 4].map((back) => year - back)
