import { createHash, randomBytes } from 'node:crypto'
import type { Auth } from './auth.ts'
import { cookieOf } from './cookies.ts'

/** How long a browser is known after somebody last signed in with it; no cookie lives longer than 400 days. */
export const deviceDays = 400

const wellFormed = /^[\w-]{43}$/

/** The secret of the browser that asks, or null where it brings none of ours. */
export function deviceSecretOf(headers: Headers): string | null {
  const secret = cookieOf(headers, 'device')
  return secret !== null && wellFormed.test(secret) ? secret : null
}

export const digestOfDevice = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const newDeviceSecret = (): string => randomBytes(32).toString('base64url')

/** The `Set-Cookie` line that keeps a browser known. */
export function deviceCookie({ secure }: Auth, secret: string): string {
  const name = secure ? '__Host-dacsan.device' : 'dacsan.device'
  return `${name}=${secret}; Max-Age=${deviceDays * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
