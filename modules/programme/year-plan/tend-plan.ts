import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import { findCommune, ruleOn } from '../../law/index.ts'
import { yearPlanActs } from '../acts.ts'
import type { IssuePlanInput, SharePlanInput, WritePlanInput } from '../inputs.ts'
import { upsertTarget } from '../programme.store.ts'
import { isNothing, newProductsOf, plannedRounds, proposeShare, sumShares } from '../rules.ts'
import type { IssuePlanRefusal, PlanBeingWritten, PlanIssued, WritePlanRefusal } from '../rules/refusals.ts'
import { planTargetWords } from '../words.ts'
import { knownOf } from './known.ts'
import { deleteShare, insertYearPlan, lockLatest, putShares, selectShares, updateIssued, updateYearPlan } from './plan.store.ts'
import type { StoredYearPlan } from './plan.store.ts'

/** Opens the first version of a year with what follows from what is known; opened again it stays as it is. */
export async function openYearPlan(ctx: Ctx, { year }: { year: number }): Promise<Outcome<null, never>> {
  const act = yearPlanActs.open
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId('ypl')
    const plan = { id, year, version: 1, status: act.to, responsible: null, budget: null, note: null }
    if (!(await insertYearPlan(tx, { ...plan, at: ctx.now, byId: actorId(ctx.actor) }))) return done(null)
    const shares = [...(await knownOf(tx, year))]
      .map(([communeCode, known]) => ({ communeCode, ...proposeShare(known) }))
      .filter((share) => !isNothing(share))
    await putShares(tx, id, shares)
    await record(tx, ctx, act, { subjectId: id, detail: { year, communes: shares.length } })
    return done(null)
  })
}

/** Who is responsible, from which money, and what else the plan says. */
export async function writeYearPlan(ctx: Ctx, input: WritePlanInput): Promise<Outcome<null, WritePlanRefusal>> {
  const act = yearPlanActs.write
  requireAct(ctx.actor, act)
  const { year, edited, ...text } = input
  return inTransaction(ctx, async (tx) => {
    const plan = await latest(tx, year)
    const closed = refuseStatus(act, plan.status)
    if (closed) return closed
    if (plan.edited !== edited) return refuse('changed-elsewhere')
    await updateYearPlan(tx, plan.id, { ...text, edited: edited + 1 })
    await record(tx, ctx, act, { subjectId: plan.id, detail: text })
    return done(null)
  })
}

/** What a commune is to bring; nothing at all takes it out of the plan. */
export async function setShare(ctx: Ctx, input: SharePlanInput): Promise<Outcome<null, PlanIssued>> {
  const act = yearPlanActs.share
  requireAct(ctx.actor, act)
  const { year, communeCode, ...share } = input
  return inTransaction(ctx, async (tx) => {
    const plan = await latest(tx, year)
    const closed = refuseStatus(act, plan.status)
    if (closed) return closed
    if (!(await findCommune(tx, communeCode))) throw new NotFound('No such commune', { communeCode })
    if (isNothing(share)) await deleteShare(tx, plan.id, communeCode)
    else await putShares(tx, plan.id, [{ communeCode, ...share }])
    await updateYearPlan(tx, plan.id, { responsible: plan.responsible, budget: plan.budget, note: plan.note, edited: plan.edited + 1 })
    await record(tx, ctx, act, { subjectId: plan.id, detail: { communeCode, ...share } })
    return done(null)
  })
}

/** The plan was signed: its days and shares stay, and its new products stand among the targets of the programme. */
export async function issueYearPlan(ctx: Ctx, input: IssuePlanInput): Promise<Outcome<null, IssuePlanRefusal>> {
  const act = yearPlanActs.issue
  requireAct(ctx.actor, act)
  const { year, edited, number, issuedOn, signer } = input
  return inTransaction(ctx, async (tx) => {
    const plan = await latest(tx, year)
    const closed = refuseStatus(act, plan.status)
    if (closed) return closed
    if (plan.edited !== edited) return refuse('changed-elsewhere')
    if (issuedOn > dateInVietnam(ctx.now)) return refuse('issued-in-future')
    const total = sumShares(await selectShares(tx, plan.id))
    if (isNothing(total)) return refuse('plan-empty')
    const { value: law } = await ruleOn(tx, 'round.deadlines', issuedOn)
    const rounds = plannedRounds(year, law)
    await updateIssued(tx, plan.id, { status: act.to, number, issuedOn, signer, rounds, at: ctx.now, byId: actorId(ctx.actor) })
    await upsertTarget(tx, {
      ...planTargetWords(year, newProductsOf(total)),
      id: `year-plan-${year}`,
      year,
      value: newProductsOf(total),
      number,
    })
    const payload = { planId: plan.id, year, version: plan.version }
    await record(tx, ctx, act, { subjectId: plan.id, payload, detail: { year, version: plan.version, number, issuedOn } })
    return done(null)
  })
}

/** A version after the issued one, beginning as that stands. */
export async function reviseYearPlan(ctx: Ctx, { year }: { year: number }): Promise<Outcome<null, PlanBeingWritten>> {
  const act = yearPlanActs.revise
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const issued = await latest(tx, year)
    const closed = refuseStatus(act, issued.status)
    if (closed) return closed
    const { responsible, budget, note } = issued
    const id = ctx.newId('ypl')
    const version = issued.version + 1
    await insertYearPlan(tx, { id, year, version, status: act.to, responsible, budget, note, at: ctx.now, byId: actorId(ctx.actor) })
    await putShares(tx, id, await selectShares(tx, issued.id))
    await record(tx, ctx, act, { subjectId: id, detail: { year, version } })
    return done(null)
  })
}

async function latest(tx: Tx, year: number): Promise<StoredYearPlan> {
  const plan = await lockLatest(tx, year)
  if (!plan) throw new NotFound('No such year-plan', { year })
  return plan
}
