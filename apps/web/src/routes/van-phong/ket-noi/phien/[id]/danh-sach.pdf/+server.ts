import { printSession } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** Who sits where when, to hang at the entrance. */
export const GET: RequestHandler = async (event) => {
  const printed = await printSession(event.locals.ctx, readId('mts', event.params.id))
  return download(event, printed, { format: 'pdf', name: 'phien-ket-noi' })
}
