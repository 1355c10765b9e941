import { inspectionFile } from '@dacsan/modules/inspection'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The minutes of a visit, `bien-ban-hau-kiem.pdf`, for whoever reads the visit. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await inspectionFile(event.locals.ctx, { inspectionId: readId('ins', id), file }))
}
