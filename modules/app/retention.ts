import { deleteGivenUpJobs, deleteHeardEvents, deleteUnfinishedFiles, deleteUnusedFiles } from '@dacsan/platform/retention'
import type { OpenInstallation } from '../context.ts'
import { systemLogSince } from '../identity/index.ts'
import type { Work } from '../work.ts'

type Place = Pick<OpenInstallation, 'db' | 'log'> & { config: Pick<OpenInstallation['config'], 'dataDir'> }

/** Deletes what belongs to no room and has had its time, and says how much of it. */
export async function endRetention({ db, config, log }: Place, now: Date = new Date()) {
  const since = await systemLogSince(db, now)
  const deleted = {
    jobs: await deleteGivenUpJobs(db, since),
    events: await deleteHeardEvents(db, since),
    unfinishedFiles: await deleteUnfinishedFiles(config.dataDir, now),
    unusedFiles: await deleteUnusedFiles(db, config.dataDir, now),
  }
  log.info(deleted, 'what has had its time was deleted')
  return deleted
}

/** Each night, before the checks of the books and the backup. */
export function retentionWork(installation: Place): Work {
  return {
    jobs: {
      'end-retention': async () => {
        await endRetention(installation)
      },
    },
    schedules: [{ at: '21 17 * * *', name: 'end-retention' }],
  }
}
