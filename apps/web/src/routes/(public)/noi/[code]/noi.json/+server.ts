import { findPublicPlace, placeDocument } from '@dacsan/modules/traceability'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { RequestHandler } from './$types'

/** A place for programs (JSON-LD of schema.org): what its page says, and no more. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const { place } = await findPublicPlace(ctx, params.code)
  return new Response(JSON.stringify(placeDocument(currentRuntime().config, place)), {
    headers: { 'content-type': 'application/ld+json', 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' },
  })
}
