import { redirect } from '@sveltejs/kit'
import { resolvePath } from '@dacsan/modules/messages'
import { openMessage } from '@dacsan/modules/notifications'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readId } from '@dacsan/platform/ids'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** Marks a message of one's own as read, and leads to what it speaks of; back to the inbox where that opens nothing any more. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { path } = await openMessage(locals.ctx, readId('msg', params.message))
  const leads = await resolvePath(currentRuntime(), path, locals.ctx.now)
  redirect(303, leads || paths.inbox())
}
