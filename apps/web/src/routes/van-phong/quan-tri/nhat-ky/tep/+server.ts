import { auditFilter, exportAuditEntries } from '@dacsan/modules/identity'
import { auditFileHeads } from '@dacsan/modules/identity/words'
import { csvFile } from '#lib/csv.ts'
import { filterOf } from '#lib/filter.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url }) => {
  const entries = await exportAuditEntries(locals.ctx, auditFilter.parse(filterOf(url)))
  return csvFile('nhat-ky.csv', [
    auditFileHeads,
    ...entries.map((entry) => [
      String(entry.seq),
      entry.at.toISOString(),
      entry.actorId ?? '',
      entry.actorName,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      JSON.stringify(entry.detail),
    ]),
  ])
}
