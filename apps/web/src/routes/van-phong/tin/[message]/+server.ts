import { redirect } from '@sveltejs/kit'
import { openMessage } from '@dacsan/modules/notifications'
import { readId } from '@dacsan/platform/ids'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** Marks a message of one's own as read, and leads to what it speaks of, or to the account where that address is for a mailbox alone. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { path } = await openMessage(locals.ctx, readId('msg', params.message))
  redirect(303, path ?? paths.ownAccount)
}
