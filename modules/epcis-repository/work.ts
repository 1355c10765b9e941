import { idInput } from '@dacsan/platform/ids'
import { inTransaction } from '@dacsan/platform/context'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB as Tables } from '../database.tables.ts'
import { subscribe } from '../work.ts'
import type { Work } from '../work.ts'
import { captureActs } from './acts.ts'
import { selectPartnerOfCapture } from './capture.store.ts'
import { deliver } from './subscriptions/deliver.ts'
import { deliverJob, queueDelivery } from './subscriptions/subscribe.ts'
import { selectStreams } from './subscriptions/subscription.store.ts'

const payloadShape = z.object({ id: idInput('sub') })

/** Whoever subscribed to a query is told: at each capture, or when its schedule says so. */
export function epcisWork({ db, log, config }: { db: Kysely<Tables>; log: Log; config: { webhookHosts: readonly string[] } }): Work {
  return {
    subscribers: [
      subscribe(captureActs.capture, 'epcis-repository.tell', async ({ payload: { captureId, stored } }) => {
        if (stored === 0) return
        const partnerId = await selectPartnerOfCapture(db, captureId)
        const streams = partnerId === undefined ? [] : await selectStreams(db, partnerId)
        await inTransaction({ db }, async (tx) => {
          for (const id of streams) await queueDelivery(tx, { id, isStream: true, schedule: null }, new Date())
        })
      }),
    ],
    jobs: {
      [deliverJob]: async (payload) => {
        const { id } = payloadShape.parse(payload)
        const { sent } = await deliver({ db, privateHosts: config.webhookHosts }, id)
        if (sent > 0) log.info({ subscription: id, sent }, 'events were sent to a subscriber')
      },
    },
  }
}
