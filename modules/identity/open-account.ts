import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { province } from '../province/index.ts'
import { personActs } from './acts.ts'
import type { UserId } from './ids.ts'
import { addMembership, giveRoleInput, openMembership } from './memberships.ts'
import { selectOrganisation } from './organisation.store.ts'
import { invite } from './invitation.ts'
import type { Invitation } from './invitation.ts'
import { invitePersonInput, openOrganisation, openPerson } from './people.ts'
import type { AccountRefusal, MembershipRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { platformName } from './words.ts'

export const openAccountInput = invitePersonInput.extend(giveRoleInput.shape)

/** An administrator opens an account with its first role, and gets the invitation for its owner. */
export async function openAccount(
  ctx: Ctx,
  input: z.infer<typeof openAccountInput>,
): Promise<Outcome<{ userId: UserId; invitation: Invitation }, AccountRefusal | MembershipRefusal>> {
  requireAct(ctx.actor, personActs.create)
  return inTransaction(ctx, async (tx) => {
    if (!(await selectOrganisation(tx, { id: input.organisationId }))) return refuse('unknown-organisation')
    const person = await openPerson(tx, ctx, personActs.create, { name: input.name, email: input.email })
    if (!person.ok) return person
    const given = await addMembership(tx, ctx, { userId: person.value.userId, organisationId: input.organisationId, role: input.role })
    if (!given.ok) return given
    const { userId } = person.value
    return done({ userId, invitation: await invite(tx, ctx, { userId, kind: 'first' }) })
  })
}

/**
 * Opens the account of an administrator from the command line of the machine, where nobody can sign in yet.
 * Whoever may run it owns the database anyway; the audit trail says that it was done there.
 */
export async function openAdministrator(
  ctx: Ctx,
  input: z.infer<typeof invitePersonInput>,
): Promise<Outcome<{ userId: UserId; invitation: Invitation }, AccountRefusal | MembershipRefusal>> {
  const act = personActs['open-administrator']
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const person = await openPerson(tx, ctx, act, input)
    if (!person.ok) return person
    const platform = await openOrganisation(tx, ctx, { code: 'nen-tang', name: platformName(province().site.name), kind: 'platform' })
    const given = await openMembership(tx, ctx, { userId: person.value.userId, organisationId: platform.id, role: 'administrator' })
    if (!given.ok) return given
    const { userId } = person.value
    return done({ userId, invitation: await invite(tx, ctx, { userId, kind: 'first' }) })
  })
}
