import { redirect } from '@sveltejs/kit'
import { inboxList, readAll, unreadCount } from '@dacsan/modules/notifications'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  unread: await unreadCount(locals.ctx),
  list: await showList(locals.ctx, inboxList, url),
})

export const actions: Actions = {
  'read-all': async ({ locals }) => {
    await readAll(locals.ctx)
    redirect(303, paths.inbox())
  },
}
