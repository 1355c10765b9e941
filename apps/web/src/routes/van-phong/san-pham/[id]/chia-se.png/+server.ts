import { squarePicture } from '@dacsan/modules/sharing'
import { readId } from '@dacsan/platform/ids'
import { requireDrawn } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { slug, drawn } = await squarePicture(event.locals.ctx, readId('prd', event.params.id), { origin: event.url.origin })
  return new Response(new Uint8Array(requireDrawn(event, drawn)), {
    headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="${slug}.png"` },
  })
}
