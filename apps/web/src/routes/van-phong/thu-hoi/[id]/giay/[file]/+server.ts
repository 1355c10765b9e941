import { recallFile } from '@dacsan/modules/recall'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The report about a recall, `bao-cao-thu-hoi.docx`, for whoever reads it. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await recallFile(event.locals.ctx, { recallId: readId('rcl', id), file }))
}
