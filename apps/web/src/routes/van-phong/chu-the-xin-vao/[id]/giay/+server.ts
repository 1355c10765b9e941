import { Readable } from 'node:stream'
import { openRequestPaper } from '@dacsan/modules/joining'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

const shownInPlace = ['application/pdf', 'image/']

/** The paper of a stranger, as it is kept; whatever it may hold, it runs nothing here. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const file = await openRequestPaper(ctx, readId('jrq', params.id))
  const disposition = shownInPlace.some((type) => file.mediaType.startsWith(type)) ? 'inline' : 'attachment'
  return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
