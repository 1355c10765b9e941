import { relationList } from '@dacsan/modules/promotion'
import { hasRole } from '@dacsan/modules/identity'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  list: await showList(ctx, relationList, url),
  opens: { enquiries: hasRole(ctx.actor, 'trade-department', 'trade-office'), funnel: hasRole(ctx.actor, 'trade-department') },
})
