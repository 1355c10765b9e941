import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import { networkOf } from './network-of.ts'

const windowMinutes = 15

/**
 * Tries in a quarter of an hour: few where one guesser stands, more where many may stand behind one word. Every door has counts of its own,
 * so that a crowd at one never closes another. An account closes to the address that guesses long before it closes to everybody:
 * whoever knows only somebody's e-mail needs many addresses to keep the owner out, and still gets no more guesses than `account` allows.
 */
export const mostTries = {
  'account-here': 8,
  account: 60,
  address: 60,
  'password-again': 8,
  // A code of the application opens once (RFC 6238, 5.2), though it is good for a minute and a half.
  'code-used': 1,
  'order-code': 8,
  'order-address': 60,
  'order-placed': 20,
  doubt: 8,
} as const
type Of = keyof typeof mostTries
/** What a try counts against: a word that was named, the address it comes from, or both together. */
export type Attempt = { of: Of; whom?: string; from?: string }

/**
 * Counts a try before it is made, so that tries at the same moment count too; a try that one count refuses takes nothing from those after it.
 * Answers how many minutes to wait, 0 when the try may go on.
 */
export async function countAttempt(db: Kysely<Tables>, now: Date, ...counts: readonly Attempt[]): Promise<number> {
  for (const attempt of counts) {
    const minutes = await countOne(db, attempt, now)
    if (minutes > 0) return minutes
  }
  return 0
}

async function countOne(db: Kysely<Tables>, attempt: Attempt, now: Date): Promise<number> {
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000)
  const { count, since } = await db
    .insertInto('sign_in_attempt')
    .values({ key: keyOf(attempt), count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when sign_in_attempt.since <= ${windowStart} then 1 else sign_in_attempt.count + 1 end`,
        since: sql<Date>`case when sign_in_attempt.since <= ${windowStart} then ${now} else sign_in_attempt.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow()
  if (count <= mostTries[attempt.of]) return 0
  return Math.max(1, Math.ceil((since.getTime() - windowStart.getTime()) / 60_000))
}

/** After a right answer these start afresh. */
export async function forgiveAttempts(db: Kysely<Tables>, ...counts: readonly Attempt[]): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('key', 'in', counts.map(keyOf)).execute()
}

/** After a right answer these get back the one try that it took. */
export async function giveBackAttempt(db: Kysely<Tables>, ...counts: readonly Attempt[]): Promise<void> {
  await db
    .updateTable('sign_in_attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', 'in', counts.map(keyOf))
    .where('count', '>', 0)
    .execute()
}

export async function deleteOldAttempts(db: Kysely<Tables>, now: Date): Promise<void> {
  await db
    .deleteFrom('sign_in_attempt')
    .where('since', '<', new Date(now.getTime() - windowMinutes * 60_000))
    .execute()
}

const keyOf = ({ of, whom = '', from }: Attempt) => {
  const subject = `${whom.trim().toLowerCase()} ${from === undefined ? '' : networkOf(from)}`.trim()
  return `${of}:${createHash('sha256').update(subject).digest('base64url')}`
}
