/** Writes a value so that it can stand in a path or behind a `?`: all but the unreserved characters of RFC 3986 become `%XX`. */
export function percentEncode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The value behind an encoded text; undefined where a `%` is followed by no two hexadecimal digits, or the bytes are not text. */
export function percentDecode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The same behind a `?`, where `+` is a space. */
export function queryDecode(text: string): string | undefined {
  return percentDecode(text.includes('+') ? text.replaceAll('+', ' ') : text)
}
