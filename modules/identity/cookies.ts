/** The value of one of our cookies, whether it is bound to the host (`__Host-`, over https) or not. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key = '', ...value] = part.trim().split('=')
    if (key === `__Host-dacsan.${name}` || key === `dacsan.${name}`) {
      try {
        return decodeURIComponent(value.join('='))
      } catch {
        return null
      }
    }
  }
  return null
}

/** What a signed cookie carries before its signature, which is not judged here: good enough to find what must then be proven. */
export function unprovenValueOf(headers: Headers, name: string): string | null {
  const signed = cookieOf(headers, name)
  const dot = signed?.lastIndexOf('.') ?? -1
  return signed !== null && dot > 0 ? signed.slice(0, dot) : null
}
