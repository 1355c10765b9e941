import { ministryPackage } from '@dacsan/modules/certificates'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readId } from '@dacsan/platform/ids'
import { fileResponse, requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** Everything that goes to the ministry with the products of five stars of a decision. */
export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const decisionId = readId('dec', event.params.decision)
  const { bytes, name } = requireDrawn(event, await ministryPackage(ctx, { decisionId, origin: currentRuntime().config.origin }))
  return fileResponse(bytes, 'zip', `${name}.zip`)
}
