import type { DoorPhoto } from './door.ts'

/** A form with one file in it, as these doors take photos. */
export function formWithFile(
  field: string,
  { bytes, name }: DoorPhoto,
  more: Readonly<Record<string, string>> = {},
): { contentType: string; body: Uint8Array<ArrayBuffer> } {
  const mark = `photo-${crypto.randomUUID()}`
  const text = (value: string) => new TextEncoder().encode(value)
  const fields = Object.entries(more).map(
    ([key, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${mark}\r\ncontent-disposition: form-data; name="${field}"; filename="${name.replaceAll(/[^\w.-]/g, '_')}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const parts = [text(fields.join('') + head), bytes, text(`\r\n--${mark}--\r\n`)]
  const body = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  parts.reduce((at, part) => (body.set(part, at), at + part.length), 0)
  return { contentType: `multipart/form-data; boundary=${mark}`, body }
}
