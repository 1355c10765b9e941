import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, requireAct } from '../../identity/index.ts'
import { sessionActs } from './acts.ts'
import { beginLedger } from './ask.ts'
import { lockEnquiry, selectEnquiryByCode, selectProducers, updateEnquiry } from './enquiry.store.ts'
import type { CancelSessionInput, MoveSlotInput, NoteSlotInput, PlanSessionInput, SessionInput, WishInput } from './inputs.ts'
import { beginSession, recordEnquiry, recordSession } from './policy.ts'
import { updateMeeting } from './relation.store.ts'
import type { MatchingSessionId } from './rules/ids.ts'
import type { SessionClosed, SessionRefusal, WishRefusal } from './rules/refusals.ts'
import { allotSlots, clashOf } from './rules/slots.ts'
import type { Slot } from './rules/slots.ts'
import {
  hasFair,
  insertSession,
  insertWish,
  putSlot,
  selectPairs,
  selectSessionByKey,
  updateOutcome,
  updateSession,
} from './session.store.ts'
import type { StoredPair, StoredSession } from './session.store.ts'

/** A day of meetings. The same form sent twice is one. */
export async function planSession(
  ctx: Ctx,
  input: PlanSessionInput,
  { isSample = false } = {},
): Promise<Outcome<{ sessionId: MatchingSessionId }, SessionRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ sessionId: MatchingSessionId }, SessionRefusal>> => {
    requireAct(ctx.actor, sessionActs.plan)
    const before = await selectSessionByKey(tx, input.requestKey)
    if (before) return done({ sessionId: before.id })
    if (input.fairId !== null && !(await hasFair(tx, input.fairId))) return refuse('fair-unknown')
    const id = ctx.newId('mts')
    await insertSession(tx, { ...input, id, at: ctx.now, byId: actorId(ctx.actor), isSample })
    await recordSession(tx, ctx, 'plan', { id, name: input.name })
    return done({ sessionId: id })
  })
}

/** Whom a buyer, or a producer, wants to sit with; or whom the office thinks to fit. */
export async function wishMeeting(
  ctx: Ctx,
  { sessionId, code, producerId, isWish }: WishInput,
): Promise<Outcome<null, SessionClosed | WishRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SessionClosed | WishRefusal>> => {
    const begun = await beginSession(tx, ctx, 'wish', sessionId)
    if (!begun.ok) return begun
    const enquiry = await selectEnquiryByCode(tx, code.toUpperCase())
    if (!enquiry || enquiry.closeReason !== null) return refuse('enquiry-unknown')
    const ids = [...new Set(producerId)].toSorted()
    if (ids.length === 0) return refuse('producer-missing')
    if ((await selectProducers(tx, ids)).length !== ids.length) return refuse('producer-unknown')
    for (const id of ids) await insertWish(tx, { sessionId, enquiryId: enquiry.id, producerId: id }, isWish, ctx.now)
    await recordSession(tx, ctx, 'wish', begun.value)
    return done(null)
  })
}

const slotsOf = (pairs: readonly StoredPair[]): Slot[] =>
  pairs.flatMap(({ enquiryId, producerId, round, table }) =>
    round === null || table === null ? [] : [{ buyer: enquiryId, producer: producerId, round, table }],
  )

/** Gives every pair a place that has none; whoever has one keeps it. Answers how many found none. */
export async function allotSession(
  ctx: Ctx,
  { sessionId }: SessionInput,
): Promise<Outcome<{ unplaced: number }, SessionClosed | SessionRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ unplaced: number }, SessionClosed | SessionRefusal>> => {
    const begun = await beginSession(tx, ctx, 'allot', sessionId)
    if (!begun.ok) return begun
    const pairs = await selectPairs(tx, sessionId)
    if (pairs.length === 0) return refuse('no-wishes')
    const held = slotsOf(pairs)
    const wishes = pairs.map(({ enquiryId, producerId, isWish }) => ({ buyer: enquiryId, producer: producerId, isWish }))
    const { slots, unplaced } = allotSlots(begun.value, wishes, held)
    for (const { enquiryId, producerId } of pairs) {
      const slot = slots.find((one) => one.buyer === enquiryId && one.producer === producerId)
      if (slot && !held.includes(slot)) await putSlot(tx, { sessionId, enquiryId, producerId }, slot)
    }
    await updateSession(tx, sessionId, { status: sessionActs.allot.to })
    await recordSession(tx, ctx, 'allot', begun.value, { placed: slots.length, unplaced: unplaced.length })
    return done({ unplaced: unplaced.length })
  })
}

