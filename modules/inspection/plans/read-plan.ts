import { mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { inspectionPlanActs } from '../acts.ts'
import '../topics.ts'
import { candidatesOn } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { selectPlan, selectPlanItems, selectPlanYears } from './plan.store.ts'
import type { StoredPlan } from './plan.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }
export type PlanCandidate = Candidate & { id: string; choice: 'chosen' | 'left-out' }

/** Everything that could stand in the plan of a year; in an approved one what stands there, with the grounds of that day. */
async function candidatesOf(ctx: Reader, plan: StoredPlan | undefined): Promise<PlanCandidate[]> {
  const [candidates, items] = await Promise.all([candidatesOn(ctx), plan ? selectPlanItems(ctx.db, plan.id) : []])
  const byProduct = new Map(items.map((item) => [item.productId, item]))
  return candidates.map((candidate) => {
    const item = byProduct.get(candidate.productId)
    const isChosen = plan ? item?.chosen === true : candidate.isProposed
    const then = plan?.status === 'approved' && item ? { points: item.points, grounds: [...item.grounds] } : {}
    return { ...candidate, ...then, id: candidate.productId, choice: isChosen ? 'chosen' : 'left-out' }
  })
}

/** The plan of a year, before it was opened too: what would be proposed. */
export async function findPlan(ctx: Reader, year: number) {
  requireRole(ctx.actor, 'provincial-officer')
  const plan = await selectPlan(ctx.db, year)
  const [candidates, years, { value: law, ...rule }] = await Promise.all([
    candidatesOf(ctx, plan),
    selectPlanYears(ctx.db),
    ruleOn(ctx.db, 'inspection.risk', dateInVietnam(ctx.now)),
  ])
  const may = mayOf(inspectionPlanActs, plan?.status ?? 'draft', grantsOf(ctx.actor))
  const chosen = candidates.filter(({ choice }) => choice === 'chosen')
  return {
    year,
    plan: plan ?? null,
    candidates,
    chosen,
    years: years.map((one) => one.year),
    rule: { ...rule, proposeFrom: law.proposeFrom },
    may,
  }
}

/** What can be visited outside the plan, as a form offers it. */
export async function candidatesFor(ctx: Reader): Promise<{ value: string; label: string; group: string }[]> {
  requireRole(ctx.actor, 'provincial-officer')
  const candidates = await candidatesOn(ctx)
  return candidates
    .map(({ productId, productName, producerName }) => ({ value: productId, label: productName, group: producerName }))
    .toSorted((one, other) => one.group.localeCompare(other.group, 'vi') || one.label.localeCompare(other.label, 'vi'))
}

export type PlanView = Awaited<ReturnType<typeof findPlan>>
