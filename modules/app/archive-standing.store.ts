import type { Kysely } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'

/** How the archive that leads back to a minute stands: up to when it leads, since which base copy, and why it went no further. */
export type ArchiveRow = {
  at: Date
  until: Date | null
  base_at: Date | null
  bytes: number | null
  encrypted: boolean
  fault: string | null
}

export async function selectArchive(db: ReadDb): Promise<ArchiveRow | undefined> {
  return db.selectFrom('archive_standing').select(['at', 'until', 'base_at', 'bytes', 'encrypted', 'fault']).executeTakeFirst()
}

/** What is not known this time stays as it was. */
export async function noteArchive(
  db: Kysely<Tables>,
  row: Pick<ArchiveRow, 'at' | 'encrypted' | 'fault'> & Partial<ArchiveRow>,
): Promise<void> {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
  await db
    .insertInto('archive_standing')
    .values({ ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(known))
    .execute()
}
