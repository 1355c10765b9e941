import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import {
  changeProducer,
  holdProducer,
  insertProducer,
  linkProducer,
  putBackProducer,
  refuseProducerKind,
  withoutChange,
} from '../catalogue/index.ts'
import type { FieldChange, Producer, ProducerChange, ProducerKind } from '../catalogue/index.ts'
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
  renameProducerOrganisation,
  requireAct,
  restoreProducerRoles,
} from '../identity/index.ts'
import type { Invitation, OpenedAccount } from '../identity/index.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { producerRequestActs, tiesOf } from './acts.ts'
import type { RequestStatus } from './acts.ts'
import {
  insertStep,
  lockRequest,
  lockRequestAlone,
  selectBefore,
  selectOtherClaims,
  selectOtherConfirmed,
  selectRequestNumbers,
  updateBefore,
  updateDecided,
} from './request.store.ts'
import type { Before, Decided, StoredRequest } from './request.store.ts'
import type { AnswerRefusal, ConfirmRefusal, TakeBackRefusal } from './rules/refusals.ts'
import type { ProducerRequestId } from './rules/ids.ts'
import type { AnswerRequestInput, ConfirmRequestInput } from './inputs.ts'
import { awaitsHolder, makeSlip } from './producer-slip.ts'
import type { ProducerSlip } from './producer-slip.ts'
import { answerWords } from './words/answers.ts'

/**
 * What a yes means for the account of whoever works for the producer: the invitation stands beside it; it has a password; another office gives the way
 * in; a paper is printed for somebody without a number; nobody can be reached yet; or it was about something else.
 */
export type AccountNews = 'slip' | 'invited' | 'known' | 'invited-elsewhere' | 'unreachable' | 'untouched'
export type Confirmed = {
  account: AccountNews
  invitation: Invitation | null
  /** With which somebody without a number comes in later. */
  slip: ProducerSlip | null
  login: string
  representative: string
}

const newsOf = (opened: OpenedAccount | null): AccountNews => {
  if (!opened) return 'unreachable'
  if (opened.invitation) return 'invited'
  return opened.invitedElsewhere ? 'invited-elsewhere' : 'known'
}

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
  const { changed } = await changeProducer(tx, ctx, producer, change)
  await nameOrganisation(tx, ctx, request, changed)
  await settle(tx, ctx, 'confirm', request, { detail: { changed } })
  return done({ account: 'untouched', invitation: null, slip: null, login: '', representative: request.representative })
}

/** Lists of people and papers call a producer by its organisation: where its name or commune is another, that is too. */
async function nameOrganisation(tx: Tx, ctx: Ctx, { producerId, code }: StoredRequest, changed: Partial<Record<string, FieldChange>>) {
  if (producerId === null || (!changed['name'] && !changed['communeCode'])) return
  const { organisationId, name, place } = await holdProducer(tx, producerId)
  if (organisationId) await renameProducerOrganisation(tx, ctx, organisationId, { name, communeCode: place.communeCode, reason: code })
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
  const unseen = others.filter(({ id }) => !input.otherIds.includes(id))
  if (unseen.length > 0 || (others.length > 0 && input.others === undefined)) return refuse('others-undecided', { count: others.length })
  const before = producer?.organisationId ?? null
  const holders = before === null ? [] : await producersAt(tx, ctx.now, before)
  if (holders.length > 0 && input.holders === undefined) return refuse('holders-undecided', { names: holders.map((one) => one.name) })
  // Judged before anything is written: a refusal undoes nothing.
  const unclear = await refuseProducerLogin(tx, ctx, before, { phone, email })
  if (unclear) return unclear

  const ended = before !== null && input.holders === 'end' ? await endProducerRoles(tx, ctx, before) : []
  const organisationId =
    before ?? (await openProducerOrganisation(tx, ctx, { name: takesTyped || !producer ? name : producer.name, communeCode }))
  const producerId = producer?.id ?? (await insertProducer(tx, { name, kind, communeCode, organisationId })).id
  if (producer && before === null) await linkProducer(tx, producer.id, organisationId, ctx.now)
  const change: ProducerChange = {
    representative,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(address && { address }),
    ...(numbers.taxCode !== null && { taxCode: numbers.taxCode }),
    ...(numbers.registrationNo !== null && { registrationNo: numbers.registrationNo }),
    ...(producer?.kind === 'unknown' && { kind }),
    ...(producer?.place.communeCode === null && { communeCode }),
    ...(producer && takesTyped && { name, kind, communeCode }),
  }
  const { changed, before: stood } = await changeProducer(tx, ctx, await holdProducer(tx, producerId), change)
  if (before !== null) await nameOrganisation(tx, ctx, request, changed)
  let opened: OpenedAccount | null = null
  if (phone !== null || email !== null) {
    const account = await openProducerAccount(tx, ctx, organisationId, { name: representative, phone, email })
    if (!account.ok) throw new Error(`an account that was judged before was refused: ${account.refusal.code}`)
    opened = account.value
  }
  const { userId = null, invitation = null, hadRole = false, login = '' } = opened ?? {}
  await updateBefore(tx, request.id, { ...stood, hadRole, ended })
  const detail = {
    ...(producer && { changed }),
    ...(holders.length > 0 && { holders: input.holders }),
    ...(others.length > 0 && { others: input.others }),
  }
  await settle(tx, ctx, 'confirm', request, { producerId, organisationId, userId, detail })
  if (input.others === 'refuse')
    for (const other of others) await settle(tx, ctx, 'refuse', other, { answer: answerWords.anotherConfirmed })
  const confirmed = (await lockRequestAlone(tx, request.id))!
  const free = awaitsHolder(confirmed) && (await producersAt(tx, ctx.now, organisationId)).length === 0
  const slip = free ? await makeSlip(tx, ctx, confirmed) : null
  return done({ account: slip ? 'slip' : newsOf(opened), invitation, slip, login, representative })
}

