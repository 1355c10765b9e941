import { createHash, createHmac } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { secretHeldWith } from '@dacsan/platform/locked-text'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { ReadDb, Tx } from '../context.ts'
import { personActs, personInvited } from './acts.ts'
import type { PersonInvited } from './acts.ts'
import { actorId, actorName } from './actor.ts'
import type { Actor } from './actor.ts'
import { updatePasswordHash } from './credential.store.ts'
import { deleteDevicesOf } from './device.store.ts'
import { insertInvitation, lockInvitation, selectInvitation, selectInvitationById, updateInvitationUsed } from './invitation.store.ts'
import type { InvitationKind } from './invitation.store.ts'
import { hashPassword, judgePassword } from './passwords.ts'
import type { Maker } from './people.ts'
import { record } from './record.ts'
import { invitationPath } from './rules.ts'
import type { InvitationRefusal, PasswordRefusal } from './rules.ts'
import { noteSecurity } from './security-log.ts'
import { endSessions } from './session.store.ts'
import { signIn } from './sign-in.ts'
import type { SignedIn, SignInRequest } from './sign-in.ts'
import { termOn } from './terms.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'
import type { InvitationId, UserId } from './ids.ts'

/** The secret stands in the address alone. */
export type Invitation = { secret: string; until: Date }

export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** A first slip goes by post or by hand through an office; a way in that was lost is given anew by somebody who is asked for it. */
const hoursOf = { first: 'sign-in.first-invitation-hours', renewed: 'sign-in.invitation-hours' } as const satisfies Record<
  InvitationKind,
  string
>

/** The key under which the secret of an invitation follows from its id: what is printed and what is mailed is one address, and it is stored nowhere. */
export const invitationKey = 'invitations'

const secretOf = async (db: ReadDb, id: InvitationId) =>
  createHmac('sha256', await secretHeldWith(db, invitationKey))
    .update(`invitation ${id}`)
    .digest('base64url')

/** Makes the one address with which somebody chooses a password, within an act whose actor was judged before. */
export async function invite(tx: Tx, ctx: Maker, { userId, kind }: { userId: UserId; kind: InvitationKind }): Promise<Invitation> {
  const id = ctx.newId('inv')
  const secret = await secretOf(tx, id)
  const hours = await termOn(tx, hoursOf[kind], ctx.now)
  const until = new Date(ctx.now.getTime() + hours * 3_600_000)
  await insertInvitation(tx, {
    id,
    userId,
    digest: digestOf(secret),
    kind,
    madeByName: actorName(ctx.actor),
    madeById: actorId(ctx.actor),
    madeAt: ctx.now,
    expiresAt: until,
  })
  const payload: PersonInvited = { invitationId: id, userId, kind }
  await recordEvent(tx, { type: personInvited.event, payload, actorId: actorId(ctx.actor), at: ctx.now })
  return { secret, until }
}

/** Where an invitation is opened, for whoever brings it to its person; null once it opens nothing. */
export async function invitationAddress(db: ReadDb, id: InvitationId, now: Date): Promise<string | null> {
  const found = await selectInvitationById(db, id)
  if (!found || refuseInvitation(found, now)) return null
  const secret = await secretOf(db, id)
  // One of before was drawn by lot: its secret is known to its paper alone.
  return digestOf(secret) === found.digest ? invitationPath(secret) : null
}

type Found = NonNullable<Awaited<ReturnType<typeof selectInvitation>>>

/** Why an invitation opens nothing any more, or null. */
export function refuseInvitation({ usedAt, expiresAt }: Pick<Found, 'usedAt' | 'expiresAt'>, now: Date) {
  if (usedAt) return refuse('invitation-used', { at: usedAt })
  return expiresAt <= now ? refuse('invitation-expired', { at: expiresAt }) : null
}

export type InvitationView = {
  name: string
  /** What the person will sign in with. */
  login: string
  kind: InvitationKind
  madeByName: string
  madeAt: Date
  until: Date
  closed: InvitationRefusal | null
}

/** What an invitation says to whoever has its address. */
export async function findInvitation({ db, now }: Pick<SignInRequest, 'db' | 'now'>, secret: string): Promise<InvitationView> {
  const found = await selectInvitation(db, digestOf(secret))
  if (!found) throw new NotFound('No such invitation')
  const { name, email, phone, kind, madeByName, madeAt, expiresAt } = found
  const closed = refuseInvitation(found, now)?.refusal ?? null
  return { name, login: email ?? phone ?? '', kind: kind as InvitationKind, madeByName, madeAt, until: expiresAt, closed }
}

export const acceptInvitationInput = z.object({ password: z.string(fieldErrors.nextPassword).min(1, fieldErrors.nextPassword) })

/**
 * The invited person chooses a password, which nobody else ever knew, and signs in with it; a second factor that the account has is asked for as
 * always. Null: the password is set, and signing in must wait.
 */
export async function acceptInvitation(
  request: SignInRequest,
  secret: string,
  { password }: z.infer<typeof acceptInvitationInput>,
): Promise<Outcome<SignedIn | null, InvitationRefusal | PasswordRefusal>> {
  const act = personActs['accept-invitation']
  const { db, now, actor, address, requestId = null } = request
  const digest = digestOf(secret)
  const found = await selectInvitation(db, digest)
  requireAct(actor, act, { link: found !== undefined })
  if (!found) return refuse('invitation-expired', { at: now })
  const person: Actor = { kind: 'person', userId: found.userId, name: found.name, email: found.email, memberships: [] }
  const refused = refuseInvitation(found, now) ?? judgePassword(password, found)
  const hash = refused ? '' : await hashPassword(password)
  const outcome = refused ?? (await inTransaction({ db }, (tx) => choose(tx, { digest, hash, now, person })))
  await noteSecurity(db, {
    at: now,
    what: 'invitation',
    outcome: outcome.ok ? 'done' : 'refused',
    reason: outcome.ok ? null : outcome.refusal.code,
    actor: person,
    address,
    requestId,
  })
  if (!outcome.ok) return outcome
  const signedIn = await signIn(request, { email: found.email ?? found.phone ?? '', password })
  return done(signedIn.ok ? signedIn.value : null)
}

async function choose(
  tx: Tx,
  { digest, hash, now, person }: { digest: string; hash: string; now: Date; person: Actor & { kind: 'person' } },
): Promise<Outcome<null, InvitationRefusal>> {
  const invitation = await lockInvitation(tx, digest)
  const closed = invitation && refuseInvitation(invitation, now)
  if (!invitation || closed) return closed ?? refuse('invitation-expired', { at: now })
  const { userId } = person
  await updateInvitationUsed(tx, invitation.id, now)
  await updatePasswordHash(tx, userId, { hash, at: now })
  await endSessions(tx, userId)
  await deleteDevicesOf(tx, userId)
  await record(tx, { actor: person, now }, personActs['accept-invitation'], { subjectId: userId })
  return done(null)
}
