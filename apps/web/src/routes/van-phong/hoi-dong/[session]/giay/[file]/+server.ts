import { sessionPaper } from '@dacsan/modules/appraisal'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** `bien-ban.pdf`, as the table of the session's papers has them. */
export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params: { session: sessionId, file },
  } = event
  return paperResponse(event, await sessionPaper(ctx, { sessionId: readId('ses', sessionId), file }))
}
