import { trainingPaper } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** A paper of a class, `bang-ke-chi-phi.pdf`, for the office. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await trainingPaper(event.locals.ctx, { classId: readId('tcl', id), file }))
}
