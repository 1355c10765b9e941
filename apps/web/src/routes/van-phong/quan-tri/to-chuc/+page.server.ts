import { listOrganisationsDesk, organisationFilter } from '@dacsan/modules/identity'
import { organisationKindNames, organisationsPage } from '@dacsan/modules/identity/words'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = organisationFilter.parse(filterOf(url))
  const { kinds, ...desk } = await listOrganisationsDesk(locals.ctx, filter)
  return {
    ...desk,
    filter,
    kindNames: organisationKindNames,
    kinds: kinds.map(({ kind, count }) => ({ value: kind, label: `${organisationKindNames[kind]} (${count})` })),
    shows: Object.entries(organisationsPage.shows).map(([value, label]) => ({ value, label })),
  }
}
