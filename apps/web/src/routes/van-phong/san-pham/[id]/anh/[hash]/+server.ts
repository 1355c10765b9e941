import { readId } from '@dacsan/platform/ids'
import { Readable } from 'node:stream'
import { openPhotoOfProduct } from '@dacsan/modules/catalogue'
import type { RequestHandler } from './$types'

/** A drawing of a photo for those who work on the product: it is perhaps not public yet. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const { stream, size } = await openPhotoOfProduct(ctx, readId('prd', params.id), params.hash)
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: { 'content-type': 'image/webp', 'content-length': String(size) },
  })
}
