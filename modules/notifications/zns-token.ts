import { createHash } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import type { ZnsRenewal } from '@dacsan/platform/channels'
import type { ZnsAccess } from '@dacsan/platform/zns'
import { renewZnsTokens } from '@dacsan/platform/zns-renewal'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import { lockZnsToken, saveZnsTokens, spoilZnsToken } from './zns-token.store.ts'

/** An access token that ends within so long is renewed before it is used (ms). */
const soon = 5 * 60_000

/**
 * The access token of the Official Account, renewed as it ends. A refresh token is good for once, so that of several processes one renews at a time, and
 * what came back is kept before it is used. One that somebody puts into the environment anew is taken in place of what was kept.
 */
export function renewedZnsAccess(
  { db, clock = () => new Date() }: { db: Kysely<Tables>; clock?: () => Date },
  { refreshToken, ...renewal }: ZnsRenewal,
  options: { patience?: number } = {},
): ZnsAccess {
  const begunWith = createHash('sha256').update(refreshToken).digest('base64url')
  return {
    token: () =>
      inTransaction({ db }, async (tx) => {
        const now = clock()
        const kept = await lockZnsToken(tx, renewal.appId, begunWith)
        if (kept.access !== null && kept.endsAt !== null && kept.endsAt.getTime() - now.getTime() > soon) return { token: kept.access }
        const renewed = await renewZnsTokens(renewal, kept.refresh ?? refreshToken, options)
        if (renewed.outcome !== 'renewed') return { why: renewed.outcome === 'refused' ? 'zns-refresh-refused' : renewed.why }
        await saveZnsTokens(tx, renewal.appId, renewed.tokens, now)
        return { token: renewed.tokens.access }
      }),
    spoilt: (token) => inTransaction({ db }, (tx) => spoilZnsToken(tx, renewal.appId, token)),
  }
}
