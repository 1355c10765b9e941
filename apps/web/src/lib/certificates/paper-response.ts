import type { PaperFile } from '@dacsan/modules/certificates'

/** A paper to read in place, or to keep and edit where it is no PDF. */
export function paperResponse({ bytes, mediaType, name }: PaperFile): Response {
  const disposition = mediaType === 'application/pdf' ? 'inline' : 'attachment'
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': mediaType, 'content-disposition': `${disposition}; filename="${name}"` },
  })
}
