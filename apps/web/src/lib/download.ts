import type { PaperFile } from '@dacsan/modules/papers'
import { fileFormats } from '@dacsan/modules/papers/rules'
import type { FileFormat } from '@dacsan/modules/papers/rules'

/** A file to read in place or to keep and edit, as its format is; the name without its ending, letters, digits and dashes only. */
export function download(bytes: Uint8Array, format: FileFormat, name: string): Response {
  return fileResponse(bytes, format, `${name}.${format}`)
}

/** An official paper of a room. */
export const paperResponse = ({ bytes, format, name }: PaperFile): Response => fileResponse(bytes, format, name)

function fileResponse(bytes: Uint8Array, format: FileFormat, name: string): Response {
  const { mediaType, disposition } = fileFormats[format]
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaType, 'content-disposition': `${disposition}; filename="${name}"` },
  })
}
