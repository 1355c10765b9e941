import { requestPaper } from '@dacsan/modules/privacy'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import { orderAsker } from '#lib/privacy/order-asker.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { asker } = await orderAsker(event)
  const asked = { requestId: readId('drq', event.params.id), file: 'phieu-tra-loi.pdf' }
  return paperResponse(event, await requestPaper(event.locals.ctx, asked, asker))
}
