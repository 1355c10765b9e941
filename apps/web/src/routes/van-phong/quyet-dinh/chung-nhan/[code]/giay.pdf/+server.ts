import { certificatePaper } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The paper of one certificate, for its producer and the offices. */
export const GET: RequestHandler = async (event) =>
  paperResponse(event, await certificatePaper(event.locals.ctx, { code: event.params.code, origin: currentRuntime().config.origin }))
