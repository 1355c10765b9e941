import { sealingLock } from '@dacsan/platform/backup'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { SealedFact, SealedFacts } from '../../sealed-facts.ts'
import type { SealEntry } from './entry.ts'

/** The final facts of a kind that are not in the log yet. */
export async function selectUnsealed(
  db: ReadDb,
  { kind, query, limit }: { kind: string; query: SealedFacts; limit: number },
): Promise<SealedFact[]> {
  const { rows } = await sql<SealedFact>`
    select f.key, f.fact from (${query}) f
    where not exists (select from sealed_fact s where s.kind = ${kind} and s.key = f.key) order by f.key limit ${limit}`.execute(db)
  return rows
}

/** The facts of these keys, as the database has them now. */
export async function selectFacts(db: ReadDb, { query, keys }: { query: SealedFacts; keys: readonly string[] }): Promise<SealedFact[]> {
  const { rows } = await sql<SealedFact>`select f.key, f.fact from (${query}) f where f.key = any (${keys})`.execute(db)
  return rows
}

/** How many facts are said to be in the log, and up to where. */
export async function sealedSoFar(db: ReadDb): Promise<{ facts: number; size: number }> {
  const { facts, size } = await db
    .selectFrom('sealed_fact')
    .select((eb) => [eb.fn.countAll<number>().as('facts'), sql<number>`coalesce(max(position) + 1, 0)`.as('size')])
    .executeTakeFirstOrThrow()
  return { facts: Number(facts), size: Number(size) }
}

/** Notes that these entries stand in the log, the first of them at `from`. */
export async function insertSealed(tx: Tx, entries: readonly SealEntry[], from: number): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('sealed_fact')
    .values(entries.map(({ kind, key }, at) => ({ kind, key, position: from + at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One sealing at a time, whichever process does it. Ends with the transaction. */
export async function lockSealing(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sealingLock}::bigint)`.execute(tx)
}

/** Where the log has these facts, and since when. */
export async function selectSealed(
  db: ReadDb,
  kind: string,
  keys: readonly string[],
): Promise<{ key: string; position: number; sealedAt: Date }[]> {
  const rows = await db
    .selectFrom('sealed_fact')
    .select(['key', 'position', 'sealed_at as sealedAt'])
    .where('kind', '=', kind)
    .where('key', 'in', [...keys])
    .execute()
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}
