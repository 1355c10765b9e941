import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { concat } from './bytes.ts'

type Form = 'gzip' | 'deflate-raw'

export function squeeze(form: Form, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream(form))).bytes()
}

/** Stops as soon as it is too much: a few kilobytes could hold gigabytes. */
export async function unsqueeze(
  form: Form,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Outcome<Uint8Array<ArrayBuffer>, { code: 'too-large' | 'not-squeezed' }>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(form)).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      length += next.value.length
      if (length > most) {
        await reader.cancel()
        return refuse('too-large')
      }
    }
  } catch {
    return refuse('not-squeezed')
  }
  return done(concat(chunks))
}
