import { requirePerson, rolesOf } from '@dacsan/modules/identity'
import type { Role } from '@dacsan/modules/identity'
import { rooms } from '@dacsan/modules/rooms'
import type { NavigationEntry } from '@dacsan/modules/rooms'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => {
  const person = requirePerson(locals.actor)
  return {
    person: { name: person.name, organisations: [...new Set(person.memberships.map((one) => one.organisationName))] },
    entries: entriesFor(rolesOf(person)),
  }
}

function entriesFor(roles: readonly Role[]): NavigationEntry[] {
  return rooms
    .flatMap(({ navigation }) => navigation)
    .filter((entry) => entry.roles.some((role) => roles.includes(role)))
    .toSorted((one, other) => one.order - other.order)
}
