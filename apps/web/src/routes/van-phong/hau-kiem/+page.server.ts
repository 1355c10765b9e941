import { inspectionList } from '@dacsan/modules/inspection'
import { hasRole } from '@dacsan/modules/identity'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  list: await showList(ctx, inspectionList, url),
  plans: hasRole(ctx.actor, 'provincial-officer'),
  marks: hasRole(ctx.actor, 'provincial-officer', 'commune-officer', 'producer'),
})
