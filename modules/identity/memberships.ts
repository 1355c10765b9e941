import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { membershipActs } from './acts.ts'
import { roles } from './actor.ts'
import type { Role } from './actor.ts'
import type { MembershipId, OrganisationId, UserId } from './ids.ts'
import { decideEnd, membershipStatusOf, refuseOwnAccount, untilFor } from './membership-status.ts'
import type { EndRefusal } from './membership-status.ts'
import { insertMembership, lockAdministrators, lockMembership, lockMembershipIn, updateMembership } from './membership.store.ts'
import { selectOrganisation } from './organisation.store.ts'
import type { Maker } from './people.ts'
import { selectAccount } from './people.store.ts'
import { record } from './record.ts'
import type { MembershipRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

type NewMembership = { userId: UserId; organisationId: OrganisationId; role: Role }

/** Gives a person a role in an organisation from today on; a role that had ended begins again. */
export async function addMembership(
  tx: Tx,
  ctx: Maker,
  given: NewMembership,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  requireAct(ctx.actor, membershipActs.add)
  return openMembership(tx, ctx, given)
}

/** {@link addMembership} within an act whose actor was judged before. */
export async function openMembership(
  tx: Tx,
  ctx: Maker,
  { userId, organisationId, role }: NewMembership,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  if (!(await selectOrganisation(tx, { id: organisationId }))) return refuse('unknown-organisation')
  const today = dateInVietnam(ctx.now)
  const before = await lockMembershipIn(tx, { userId, organisationId, role })
  const closed = before && refuseStatus(membershipActs.add, membershipStatusOf(before, today))
  if (closed) return closed
  const id = before?.id ?? ctx.newId('mem')
  const dates = { since: today, until: untilFor(membershipActs.add.to, today) }
  if (before) await updateMembership(tx, id, dates)
  else if (!(await insertMembership(tx, { id, userId, organisationId, role, ...dates })))
    return refuse('already-member', { status: 'held' })
  await record(tx, ctx, membershipActs.add, { subjectId: userId, detail: { role, organisationId } })
  return done({ membershipId: id })
}

export const giveRoleInput = z.object({
  organisationId: idInput('org', fieldErrors.organisationId),
  role: z.enum(roles, fieldErrors.role),
})

/** An administrator gives somebody else a role. */
export async function giveRole(
  ctx: Ctx,
  userId: UserId,
  input: z.infer<typeof giveRoleInput>,
): Promise<Outcome<{ membershipId: MembershipId }, MembershipRefusal>> {
  requireAct(ctx.actor, membershipActs.add)
  const own = refuseOwnAccount(ctx.actor, userId)
  if (own) return own
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('No such account', { userId })
    return openMembership(tx, ctx, { userId, ...input })
  })
}

/** Ends a role: the last day was yesterday, so the next request of that person is refused. */
export async function endMembership(ctx: Ctx, membershipId: MembershipId): Promise<Outcome<void, EndRefusal>> {
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, membershipActs.end)
    const administrators = await lockAdministrators(tx, today)
    const membership = await lockMembership(tx, membershipId)
    if (!membership) throw new NotFound('No such membership', { membershipId })
    const status = membershipStatusOf(membership, today)
    if (status === membershipActs.end.to) return done(undefined)
    const isLastAdministrator = administrators.length === 1 && administrators[0] === membershipId
    const refused = decideEnd({ status, isLastAdministrator })
    if (refused) return refused
    await updateMembership(tx, membershipId, { until: untilFor(membershipActs.end.to, today) })
    const { userId, role, organisationId } = membership
    await record(tx, ctx, membershipActs.end, { subjectId: userId, detail: { role, organisationId } })
    return done(undefined)
  })
}
