import { appraisalList } from '@dacsan/modules/appraisal'
import { hasRole } from '@dacsan/modules/identity'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  scope: hasRole(ctx.actor, 'provincial-officer') ? ('all' as const) : ('assigned' as const),
  list: await showList(ctx, appraisalList, url),
})
