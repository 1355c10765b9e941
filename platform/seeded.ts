import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Whether a set of data was given to this database, whole. */
export async function isSeeded<Tables>(db: Kysely<Tables>, what: string): Promise<boolean> {
  const { rows } = await sql`select what from seeded where what = ${what}`.execute(db)
  return rows.length > 0
}

/** Remembers that a set of data was given, so that no later start gives it again. */
export async function markSeeded<Tables>(db: Kysely<Tables>, what: string): Promise<void> {
  await sql`insert into seeded (what) values (${what}) on conflict do nothing`.execute(db)
}
