import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { membershipOf, record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { classActs, participantActs, tiesOfPlace } from './acts.ts'
import type { ClassAct, ParticipantAct } from './acts.ts'
import { lockClass, selectClass } from './class.store.ts'
import type { StoredClass } from './class.store.ts'
import { lockParticipant, selectParticipant } from './participant.store.ts'
import type { StoredParticipant } from './participant.store.ts'
import type { ClassId, ParticipantId } from './rules/ids.ts'
import type { ClassClosed, PlaceGivenUp } from './rules/refusals.ts'
import { isSecretOfPlace } from './secret.ts'

/** The office that leads the programme leads its classes. */
export const requireOffice = (actor: Actor) => requireRole(actor, 'provincial-officer')

/** The class, held, for somebody who may do this to it in its state. */
export async function beginClass(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<ClassAct, 'create'>,
  id: ClassId,
): Promise<Outcome<StoredClass, ClassClosed>> {
  requireAct(ctx.actor, classActs[act])
  const held = await lockClass(tx, id)
  if (!held) throw new NotFound('No such training-class')
  return (
    (refuseStatus(classActs[act], held.status) as ReturnType<typeof refuseStatus<typeof classActs.open, typeof held.status>>) ?? done(held)
  )
}

export async function recordClass(
  tx: Tx,
  ctx: Ctx,
  act: ClassAct,
  { id, name }: Pick<StoredClass, 'id' | 'name'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = classActs[act] as NamedAct & typeof classActs.open
  await record(tx, ctx, row, { subjectId: id, payload: { classId: id, name }, ...(detail && { detail }) })
}

/** Whether somebody holds a place: by its link, by the account that took it, or as one of the producer that it was taken for. */
export const holdsPlace = (actor: Actor, place: StoredParticipant, secret: string): boolean =>
  isSecretOfPlace(place, secret) ||
  (actor.kind === 'person' &&
    ((place.byId !== null && place.byId === actor.userId && place.signedUpBy === 'self') ||
      (place.organisationId !== null && membershipOf(actor, 'producer')?.organisationId === place.organisationId)))

export type BegunPlace = { held: StoredClass; place: StoredParticipant }

/** The place with its class, both held, for somebody who may do this to it in its state; to anybody else it is not there. */
export async function beginPlace(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<ParticipantAct, 'sign-up'>,
  id: ParticipantId,
  secret = '',
): Promise<Outcome<BegunPlace, PlaceGivenUp>> {
  const known = await selectParticipant(tx, id)
  if (!known) throw new NotFound('No such training-participant')
  requireAct(ctx.actor, participantActs[act], tiesOfPlace(holdsPlace(ctx.actor, known, secret)))
  const held = (await lockClass(tx, known.classId))!
  const place = (await lockParticipant(tx, id))!
  return (
    (refuseStatus(participantActs[act], place.status) as ReturnType<
      typeof refuseStatus<typeof participantActs.withdraw, typeof place.status>
    >) ?? done({ held, place })
  )
}

/** A class that everybody may read of. */
export function publicClass(found: StoredClass | undefined): StoredClass {
  if (!found || found.status === 'draft') throw new NotFound('No such training-class')
  return found
}

export async function knownClass(db: ReadDb, id: ClassId): Promise<StoredClass> {
  const found = await selectClass(db, id)
  if (!found) throw new NotFound('No such training-class')
  return found
}
