import { createHash, timingSafeEqual } from 'node:crypto'

/** What opens an entry to whoever made it: made of the key of its form, which nobody else has seen. */
export const secretOfEntry = ({ requestKey }: { requestKey: string }): string =>
  createHash('sha256').update(`contest entry ${requestKey}`).digest('base64url').slice(0, 24)

export function isSecretOf(entry: { requestKey: string }, given: string): boolean {
  const [own, other] = [Buffer.from(secretOfEntry(entry)), Buffer.from(given)]
  return own.length === other.length && timingSafeEqual(own, other)
}
