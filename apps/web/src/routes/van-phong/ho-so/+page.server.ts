import { ownFile } from '@dacsan/modules/catalogue'
import { ownDossierList } from '@dacsan/modules/dossiers'
import { hasRole } from '@dacsan/modules/identity'
import { redirect } from '@sveltejs/kit'
import { paths } from '#lib/paths.ts'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  // The way back from a dossier that an officer writes for its producer.
  if (!hasRole(ctx.actor, 'producer') && hasRole(ctx.actor, 'commune-officer')) redirect(303, paths.proxyDesk)
  const { producer } = await ownFile(ctx)
  return { producer: producer && { name: producer.name }, list: await showList(ctx, ownDossierList, url) }
}
