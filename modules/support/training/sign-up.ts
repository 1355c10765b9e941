import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { foldText } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { classActs, participantActs } from './acts.ts'
import { lockClass, selectClassBySlug } from './class.store.ts'
import type { StoredClass } from './class.store.ts'
import type { SignUpByPhoneInput, SignUpInput } from './inputs.ts'
import {
  insertParticipant,
  nextNumber,
  openPhone,
  selectParticipantByKey,
  selectParticipants,
  updateParticipantStatus,
} from './participant.store.ts'
import type { StoredParticipant } from './participant.store.ts'
import { beginPlace, knownClass, publicClass, requireOffice } from './policy.ts'
import { selectProducerNamed } from './producer-named.store.ts'
import type { ClassId, ParticipantId } from './rules/ids.ts'
import type { PlaceGivenUp, SignUpRefusal, WithdrawRefusal } from './rules/refusals.ts'
import { secretOfPlace } from './secret.ts'

/** Until the hour, and in no other state. */
export const takesSignUps = ({ status, signUpBy }: Pick<StoredClass, 'status' | 'signUpBy'>, now: Date): boolean =>
  status === classActs.open.to && now < signUpBy

export type SignedUp = { participantId: ParticipantId; secret: string; isListed: boolean }
type Who = Pick<SignUpInput, 'name' | 'phone' | 'requestKey'> & {
  classId: ClassId
  producerId: ProducerId | null
  place: string
  language: MessageLanguage
  signedUpBy: 'self' | 'office'
  isSample: boolean
}

const signedUp = (place: Pick<StoredParticipant, 'id' | 'requestKey' | 'status'>): SignedUp => ({
  participantId: place.id,
  secret: secretOfPlace(place),
  isListed: place.status === 'listed',
})

/** Somebody of this name who is reached by this number is in the list once. */
async function isThere(tx: Tx, people: readonly StoredParticipant[], name: string, phone: string): Promise<boolean> {
  const named = people.filter((one) => one.status !== 'withdrawn' && foldText(one.name) === foldText(name))
  const phones = await Promise.all(named.map((one) => openPhone(tx, one)))
  return phones.includes(phone)
}

/** A place while there are any, then the waiting list. The same form sent twice is one place. */
async function takePlace(ctx: Ctx, who: Who): Promise<Outcome<SignedUp, SignUpRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<SignedUp, SignUpRefusal>> => {
    const held = (await lockClass(tx, who.classId))!
    const before = await selectParticipantByKey(tx, who.requestKey)
    if (before) return before.classId === who.classId ? done(signedUp(before)) : refuse('request-key-reused')
    if (!takesSignUps(held, ctx.now)) return refuse('sign-up-closed')
    const phone = mobileNumber(who.phone)
    if (phone === null) return refuse('phone-wrong')
    const people = await selectParticipants(tx, who.classId)
    if (await isThere(tx, people, who.name, phone)) return refuse('listed-before')
    const listed = people.filter(({ status }) => status === 'listed').length
    const status = listed < held.places ? ('listed' as const) : ('waiting' as const)
    const [id, number] = [ctx.newId('tpa'), await nextNumber(tx, who.classId)]
    await insertParticipant(tx, { ...who, phone, id, number, status, byId: actorId(ctx.actor), at: ctx.now })
    const payload = { classId: who.classId, participantId: id }
    await record(tx, ctx, participantActs['sign-up'], { subjectId: id, payload, detail: { status } })
    return done(signedUp({ id, requestKey: who.requestKey, status }))
  })
}

/** A producer signs up somebody of its own. */
export async function signUp(
  ctx: Ctx,
  slug: string,
  input: SignUpInput,
  { language = 'vi', isSample = false }: { language?: MessageLanguage; isSample?: boolean } = {},
): Promise<Outcome<SignedUp, SignUpRefusal>> {
  requireAct(ctx.actor, participantActs['sign-up'])
  const { id: classId } = publicClass(await selectClassBySlug(ctx.db, slug))
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return takePlace(ctx, { ...input, classId, producerId: producer.id, place: producer.name, language, signedUpBy: 'self', isSample })
}

/** Whoever calls is written down by the office. */
export async function signUpByPhone(
  ctx: Ctx,
  { producer: typed, ...input }: SignUpByPhoneInput,
  { isSample = false } = {},
): Promise<Outcome<SignedUp, SignUpRefusal>> {
  requireAct(ctx.actor, participantActs['sign-up'])
  requireOffice(ctx.actor)
  await knownClass(ctx.db, input.classId)
  const producer = typed === '' ? null : await selectProducerNamed(ctx.db, typed)
  if (producer === undefined) return refuse('producer-unknown', { typed: typed.slice(0, 80) })
  return takePlace(ctx, { ...input, producerId: producer?.id ?? null, signedUpBy: 'office', isSample })
}

/** A place that is given up goes to whoever waits longest, in the same transaction. */
export async function withdrawPlace(
  ctx: Ctx,
  { participantId, secret = '' }: { participantId: ParticipantId; secret?: string },
): Promise<Outcome<null, PlaceGivenUp | WithdrawRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, PlaceGivenUp | WithdrawRefusal>> => {
    const begun = await beginPlace(tx, ctx, 'withdraw', participantId, secret)
    if (!begun.ok) return begun
    const { held, place } = begun.value
    if (held.status !== classActs.open.to) return refuse('class-over')
    await updateParticipantStatus(tx, participantId, participantActs.withdraw.to, ctx.now)
    const next = place.status === 'listed' ? (await selectParticipants(tx, held.id)).find(({ status }) => status === 'waiting') : undefined
    if (next) await updateParticipantStatus(tx, next.id, 'listed', ctx.now)
    const payload = { classId: held.id, participantId, placeGoesTo: next?.id ?? null }
    await record(tx, ctx, participantActs.withdraw, { subjectId: participantId, payload })
    return done(null)
  })
}
