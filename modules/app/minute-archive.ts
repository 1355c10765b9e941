import type { DatabaseLimits } from '@dacsan/platform/database'
import type { Config } from '@dacsan/platform/config'
import { archiveMinute, waitingBytes } from '@dacsan/platform/minute-archive'
import type { ArchiveStanding } from '@dacsan/platform/minute-archive'
import type { Ctx, OpenInstallation, ReadDb } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { noteArchive, selectArchive } from './archive-standing.store.ts'
import { lastDue } from './scheduled-backup.ts'

type Place = Pick<OpenInstallation, 'db' | 'connect' | 'log'> & {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'backupDir' | 'backupKeys'>
}

/** A base copy of much data takes long, and nobody waits for it. */
const limits: DatabaseLimits = { connect: 30_000, statement: 3_600_000, lock: 10 * 60_000, idleInTransaction: 6 * 3_600_000 }

/** Whether the archive is ours to write: that of a server of one's own is PostgreSQL's business (runbook). */
export const archivesMinutes = ({ databaseUrl, backupDir }: Pick<Config, 'databaseUrl' | 'backupDir'>): boolean =>
  databaseUrl === undefined && backupDir !== undefined

/**
 * Brings the archive up to now, with a base copy each night. A fault is kept for those who watch, and thrown. Null where there is no archive of ours, or
 * another process is at it.
 */
export async function archiveNow({ db, connect, config, log }: Place, now: Date = new Date()): Promise<ArchiveStanding | null> {
  const { dataDir, backupDir, backupKeys } = config
  if (!archivesMinutes(config) || backupDir === undefined) return null
  const encrypted = backupKeys.length > 0
  const { pool, close } = connect({ connections: 1, limits, asOwner: true })
  try {
    const standing = await archiveMinute({ pool, dataDir, folder: backupDir, recipients: backupKeys }, lastDue(now))
    if (standing) {
      const { until, baseAt, bytes } = standing
      await noteArchive(db, { at: now, until, base_at: baseAt, ...(bytes !== null && { bytes }), encrypted, fault: null })
    }
    return standing
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    log.error({ err: error }, 'the archive that leads back to a minute could not be brought up to now')
    await noteArchive(db, { at: now, encrypted, fault })
    throw error
  } finally {
    await close()
  }
}

/** For those who watch the machine: ages in seconds, sizes in bytes; null where there is no archive of ours. */
export type ArchiveFigures = { age: number | null; baseAge: number | null; bytes: number | null; waitingBytes: number | null }

export async function archiveFigures(db: ReadDb, config: Place['config'], now: Date): Promise<ArchiveFigures | null> {
  if (!archivesMinutes(config)) return null
  const row = await selectArchive(db)
  const since = (at: Date | null | undefined) => (at ? Math.round((now.getTime() - at.getTime()) / 1000) : null)
  return {
    age: since(row?.until),
    baseAge: since(row?.base_at),
    bytes: row?.bytes ?? null,
    waitingBytes: await waitingBytes(config.dataDir),
  }
}

/** Up to when one can go back to any minute, for administrators; `why`: what the machine said where it is behind. Null where there is no archive of ours. */
export type ArchiveShown = { until: Date | null; isBehind: boolean; why: string | null }

const behindAfterMs = 10 * 60_000

export async function showArchive(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, config: Place['config']): Promise<ArchiveShown | null> {
  requireRole(ctx.actor, 'administrator')
  if (!archivesMinutes(config)) return null
  const { until = null, fault = null } = (await selectArchive(ctx.db)) ?? {}
  return { until, isBehind: until === null || ctx.now.getTime() - until.getTime() > behindAfterMs, why: fault }
}

/** Every three minutes: with the time of the copying, less than five are ever lost. */
export function archiveWork(installation: Place): Work {
  if (!archivesMinutes(installation.config)) return {}
  return {
    jobs: {
      'archive-minutes': async () => {
        // What failed is noted; the next round is due before the queue would try this one again.
        await archiveNow(installation).catch(() => null)
      },
    },
    schedules: [{ at: '*/3 * * * *', name: 'archive-minutes' }],
  }
}
