import { channelOrderList } from '@dacsan/modules/channels'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({ list: await showList(ctx, channelOrderList, url) })
