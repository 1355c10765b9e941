import { apiKeyList } from '@dacsan/modules/identity'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({ list: await showList(locals.ctx, apiKeyList, url) })
