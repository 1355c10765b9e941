import { ownFile } from '@dacsan/modules/catalogue'
import { ownDossierList } from '@dacsan/modules/dossiers'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { producer } = await ownFile(ctx)
  return { producer: producer && { name: producer.name }, list: await showList(ctx, ownDossierList, url) }
}
