import { certificatePaper } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The paper of one certificate, for its producer and the offices; a reprint is kept as a file, so that its page stays. */
export const GET: RequestHandler = async (event) => {
  const paper = await certificatePaper(event.locals.ctx, { code: event.params.code, origin: currentRuntime().config.origin })
  const response = paperResponse(event, paper)
  const named = response.headers.get('content-disposition')
  if (named && event.url.searchParams.has('tai')) response.headers.set('content-disposition', named.replace(/^inline/u, 'attachment'))
  return response
}
