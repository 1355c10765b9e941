import { listCouncilWork, sessionList } from '@dacsan/modules/appraisal'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { councils, scores, may } = await listCouncilWork(ctx)
  return { councils, scores, may, list: await showList(ctx, sessionList, url) }
}
