import { Readable } from 'node:stream'
import { openDiaryPhoto } from '@dacsan/modules/traceability'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const { stream, size, mediaType } = await openDiaryPhoto(ctx, params.code, params.hash)
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    // The name is the hash of the content: it never changes.
    headers: { 'content-type': mediaType, 'content-length': String(size), 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
