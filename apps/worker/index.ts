import { backupWork } from '@dacsan/modules/backups'
import { archiveWork } from '@dacsan/modules/minute-archive'
import { integrityWork } from '@dacsan/modules/integrity-checks'
import { messageWork } from '@dacsan/modules/messages'
import { retentionWork } from '@dacsan/modules/retention'
import { rooms } from '@dacsan/modules/rooms'
import { keyPurposes, subscribersOf } from '@dacsan/modules/runtime'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { requireAgreement } from '@dacsan/platform/agreement'
import { jobLimits } from '@dacsan/platform/database'
import { announceSubscribers } from '@dacsan/platform/events'
import { runJobs } from '@dacsan/platform/jobs'

export type Running = { close(): Promise<void> }

/** Does what the rooms do without being asked, until it is closed. */
export async function startWorker(opened: OpenInstallation): Promise<Running> {
  await requireAgreement(opened.db, opened.config, { purposes: keyPurposes, log: opened.log })
  // On connections of its own: long work holds up no page, and pages hold up no work.
  const database = opened.connect({ connections: 5, limits: jobLimits })
  const installation = { ...opened, ...database, log: opened.log.child({ part: 'worker' }) }
  const work = [
    ...rooms.flatMap((room) => room.work?.(installation) ?? []),
    messageWork(installation),
    integrityWork(installation),
    backupWork(installation),
    archiveWork(installation),
    retentionWork(installation),
  ]
  const subscribers = subscribersOf(installation)
  announceSubscribers(subscribers)
  const runner = await runJobs({
    pool: installation.pool,
    log: installation.log,
    jobs: Object.assign({}, ...work.map(({ jobs }) => jobs)),
    subscribers,
    schedules: work.flatMap(({ schedules = [] }) => schedules),
  })
  return {
    async close() {
      await runner.stop()
      await database.close()
    },
  }
}
