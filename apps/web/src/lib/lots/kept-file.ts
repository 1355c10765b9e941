import { Readable } from 'node:stream'

/** What somebody sent in, as it is kept; whatever it may hold, it runs nothing here. */
export function keptFileResponse({
  stream,
  size,
  mediaType,
  name,
}: {
  stream: Readable
  size: number
  mediaType: string
  name: string
}): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
