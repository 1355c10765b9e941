import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'

export type DataLock = { release(): void }

/**
 * Claims a data folder for this process, or returns `null` when another process holds it for longer than `patience` (milliseconds).
 * The claim is SQLite's file lock: the kernel drops it with the process, however it ends, so there is no stale lock to clean up.
 */
export function lockDataDir(dataDir: string, patience: number): DataLock | null {
  const database = new DatabaseSync(join(dataDir, 'in-use.lock'), { timeout: patience })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (isBusy(error)) return null
    throw error
  }
  return { release: () => void (database.isOpen && database.close()) }
}

const SQLITE_BUSY = 5
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
