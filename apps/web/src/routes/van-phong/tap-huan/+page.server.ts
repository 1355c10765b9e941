import { classList } from '@dacsan/modules/support'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({ list: await showList(ctx, classList, url) })
