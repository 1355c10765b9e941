import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { personActs } from './acts.ts'
import { actorId, actorName } from './actor.ts'
import type { Role } from './actor.ts'
import { deleteSecondFactor, updatePasswordHash } from './credential.store.ts'
import type { OrganisationId, UserId } from './ids.ts'
import { deleteDevicesOf } from './device.store.ts'
import { deleteFactorRemoval, lockFactorRemoval, upsertFactorRemoval } from './factor-removal.store.ts'
import { invite } from './invitation.ts'
import type { Invitation } from './invitation.ts'
import { refuseFactorRemoval } from './membership-status.ts'
import { selectHeldRoles } from './membership.store.ts'
import { actsAsHead } from './memberships.ts'
import { insertNotice } from './notice.store.ts'
import { selectOrganisation } from './organisation.store.ts'
import { selectAccount } from './people.store.ts'
import { deleteLinksOf } from './provider-link.store.ts'
import { record } from './record.ts'
import { rolesByHead } from './rules.ts'
import type { FactorRemovalRefusal } from './rules.ts'
import { endSessions } from './session.store.ts'
import { termOn } from './terms.ts'
import { requireAct } from './ties.ts'

/**
 * For somebody who forgot the password: no password, no living session, no provider that opens the account, and an invitation to choose a new one. The second factor stays: with it
 * gone as well, one administrator alone could sit down in somebody's seat. A head does it for its own people alone: for those who work nowhere
 * else and lead nothing, since whoever has the address is whoever the account is.
 */
export async function renewAccess(ctx: Ctx, userId: UserId): Promise<Invitation> {
  const act = personActs['renew-access']
  requireAct(ctx.actor, act, { owner: await headedBy(ctx, userId) }, { known: !actsAsHead(ctx.actor) })
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('No such account', { userId })
    await updatePasswordHash(tx, userId, { hash: null, at: ctx.now })
    await endSessions(tx, userId)
    await deleteDevicesOf(tx, userId)
    // Whoever got in once may have linked an account of their own.
    await deleteLinksOf(tx, userId)
    const invitation = await invite(tx, ctx, { userId, kind: 'renewed' })
    await insertNotice(tx, {
      id: ctx.newId('ntc'),
      userId,
      kind: 'access-renewed',
      byName: actorName(ctx.actor),
      byId: actorId(ctx.actor),
      at: ctx.now,
    })
    await record(tx, ctx, act, { subjectId: userId })
    return invitation
  })
}

/** The one organisation whose head looks after somebody: where they work, if they work nowhere else and their roles there are the head's to give. */
export async function headedBy(ctx: Pick<Ctx, 'db' | 'now'>, userId: UserId): Promise<OrganisationId | null> {
  const held = await selectHeldRoles(ctx.db, userId, dateInVietnam(ctx.now))
  const [first] = held
  const organisation = first && (await selectOrganisation(ctx.db, { id: first.organisationId }))
  if (!organisation) return null
  const byHead = rolesByHead(organisation.kind)
  return held.every(({ role, organisationId }) => organisationId === organisation.id && byHead.includes(role as Role))
    ? organisation.id
    : null
}

/** For somebody who lost the telephone and the backup codes: the first of two administrators asks that the second factor be taken away. */
export async function askFactorRemoval(ctx: Ctx, userId: UserId): Promise<Outcome<null, FactorRemovalRefusal>> {
  const act = personActs['ask-factor-removal']
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const account = await selectAccount(tx, userId)
    if (!account) throw new NotFound('No such account', { userId })
    if (!account.twoFactorEnabled) return refuse('no-second-factor')
    await upsertFactorRemoval(tx, {
      userId,
      askedById: actorId(ctx.actor)!,
      askedByName: actorName(ctx.actor),
      at: ctx.now,
      expiredBefore: await removalsExpiredBefore(tx, ctx.now),
    })
    await record(tx, ctx, act, { subjectId: userId })
    return done(null)
  })
}

/** What was asked before this moment is confirmed by nobody any more: whoever asked may have been asked by a stranger, and nobody remembers. */
export async function removalsExpiredBefore(db: ReadDb, now: Date): Promise<Date> {
  return new Date(now.getTime() - (await termOn(db, 'sign-in.factor-removal-hours', now)) * 3_600_000)
}

/** The second administrator, neither who asked nor whose account it is, takes it away; the owner is told at the next sign-in. */
export async function confirmFactorRemoval(ctx: Ctx, userId: UserId): Promise<Outcome<null, FactorRemovalRefusal>> {
  const act = personActs['remove-second-factor']
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('No such account', { userId })
    const asked = await lockFactorRemoval(tx, userId)
    if (!asked) return refuse('removal-not-asked')
    if (asked.askedAt < (await removalsExpiredBefore(tx, ctx.now))) return refuse('removal-expired')
    const refused = refuseFactorRemoval(ctx.actor, { userId, askedById: asked.askedById })
    if (refused) return refused
    await deleteFactorRemoval(tx, userId)
    await deleteSecondFactor(tx, userId, ctx.now)
    await endSessions(tx, userId)
    await deleteDevicesOf(tx, userId)
    const byName = `${asked.askedByName}, ${actorName(ctx.actor)}`
    await insertNotice(tx, { id: ctx.newId('ntc'), userId, kind: 'second-factor-removed', byName, byId: actorId(ctx.actor), at: ctx.now })
    await record(tx, ctx, act, { subjectId: userId, payload: { userId }, detail: { askedBy: asked.askedById } })
    return done(null)
  })
}
