import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { changeProducer, holdProducer, insertProducer, linkProducer, refuseProducerKind } from '../catalogue/index.ts'
import type { Producer, ProducerChange, ProducerKind } from '../catalogue/index.ts'
import type { Ctx, Tx } from '../context.ts'
import {
  actorId,
  actorName,
  endProducerRoles,
  openProducerAccount,
  openProducerOrganisation,
  producersAt,
  record,
  refuseProducerLogin,
  requireAct,
} from '../identity/index.ts'
import type { Invitation } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { producerRequestActs, tiesOf } from './acts.ts'
import type { RequestStatus } from './acts.ts'
import { insertStep, lockRequest, selectOtherClaims, selectRequestNumbers, updateDecided } from './request.store.ts'
import type { Decided, StoredRequest } from './request.store.ts'
import type { AnswerRefusal, ConfirmRefusal, TakeBackRefusal } from './rules/refusals.ts'
import type { ProducerRequestId } from './rules/ids.ts'
import type { AnswerRequestInput, ConfirmRequestInput } from './inputs.ts'
import { answerWords } from './words/answers.ts'

/** The way in for whoever works for the producer: none where nobody can be reached yet, or where the account was there before. */
export type Confirmed = { invitation: Invitation | null; login: string | null; representative: string }

type DecidingAct = 'ask' | 'confirm' | 'refuse' | 'take-back'

/** The request, held, for somebody who may decide it in its state; another commune's request is as if it were not there. */
async function begin(
  tx: Tx,
  ctx: Ctx,
  act: DecidingAct,
  { requestId, version }: { requestId: ProducerRequestId; version: number },
): Promise<Outcome<StoredRequest, AnswerRefusal>> {
  const request = await lockRequest(tx, requestId)
  if (!request) throw new NotFound('No such producer-request')
  requireAct(ctx.actor, producerRequestActs[act], tiesOf(request))
  const closed = refuseStatus(producerRequestActs[act], request.status as RequestStatus)
  if (closed) return closed
  return request.version === version ? done(request) : refuse('changed-elsewhere')
}

/** Writes a decision down: the state, the step that its history shows, the event and the trail. */
async function settle(
  tx: Tx,
  ctx: Ctx,
  act: DecidingAct,
  request: StoredRequest,
  decided: Omit<Decided, 'status' | 'at' | 'byId' | 'byName'> & { detail?: Record<string, unknown> },
): Promise<void> {
  const { detail, ...written } = decided
  const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  await updateDecided(tx, request.id, { ...written, ...by, status: producerRequestActs[act].to })
  await insertStep(tx, request.id, { at: ctx.now, act, byName: actorName(ctx.actor), words: decided.answer ?? null })
  const { id, code, kind, deskCommuneCode: communeCode } = request
  const payload = {
    requestId: id,
    code,
    kind,
    communeCode,
    producerId: decided.producerId ?? request.producerId,
    userId: decided.userId ?? request.userId,
  }
  await record(tx, ctx, producerRequestActs[act], { subjectId: id, payload, ...(detail && { detail: { ...payload, ...detail } }) })
}

/** The commune or the office asks whoever filed it for more. */
export async function askForMore(ctx: Ctx, { words, ...input }: AnswerRequestInput): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await begin(tx, ctx, 'ask', input)
    if (!request.ok) return request
    await settle(tx, ctx, 'ask', request.value, { answer: words })
    return done(null)
  })
}

/** The commune or the office says no, and why. */
export async function refuseRequest(ctx: Ctx, { words, ...input }: AnswerRequestInput): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await begin(tx, ctx, 'refuse', input)
    if (!request.ok) return request
    await settle(tx, ctx, 'refuse', request.value, { answer: words })
    return done(null)
  })
}

/**
 * The commune or the office says yes: organisation, account with invitation, and the producer of the register or a new one are tied together at
 * once, so that its products, certificates and stars are there. A recognised producer keeps the name, form and place of the register unless the
 * officer takes those that were typed; what it was before stays on file.
 */
export async function confirmRequest(ctx: Ctx, input: ConfirmRequestInput): Promise<Outcome<Confirmed, ConfirmRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'confirm', input)
    if (!begun.ok) return begun
    const request = begun.value
    if (request.filedById !== null && request.filedById === actorId(ctx.actor)) return refuse('filed-by-you')
    const numbers = await selectRequestNumbers(tx, request)
    const producer = request.producerId === null ? null : await holdProducer(tx, request.producerId)
    const takesTyped = request.kind !== 'claim' || input.take
    const kind: ProducerKind =
      takesTyped || producer === null || producer.kind === 'unknown' ? (request.producerKind as ProducerKind) : producer.kind
    const notAllowed = await refuseProducerKind(
      { db: tx, now: ctx.now },
      { kind, ...numbers },
      { judgesNumbers: request.kind !== 'change' },
    )
    if (notAllowed) return notAllowed
    if (request.kind === 'change') return confirmChange(tx, ctx, request, producer!, numbers)
    return letIn(tx, ctx, input, { request, producer, numbers, kind, takesTyped })
  })
}

