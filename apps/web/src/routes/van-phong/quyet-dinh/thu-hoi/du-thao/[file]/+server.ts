import { withdrawalDraft } from '@dacsan/modules/certificates'
import { paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The draft of the decision that takes certificates back, for the proposals that were ticked. */
export const GET: RequestHandler = async (event) => {
  const proposalIds = event.url.searchParams.getAll('proposalIds')
  return paperResponse(event, await withdrawalDraft(event.locals.ctx, { proposalIds, file: event.params.file }))
}
