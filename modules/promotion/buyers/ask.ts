import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { consume } from '@dacsan/platform/rate-limit'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, requireAct } from '../../identity/index.ts'
import { organisationsOf } from '../../identity/rules.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import { enquiryActs } from './acts.ts'
import { insertEnquiry, selectEnquiryByKey, selectProducers, selectProductNamed, updateEnquiry } from './enquiry.store.ts'
import type { StoredEnquiry } from './enquiry.store.ts'
import type { AskInput, CloseEnquiryInput, IntroduceInput } from './inputs.ts'
import { limits } from './limits.ts'
import { beginEnquiry, madeBy, recordEnquiry } from './policy.ts'
import { insertRelation, insertStep } from './relation.store.ts'
import type { BuyerLanguage } from './rules/choices.ts'
import type { EnquiryId, MatchingSessionId, RelationId } from './rules/ids.ts'
import type { AskGoodsRefusal, EnquiryClosed, IntroduceRefusal } from './rules/refusals.ts'
import { hasFair } from './session.store.ts'

function newCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `KN-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}

type Asked = { enquiryId: EnquiryId; code: string }

/**
 * A buyer says what it looks for; nobody signs in for it. Whoever asks for a trade office of another province while signed in finds it again there.
 * The same form sent twice is one enquiry.
 */
export async function askForGoods(
  ctx: Ctx,
  input: AskInput,
  { language, address }: { language: BuyerLanguage; address: string },
  { isSample = false } = {},
): Promise<Outcome<Asked, AskGoodsRefusal>> {
  requireAct(ctx.actor, enquiryActs.ask)
  const before = await selectEnquiryByKey(ctx.db, input.requestKey)
  if (before) return done({ enquiryId: before.id, code: before.code })
  if (input.contactPhone === null && input.contactEmail === null) return refuse('contact-missing')
  const minutes = isSample ? 0 : await consume(ctx.db, ctx.now, { limit: limits.ask, address })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  return inTransaction(ctx, async (tx): Promise<Outcome<Asked, AskGoodsRefusal>> => {
    const product = input.product === null ? null : ((await selectProductNamed(tx, input.product)) ?? undefined)
    if (product === undefined) return refuse('product-unknown')
    const today = dateInVietnam(ctx.now)
    const { value: days } = await ruleOn(tx, 'buyers.answer-working-days', today)
    const one = { id: ctx.newId('beq'), code: newCode() }
    const { consent: _, product: __, fairId, ...fields } = input
    await insertEnquiry(tx, {
      ...fields,
      ...one,
      language,
      productId: product?.id ?? null,
      organisationId: organisationsOf(ctx.actor, 'trade-office')[0] ?? null,
      fairId: fairId !== null && (await hasFair(tx, fairId)) ? fairId : null,
      at: ctx.now,
      answerBy: addWorkingDays(today, days, holidays()),
      byId: actorId(ctx.actor),
      isSample,
    })
    await recordEnquiry(tx, ctx, 'ask', one)
    return done({ enquiryId: one.id, code: one.code })
  })
}

type Met = { sessionId: MatchingSessionId | null; fairId: FairId | null }

/** One buyer and one producer know of each other: the ledger of what becomes of it begins. Answers null where it began before. */
export async function beginLedger(
  tx: Tx,
  ctx: Ctx,
  enquiry: Pick<StoredEnquiry, 'id' | 'productId' | 'isSample'>,
  producer: { id: ProducerId; isSample: boolean },
  { sessionId, fairId }: Met,
): Promise<RelationId | null> {
  const id = ctx.newId('brl')
  const day = dateInVietnam(ctx.now)
  const isSample = enquiry.isSample || producer.isSample
  const isNew = await insertRelation(tx, { id, enquiryId: enquiry.id, producerId: producer.id, productId: enquiry.productId, sessionId, fairId, day, at: ctx.now, isSample }) // prettier-ignore
  if (!isNew) return null
  await insertStep(tx, { relationId: id, seq: 1, kind: 'step', stage: 'introduced', onDay: day, side: 'office', words: '', requestKey: ctx.newId('key'), ...madeBy(ctx) }) // prettier-ignore
  return id
}

/** The office names producers who may deliver; both sides are told of each other. Whoever was named before stays. */
export async function introduceProducers(
  ctx: Ctx,
  { enquiryId, producerId, fairId }: IntroduceInput,
): Promise<Outcome<{ introduced: RelationId[] }, EnquiryClosed | IntroduceRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ introduced: RelationId[] }, EnquiryClosed | IntroduceRefusal>> => {
    const begun = await beginEnquiry(tx, ctx, 'introduce', enquiryId)
    if (!begun.ok) return begun
    const ids = [...new Set(producerId)].toSorted()
    if (ids.length === 0) return refuse('producer-missing')
    const found = await selectProducers(tx, ids)
    if (found.length !== ids.length) return refuse('producer-unknown')
    if (fairId !== null && !(await hasFair(tx, fairId))) return refuse('fair-unknown')
    const enquiry = begun.value
    const introduced: RelationId[] = []
    for (const producer of found) {
      const id = await beginLedger(tx, ctx, enquiry, producer, { sessionId: null, fairId: fairId ?? enquiry.fairId })
      if (id) introduced.push(id)
    }
    if (introduced.length === 0) return done({ introduced })
    const first = enquiry.introducedAt === null ? { introduced_at: ctx.now } : {}
    await updateEnquiry(tx, enquiryId, { status: enquiryActs.introduce.to, ...first })
    await recordEnquiry(tx, ctx, 'introduce', enquiry, { producers: introduced.length })
    return done({ introduced })
  })
}

export async function closeEnquiry(ctx: Ctx, { enquiryId, reason }: CloseEnquiryInput): Promise<Outcome<null, EnquiryClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginEnquiry(tx, ctx, 'close', enquiryId)
    if (!begun.ok) return begun
    await updateEnquiry(tx, enquiryId, { status: enquiryActs.close.to, close_reason: reason })
    await recordEnquiry(tx, ctx, 'close', begun.value, { reason })
    return done(null)
  })
}
