import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, StatusRefusal } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { actorId, actorName, grantsOf, record, requireAct, requireRole } from '../identity/index.ts'
import { holidays, ruleOn, rulesOn } from '../law/index.ts'
import { openRequests, requestActs } from './acts.ts'
import type { RequestStatus } from './acts.ts'
import { newRequestCode } from './codes.ts'
import {
  countOpenRequests,
  insertRequest,
  lockRequest,
  selectRequest,
  selectRequests,
  selectRequestsOf,
  updateAcknowledged,
  updateDecided,
  updateExtended,
  updateStatus,
} from './request.store.ts'
import type { StoredRequest } from './request.store.ts'
import type { DataRequestId } from './rules/ids.ts'
import { deadlinesOf, isLate, nextDueOn, requestKinds } from './rules/request.ts'
import type { KeptData } from './rules/request.ts'
import type { AskRefusal, RequestRefusal } from './rules.ts'
import { keyOf, tiesOfAsker, tiesTo } from './subject.ts'
import type { Asker, SubjectKey } from './subject.ts'
import { inputWords } from './words/inputs.ts'
import './topics.ts'

const text = (most: number) => z.string().trim().normalize('NFC').max(most, inputWords.tooLong(most))

export const askInput = z.object({ kind: z.enum(requestKinds, inputWords.kind), text: text(2000).default('') })
export const reasonInput = z.object({ reason: text(1000).min(5, inputWords.reason) })
export const answerInput = z.object({ answer: text(2000).min(5, inputWords.answer) })
export type AnswerInput = z.infer<typeof answerInput>

/** Takes what somebody asks about the own data; from this moment the clock of the law runs. One of a kind at a time. */
export async function askRequest(
  ctx: Ctx,
  asker: Asker,
  { kind, text: words }: z.infer<typeof askInput>,
): Promise<Outcome<{ requestId: DataRequestId; code: string }, AskRefusal>> {
  requireAct(ctx.actor, requestActs.ask, tiesOfAsker(asker))
  return inTransaction(ctx, async (tx) => {
    const waiting = (await selectRequestsOf(tx, asker)).find((one) => one.kind === kind && isOpen(one.status))
    if (waiting) return refuse('already-asked', { request: waiting.code })
    const today = dateInVietnam(ctx.now)
    const law = await rulesOn(tx, ['personal-data.acknowledge-working-days', 'personal-data.complete-days'], today)
    const terms = {
      acknowledgeWorkingDays: law['personal-data.acknowledge-working-days'].value,
      completeDays: law['personal-data.complete-days'].value,
    }
    const [id, code] = [ctx.newId('drq'), newRequestCode()]
    await insertRequest(tx, {
      id,
      code,
      subject: asker,
      kind,
      text: words,
      status: requestActs.ask.to,
      at: ctx.now,
      ...deadlinesOf(kind, today, terms, holidays()),
    })
    await record(tx, ctx, requestActs.ask, { subjectId: id, payload: { requestId: id }, detail: { code, kind } })
    return done({ requestId: id, code })
  })
}

const isOpen = (status: RequestStatus) => openRequests.some((one) => one === status)

async function lockFor(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  name: keyof typeof requestActs,
  { requestId, asker = null }: { requestId: DataRequestId; asker?: Asker | null },
): Promise<Outcome<StoredRequest, StatusRefusal<object, RequestStatus>>> {
  const act = requestActs[name]
  const request = await lockRequest(tx, requestId)
  if (!request) throw new NotFound('No such data-request')
  requireAct(ctx.actor, act, tiesTo(request, asker))
  return refuseStatus(act, request.status) ?? done(request)
}

/** Tells the person that the request is here, within the working days of the law. */
export async function acknowledgeRequest(ctx: Ctx, requestId: DataRequestId): Promise<Outcome<null, RequestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'acknowledge', { requestId })
    if (!found.ok) return found
    await updateAcknowledged(tx, requestId, { status: requestActs.acknowledge.to, at: ctx.now })
    await record(tx, ctx, requestActs.acknowledge, { subjectId: requestId, payload: { requestId }, detail: {} })
    return done(null)
  })
}

/** More time, once, with the reason that the person is told. */
export async function extendRequest(
  ctx: Ctx,
  requestId: DataRequestId,
  { reason }: z.infer<typeof reasonInput>,
): Promise<Outcome<null, RequestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'extend', { requestId })
    if (!found.ok) return found
    const days = await ruleOn(tx, 'personal-data.extension-days', dateInVietnam(ctx.now))
    const dueOn = addDays(found.value.dueOn, days.value)
    await updateExtended(tx, requestId, { status: requestActs.extend.to, at: ctx.now, dueOn, reason })
    await record(tx, ctx, requestActs.extend, { subjectId: requestId, payload: { requestId }, detail: { dueOn } })
    return done(null)
  })
}

