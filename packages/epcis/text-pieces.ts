import { type Outcome, done, refuse } from '@dacsan/decisions'

/** Bytes that are no UTF-8. */
export type TextRefusal = { code: 'text-encoding' }

/** Decodes what arrives, whether text or bytes in UTF-8, and cuts large pieces so that no step takes long. */
export async function* textPieces(
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Outcome<string, TextRefusal>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array): string | undefined => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      return undefined
    }
  }
  for await (const piece of source) {
    const text = typeof piece === 'string' ? piece : decode(piece)
    if (text === undefined) {
      yield refuse('text-encoding')
      return
    }
    for (let at = 0; at < text.length; at += longest) yield done(text.slice(at, at + longest))
  }
  const rest = decode()
  if (rest === undefined) yield refuse('text-encoding')
  else if (rest !== '') yield done(rest)
}
const longest = 65_536
