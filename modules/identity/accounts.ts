import { inTransaction } from '@dacsan/platform/context'
import { Forbidden, NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { province } from '../province/index.ts'
import { requireRole, roles } from './actor.ts'
import type { Role } from './actor.ts'
import { audit } from './audit.ts'
import { addMembership, createOrganisation, createPerson, createPersonInput } from './people.ts'
import { selectAccount, selectAccounts, selectMembershipsOf, selectOrganisation, selectOrganisations } from './people.store.ts'
import type { AccountRefusal, MembershipRefusal } from './rules.ts'

export type AccountMembership = { id: string; role: Role; organisationName: string; since: string; until: string | null }
export type Account = {
  id: string
  name: string
  email: string
  twoFactorEnabled: boolean
  createdAt: Date
  memberships: AccountMembership[]
}

const accountsPerPage = 50

export const accountFilter = z.object({
  q: z.string().trim().max(120).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

/** Accounts by name or e-mail, one more page or not; administrators only. */
export async function listAccounts(ctx: Ctx, { q, page }: z.infer<typeof accountFilter>): Promise<{ accounts: Account[]; more: boolean }> {
  requireRole(ctx.actor, 'administrator')
  const people = await selectAccounts(ctx.db, { search: q, limit: accountsPerPage + 1, offset: (page - 1) * accountsPerPage })
  const shown = people.slice(0, accountsPerPage)
  return { accounts: await withMemberships(ctx, shown), more: people.length > accountsPerPage }
}

export async function findAccount(ctx: Ctx, userId: string): Promise<Account> {
  requireRole(ctx.actor, 'administrator')
  const person = await selectAccount(ctx.db, userId)
  if (!person) throw new NotFound('no such account')
  const [account] = await withMemberships(ctx, [person])
  return account!
}

async function withMemberships(ctx: Ctx, people: readonly Omit<Account, 'memberships'>[]): Promise<Account[]> {
  const memberships = Map.groupBy(
    await selectMembershipsOf(
      ctx.db,
      people.map(({ id }) => id),
    ),
    ({ userId }) => userId,
  )
  return people.map((person) => ({
    ...person,
    memberships: (memberships.get(person.id) ?? []).map(({ id, role, organisationName, since, until }) => ({
      id,
      role: role as Role,
      organisationName,
      since,
      until,
    })),
  }))
}

export async function listOrganisations(ctx: Ctx) {
  requireRole(ctx.actor, 'administrator')
  return selectOrganisations(ctx.db)
}

export const openAccountInput = createPersonInput.extend({ organisationId: z.string().min(1), role: z.enum(roles) })

/** An administrator opens an account with its first role. */
export async function openAccount(
  ctx: Ctx,
  input: z.infer<typeof openAccountInput>,
): Promise<Outcome<{ userId: string }, AccountRefusal | MembershipRefusal>> {
  requireRole(ctx.actor, 'administrator')
  return inTransaction(ctx, async (tx) => {
    if (!(await selectOrganisation(tx, { id: input.organisationId }))) return refuse('unknown-organisation')
    const person = await createPerson(tx, ctx, input)
    if (!person.ok) return person
    const given = await addMembership(tx, ctx, { userId: person.value.userId, organisationId: input.organisationId, role: input.role })
    return given.ok ? person : given
  })
}

/**
 * Opens the account of an administrator from the command line of the machine, where nobody can sign in yet.
 * Whoever may run it owns the database anyway; the audit trail says that it was done there.
 */
export async function openAdministrator(
  ctx: Ctx,
  input: z.infer<typeof createPersonInput>,
): Promise<Outcome<{ userId: string }, AccountRefusal | MembershipRefusal>> {
  if (ctx.actor.kind !== 'system') throw new Forbidden('role')
  return inTransaction(ctx, async (tx) => {
    const person = await createPerson(tx, ctx, input)
    if (!person.ok) return person
    const platform = await createOrganisation(tx, ctx, { code: 'nen-tang', name: `Nền tảng ${province().site.name}`, kind: 'platform' })
    const given = await addMembership(tx, ctx, { userId: person.value.userId, organisationId: platform.id, role: 'administrator' })
    return given.ok ? person : given
  })
}

export const giveRoleInput = z.object({ organisationId: z.string().min(1), role: z.enum(roles) })

export async function giveRole(
  ctx: Ctx,
  userId: string,
  input: z.infer<typeof giveRoleInput>,
): Promise<Outcome<{ membershipId: string }, MembershipRefusal>> {
  requireRole(ctx.actor, 'administrator')
  // Who runs the accounts decides nothing of the programme, unless somebody else lets him.
  if (ctx.actor.kind === 'person' && ctx.actor.userId === userId) return refuse('own-account')
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('no such account')
    return addMembership(tx, ctx, { userId, ...input })
  })
}

/** Ends a role: the last day was yesterday, so the next request of that person is refused. */
export async function endMembership(ctx: Ctx, membershipId: string): Promise<Outcome<void, MembershipRefusal>> {
  requireRole(ctx.actor, 'administrator')
  const today = dateInVietnam(ctx.now)
  const yesterday = addDays(today, -1)
  return inTransaction(ctx, async (tx) => {
    const administrators = await tx
      .selectFrom('membership')
      .select('id')
      .where('role', '=', 'administrator')
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
      .orderBy('id')
      .forUpdate()
      .execute()
    const membership = await tx
      .selectFrom('membership')
      .select(['id', 'user_id as userId', 'role', 'organisation_id as organisationId', 'until'])
      .where('id', '=', membershipId)
      .forUpdate()
      .executeTakeFirst()
    if (!membership) throw new NotFound('no such membership')
    if (membership.until !== null && membership.until < today) return done(undefined)
    if (administrators.length === 1 && administrators[0]!.id === membershipId) return refuse('last-administrator')
    await tx.updateTable('membership').set({ until: yesterday }).where('id', '=', membershipId).execute()
    await audit(tx, ctx, {
      action: 'identity.membership-ended',
      subjectType: 'person',
      subjectId: membership.userId,
      detail: { role: membership.role, organisationId: membership.organisationId },
    })
    return done(undefined)
  })
}
