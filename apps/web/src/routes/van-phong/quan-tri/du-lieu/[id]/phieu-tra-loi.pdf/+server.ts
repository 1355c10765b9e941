import { requestPaper } from '@dacsan/modules/privacy'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  paperResponse(event, await requestPaper(event.locals.ctx, { requestId: readId('drq', event.params.id), file: 'phieu-tra-loi.pdf' }))
