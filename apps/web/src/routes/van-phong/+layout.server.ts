import { requirePerson, rolesOf } from '@dacsan/modules/identity'
import { desksFor } from '#lib/office-navigation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => {
  const person = requirePerson(locals.actor)
  return {
    person: { name: person.name, organisations: [...new Set(person.memberships.map((one) => one.organisationName))] },
    desks: desksFor(rolesOf(person)),
  }
}
