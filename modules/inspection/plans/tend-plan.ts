import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import { inspectionPlanActs } from '../acts.ts'
import type { ApprovePlanInput } from '../inputs.ts'
import type { InspectionId } from '../rules/ids.ts'
import type { ApprovePlanRefusal, PlanClosed } from '../rules/refusals.ts'
import { insertInspection, lockCodes, newCode, selectOpenProducts } from '../visits/visit.store.ts'
import { candidatesOn } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { insertPlan, lockPlan, putPlanItems, selectPlanItems, updateApproved } from './plan.store.ts'

const itemOf = ({ productId, points, grounds }: Candidate, chosen: boolean) => ({ productId, points, grounds, chosen })

/** Opens the plan of a year with what the rule of the day proposes; opened again it stays as it is. */
export async function openPlan(ctx: Ctx, { year }: { year: number }): Promise<Outcome<null, never>> {
  const act = inspectionPlanActs.open
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId('ipl')
    const isNew = await insertPlan(tx, { id, year, status: act.to, at: ctx.now, byId: actorId(ctx.actor) })
    if (!isNew) return done(null)
    const proposed = (await candidatesOn({ db: tx, now: ctx.now })).filter(({ isProposed }) => isProposed)
    await putPlanItems(
      tx,
      id,
      proposed.map((candidate) => itemOf(candidate, true)),
    )
    await record(tx, ctx, act, { subjectId: id, detail: { year, proposed: proposed.length } })
    return done(null)
  })
}

/** Takes a product into the plan or out of it, whatever was proposed. */
export async function chooseForPlan(
  ctx: Ctx,
  { year, productId, chosen }: { year: number; productId: ProductId; chosen: boolean },
): Promise<Outcome<null, PlanClosed>> {
  const act = inspectionPlanActs.choose
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const plan = await lockPlan(tx, year)
    if (!plan) throw new NotFound('No such inspection-plan', { year })
    const closed = refuseStatus(act, plan.status)
    if (closed) return closed
    const candidate = (await candidatesOn({ db: tx, now: ctx.now })).find((one) => one.productId === productId)
    if (!candidate) throw new NotFound('No such product in the register', { productId })
    await putPlanItems(tx, plan.id, [itemOf(candidate, chosen)])
    await record(tx, ctx, act, { subjectId: plan.id, detail: { productId, chosen } })
    return done(null)
  })
}

/**
 * The plan was signed: each of its products becomes a visit of that year. One that is being visited already gets no second visit, and one that left the
 * register meanwhile none at all.
 */
export async function approvePlan(ctx: Ctx, input: ApprovePlanInput): Promise<Outcome<{ visits: number }, ApprovePlanRefusal>> {
  const act = inspectionPlanActs.approve
  requireAct(ctx.actor, act)
  const { year, number, approvedOn, signer } = input
  return inTransaction(ctx, async (tx) => {
    const plan = await lockPlan(tx, year)
    if (!plan) throw new NotFound('No such inspection-plan', { year })
    const closed = refuseStatus(act, plan.status)
    if (closed) return closed
    if (approvedOn > dateInVietnam(ctx.now)) return refuse('approved-in-future')
    await lockCodes(tx)
    const [items, candidates, open] = await Promise.all([
      selectPlanItems(tx, plan.id),
      candidatesOn({ db: tx, now: ctx.now }),
      selectOpenProducts(tx),
    ])
    const chosen = candidates.filter(({ productId }) => items.some((item) => item.productId === productId && item.chosen))
    if (chosen.length === 0) return refuse('plan-empty')
    await putPlanItems(
      tx,
      plan.id,
      chosen.map((candidate) => itemOf(candidate, true)),
    )
    const inspectionIds: InspectionId[] = []
    for (const candidate of chosen.filter(({ productId }) => !open.includes(productId))) {
      const { productId, producerId, certificateCode, communeCode, grounds } = candidate
      const id = ctx.newId('ins')
      const code = await newCode(tx, year)
      const subject = { productId, producerId, certificateCode, communeCode, grounds }
      await insertInspection(tx, {
        ...subject,
        id,
        code,
        planId: plan.id,
        reason: null,
        dueOn: `${year}-12-31`,
        requestKey: null,
        at: ctx.now,
      })
      inspectionIds.push(id)
    }
    const byId = actorId(ctx.actor)
    await updateApproved(tx, plan.id, { status: act.to, number, approvedOn, signer, at: ctx.now, byId })
    await record(tx, ctx, act, { subjectId: plan.id, payload: { year, inspectionIds }, detail: { number, approvedOn } })
    return done({ visits: inspectionIds.length })
  })
}
