import { findOrganisations, organisationFilter } from '@dacsan/modules/identity'
import { organisationFileHeads, organisationKindNames, organisationsPage } from '@dacsan/modules/identity/words'
import { csvFile } from '#lib/csv.ts'
import { filterOf } from '#lib/filter.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url }) => {
  const organisations = await findOrganisations(locals.ctx, organisationFilter.parse(filterOf(url)))
  return csvFile(organisationsPage.fileName, [
    organisationFileHeads,
    ...organisations.map(({ code, name, kind, communeCode, commune, parent, people, mergedInto }) => [
      code,
      name,
      organisationKindNames[kind],
      communeCode ?? '',
      commune ?? '',
      parent ?? '',
      String(people),
      mergedInto ?? '',
    ]),
  ])
}
