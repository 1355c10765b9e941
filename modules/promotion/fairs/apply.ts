import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { findProducer, producerOfActor } from '../../catalogue/index.ts'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { hasRole, requireAct, system } from '../../identity/index.ts'
import { fairApplicationActs } from './acts.ts'
import {
  insertApplication,
  replaceProducts,
  selectApplicationByKey,
  selectApplicationOf,
  selectProductsToday,
  updateApplication,
  updateApplicationFields,
} from './application.store.ts'
import type { SeenProduct } from './application.store.ts'
import { lockFair, selectKinds } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'
import type { ApplicationInput, ApplyInput, ChangeApplicationInput } from './inputs.ts'
import { beginApplication, recordStep } from './policy.ts'
import { gapsOf } from './rules/gaps.ts'
import type { Gap } from './rules/gaps.ts'
import type { FairApplicationId } from './rules/ids.ts'
import type { ApplicationClosed, ApplyRefusal } from './rules/refusals.ts'

type Saved = { applicationId: FairApplicationId; gaps: Gap[] }

/** Who applies: a producer for itself; an officer for a producer who telephoned. */
async function applicant(tx: Tx, ctx: Ctx, asked: ProducerId | undefined) {
  if (hasRole(ctx.actor, 'trade-department') && asked) {
    const found = await findProducer({ db: tx, actor: system('fairs') }, asked)
    return { id: found.id, isSample: found.isSample, byOffice: true }
  }
  const own = await producerOfActor({ ...ctx, db: tx })
  return own && { id: own.id, isSample: own.isSample, byOffice: false }
}

/** What is chosen, as it is today; null where one is not theirs. */
async function chosenToday(tx: Tx, producerId: ProducerId, ids: readonly ProductId[]): Promise<SeenProduct[] | null> {
  const own = await selectProductsToday(tx, producerId)
  const chosen = own.filter(({ productId }) => ids.includes(productId))
  return chosen.length === new Set(ids).size ? chosen : null
}

const isOver = (fair: StoredFair, now: Date) => fair.status !== 'open' || fair.applyBy < now

/**
 * Asks for a stand. What is missing is said at once and stops nothing: the application can be completed until the hour of the call. Once nothing is missing
 * its moment stands. The same form sent twice is one application.
 */
export async function applyForStand(ctx: Ctx, input: ApplyInput): Promise<Outcome<Saved, ApplyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, fairApplicationActs.apply)
    const fair = await lockFair(tx, input.fairId)
    if (!fair || fair.status === 'draft') throw new NotFound('No such fair')
    const who = await applicant(tx, ctx, input.producerId)
    if (!who) return refuse('producer-missing')
    const sent = await selectApplicationByKey(tx, input.requestKey)
    if (sent && sent.producerId === who.id && sent.fairId === fair.id) return done({ applicationId: sent.id, gaps: [] })
    if (sent) return refuse('request-key-reused')
    if (isOver(fair, ctx.now)) return refuse('call-over', { until: fair.applyBy })
    if (await selectApplicationOf(tx, { fairId: fair.id, producerId: who.id })) return refuse('applied-before')
    const products = await chosenToday(tx, who.id, input.productId)
    if (!products) return refuse('product-of-other')
    if (!(await selectKinds(tx, fair.id)).some(({ key }) => key === input.standKind)) return refuse('kind-unknown')
    const gaps = gapsOf(fair, { ...input, products })
    const one = { id: ctx.newId('fap'), fairId: fair.id, producerId: who.id }
    await insertApplication(tx, {
      ...input,
      ...one,
      byOffice: who.byOffice,
      at: ctx.now,
      completeAt: gaps.length === 0 ? ctx.now : null,
      isSample: who.isSample || fair.isSample,
    })
    await replaceProducts(tx, one.id, products, ctx.now)
    await recordStep(tx, ctx, 'apply', one)
    return done({ applicationId: one.id, gaps })
  })
}

/** Changes it until the hour of the call. What stays complete keeps its moment: whoever only adds a word loses no place. */
export async function changeApplication(
  ctx: Ctx,
  input: ChangeApplicationInput,
): Promise<Outcome<Saved, ApplyRefusal | ApplicationClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'change', input.applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    if (isOver(fair, ctx.now)) return refuse('call-over', { until: fair.applyBy })
    const products = await chosenToday(tx, one.producerId, input.productId)
    if (!products) return refuse('product-of-other')
    if (!(await selectKinds(tx, fair.id)).some(({ key }) => key === input.standKind)) return refuse('kind-unknown')
    const gaps = gapsOf(fair, { ...input, products })
    await updateApplicationFields(tx, one.id, { ...input, at: ctx.now, completeAt: gaps.length === 0 ? (one.completeAt ?? ctx.now) : null })
    await replaceProducts(tx, one.id, products, ctx.now)
    await recordStep(tx, ctx, 'change', one)
    return done({ applicationId: one.id, gaps })
  })
}

export async function withdrawApplication(ctx: Ctx, { applicationId }: ApplicationInput): Promise<Outcome<null, ApplicationClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginApplication(tx, ctx, 'withdraw', applicationId)
    if (!begun.ok) return begun
    await updateApplication(tx, applicationId, { status: fairApplicationActs.withdraw.to })
    await recordStep(tx, ctx, 'withdraw', begun.value.one)
    return done(null)
  })
}
