import { NotFound, grantFor, mayOf } from '@dacsan/decisions'
import type { May, NotPermitted } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { membershipActs, organisationActs, personActs, tiesOfAccount } from './acts.ts'
import { requireRole } from './actor.ts'
import type { Role } from './actor.ts'
import type { MembershipId, UserId } from './ids.ts'
import { membershipStatusOf, refuseFactorRemoval, refuseOwnAccount } from './membership-status.ts'
import { selectFactorRemoval } from './factor-removal.store.ts'
import { removalsExpiredBefore } from './renew-access.ts'
import { selectMembershipsOf } from './membership.store.ts'
import { selectCommunes, selectOrganisation, selectOrganisations } from './organisation.store.ts'
import { selectAccount } from './people.store.ts'
import { rolesOfKind } from './rules.ts'
import { grantsOf } from './ties.ts'

export type AccountMembership = {
  id: MembershipId
  role: Role
  organisationName: string
  since: string
  until: string | null
  isHeld: boolean
  may: May<typeof membershipActs>
}
export type Account = {
  id: UserId
  name: string
  email: string | null
  phone: string | null
  twoFactorEnabled: boolean
  createdAt: Date
  memberships: AccountMembership[]
  may: May<typeof personActs> & { 'give-role': true | NotPermitted | { code: 'own-account' } }
}

/** What one administrator asked for, and whether whoever looks may be the second. */
export type FactorRemoval = {
  askedByName: string
  askedAt: Date
  may: { confirm: true | NotPermitted | { code: 'second-administrator' } }
}

export async function findAccount(ctx: Ctx, userId: UserId): Promise<Account & { factorRemoval: FactorRemoval | null }> {
  requireRole(ctx.actor, 'administrator')
  const person = await selectAccount(ctx.db, userId)
  if (!person) throw new NotFound('No such account', { userId })
  const [account] = await withMemberships(ctx, [person])
  return { ...account!, factorRemoval: await factorRemovalOf(ctx, userId) }
}

async function factorRemovalOf(ctx: Ctx, userId: UserId): Promise<FactorRemoval | null> {
  const asked = await selectFactorRemoval(ctx.db, userId)
  if (!asked || asked.askedAt < (await removalsExpiredBefore(ctx.db, ctx.now))) return null
  const { askedById, askedByName, askedAt } = asked
  const refused = refuseFactorRemoval(ctx.actor, { userId, askedById })
  const granted = grantFor(personActs['remove-second-factor'], grantsOf(ctx.actor))
  return { askedByName, askedAt, may: { confirm: refused?.refusal ?? (granted ? true : { code: 'not-permitted' }) } }
}

async function withMemberships(ctx: Ctx, people: readonly Omit<Account, 'memberships' | 'may'>[]): Promise<Account[]> {
  const ids = people.map(({ id }) => id)
  const memberships = Map.groupBy(await selectMembershipsOf(ctx.db, ids), ({ userId }) => userId)
  const today = dateInVietnam(ctx.now)
  const grants = grantsOf(ctx.actor)
  return people.map((person) => ({
    ...person,
    may: {
      ...mayOf(personActs, '', grantsOf(ctx.actor, tiesOfAccount(person.id))),
      'give-role':
        refuseOwnAccount(ctx.actor, person.id)?.refusal ?? (grantFor(membershipActs.add, grants) ? true : { code: 'not-permitted' }),
    },
    memberships: (memberships.get(person.id) ?? []).map(({ id, role, organisationName, since, until }) => {
      const status = membershipStatusOf({ until }, today)
      const may = mayOf(membershipActs, status, grants)
      return { id, role: role as Role, organisationName, since, until, isHeld: status === 'held', may }
    }),
  }))
}

/** The organisations in use, with the roles that each may give. */
export async function listOrganisations(ctx: Ctx) {
  requireRole(ctx.actor, 'administrator')
  const organisations = await selectOrganisations(ctx.db)
  return organisations
    .filter(({ status }) => status !== organisationActs.merge.to)
    .map(({ id, code, name, kind }) => ({ id, code, name, kind, roles: rolesOfKind[kind] }))
}

/** The organisation with this code, for the machine and for administrators; undefined where none has it. */
export async function findOrganisationByCode(ctx: Pick<Ctx, 'db' | 'actor'>, code: string) {
  if (ctx.actor.kind !== 'system') requireRole(ctx.actor, 'administrator')
  return selectOrganisation(ctx.db, { code: code.trim().toLowerCase() })
}

/** The communes of today, to choose from. */
export async function listCommunes(ctx: Ctx) {
  requireRole(ctx.actor, 'administrator')
  return selectCommunes(ctx.db)
}
