import { redirect } from '@sveltejs/kit'
import { listInbox, readAll } from '@dacsan/modules/notifications'
import { z } from 'zod'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const asked = z.object({
  xem: z.string().default(''),
  tim: z.string().max(200).default('').catch(''),
  trang: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
})

export const load: PageServerLoad = async ({ locals, url }) => {
  const { xem, tim, trang } = asked.parse(Object.fromEntries(url.searchParams))
  const onlyUnread = xem === 'chua-doc'
  const inbox = await listInbox(locals.ctx, { unread: onlyUnread, search: tim, page: trang })
  return { inbox, onlyUnread, search: tim, page: trang }
}

export const actions: Actions = {
  'read-all': async ({ locals }) => {
    await readAll(locals.ctx)
    redirect(303, paths.inbox())
  },
}
