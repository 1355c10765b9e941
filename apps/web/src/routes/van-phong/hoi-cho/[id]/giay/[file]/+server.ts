import { fairPaper } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The report about a fair, `bao-cao-hoi-cho.docx`, for the department. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await fairPaper(event.locals.ctx, { fairId: readId('fai', id), file }))
}
