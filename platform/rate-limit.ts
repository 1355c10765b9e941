import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { QueryExecutorProvider } from 'kysely'
import { networkOf } from './network-of.ts'

/** At most so many uses of one bucket within a window that begins with the first of them. Each room declares its own (`limits.ts`). */
export type Limit = { bucket: string; most: number; minutes: number }

/** What a use counts against: a subject that was named, the address it comes from, or both together. */
export type Use = { limit: Limit; subject?: string; address?: string }

/**
 * Counts a use before it is made, so that uses at the same moment count too; one that a limit refuses takes nothing from those after it.
 * Answers how many minutes to wait, 0 when it may go on.
 *
 * @example const minutes = await consume(db, now, { limit: limits.doubt, address })
 */
export async function consume(db: QueryExecutorProvider, now: Date, ...uses: readonly Use[]): Promise<number> {
  for (const use of uses) {
    const minutes = await consumeOne(db, use, now)
    if (minutes > 0) return minutes
  }
  return 0
}

async function consumeOne(db: QueryExecutorProvider, use: Use, now: Date): Promise<number> {
  const { most, minutes } = use.limit
  const { count, since } = await countUse(db, now, use)
  return count <= most ? 0 : Math.max(1, Math.ceil((since.getTime() - now.getTime()) / 60_000 + minutes))
}

/** Counts a use whatever its limit says: how many there are in its window, and since when. */
export async function countUse(db: QueryExecutorProvider, now: Date, use: Use): Promise<{ count: number; since: Date }> {
  const windowStart = new Date(now.getTime() - use.limit.minutes * 60_000)
  // A clock that was ahead when it counted must not close a door until then: clocks of several machines differ by less.
  const soon = new Date(now.getTime() + 60_000)
  const { rows } = await sql<{ count: number; since: Date }>`
    insert into rate_limit (key, count, since) values (${keyOf(use)}, 1, ${now})
    on conflict (key) do update set
      count = case when rate_limit.since <= ${windowStart} or rate_limit.since > ${soon} then 1 else rate_limit.count + 1 end,
      since = case when rate_limit.since <= ${windowStart} or rate_limit.since > ${soon} then ${now} else rate_limit.since end
    returning count, since`.execute(db)
  return rows[0]!
}

/** Forgets these counts: after a right answer they start afresh. */
export async function reset(db: QueryExecutorProvider, ...uses: readonly Use[]): Promise<void> {
  await sql`delete from rate_limit where key = any(${uses.map(keyOf)}::text[])`.execute(db)
}

/** Gives back the one use that a right answer took. */
export async function refund(db: QueryExecutorProvider, ...uses: readonly Use[]): Promise<void> {
  await sql`update rate_limit set count = count - 1 where key = any(${uses.map(keyOf)}::text[]) and count > 0`.execute(db)
}

/** No window is longer than a day. */
const longestWindowMinutes = 24 * 60

/** Deletes the counts whose window has passed; `minutes`: the longest window of the limits in use. */
export async function deleteOldUses(db: QueryExecutorProvider, now: Date, minutes: number = longestWindowMinutes): Promise<void> {
  await sql`delete from rate_limit where since < ${new Date(now.getTime() - minutes * 60_000)}`.execute(db)
}

/** Subjects and addresses are kept as digests only. */
function keyOf({ limit, subject = '', address }: Use): string {
  const named = `${subject.trim().toLowerCase()} ${address === undefined ? '' : networkOf(address)}`.trim()
  return `${limit.bucket}:${createHash('sha256').update(named).digest('base64url')}`
}
