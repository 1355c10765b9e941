import { decisionPaper } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readId } from '@dacsan/platform/ids'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** `to-trinh.docx`, `quyet-dinh.pdf`, `thong-bao-dos_….pdf`, as the table of the decision's papers has them. */
export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params: { decision: decisionId, file },
  } = event
  return paperResponse(
    event,
    await decisionPaper(ctx, { decisionId: readId('dec', decisionId), file, origin: currentRuntime().config.origin }),
  )
}
