import { isOwnMessage } from '@dacsan/modules/notifications'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

/** Asked by the script that shows messages (static/tin-worker.js): whether this one is for whoever is signed in here. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const own = await isOwnMessage(locals.ctx, readId('msg', params.message))
  return new Response(null, { status: own ? 204 : 404, headers: { 'cache-control': 'no-store' } })
}
