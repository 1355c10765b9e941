/** A fault of a document: where, and what in a plain English sentence. */
export type Problem = {
  /** A JSON Pointer (RFC 6901) into JSON, `line:column` in XML or in a text that is not JSON. */
  location: string
  message: string
}

/** More than this nobody reads, and a hostile document could make millions. */
export const mostProblems = 100

/** Appends a member to a JSON Pointer. @example pointer('/epcisBody', 'a/b') // '/epcisBody/a~1b' */
export function pointer(base: string, member: string | number): string {
  return `${base}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** A value as a sentence quotes it: short, and never by walking through it. @example quote('x'.repeat(200)).length // 63 */
export function quote(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  const text = String(value)
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`
}
