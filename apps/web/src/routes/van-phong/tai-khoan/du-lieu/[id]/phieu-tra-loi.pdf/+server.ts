import { ownKey } from '@dacsan/modules/personal-data'
import { requestPaper } from '@dacsan/modules/privacy'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const asked = { requestId: readId('drq', event.params.id), file: 'phieu-tra-loi.pdf' }
  return paperResponse(event, await requestPaper(ctx, asked, ownKey(ctx)))
}
