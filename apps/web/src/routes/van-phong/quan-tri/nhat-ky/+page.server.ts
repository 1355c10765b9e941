import { auditFilter, listAuditEntries, verifyAuditChain } from '@dacsan/modules/identity'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = auditFilter.parse(filterOf(url))
  const trail = await listAuditEntries(locals.ctx, filter)
  return { ...trail, filter, verdict: await verifyAuditChain(locals.ctx.db) }
}
