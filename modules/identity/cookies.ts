import { createHmac, timingSafeEqual } from 'node:crypto'

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

/** The value of the cookie of this whole name. What decides who comes in is read so: a neighbour of this host can set one without `__Host-`. */
export function wholeCookieOf(headers: Headers, wholeName: string): string | null {
  const parts = (headers.get('cookie') ?? '').split(';').map((part) => part.trim())
  return parts.find((part) => part.startsWith(`${wholeName}=`))?.slice(wholeName.length + 1) ?? null
}

/** What a signed cookie carries before its signature, which is not judged here: good enough to find what must then be proven. */
export function unprovenValueOf(headers: Headers, name: string): string | null {
  const signed = cookieOf(headers, name)
  const dot = signed?.lastIndexOf('.') ?? -1
  return signed !== null && dot > 0 ? signed.slice(0, dot) : null
}

/**
 * Whether a `Cookie` header carries a cookie of this whole name that we signed: HMAC-SHA-256 in base64 after the last dot, as better-auth writes it.
 * It says that somebody signed in here once, not that the session still goes on. One of several is enough: a page of somebody's own is never
 * taken for one of everybody.
 */
export function carriesSigned(cookies: string | undefined, name: string, secret: string): boolean {
  if (!cookies?.includes(name)) return false
  return cookies.split(';').some((part) => {
    const [key, ...value] = part.trim().split('=')
    return key === name && isSigned(value.join('='), secret)
  })
}

function isSigned(written: string, secret: string): boolean {
  let signed: string
  try {
    signed = decodeURIComponent(written)
  } catch {
    return false
  }
  const dot = signed.lastIndexOf('.')
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  if (dot < 1 || given.length !== 32) return false
  return timingSafeEqual(given, createHmac('sha256', secret).update(signed.slice(0, dot)).digest())
}
