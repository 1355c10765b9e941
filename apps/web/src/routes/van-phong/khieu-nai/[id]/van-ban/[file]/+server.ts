import { appealFile } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The answer to a complaint, as a draft or as it was entered. */
export const GET: RequestHandler = async (event) => {
  const { id, file } = event.params
  return paperResponse(event, await appealFile(event.locals.ctx, { appealId: readId('apl', id), file }))
}
