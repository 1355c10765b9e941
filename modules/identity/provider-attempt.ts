import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { ProviderChecks } from '@dacsan/platform/identity-provider'
import { z } from 'zod'
import type { Auth } from './auth.ts'
import { wholeCookieOf } from './cookies.ts'

/** What a browser went to the provider for; `next` is a page of this site. */
const attemptShape = z.object({
  key: z.string().length(43),
  at: z.number(),
  purpose: z.discriminatedUnion('for', [
    z.object({ for: z.literal('sign-in'), next: z.string().max(2_000) }),
    z.object({ for: z.literal('link'), userId: z.templateLiteral(['usr_', z.string()]) }),
  ]),
})
export type Attempt = z.infer<typeof attemptShape>

/** Long enough to find a telephone; a use is counted for longer (`limits.providerState`). */
export const attemptMinutes = 10

const cookieName = ({ secure }: Auth) => `${secure ? '__Host-' : ''}dacsan.provider`
const signing = 'provider-attempt'

/** A way to the provider and back, bound to the browser by the `Set-Cookie` line: nobody can lead another browser along it. */
export function newAttempt(auth: Auth, purpose: Attempt['purpose'], now: Date): { attempt: Attempt; cookie: string } {
  const attempt: Attempt = { key: randomBytes(32).toString('base64url'), at: now.getTime(), purpose }
  const content = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  return { attempt, cookie: cookieLine(auth, `${content}.${auth.keyed(signing, content)}`, attemptMinutes * 60) }
}

/** The way that this browser is on, or null: it is on none, it is too late, or the cookie is not ours. */
export function attemptOf(auth: Auth, headers: Headers, now: Date): Attempt | null {
  const [content = '', signature = ''] = (wholeCookieOf(headers, cookieName(auth)) ?? '').split('.')
  if (!same(signature, auth.keyed(signing, content))) return null
  const { data: attempt } = attemptShape.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString()))
  if (!attempt) return null
  const age = now.getTime() - attempt.at
  // Another machine may have begun it, whose clock is ahead by less than a minute.
  return age > -60_000 && age < attemptMinutes * 60_000 ? attempt : null
}

/** The `Set-Cookie` line after which a browser is on no way. */
export const forgetAttempt = (auth: Auth): string => cookieLine(auth, '', 0)

/** What only this way knows. It follows from the key of the cookie and our own secret: the browser keeps neither nonce nor verifier. */
export const checksOf = (auth: Auth, { key }: Attempt): ProviderChecks => ({
  state: auth.keyed('provider-state', key),
  nonce: auth.keyed('provider-nonce', key),
  verifier: auth.keyed('provider-verifier', key),
})

export const isStateOf = (auth: Auth, attempt: Attempt, state: string): boolean => same(state, checksOf(auth, attempt).state)

function same(given: string, known: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(known)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function cookieLine(auth: Auth, value: string, seconds: number): string {
  return `${cookieName(auth)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${auth.secure ? '; Secure' : ''}`
}
