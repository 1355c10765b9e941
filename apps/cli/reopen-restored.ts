import { reapplyErasures } from '@dacsan/modules/personal-data'
import { contextFor } from '@dacsan/modules/runtime'
import { forgetPlace } from '@dacsan/platform/agreement'
import type { Config } from '@dacsan/platform/config'
import { openInstallation } from '@dacsan/platform/installation'
import type { Log } from '@dacsan/platform/log'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { noteRestore, system } from '../../modules/identity/index.ts'

/** Opens what a restore to a minute made: brings it to the form of this version, and says in its trail what was done; nobody is signed in. */
export async function reopenRestored(config: Config, log: Log, restore: { moment: string; archive: string }): Promise<void> {
  // Without an archive: its own begins at its first start.
  const installation = await openInstallation<Tables>({ ...config, backupDir: undefined }, log, { recovering: true })
  try {
    await forgetPlace(installation.db)
    await noteRestore(contextFor(installation, system('restore')), restore)
    // Whose data were erased after that minute is erased again.
    await reapplyErasures(
      installation.db,
      [config.backupDir].filter((folder) => folder !== undefined),
      config.dataDir,
    )
  } finally {
    await installation.close()
  }
}
