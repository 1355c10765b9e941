import { identityWork } from '@dacsan/modules/identity'
import { proofWork } from '@dacsan/modules/integrity-checks'
import { shopWork } from '@dacsan/modules/shop'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { runJobs } from '@dacsan/platform/jobs'

export type Running = { close(): Promise<void> }

/** Does what the modules do without being asked, until it is closed. */
export async function startWorker(installation: OpenInstallation): Promise<Running> {
  const { pool } = installation
  const log = installation.log.child({ part: 'worker' })
  const work = [identityWork(installation), shopWork({ ...installation, log }), proofWork({ ...installation, log })]
  const runner = await runJobs({
    pool,
    log,
    jobs: Object.assign({}, ...work.map(({ jobs }) => jobs)),
    subscribers: work.flatMap(({ subscribers = [] }) => subscribers),
    schedules: work.flatMap(({ schedules = [] }) => schedules),
  })
  return { close: () => runner.stop() }
}
