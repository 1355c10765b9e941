import type { OpenInstallation, ReadDb } from '../context.ts'
import { archiveFigures } from './minute-archive.ts'
import type { ArchiveFigures } from './minute-archive.ts'
import { selectFaultCounts } from './integrity-check.store.ts'
import { selectLastBackups } from './backup-run.store.ts'
import { logSize } from './sealed-facts/publish-log.ts'
import type { LogPlace } from './sealed-facts/seal-log.ts'

/** What those who watch the machine ask of the nightly work: counts and ages (in seconds) alone, nothing that names anybody. */
export type UpkeepFigures = {
  /** The faults that the last integrity checks found, by check. */
  faults: { check: string; faults: number }[]
  /** Since the check that was made longest ago; null before the first. */
  integrityAge: number | null
  /** The last scheduled backup that was written. */
  backup: { age: number; size: number } | null
  /** The archive that leads back to a minute; null where there is none of ours. */
  archive: ArchiveFigures | null
  /** Entries of the transparency log under its newest checkpoint; null while the place of the files does not answer. */
  logEntries: number | null
}

export async function upkeepFigures(db: ReadDb, config: LogPlace & OpenInstallation['config'], now: Date): Promise<UpkeepFigures> {
  const checks = await selectFaultCounts(db)
  const { good } = await selectLastBackups(db)
  const since = (at: Date) => Math.round((now.getTime() - at.getTime()) / 1000)
  return {
    faults: checks.map(({ name, faults }) => ({ check: name, faults })),
    integrityAge: checks.length > 0 ? Math.max(...checks.map(({ at }) => since(at))) : null,
    backup: good ? { age: since(good.at), size: good.size ?? 0 } : null,
    archive: await archiveFigures(db, config, now),
    logEntries: await logSize(config).catch(() => null),
  }
}
