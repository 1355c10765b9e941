import { Readable } from 'node:stream'
import { NotFound } from '@dacsan/decisions'
import { openStepProof } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import type { RequestHandler } from './$types'

/** The paper beside a step, as it is kept; whatever it may hold, it runs nothing here. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  if (!/^\d{1,5}$/.test(params.seq)) throw new NotFound('No such paper')
  const file = await openStepProof(ctx, readId('brl', params.id), Number(params.seq))
  return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