/**
 * The wrong person was let in. The role that the yes gave ends, so the next request is refused; whose role it ended works again; the file of the
 * producer says what it said before. It is free again where nobody else works for it. What was written meanwhile stays in the trail, under the name
 * of whoever wrote it.
 */
export async function takeBackRequest(ctx: Ctx, { words, ...input }: AnswerRequestInput): Promise<Outcome<null, TakeBackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'take-back', input)
    if (!begun.ok) return begun
    const request = begun.value
    const { producerId, organisationId } = request
    if (request.kind === 'change' || producerId === null || organisationId === null) return refuse('not-a-claim')
    const producer = await holdProducer(tx, producerId)
    const own = await selectBefore(tx, request)
    const others = await selectOtherConfirmed(tx, request)
    const later: Later[] = []
    for (const other of others) {
      const before = await selectBefore(tx, other)
      if (own && before && before.version > own.version) later.push({ other, before })
    }
    const roles = await takeBackRoles(tx, ctx, { ...request, organisationId }, { own, others, later })
    const changed = await takeBackFile(tx, ctx, producer, { own, keepsOthers: later.length > 0 || roles.left > 0 })
    await nameOrganisation(tx, ctx, request, changed)
    for (const { other, before } of later)
      await updateBefore(tx, other.id, own ? { ...before, file: withoutChange(before.file, own) } : before)
    await updateBefore(tx, request.id, null)
    // A new one is in no register, where its right owner could find it: it stays with the organisation that was made for it.
    const isFree =
      request.kind === 'claim' &&
      producer.organisationId === organisationId &&
      others.length === 0 &&
      roles.left + roles.restored.length === 0
    if (isFree) await linkProducer(tx, producerId, null, ctx.now)
    const { ended, restored } = roles
    await settle(tx, ctx, 'take-back', request, { answer: words, detail: { ended, restored, changed, free: isFree } })
    return done(null)
  })
}

type Later = { other: StoredRequest; before: Before }
type Standing = { own: Before | null; others: StoredRequest[]; later: Later[] }

/** Ends what the yes gave, unless it was there before or another yes gives it too; gives back what it ended, unless a later yes ended it as well. */
async function takeBackRoles(
  tx: Tx,
  ctx: Ctx,
  { userId, organisationId }: Pick<StoredRequest, 'userId'> & { organisationId: OrganisationId },
  { own, others, later }: Standing,
): Promise<{ ended: UserId[]; restored: UserId[]; left: number }> {
  const given = others.filter((other) => other.userId !== null && other.userId === userId)
  const ends = userId !== null && !own?.hadRole && given.length === 0
  const ended = ends ? await endProducerRoles(tx, ctx, organisationId, userId) : []
  const left = (await producersAt(tx, ctx.now, organisationId)).length
  // What was taken from this person by a later yes is what that one would have to give back: not to them, but to those before.
  const heir = later.find(({ before }) => userId !== null && before.ended.includes(userId))
  if (heir && own) heir.before.ended = [...heir.before.ended.filter((id) => id !== userId), ...own.ended]
  if (own && !own.hadRole) for (const { other, before } of later) if (other.userId === userId) before.hadRole = false
  const restored = own && !heir ? await restoreProducerRoles(tx, ctx, organisationId, own.ended) : []
  return { ended, restored, left }
}

async function takeBackFile(
  tx: Tx,
  ctx: Ctx,
  producer: Producer,
  { own, keepsOthers }: { own: Before | null; keepsOthers: boolean },
): Promise<Partial<Record<string, FieldChange>>> {
  if (own) return putBackProducer(tx, ctx, producer, own, { keepsOthers })
  if (keepsOthers) return {}
  // What stood before is kept no longer: at least nobody is called at the wrong person's number.
  const nobody: ProducerChange = { representative: null, phone: null, email: null, address: null }
  return (await changeProducer(tx, ctx, producer, nobody)).changed
}
