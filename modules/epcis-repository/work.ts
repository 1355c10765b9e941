import { idInput } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { deliver } from './subscriptions/deliver.ts'
import { deliverJob } from './subscriptions/subscribe.ts'

const payloadShape = z.object({ id: idInput('sub') })

/** Whoever subscribed to a query is told: as events are recorded, or when its schedule says so. */
export function epcisWork({
  db,
  log,
  config,
}: {
  db: Kysely<Tables>
  log: Log
  config: { origin: string; webhookHosts: readonly string[] }
}): Work {
  return {
    jobs: {
      [deliverJob]: async (payload) => {
        const { id } = payloadShape.parse(payload)
        const { sent } = await deliver({ db, origin: config.origin, privateHosts: config.webhookHosts }, id)
        if (sent > 0) log.info({ subscription: id, sent }, 'events were sent to a subscriber')
      },
    },
  }
}
