import { requestDeadline, requestList } from '@dacsan/modules/joining'
import { dateInVietnam } from '@dacsan/vietnam'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const list = await showList(ctx, requestList, url)
  const today = dateInVietnam(ctx.now)
  return { list: { ...list, rows: list.rows.map((request) => ({ ...request, ...requestDeadline(today, request) })) } }
}
