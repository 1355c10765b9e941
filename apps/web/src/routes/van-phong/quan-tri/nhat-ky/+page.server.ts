import { auditFilter, listAuditEntries, verifyAuditChain } from '@dacsan/modules/identity'
import { sayAction, saySubject } from '#lib/act-names.ts'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = auditFilter.parse(filterOf(url))
  const trail = await listAuditEntries(locals.ctx, filter)
  const entries = trail.entries.map((entry) => ({ ...entry, says: sayAction(entry.action), subjectName: saySubject(entry.subjectType) }))
  return { ...trail, entries, filter, verdict: await verifyAuditChain(locals.ctx.db) }
}
