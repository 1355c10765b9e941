import { writeBackupInto } from '@dacsan/platform/backup-folder'
import type { FilesAt } from '@dacsan/platform/open-file-place'
import type { DatabaseLimits } from '@dacsan/platform/database'
import type { Config } from '@dacsan/platform/config'
import type { Ctx, OpenInstallation } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { deleteBackupRunsBefore, insertBackupRun, selectLastBackups } from './backup-run.store.ts'
import type { BackupRun } from './backup-run.store.ts'
import { keepErasures } from './personal-data/erasures.ts'

type Place = Pick<OpenInstallation, 'db' | 'connect' | 'log'> & { config: Pick<Config, 'backupDir' | 'backupKeys'> & FilesAt }

const day = 24 * 3_600_000
/** 1:40 in the morning in Việt Nam. */
const dueAt = { hour: 18, minute: 40 }
/** A copy of much data takes hours, and nobody waits for it. */
const limits: DatabaseLimits = { connect: 30_000, statement: 6 * 3_600_000, lock: 10 * 60_000, idleInTransaction: 6 * 3_600_000 }
const runDays = 400

/** When the backup that should be there by now was due. */
export function lastDue(now: Date): Date {
  const due = new Date(now)
  due.setUTCHours(dueAt.hour, dueAt.minute, 0, 0)
  return due <= now ? due : new Date(due.getTime() - day)
}

/**
 * Writes the backup of last night where it is not written yet: tried each hour, so that a machine that was off, or a disk that was away, costs hours
 * and not a night. What came of it is kept for the administrator. Null where nothing was to be done.
 */
export async function backUpWhereDue({ db, connect, config, log }: Place, now: Date = new Date()): Promise<BackupRun | null> {
  const { dataDir, filePlace, backupDir, backupKeys } = config
  const { good } = await selectLastBackups(db)
  if (backupDir === undefined || (good && good.at >= lastDue(now))) return null
  const encrypted = backupKeys.length > 0
  const { pool, close } = connect({ connections: 2, limits })
  let run: BackupRun
  try {
    const { damaged, ...written } = await writeBackupInto({ pool, dataDir, ...(filePlace && { filePlace }) }, backupDir, {
      moment: momentOf(now),
      recipients: backupKeys,
    })
    run = { at: now, ...written, encrypted, damaged: damaged.length, fault: null }
    if (damaged.length > 0) log.fatal({ files: damaged.slice(0, 20), count: damaged.length }, 'damaged files went into the backup')
    // Whoever puts this backup back erases again whose data were erased since.
    await keepErasures(backupDir, db)
    log.info({ file: run.file, size: run.size, encrypted }, 'backup written')
  } catch (error) {
    run = { at: now, file: null, size: null, encrypted, damaged: 0, fault: error instanceof Error ? error.message : String(error) }
    log.error({ err: error }, 'the scheduled backup failed')
  } finally {
    await close()
  }
  await insertBackupRun(db, run)
  await deleteBackupRunsBefore(db, new Date(now.getTime() - runDays * day))
  return run
}

/** As people here read the clock, for the name of a file. */
function momentOf(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace(':', '')
}

/** What is wrong with the scheduled backups, the worst first. */
export type BackupState = 'not-scheduled' | 'overdue' | 'damaged' | 'in-the-clear' | 'good'

export type BackupStanding = { state: BackupState; last: BackupRun | null; good: BackupRun | null }

/** With two hours for a night of much work. */
const overdueAfterMs = 26 * 3_600_000

/** How the scheduled backups stand. */
export async function backupStanding(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { backupDir }: Pick<Config, 'backupDir'>,
): Promise<BackupStanding> {
  const { last = null, good = null } = await selectLastBackups(db)
  const state = (): BackupState => {
    if (backupDir === undefined) return 'not-scheduled'
    if (!good || now.getTime() - good.at.getTime() > overdueAfterMs) return 'overdue'
    if (good.damaged > 0) return 'damaged'
    return good.encrypted ? 'good' : 'in-the-clear'
  }
  return { state: state(), last, good }
}

/** The same for administrators alone. */
export async function showBackups(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, config: Pick<Config, 'backupDir'>): Promise<BackupStanding> {
  requireRole(ctx.actor, 'administrator')
  return backupStanding(ctx, config)
}

/** A backup of each night, where BACKUP_DIR says where to. */
export function backupWork(installation: Place): Work {
  return {
    jobs: {
      'write-scheduled-backup': async () => {
        await backUpWhereDue(installation)
      },
    },
    schedules: [{ at: `${dueAt.minute} * * * *`, name: 'write-scheduled-backup' }],
  }
}
