import { inTransaction } from '@dacsan/platform/context'
import { openFilePlace } from '@dacsan/platform/open-file-place'
import type { FilesAt } from '@dacsan/platform/open-file-place'
import { deleteGivenUpJobs, deleteHeardEvents, deleteUnfinishedFiles, deleteUnusedFiles } from '@dacsan/platform/retention'
import { dateInVietnam } from '@dacsan/vietnam'
import type { OpenInstallation } from '../context.ts'
import { recordErasure, system, systemLogSince, unusedAccounts } from '../identity/index.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { rooms } from '../rooms.ts'
import type { Work } from '../work.ts'
import { eraseEverywhere, subjectOf } from './personal-data/erase.ts'
import { reapplyErasures } from './personal-data/reapply.ts'

type Place = Pick<OpenInstallation, 'db' | 'log'> & { config: FilesAt }

/** Ends what has had its time: what each room keeps by the law, accounts that nobody uses, and what belongs to no room. Says how much of it. */
export async function endRetention({ db, config, log }: Place, now: Date = new Date()) {
  const erasedAgain = await reapplyErasures(db, [config.dataDir], config.dataDir)
  const ofRooms: Record<string, number> = {}
  for (const { endRetention: end } of rooms) if (end) Object.assign(ofRooms, await inTransaction({ db }, (tx) => end(tx, now)))
  const accounts = await forgetUnusedAccounts({ db, config }, now)
  const since = await systemLogSince(db, now)
  const place = openFilePlace(config)
  const deleted = {
    ...ofRooms,
    accounts,
    erasedAgain,
    jobs: await deleteGivenUpJobs(db, since),
    events: await deleteHeardEvents(db, since),
    unfinishedFiles: await deleteUnfinishedFiles(place, now),
    unusedFiles: await deleteUnusedFiles(db, place, now),
  }
  log.info(deleted, 'what has had its time was deleted')
  return deleted
}

/** Data of users are kept for months after the last use (`retention.user-data-months`); then they go as if their person had asked for it. */
async function forgetUnusedAccounts({ db, config }: Pick<Place, 'db' | 'config'>, now: Date): Promise<number> {
  const { value: months } = await ruleOn(db, 'retention.user-data-months', dateInVietnam(now))
  const unused = await unusedAccounts(db, monthsBefore(now, months))
  for (const userId of unused) {
    await inTransaction({ db }, async (tx) => {
      const subject = await subjectOf(tx, { kind: 'account', userId }, now)
      if (!subject) return
      await eraseEverywhere(tx, subject, now)
      await recordErasure(tx, { actor: system('retention'), now }, userId)
    })
  }
  if (unused.length > 0) await reapplyErasures(db, [], config.dataDir)
  return unused.length
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