async function confirmChange(
  tx: Tx,
  ctx: Ctx,
  request: StoredRequest,
  producer: Producer,
  numbers: { taxCode: string | null; registrationNo: string | null },
): Promise<Outcome<Confirmed, ConfirmRefusal>> {
  const change: ProducerChange = {
    name: request.name,
    kind: request.producerKind as ProducerKind,
    communeCode: request.communeCode,
    ...(numbers.taxCode !== null && { taxCode: numbers.taxCode }),
    ...(numbers.registrationNo !== null && { registrationNo: numbers.registrationNo }),
  }
  const changed = await changeProducer(tx, ctx, producer, change)
  await settle(tx, ctx, 'confirm', request, { detail: { changed } })
  return done({ invitation: null, login: null, representative: request.representative })
}

async function letIn(
  tx: Tx,
  ctx: Ctx,
  input: ConfirmRequestInput,
  given: {
    request: StoredRequest
    producer: Producer | null
    numbers: { taxCode: string | null; registrationNo: string | null }
    kind: ProducerKind
    takesTyped: boolean
  },
): Promise<Outcome<Confirmed, ConfirmRefusal>> {
  const { request, producer, numbers, kind, takesTyped } = given
  const { phone, email, representative, communeCode, name, address } = request
  const others = await selectOtherClaims(tx, request)
  if (others.length > 0 && input.others === undefined) return refuse('others-undecided', { count: others.length })
  const before = producer?.organisationId ?? null
  const holders = before === null ? [] : await producersAt(tx, ctx.now, before)
  if (holders.length > 0 && input.holders === undefined) return refuse('holders-undecided', { names: holders.map((one) => one.name) })
  // Judged before anything is written: a refusal undoes nothing.
  const unclear = await refuseProducerLogin(tx, ctx, before, { phone, email })
  if (unclear) return unclear

  if (before !== null && input.holders === 'end') await endProducerRoles(tx, ctx, before)
  const organisationId =
    before ?? (await openProducerOrganisation(tx, ctx, { name: takesTyped || !producer ? name : producer.name, communeCode }))
  let producerId = producer?.id
  let changed: Awaited<ReturnType<typeof changeProducer>> | undefined
  if (producer) {
    if (before === null) await linkProducer(tx, producer.id, organisationId, ctx.now)
    const contact: ProducerChange = { representative, ...(phone && { phone }), ...(email && { email }), ...(address && { address }) }
    const known: ProducerChange = {
      ...(numbers.taxCode !== null && { taxCode: numbers.taxCode }),
      ...(numbers.registrationNo !== null && { registrationNo: numbers.registrationNo }),
      ...(producer.kind === 'unknown' && { kind }),
      ...(producer.place.communeCode === null && { communeCode }),
    }
    const typed: ProducerChange = takesTyped ? { name, kind, communeCode } : {}
    changed = await changeProducer(tx, ctx, await holdProducer(tx, producer.id), { ...contact, ...known, ...typed })
  } else {
    const made = await insertProducer(tx, { name, kind, communeCode, organisationId, representative, address, phone, email, ...numbers })
    producerId = made.id
  }
  let userId: UserId | null = null
  let invitation: Invitation | null = null
  if (phone !== null || email !== null) {
    const opened = await openProducerAccount(tx, ctx, organisationId, { name: representative, phone, email })
    if (!opened.ok) throw new Error(`an account that was judged before was refused: ${opened.refusal.code}`)
    ;({ userId, invitation } = opened.value)
  }
  const detail = {
    ...(changed && { changed }),
    ...(holders.length > 0 && { holders: input.holders }),
    ...(others.length > 0 && { others: input.others }),
  }
  await settle(tx, ctx, 'confirm', request, { producerId, organisationId, userId, detail })
  if (input.others === 'refuse')
    for (const other of others) {
      const locked = await lockRequest(tx, other.id)
      if (locked) await settle(tx, ctx, 'refuse', locked, { answer: answerWords.anotherConfirmed })
    }
  return done({ invitation, login: phone ?? email, representative })
}

/**
 * The wrong person was let in. The role ends, so the next request is refused; the producer is free again where nobody else works for it. What was
 * written meanwhile stays where it is, under the name of whoever wrote it.
 */
export async function takeBackRequest(ctx: Ctx, { words, ...input }: AnswerRequestInput): Promise<Outcome<null, TakeBackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'take-back', input)
    if (!begun.ok) return begun
    const request = begun.value
    const { producerId, organisationId, userId } = request
    if (request.kind === 'change' || producerId === null || organisationId === null) return refuse('not-a-claim')
    const producer = await holdProducer(tx, producerId)
    if (userId !== null) await endProducerRoles(tx, ctx, organisationId, userId)
    const left = await producersAt(tx, ctx.now, organisationId)
    const isFree = producer.organisationId === organisationId && left.length === 0
    if (isFree) await linkProducer(tx, producerId, null, ctx.now)
    await settle(tx, ctx, 'take-back', request, { answer: words, detail: { ended: userId, free: isFree } })
    return done(null)
  })
}
