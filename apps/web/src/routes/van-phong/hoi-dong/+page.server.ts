import { listCouncilWork, sessionList } from '@dacsan/modules/appraisal'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { councils, may } = await listCouncilWork(ctx)
  return { councils, may, list: await showList(ctx, sessionList, url) }
}
