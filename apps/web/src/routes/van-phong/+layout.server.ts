import { listOwnNotices, requirePerson, rolesOf } from '@dacsan/modules/identity'
import type { Role } from '@dacsan/modules/identity'
import { rooms } from '@dacsan/modules/rooms'
import type { NavigationEntry } from '@dacsan/modules/rooms'
import { sayNotice } from '#lib/say-invitation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals }) => {
  const person = requirePerson(locals.actor)
  return {
    person: { name: person.name, organisations: [...new Set(person.memberships.map((one) => one.organisationName))] },
    entries: entriesFor(rolesOf(person)),
    notices: (await listOwnNotices(locals.ctx)).filter(({ seenAt }) => seenAt === null).map(sayNotice),
  }
}

function entriesFor(roles: readonly Role[]): NavigationEntry[] {
  return rooms
    .flatMap(({ navigation }) => navigation)
    .filter((entry) => entry.roles.some((role) => roles.includes(role)))
    .toSorted((one, other) => one.order - other.order)
}
