import { z } from 'zod'
import type { ZnsRenewal } from './channels.ts'

export type ZnsTokens = { access: string; refresh: string; seconds: number }
/** `refused`: the refresh token is used up or wrong, and only a new one from Zalo's console helps. `later`: nobody can say that it was used. */
export type Renewed = { outcome: 'renewed'; tokens: ZnsTokens } | { outcome: 'refused'; why: string } | { outcome: 'later'; why: string }

/** Zalo sends the seconds as a text. */
const tokensShape = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
})
const refusalShape = z.object({ error: z.number() })

/**
 * Asks Zalo for an access token by a refresh token, which is good for once: whatever comes back must be kept before it is used (OAuth of the Official
 * Account, version 4).
 *
 * @example await renewZnsTokens({ url, appId, appSecret }, refreshToken) // { outcome: 'renewed', tokens: { access, refresh, seconds: 90000 } }
 */
export async function renewZnsTokens(
  { renewUrl, appId, appSecret }: Omit<ZnsRenewal, 'refreshToken'>,
  refreshToken: string,
  { patience = 20_000 } = {},
): Promise<Renewed> {
  let answer: Response
  try {
    answer = await fetch(renewUrl, {
      method: 'POST',
      headers: { secret_key: appSecret },
      body: new URLSearchParams({ app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken }),
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    return { outcome: 'later', why: 'no-connection' }
  }
  const said: unknown = await answer.json().catch(() => null)
  const tokens = tokensShape.safeParse(said)
  if (tokens.success) {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = tokens.data
    return { outcome: 'renewed', tokens: { access, refresh, seconds } }
  }
  const refusal = refusalShape.safeParse(said)
  return refusal.success ? { outcome: 'refused', why: `zns${refusal.data.error}` } : { outcome: 'later', why: `http-${answer.status}` }
}
