import { securityList } from '@dacsan/modules/identity'
import { sayReason, securityLogPage, securityObjectNames, securityOutcomeNames, securityWhatNames } from '@dacsan/modules/identity/words'
import { saySubject } from '#lib/act-names.ts'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const list = await showList(locals.ctx, securityList, url)
  const rows = list.rows.map((entry) => ({
    ...entry,
    who: entry.actorName ?? (entry.tried ? securityLogPage.stranger(entry.tried) : securityLogPage.visitor),
    says: `${securityWhatNames[entry.what]}${securityLogPage.times(entry.times)}`,
    outcomeName: securityOutcomeNames[entry.outcome],
    why: sayReason(entry.reason),
    objectName: entry.objectType === null ? '' : (securityObjectNames[entry.objectType] ?? saySubject(entry.objectType)),
  }))
  return { list: { ...list, rows } }
}
