import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { WriteTx } from './access.ts'
import type { FilePlace } from './file-place.ts'

const day = 24 * 3_600_000
/** For as long a file that no row names any more is kept. */
const unusedDays = 30
const batch = 10_000

/** Deletes events of before a moment that everybody who hears of them has heard of. Answers how many. */
export async function deleteHeardEvents<Tables>(db: Kysely<Tables>, before: Date): Promise<number> {
  for (let deleted = 0; ;) {
    const { numAffectedRows } = await sql`
      delete from event where id in (
        select id from event where at < ${before} and id not in (
          select split_part(key, ':', 1) from graphile_worker.jobs where task_identifier = 'deliver-event' and key is not null)
        limit ${batch})`.execute(db)
    deleted += Number(numAffectedRows)
    if (Number(numAffectedRows) < batch) return deleted
  }
}

/** Deletes jobs that were given up before a moment: until then an administrator could have them tried again. Answers how many. */
export async function deleteGivenUpJobs<Tables>(db: Kysely<Tables>, before: Date): Promise<number> {
  const { rows } = await sql`
    select from graphile_worker.complete_jobs((
      select array_agg(id) from graphile_worker.jobs where attempts >= max_attempts and locked_at is null and updated_at < ${before}))`.execute(
    db,
  )
  return rows.length
}

/** Deletes what a write that was cut off left behind a day ago. Answers how many files. */
export function deleteUnfinishedFiles(place: FilePlace, now: Date): Promise<number> {
  return place.deleteUnfinished(new Date(now.getTime() - day))
}

/**
 * Deletes stored files that no row of any table has named for a month, such as photos that were taken away. Answers how many.
 * A row names a file by a foreign key, or in a column that is called one of its hashes: not all of them have a key.
 */
export async function deleteUnusedFiles<Tables>(db: Kysely<Tables>, place: FilePlace, now: Date): Promise<number> {
  const used = sql.raw(await usedHashes(db))
  await sql`
    delete from unused_file where aside_at is null and (hash in (${used}) or hash not in (select hash from stored_file))`.execute(db)
  await sql`
    insert into unused_file (hash, since) select hash, ${now} from stored_file where hash not in (${used})
    on conflict do nothing`.execute(db)
  const { rows } = await sql<{ hash: string }>`
    select hash from unused_file where aside_at is null and since <= ${new Date(now.getTime() - unusedDays * day)} order by hash`.execute(
    db,
  )
  let deleted = 0
  for (const { hash } of rows) if (await setAside(db, place, { hash, used: await usedHashes(db), now })) deleted++
  await settleAside(db, place, now)
  return deleted
}

/** A query for every hash that a row names. */
async function usedHashes<Tables>(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ query: string }>`
    select format('select %I as hash from %I where %1$I is not null', attname, relname) as query
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped
      and (attname ~ '(file|photo)_hash$' or exists (
        select from pg_constraint where contype = 'f' and conrelid = pg_class.oid and confrelid = 'stored_file'::regclass and attnum = any (conkey)))
    order by relname, attname`.execute(db)
  if (rows.length === 0) throw new Error('no table names a stored file: nothing is deleted')
  return rows.map(({ query }) => query).join(' union all ')
}

/**
 * Row and bytes go together. Whoever receives the same content meanwhile waits for the row, and has touched the bytes, or finds none and writes them
 * (`keep` of the file store): then they stay.
 */
async function setAside<Tables>(
  db: Kysely<Tables>,
  place: FilePlace,
  { hash, used, now }: { hash: string; used: string; now: Date },
): Promise<boolean> {
  return db
    .transaction()
    .execute(async (tx) => {
      if (!(await deleteRow(tx, { hash, used, now }))) return false
      if (!(await place.setAside(hash, new Date(Date.now() - day)))) throw new Received()
      return true
    })
    .catch((error: unknown) => {
      if (error instanceof Received) return false
      throw error
    })
}

/** The same content has just come in again. */
class Received extends Error {}

async function deleteRow<Tables>(tx: WriteTx<Tables>, { hash, used, now }: { hash: string; used: string; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from stored_file where hash = ${hash} and hash not in (${sql.raw(used)})`.execute(tx as never)
  if (numAffectedRows === 1n) await sql`update unused_file set aside_at = ${now} where hash = ${hash}`.execute(tx as never)
  return numAffectedRows === 1n
}

/** Deletes for good what was put aside long enough ago; what a row names again is put back. */
async function settleAside<Tables>(db: Kysely<Tables>, place: FilePlace, now: Date): Promise<void> {
  const { rows } = await sql<{ hash: string; named: boolean }>`
    select hash, exists (select from stored_file where stored_file.hash = unused_file.hash) as named
    from unused_file where aside_at <= ${new Date(now.getTime() - place.asideMs)} order by hash`.execute(db)
  for (const { hash, named } of rows) {
    await place.settleAside(hash, named)
    await sql`delete from unused_file where hash = ${hash} and aside_at is not null`.execute(db)
  }
}
