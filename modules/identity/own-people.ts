import { grantFor } from '@dacsan/decisions'
import type { NotPermitted } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { membershipActs, personActs } from './acts.ts'
import { requireRole } from './actor.ts'
import type { Role } from './actor.ts'
import type { OrganisationId } from './ids.ts'
import { peopleOf } from './list-organisations.ts'
import type { OrganisationPerson } from './list-organisations.ts'
import { selectOrganisation } from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'
import { headedBy } from './renew-access.ts'
import { rolesByHead } from './rules.ts'
import { grantsOf } from './ties.ts'

export type OwnPerson = Omit<OrganisationPerson, 'roles'> & {
  roles: (OrganisationPerson['roles'][number] & { mayEnd: boolean })[]
  /** `works-elsewhere`: the account opens more than this organisation, or leads it; an administrator renews it. */
  may: { 'renew-access': true | NotPermitted | { code: 'works-elsewhere' } }
}
export type OwnOrganisation = Pick<Organisation, 'id' | 'name' | 'kind'> & { people: OwnPerson[]; roles: readonly Role[] }

/** The organisations that the actor leads, with their people and the roles that a head gives there. */
export async function listOwnPeople(ctx: Ctx): Promise<OwnOrganisation[]> {
  const person = requireRole(ctx.actor, 'organisation-head')
  const led = person.memberships.filter(({ role }) => role === 'organisation-head')
  const organisations: OwnOrganisation[] = []
  for (const { organisationId } of led) organisations.push(await ownOrganisation(ctx, organisationId))
  return organisations
}

async function ownOrganisation(ctx: Ctx, organisationId: OrganisationId): Promise<OwnOrganisation> {
  const { id, name, kind } = (await selectOrganisation(ctx.db, { id: organisationId }))!
  const roles = rolesByHead(kind)
  const grants = grantsOf(ctx.actor, { owner: organisationId })
  const people: OwnPerson[] = []
  for (const one of await peopleOf(ctx, organisationId)) {
    const isHeld = one.roles.some((role) => role.isHeld)
    const renew = (await headedBy(ctx, one.userId)) === organisationId
    const permitted = isHeld && grantFor(personActs['renew-access'], grants) !== undefined
    people.push({
      ...one,
      roles: one.roles.map((role) => ({
        ...role,
        mayEnd: role.isHeld && roles.includes(role.role) && grantFor(membershipActs.end, grants) !== undefined,
      })),
      may: { 'renew-access': !permitted ? { code: 'not-permitted' } : renew || { code: 'works-elsewhere' } },
    })
  }
  return { id, name, kind, people, roles }
}
