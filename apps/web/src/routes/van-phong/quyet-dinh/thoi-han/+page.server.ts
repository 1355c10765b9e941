import { expiryList, expiryWatch } from '@dacsan/modules/certificates'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { law, today } = await expiryWatch(ctx)
  return { law, today, list: await showList(ctx, expiryList, url) }
}
