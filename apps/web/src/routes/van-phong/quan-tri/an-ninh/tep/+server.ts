import { exportSecurityEntries, securityFilter } from '@dacsan/modules/identity'
import { saySeats, sayReason, securityFileHeads, securityOutcomeNames, securityWhatNames } from '@dacsan/modules/identity/words'
import { csvFile } from '#lib/csv.ts'
import { filterOf } from '#lib/filter.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url }) => {
  const entries = await exportSecurityEntries(locals.ctx, securityFilter.parse(filterOf(url)))
  return csvFile('nhat-ky-an-ninh.csv', [
    securityFileHeads,
    ...entries.map((entry) => [
      String(entry.id),
      entry.at.toISOString(),
      securityWhatNames[entry.what],
      securityOutcomeNames[entry.outcome],
      sayReason(entry.reason),
      entry.actorId ?? '',
      entry.actorName ?? '',
      saySeats(entry.seats),
      entry.tried ?? '',
      entry.address ?? '',
      entry.requestId ?? '',
      entry.action ?? '',
      entry.objectType ?? '',
      entry.objectId ?? '',
      String(entry.times),
    ]),
  ])
}
