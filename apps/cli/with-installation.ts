import type { DB as Tables } from '../../modules/database.tables.ts'
import { readConfig } from '@dacsan/platform/config'
import { type Installation, openInstallation } from '@dacsan/platform/installation'
import { lockLeftovers } from '@dacsan/modules/locked-columns'
import { subscribersOf } from '@dacsan/modules/runtime'
import { announceSubscribers } from '@dacsan/platform/events'
import { createLog } from '@dacsan/platform/log'

/** Does `work` on the installation that the environment names, beside a running server or without one. */
export async function withInstallation<Result>(
  work: (installation: Installation<Tables>) => Promise<Result>,
  { asOwner = false } = {},
): Promise<Result> {
  const config = readConfig(process.env)
  const installation = await openInstallation<Tables>(config, createLog(config.logLevel), { beside: true, asOwner })
  try {
    // What happens on the machine is heard of like what happens on pages: who is invited here gets the mail too.
    announceSubscribers(subscribersOf(installation))
    await lockLeftovers(installation)
    return await work(installation)
  } finally {
    await installation.close()
  }
}
