import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import type { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { province } from '../province/index.ts'
import { personActs } from './acts.ts'
import { platformCode } from './commune-offices.ts'
import type { UserId } from './ids.ts'
import { giveRoleInput, openMembership } from './memberships.ts'
import { selectOrganisation } from './organisation.store.ts'
import { invite } from './invitation.ts'
import type { Invitation } from './invitation.ts'
import { invitePersonInput, openOrganisation, openPerson } from './people.ts'
import type { AccountRefusal, MembershipRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { platformName } from './words.ts'

export const openAccountInput = invitePersonInput.extend(giveRoleInput.shape)

/** An administrator, or the head of the organisation, opens an account with its first role and gets the invitation for its owner. */
export async function openAccount(
  ctx: Ctx,
  input: z.infer<typeof openAccountInput>,
): Promise<Outcome<{ userId: UserId; invitation: Invitation }, AccountRefusal | MembershipRefusal>> {
  const { organisationId, role } = input
  requireAct(ctx.actor, personActs.create, { owner: organisationId }, { known: true })
  return inTransaction(ctx, (tx) => openAccountIn(tx, ctx, { name: input.name, email: input.email, organisationId, role })).catch(
    (error: unknown) => {
      if (error instanceof RoleRefused) return error.refused
      throw error
    },
  )
}

/** {@link openAccount} in the transaction of a caller whose actor was judged before. Throws {@link RoleRefused} once the account is made. */
export async function openAccountIn(
  tx: Tx,
  ctx: Ctx,
  { name, email, organisationId, role }: z.infer<typeof openAccountInput>,
): Promise<Outcome<{ userId: UserId; invitation: Invitation }, AccountRefusal | MembershipRefusal>> {
  if (!(await selectOrganisation(tx, { id: organisationId }))) return refuse('unknown-organisation')
  const person = await openPerson(tx, ctx, personActs.create, { name, email })
  if (!person.ok) return person
  const { userId } = person.value
  const given = await openMembership(tx, ctx, { userId, organisationId, role })
  if (!given.ok) throw new RoleRefused(given)
  return done({ userId, invitation: await invite(tx, ctx, { userId, kind: 'first' }) })
}

/** Undoes the transaction that made an account whose first role is refused: an account without a role would be nobody's. */
export class RoleRefused extends Error {
  readonly refused: Refused<MembershipRefusal>
  constructor(refused: Refused<MembershipRefusal>) {
    super(refused.refusal.code)
    this.refused = refused
  }
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
    const platform = await openOrganisation(tx, ctx, { code: platformCode, name: platformName(province().site.name), kind: 'platform' })
    const given = await openMembership(tx, ctx, { userId: person.value.userId, organisationId: platform.id, role: 'administrator' })
    if (!given.ok) return given
    const { userId } = person.value
    return done({ userId, invitation: await invite(tx, ctx, { userId, kind: 'first' }) })
  })
}
