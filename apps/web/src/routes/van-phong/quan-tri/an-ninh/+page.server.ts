import { listSecurityEntries, securityFilter } from '@dacsan/modules/identity'
import { securityOutcomes, securityWhats } from '@dacsan/modules/identity/rules'
import {
  saySeats,
  sayReason,
  securityLogPage,
  securityObjectNames,
  securityOutcomeNames,
  securityWhatNames,
} from '@dacsan/modules/identity/words'
import { saySubject } from '#lib/act-names.ts'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = securityFilter.parse(filterOf(url))
  const { entries, ...list } = await listSecurityEntries(locals.ctx, filter)
  return {
    ...list,
    filter,
    entries: entries.map((entry) => ({
      ...entry,
      who: entry.actorName ?? (entry.tried ? securityLogPage.tried(entry.tried) : securityLogPage.visitor),
      seatNames: saySeats(entry.seats),
      says: `${securityWhatNames[entry.what]}${securityLogPage.times(entry.times)}`,
      outcomeName: securityOutcomeNames[entry.outcome],
      why: sayReason(entry.reason),
      objectName: entry.objectType === null ? '' : (securityObjectNames[entry.objectType] ?? saySubject(entry.objectType)),
    })),
    whats: securityWhats.map((value) => ({ value, label: securityWhatNames[value] })),
    outcomes: securityOutcomes.map((value) => ({ value, label: securityOutcomeNames[value] })),
  }
}
