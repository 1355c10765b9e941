import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { hasRole } from '../../identity/index.ts'
import { selectCertificate, selectCertificateOf } from './acceptance.store.ts'
import { appliedFrom, opensAfter } from './after-class.ts'
import { selectAfterOf, selectQuestions } from './after.store.ts'
import { selectClass, selectClassBySlug, selectPublicClasses, selectSessions, selectSessionsOf } from './class.store.ts'
import type { StoredClass, StoredSession } from './class.store.ts'
import { selectCriteriaOf } from './course.store.ts'
import { selectParticipant, selectParticipants, selectPlacesOfProducer } from './participant.store.ts'
import type { StoredParticipant } from './participant.store.ts'
import { holdsPlace, publicClass } from './policy.ts'
import type { ParticipantId } from './rules/ids.ts'
import { takesSignUps } from './sign-up.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

const factsOf = (held: StoredClass, sessions: readonly Pick<StoredSession, 'beginsAt' | 'endsAt'>[], now: Date) => ({
  slug: held.slug,
  name: held.name,
  courseName: held.courseName,
  about: held.courseAbout,
  hours: held.hours,
  venue: held.venue,
  signUpBy: held.signUpBy,
  firstOn: sessions[0] ? dateInVietnam(sessions[0].beginsAt) : null,
  lastOn: sessions.length > 0 ? dateInVietnam(sessions.at(-1)!.endsAt) : null,
  takesSignUps: takesSignUps(held, now),
  isOver: held.heldAt !== null,
  cancelReason: held.cancelReason,
  isSample: held.isSample,
})

export async function listPublicClasses({ db, now }: Pick<Ctx, 'db' | 'now'>) {
  const classes = await selectPublicClasses(db)
  const sessions = Map.groupBy(await selectSessionsOf(db, classes.map(({ id }) => id)), ({ classId }) => classId) // prettier-ignore
  return { classes: classes.map((one) => factsOf(one, sessions.get(one.id) ?? [], now)) }
}

const ofPlace = ({ id, name, status }: StoredParticipant) => ({
  id,
  name,
  isListed: status === 'listed',
  isWaiting: status === 'waiting',
  isWithdrawn: status === 'withdrawn',
})

/** The page of a class: what is taught, when, where, and what whoever comes is paid. */
export async function findPublicClass(ctx: Reader, slug: string) {
  const held = publicClass(await selectClassBySlug(ctx.db, slug))
  const [sessions, criteria, people] = await Promise.all([
    selectSessions(ctx.db, held.id),
    selectCriteriaOf(ctx.db, held.courseId),
    selectParticipants(ctx.db, held.id),
  ])
  const listed = people.filter(({ status }) => status === 'listed').length
  const producer = hasRole(ctx.actor, 'producer') ? await producerOfActor(ctx) : null
  return {
    held: {
      ...factsOf(held, sessions, ctx.now),
      content: held.courseContent,
      organiser: held.organiser,
      lecturer: held.lecturer,
      budgetSource: held.budgetSource,
      mealVnd: held.mealVnd,
      travelVnd: held.travelVnd,
      lodgingVnd: held.lodgingVnd,
      payNote: held.payNote,
      free: Math.max(0, held.places - listed),
    },
    sessions: sessions.map(({ number, topic, beginsAt, endsAt }) => ({ number, topic, beginsAt, endsAt })),
    criteria: criteria.map(({ says }) => says).filter((says, at, all) => all.indexOf(says) === at),
    maySignUp: producer !== null && producer !== undefined && takesSignUps(held, ctx.now),
    own: producer ? people.filter((one) => one.producerId === producer.id).map(ofPlace) : [],
  }
}

/** A place for whoever holds it; to anybody else it is not there. */
export async function findOwnPlace(ctx: Reader, { participantId, secret }: { participantId: ParticipantId; secret: string }) {
  const place = await selectParticipant(ctx.db, participantId)
  if (!place || !holdsPlace(ctx.actor, place, secret)) throw new NotFound('No such training-participant')
  const held = publicClass(await selectClass(ctx.db, place.classId))
  const sessions = await selectSessions(ctx.db, held.id)
  return {
    held: {
      ...factsOf(held, sessions, ctx.now),
      mealVnd: held.mealVnd,
      travelVnd: held.travelVnd,
      lodgingVnd: held.lodgingVnd,
      payNote: held.payNote,
    },
    sessions: sessions.map(({ number, topic, beginsAt, endsAt }) => ({ number, topic, beginsAt, endsAt })),
    place: ofPlace(place),
    mayWithdraw: held.status === 'open' && place.status !== 'withdrawn',
    ...(await afterOf(ctx, held, place)),
  }
}

/** What somebody may answer now, and what is known already. */
async function afterOf({ db, now }: Reader, held: StoredClass, place: StoredParticipant) {
  const [after, questions, opens, from, certificate] = await Promise.all([
    selectAfterOf(db, place.id),
    selectQuestions(db, held.courseId),
    opensAfter(db, held),
    appliedFrom(db, held),
    selectCertificateOf(db, place.id),
  ])
  const isIn = place.status === 'listed' && held.cancelReason === null && now >= opens
  return {
    // Which answer is right stays here.
    questions: questions.map(({ position, says, options, points }) => ({ position, says, options, points })),
    test: after.points !== null && after.most !== null ? { points: after.points, most: after.most } : null,
    mayTakeTest: isIn && questions.length > 0 && after.points === null,
    maySayOpinion: isIn && after.score === null,
    maySayApplied: place.status === 'listed' && from !== null && now >= from && after.answer === null,
    certificateCode: certificate?.code ?? null,
  }
}

/** The places that a producer took for its people, the latest first. */
export async function listOwnPlaces(ctx: Reader) {
  const producer = await producerOfActor(ctx)
  if (!producer) return { places: [] }
  const places = await selectPlacesOfProducer(ctx.db, producer.id)
  const classes = new Map((await Promise.all([...new Set(places.map(({ classId }) => classId))].map((id) => selectClass(ctx.db, id)))).map((one) => [one!.id, one!])) // prettier-ignore
  return { places: places.map((one) => ({ ...ofPlace(one), className: classes.get(one.classId)!.name, signedUpAt: one.signedUpAt })) }
}

/** What stands on a certificate, for whoever has its code: all that it says, not only that it is one. */
export async function findTrainingCertificate({ db }: Pick<Ctx, 'db'>, typed: string) {
  const found = await selectCertificate(db, typed.trim().toUpperCase().slice(0, 40))
  if (!found) throw new NotFound('No such training-certificate')
  const { participantId: _participant, classId: _class, ...shown } = found
  return shown
}
