import { printStampCode } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

/** What hangs at a stop, for whoever looks after it. */
export const GET: RequestHandler = async (event) => {
  const { locals, params, url } = event
  const drawn = await printStampCode(locals.ctx, readId('rst', params.id), (slug, code) => url.origin + paths.routeStamp(slug, code))
  return download(event, drawn, { format: 'pdf', name: 'ma-dong-dau' })
}
