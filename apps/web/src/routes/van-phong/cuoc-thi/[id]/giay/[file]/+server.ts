import { contestPaper } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The minutes of a contest, `bien-ban-cham-thi.docx`, for the department. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await contestPaper(event.locals.ctx, { contestId: readId('cts', id), file }))
}
