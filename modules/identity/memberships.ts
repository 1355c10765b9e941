import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { membershipActs, organisationActs } from './acts.ts'
import { hasRole, roles } from './actor.ts'
import type { Actor, Role } from './actor.ts'
import type { MembershipId, OrganisationId, UserId } from './ids.ts'
import { decideEnd, membershipStatusOf, refuseOwnAccount, untilFor } from './membership-status.ts'
import type { EndRefusal } from './membership-status.ts'
import { insertMembership, lockAdministrators, lockMembership, lockMembershipIn, updateMembership, worksIn } from './membership.store.ts'
import { selectOrganisation } from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'
import { nameOf } from './organisations.ts'
import type { Maker } from './people.ts'
import { selectAccount } from './people.store.ts'
import { record } from './record.ts'
import { rolesByHead, rolesOfKind } from './rules.ts'
import type { MembershipRefusal, RoleRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

type NewMembership = { userId: UserId; organisationId: OrganisationId; role: Role }

/** Gives a person a role in an organisation from today on; a role that had ended begins again. */
export async function addMembership(
  tx: Tx,
  ctx: Maker,
  given: NewMembership,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  requireAct(ctx.actor, membershipActs.add, { owner: given.organisationId })
  return openMembership(tx, ctx, given)
}

/** Whether somebody acts as the head of an organisation: who is an administrator as well acts as that. */
export const actsAsHead = (actor: Actor): boolean => hasRole(actor, 'organisation-head') && !hasRole(actor, 'administrator')

/** Whether an organisation of this kind gives this role, and whether it is the head's to give or to end. */
export function refuseRole(
  actor: Actor,
  kind: Organisation['kind'],
  role: Role,
): Refused<Extract<RoleRefusal, { code: 'role-unfit' | 'role-by-administrator' }>> | null {
  if (!rolesOfKind[kind].includes(role)) return refuse('role-unfit', { role, kind })
  return refuseByHead(actor, kind, role)
}

function refuseByHead(actor: Actor, kind: Organisation['kind'], role: Role) {
  return actsAsHead(actor) && !rolesByHead(kind).includes(role) ? refuse('role-by-administrator', { role }) : null
}

/** {@link addMembership} within an act whose actor was judged before. */
export async function openMembership(
  tx: Tx,
  ctx: Maker,
  { userId, organisationId, role }: NewMembership,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  const organisation = await selectOrganisation(tx, { id: organisationId })
  if (!organisation) return refuse('unknown-organisation')
  const { status, mergedIntoId, kind } = organisation
  if (status === organisationActs.merge.to) return refuse('organisation-merged', { status, into: await nameOf(tx, mergedIntoId) })
  const unfit = refuseRole(ctx.actor, kind, role)
  if (unfit) return unfit
  const today = dateInVietnam(ctx.now)
  const before = await lockMembershipIn(tx, { userId, organisationId, role })
  const closed = before && refuseStatus(membershipActs.add, membershipStatusOf(before, today))
  if (closed) return closed
  const id = before?.id ?? ctx.newId('mem')
  const dates = { since: today, until: untilFor(membershipActs.add.to, today) }
  if (before) await updateMembership(tx, id, dates)
  else if (!(await insertMembership(tx, { id, userId, organisationId, role, ...dates })))
    return refuse('already-member', { status: 'held' })
  await record(tx, ctx, membershipActs.add, {
    subjectId: userId,
    payload: { userId, role, organisationId },
    detail: { role, organisationId },
  })
  return done({ membershipId: id })
}

export const giveRoleInput = z.object({
  organisationId: idInput('org', fieldErrors.organisationId),
  role: z.enum(roles, fieldErrors.role),
})

/** An administrator gives somebody else a role; a head one in its own organisation, to somebody who works there already. */
export async function giveRole(
  ctx: Ctx,
  userId: UserId,
  input: z.infer<typeof giveRoleInput>,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  requireAct(ctx.actor, membershipActs.add, { owner: input.organisationId }, { known: true })
  const own = refuseOwnAccount(ctx.actor, userId)
  if (own) return own
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('No such account', { userId })
    if (actsAsHead(ctx.actor) && !(await worksIn(tx, { userId, organisationId: input.organisationId, today: dateInVietnam(ctx.now) })))
      throw new NotFound('No such account', { userId })
    return openMembership(tx, ctx, { userId, ...input })
  })
}

/** Ends a role: the last day was yesterday, so the next request of that person is refused. */
export async function endMembership(ctx: Ctx, membershipId: MembershipId): Promise<Outcome<void, EndRefusal>> {
  const act = membershipActs.end
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const administrators = await lockAdministrators(tx, today)
    const membership = await lockMembership(tx, membershipId)
    requireAct(ctx.actor, act, { owner: membership?.organisationId ?? null }, { known: !actsAsHead(ctx.actor) })
    if (!membership) throw new NotFound('No such membership', { membershipId })
    const { userId, organisationId } = membership
    const role = membership.role as Role
    const organisation = (await selectOrganisation(tx, { id: organisationId }))!
    const byOthers = refuseByHead(ctx.actor, organisation.kind, role)
    if (byOthers) return byOthers
    const status = membershipStatusOf(membership, today)
    if (status === act.to) return done(undefined)
    const isLastAdministrator = administrators.length === 1 && administrators[0] === membershipId
    const refused = decideEnd({ status, isLastAdministrator })
    if (refused) return refused
    await updateMembership(tx, membershipId, { until: untilFor(act.to, today) })
    await record(tx, ctx, act, { subjectId: userId, payload: { userId, role, organisationId }, detail: { role, organisationId } })
    return done(undefined)
  })
}
