import { Readable } from 'node:stream'
import { openBuyerPapers } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

/** Price list, certificates and test reports of a producer, for whoever has the code, until the day that was said. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const file = await openBuyerPapers(ctx, params.code.toUpperCase(), readId('bpa', params.id))
  return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
