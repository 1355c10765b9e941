import { widePicture } from '@dacsan/modules/sharing'
import { requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** Kept for ever under the mark of its facts; under any other address for some minutes, so that what no longer holds is not shown for long. */
export const GET: RequestHandler = async (event) => {
  const { mark, drawn } = await widePicture(event.locals.ctx, event.params.slug)
  const kept = event.url.searchParams.get('v') === mark ? 'public, max-age=31536000, immutable' : 'public, max-age=300'
  return new Response(new Uint8Array(requireDrawn(event, drawn)), { headers: { 'content-type': 'image/png', 'cache-control': kept } })
}
