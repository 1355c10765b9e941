import { auditList, verifyAuditChain } from '@dacsan/modules/identity'
import { sayAction, saySubject } from '#lib/act-names.ts'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const list = await showList(locals.ctx, auditList, url)
  const rows = list.rows.map((entry) => ({ ...entry, says: sayAction(entry.action), subjectName: saySubject(entry.subjectType) }))
  return { list: { ...list, rows }, verdict: await verifyAuditChain(locals.ctx.db) }
}
