import { type Relocked, lockColumns, lockColumnsOnce, proveLocked } from '@dacsan/platform/lock-columns'
import { Unopenable, makeNextKey, prepareNextKey } from '@dacsan/platform/locked-text'
import type { OpenKey } from '@dacsan/platform/locked-text'
import { openSecret } from '@dacsan/platform/secrets'
import type { OpenInstallation } from '../context.ts'
import type { IntegrityCheck } from '../room.ts'
import { rooms } from '../rooms.ts'

/** Every place where numbers of people and their accounts lie. */
export const lockedColumns = rooms.flatMap((room) => room.lockedColumns ?? [])

/**
 * Locks what an older version of the product left in the clear: whoever opens an installation does this before anything else, so that nothing is read,
 * served or backed up before. Without its key the installation serves what needs no number.
 */
export async function lockLeftovers({ db, log }: Pick<OpenInstallation, 'db' | 'log'>): Promise<void> {
  try {
    const { locked, unopenable } = await lockColumnsOnce(db, lockedColumns)
    if (locked > 0) log.info({ locked }, 'numbers that stood in the clear were locked')
    if (unopenable.length > 0) log.error({ count: unopenable.length, first: unopenable.slice(0, 20) }, 'locked numbers cannot be opened')
  } catch (error) {
    if (!(error instanceof Unopenable)) throw error
    log.error({ err: error }, 'numbers can be neither locked nor opened')
  }
}

/** Makes a new key and locks everything anew with it. The old keys stay where they are: older backups are opened with them. */
export async function rotateKeys({
  db,
  pool,
  config,
}: Pick<OpenInstallation, 'db' | 'pool' | 'config'>): Promise<Relocked & { key: number }> {
  const openKey: OpenKey = (purpose) => openSecret(config.dataDir, purpose)
  const key = await makeNextKey(pool, openKey)
  return { key, ...(await lockColumns(db, lockedColumns)) }
}

/** Makes the key that {@link rotateKeys} will lock with, so that it can first be copied to every other folder of this database. Answers its name. */
export function prepareRotation({ pool, config }: Pick<OpenInstallation, 'pool' | 'config'>): Promise<string> {
  return prepareNextKey(pool, (purpose) => openSecret(config.dataDir, purpose))
}

export const proveLockedColumns: IntegrityCheck['check'] = ({ db }) => proveLocked(db, lockedColumns)
