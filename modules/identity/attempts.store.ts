import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'

const windowMinutes = 15

/** Tries in a quarter of an hour: few for one account, more for one address, behind which a whole office may sit. */
export const mostTries = { account: 8, address: 60 } as const
type Of = keyof typeof mostTries

/**
 * Counts a try before it is made, so that tries at the same moment count too.
 * Answers how many minutes to wait, 0 when the try may go on.
 */
export async function countAttempt(db: Kysely<Tables>, of: Of, whom: string, now: Date): Promise<number> {
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000)
  const { count, since } = await db
    .insertInto('sign_in_attempt')
    .values({ key: keyOf(of, whom), count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when sign_in_attempt.since <= ${windowStart} then 1 else sign_in_attempt.count + 1 end`,
        since: sql<Date>`case when sign_in_attempt.since <= ${windowStart} then ${now} else sign_in_attempt.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow()
  if (count <= mostTries[of]) return 0
  return Math.max(1, Math.ceil((since.getTime() - windowStart.getTime()) / 60_000))
}

/** After a right password the account starts afresh. */
export async function forgiveAccount(db: Kysely<Tables>, account: string): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('key', '=', keyOf('account', account)).execute()
}

/** After a right password the address gets back the try that it took. */
export async function forgiveAddress(db: Kysely<Tables>, address: string): Promise<void> {
  await db
    .updateTable('sign_in_attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', keyOf('address', address))
    .where('count', '>', 0)
    .execute()
}

export async function deleteOldAttempts(db: Kysely<Tables>, now: Date): Promise<void> {
  await db
    .deleteFrom('sign_in_attempt')
    .where('since', '<', new Date(now.getTime() - windowMinutes * 60_000))
    .execute()
}

const keyOf = (of: Of, whom: string) => `${of}:${createHash('sha256').update(whom.trim().toLowerCase()).digest('base64url')}`
