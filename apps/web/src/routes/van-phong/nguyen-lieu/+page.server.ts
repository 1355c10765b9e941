import { ownFile } from '@dacsan/modules/catalogue'
import { materialLotList } from '@dacsan/modules/traceability'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { producer } = await ownFile(ctx)
  return { list: producer ? await showList(ctx, materialLotList, url) : null }
}
