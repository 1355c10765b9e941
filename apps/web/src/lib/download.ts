const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A file to keep and edit; the name without its ending, letters, digits and dashes only. */
export function download(bytes: Uint8Array, format: keyof typeof mediaTypes, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaTypes[format], 'content-disposition': `attachment; filename="${name}.${format}"` },
  })
}