/** What has to be done for a request, in its own transaction: answers what stays, or why nothing was done. */
export type CarryOut = (tx: Tx, request: StoredRequest) => Promise<Outcome<readonly KeptData[], RequestRefusal>>

/** Does what was asked, wholly or in part, and says so to the person. `carryOut` knows all rooms. */
export async function fulfilRequest(
  ctx: Ctx,
  requestId: DataRequestId,
  { answer, inPart }: AnswerInput & { inPart: boolean },
  carryOut: CarryOut,
): Promise<Outcome<{ subject: SubjectKey; erased: boolean }, RequestRefusal>> {
  const act = inPart ? requestActs['fulfil-in-part'] : requestActs.fulfil
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, act.name, { requestId })
    if (!found.ok) return found
    const carried = await carryOut(tx, found.value)
    if (!carried.ok) return carried
    const kept = carried.value
    if (kept.length > 0 && !inPart) throw new StaysBehind(kept)
    const erased = found.value.kind === 'erase'
    await updateDecided(tx, requestId, { status: act.to, ...decidedBy(ctx), answer, kept, forget: erased })
    await record(tx, ctx, act, {
      subjectId: requestId,
      payload: { requestId },
      detail: { kind: found.value.kind, kept: kept.map(({ holding }) => holding) },
    })
    return done({ subject: keyOf(found.value), erased })
  }).catch((error: unknown) => {
    if (error instanceof StaysBehind) return refuse('something-stays', { kept: error.kept })
    throw error
  })
}

/** Undoes what was erased already: the officer first sees what stays, and says so. */
class StaysBehind extends Error {
  readonly kept: readonly KeptData[]
  constructor(kept: readonly KeptData[]) {
    super('something stays')
    this.kept = kept
  }
}

const decidedBy = (ctx: Pick<Ctx, 'actor' | 'now'>) => ({ at: ctx.now, by: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** A no, with the ground of the law in the answer. */
export async function refuseRequest(ctx: Ctx, requestId: DataRequestId, { answer }: AnswerInput): Promise<Outcome<null, RequestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'refuse', { requestId })
    if (!found.ok) return found
    await updateDecided(tx, requestId, { status: requestActs.refuse.to, ...decidedBy(ctx), answer, kept: [], forget: false })
    await record(tx, ctx, requestActs.refuse, { subjectId: requestId, payload: { requestId }, detail: { kind: found.value.kind } })
    return done(null)
  })
}

export async function withdrawRequest(ctx: Ctx, asker: Asker, requestId: DataRequestId): Promise<Outcome<null, RequestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockFor(tx, ctx, 'withdraw', { requestId, asker })
    if (!found.ok) return found
    await updateStatus(tx, requestId, requestActs.withdraw.to)
    await record(tx, ctx, requestActs.withdraw, { subjectId: requestId })
    return done(null)
  })
}

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

const viewOf = ({ actor, now }: Pick<Ctx, 'actor' | 'now'>, request: StoredRequest, asker: Asker | null = null) => {
  const today = dateInVietnam(now)
  return {
    ...request,
    nextDueOn: nextDueOn(request),
    late: isLate(request, today),
    isOpen: isOpen(request.status),
    may: mayOf(requestActs, request.status, grantsOf(actor, tiesTo(request, asker))),
  }
}
export type RequestView = ReturnType<typeof viewOf>

/** The requests of everybody, for whoever answers them: the most urgent first. */
export async function listRequests(ctx: Reader, which: 'open' | 'closed'): Promise<RequestView[]> {
  requireRole(ctx.actor, 'administrator')
  return (await selectRequests(ctx.db, which)).map((request) => viewOf(ctx, request))
}

export async function findRequest(ctx: Reader, requestId: DataRequestId): Promise<RequestView> {
  requireRole(ctx.actor, 'administrator')
  const request = await selectRequest(ctx.db, requestId)
  if (!request) throw new NotFound('No such data-request')
  return viewOf(ctx, request)
}

/** What somebody asked about the own data, and what became of it. */
export async function requestsOf(ctx: Reader, asker: Asker): Promise<RequestView[]> {
  requireAct(ctx.actor, requestActs.ask, tiesOfAsker(asker))
  return (await selectRequestsOf(ctx.db, asker)).map((request) => viewOf(ctx, request, asker))
}

/** How many wait, for the page of the administrator. */
export const countRequests = (db: ReadDb): Promise<number> => countOpenRequests(db)
