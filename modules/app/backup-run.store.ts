import type { Kysely } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'

/** What came of a scheduled backup: a file, or the reason why there is none. */
export type BackupRun = {
  at: Date
  file: string | null
  size: number | null
  encrypted: boolean
  /** How many stored files went into it otherwise than they were received. */
  damaged: number
  fault: string | null
}

export async function insertBackupRun(db: Kysely<Tables>, run: BackupRun): Promise<void> {
  await db.insertInto('backup_run').values(run).execute()
}

export async function deleteBackupRunsBefore(db: Kysely<Tables>, at: Date): Promise<void> {
  await db.deleteFrom('backup_run').where('at', '<', at).execute()
}

/** The newest run, and the newest that wrote a file. */
export async function selectLastBackups(db: ReadDb): Promise<{ last: BackupRun | undefined; good: BackupRun | undefined }> {
  const newest = db.selectFrom('backup_run').selectAll().orderBy('at', 'desc').limit(1)
  return { last: await newest.executeTakeFirst(), good: await newest.where('file', 'is not', null).executeTakeFirst() }
}