/** Another place for a pair, by hand; one that found none is placed so too. */
export async function moveSlot(ctx: Ctx, input: MoveSlotInput): Promise<Outcome<null, SessionClosed | SessionRefusal>> {
  const { sessionId, enquiryId, producerId, round, table } = input
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SessionClosed | SessionRefusal>> => {
    const begun = await beginSession(tx, ctx, 'move', sessionId)
    if (!begun.ok) return begun
    const pairs = await selectPairs(tx, sessionId)
    const pair = pairs.find((one) => one.enquiryId === enquiryId && one.producerId === producerId)
    if (!pair) return refuse('pair-unknown')
    if (pair.outcome !== null) return refuse('slot-noted')
    const clash = clashOf(begun.value, slotsOf(pairs), { buyer: enquiryId, producer: producerId, round, table })
    if (clash) return { ok: false, refusal: clash }
    await putSlot(tx, input, { round, table })
    await recordSession(tx, ctx, 'move', begun.value, { enquiryId, producerId, round, table })
    return done(null)
  })
}

const isBefore = ({ heldOn }: StoredSession, now: Date) => dateInVietnam(now) < heldOn

/** Whether they met. Who did is introduced to the other, if the office had not done so before. */
export async function noteSlot(ctx: Ctx, input: NoteSlotInput): Promise<Outcome<null, SessionClosed | SessionRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SessionClosed | SessionRefusal>> => {
    const begun = await beginSession(tx, ctx, 'note', input.sessionId)
    if (!begun.ok) return begun
    const session = begun.value
    if (isBefore(session, ctx.now)) return refuse('before-session', { day: session.heldOn })
    const pair = (await selectPairs(tx, session.id)).find((one) => one.enquiryId === input.enquiryId && one.producerId === input.producerId)
    if (!pair || pair.round === null) return refuse('pair-unknown')
    await updateOutcome(tx, input, { outcome: input.outcome, words: input.words, at: ctx.now, byName: actorName(ctx.actor) })
    if (input.outcome === 'met') await introduceWhoMet(tx, ctx, session, input)
    await recordSession(tx, ctx, 'note', session, { enquiryId: input.enquiryId, producerId: input.producerId, outcome: input.outcome })
    return done(null)
  })
}

async function introduceWhoMet(tx: Tx, ctx: Ctx, session: StoredSession, { enquiryId, producerId }: NoteSlotInput): Promise<void> {
  const enquiry = (await lockEnquiry(tx, enquiryId))!
  const [producer] = await selectProducers(tx, [producerId])
  const met = { sessionId: session.id, fairId: session.fairId }
  const made = await beginLedger(tx, ctx, enquiry, producer!, met)
  if (!made) {
    await updateMeeting(tx, enquiryId, producerId, met)
    return
  }
  if (enquiry.status !== 'open') return
  await updateEnquiry(tx, enquiryId, { status: 'introduced', introduced_at: ctx.now })
  await recordEnquiry(tx, ctx, 'introduce', enquiry, { producers: 1, session: session.id })
}

export async function finishSession(ctx: Ctx, { sessionId }: SessionInput): Promise<Outcome<null, SessionClosed | SessionRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SessionClosed | SessionRefusal>> => {
    const begun = await beginSession(tx, ctx, 'finish', sessionId)
    if (!begun.ok) return begun
    if (isBefore(begun.value, ctx.now)) return refuse('before-session', { day: begun.value.heldOn })
    await updateSession(tx, sessionId, { status: sessionActs.finish.to })
    await recordSession(tx, ctx, 'finish', begun.value)
    return done(null)
  })
}

export async function cancelSession(ctx: Ctx, { sessionId, reason }: CancelSessionInput): Promise<Outcome<null, SessionClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginSession(tx, ctx, 'cancel', sessionId)
    if (!begun.ok) return begun
    await updateSession(tx, sessionId, { status: sessionActs.cancel.to, cancel_reason: reason })
    await recordSession(tx, ctx, 'cancel', begun.value, { reason })
    return done(null)
  })
}
