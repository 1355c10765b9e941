import { certificatePaper } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The decision that took a certificate back, `quyet-dinh-thu-hoi.pdf`, for its producer and the offices. */
export const GET: RequestHandler = async (event) => {
  const { code, file } = event.params
  return paperResponse(event, await certificatePaper(event.locals.ctx, { code, file, origin: currentRuntime().config.origin }))
}
