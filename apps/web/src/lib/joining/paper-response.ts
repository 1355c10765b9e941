import { Readable } from 'node:stream'

const shownInPlace = ['application/pdf', 'image/']

type Paper = { stream: Readable; size: number; mediaType: string; name: string }

/** A paper that somebody sent, as it is kept; whatever it may hold, it runs nothing here. */
export function paperResponse({ stream, size, mediaType, name }: Paper): Response {
  const disposition = shownInPlace.some((type) => mediaType.startsWith(type)) ? 'inline' : 'attachment'
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
