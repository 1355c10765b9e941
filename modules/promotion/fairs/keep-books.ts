import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, hasRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { insertCost, insertResult, insertSale, insertVisits, selectCost } from './books.store.ts'
import { selectKinds } from './fair.store.ts'
import type { CostInput, ResultInput, SalesInput, VisitsInput } from './inputs.ts'
import { beginApplication, beginFair, recordFair, recordStep } from './policy.ts'
import type { ApplicationClosed, BooksRefusal, FairClosed } from './rules/refusals.ts'

type Kept = Outcome<null, ApplicationClosed | BooksRefusal>
const isBegun = (status: string) => status === 'running' || status === 'ended'
const by = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** What a stand sold on a day. Said by the stand it is marked so, whoever typed it; only an officer says that it was measured. */
export async function declareSales(ctx: Ctx, input: SalesInput): Promise<Kept> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'declare-sales', input.applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (!isBegun(fair.status)) return refuse('not-running')
    const last = [fair.closesOn, dateInVietnam(ctx.now)].toSorted()[0]!
    if (input.day < fair.opensOn || input.day > last) return refuse('day-outside', { from: fair.opensOn, to: last })
    const knownBy = hasRole(ctx.actor, 'trade-department') ? (input.knownBy ?? 'measured') : 'self-declared'
    // What goes through the platform's shop is part of the orders, never more than they.
    await insertSale(tx, { ...input, shopVnd: Math.min(input.shopVnd, input.orderVnd), ...by(ctx), id: ctx.newId('fsl'), knownBy })
    await recordStep(tx, ctx, 'declare-sales', one)
    return done(null)
  })
}

export async function countVisits(ctx: Ctx, input: VisitsInput): Promise<Outcome<null, FairClosed | BooksRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'count-visits', input.fairId)
    if (!begun.ok) return begun
    const { opensOn, closesOn } = begun.value
    const last = [closesOn, dateInVietnam(ctx.now)].toSorted()[0]!
    if (input.day < opensOn || input.day > last) return refuse('day-outside', { from: opensOn, to: last })
    await insertVisits(tx, { ...input, id: ctx.newId('fvs'), at: ctx.now, byName: actorName(ctx.actor) })
    await recordFair(tx, ctx, 'count-visits', begun.value)
    return done(null)
  })
}

/** The proof that the treasury asks for; a stand is paid for once, and not beyond what the call said. */
export async function recordCost(ctx: Ctx, input: CostInput): Promise<Kept> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'record-cost', input.applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    const before = await selectCost(tx, one.id)
    if (before) return before.requestKey === input.requestKey ? done(null) : refuse('supported-before')
    if (one.standNumber === null) return refuse('stand-missing')
    const kind = (await selectKinds(tx, fair.id)).find(({ key }) => key === one.standKind)
    const mostVnd = Math.min(kind?.supportVnd ?? 0, input.priceVnd)
    if (input.supportedVnd > mostVnd) return refuse('more-than-support', { mostVnd })
    await insertCost(tx, { ...input, ...by(ctx), standNumber: one.standNumber })
    await recordStep(tx, ctx, 'record-cost', one)
    return done(null)
  })
}

export async function recordResult(ctx: Ctx, input: ResultInput): Promise<Kept> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'record-result', input.applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    const { value: days } = await ruleOn(tx, 'fair.result-days', fair.opensOn)
    if (!days.includes(input.afterDays)) return refuse('days-unknown')
    const from = addDays(fair.closesOn, input.afterDays)
    if (dateInVietnam(ctx.now) < from) return refuse('too-early', { from })
    await insertResult(tx, { ...input, ...by(ctx), id: ctx.newId('frs') })
    await recordStep(tx, ctx, 'record-result', one)
    return done(null)
  })
}
