import { dateInVietnam } from '@dacsan/vietnam'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { addScans } from './scan.store.ts'
import type { Scans } from './scan.store.ts'

type Waiting = { scans: Map<string, Scans>; written: Promise<void> }
type Counter = { waiting: Waiting | null; writing: Promise<void> }
const counters = new WeakMap<Kysely<Tables>, Counter>()

/**
 * One more scan of a code that `findScan` knew: a number for the day, nothing about who or where. Resolves when it is written. While one
 * writing is under way the next scans gather for one more, so that a code that everyone scans keeps one connection busy and not all of them.
 */
export function countScan({ db, now }: Pick<Ctx, 'db' | 'now'>, code: string): Promise<void> {
  const counter = counterOf(db)
  const { scans, written } = (counter.waiting ??= gather(db, counter))
  const day = dateInVietnam(now)
  const key = `${code} ${day}`
  scans.set(key, { code, day, count: (scans.get(key)?.count ?? 0) + 1 })
  return written
}

/** Resolves when every scan that was counted so far is written, or could not be. */
export async function scansWritten(db: Kysely<Tables>): Promise<void> {
  await counters.get(db)?.writing
}

function counterOf(db: Kysely<Tables>): Counter {
  const known = counters.get(db)
  if (known) return known
  const counter: Counter = { waiting: null, writing: Promise.resolve() }
  counters.set(db, counter)
  return counter
}

function gather(db: Kysely<Tables>, counter: Counter): Waiting {
  const scans = new Map<string, Scans>()
  const written = counter.writing.then(() => {
    counter.waiting = null
    return addScans(db, [...scans.values()])
  })
  // Whoever counted hears of a failure; who counts next starts anew.
  counter.writing = written.catch(() => {})
  return { scans, written }
}
