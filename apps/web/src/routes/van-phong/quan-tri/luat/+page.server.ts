import { lawOnFile, legalRuleList, topicRows } from '@dacsan/modules/law'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { topics, waiting } = await lawOnFile(ctx)
  return { waiting, list: await showList(ctx, { ...legalRuleList, source: async () => ({ rows: topicRows(topics) }) }, url) }
}
