import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { cancelRecalledOrders } from '../shop/index.ts'
import { subscribe } from '../work.ts'
import type { Work } from '../work.ts'
import { recallActs } from './acts.ts'

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** Orders that still hold recalled goods are given up once the recall stands: their buyers wait for nothing, and whoever paid is owed the money. */
export function recallWork({ db, files, log, config: { origin } }: Installation): Work {
  return {
    subscribers: [
      subscribe(recallActs.start, 'recall.cancel-orders', async ({ payload: { lotIds, code } }) => {
        const ctx = { db, files, actor: system('recall'), now: new Date(), newId, origin }
        const cancelled = await cancelRecalledOrders(ctx, { lotIds, recall: code })
        if (cancelled > 0) log.info({ code, cancelled }, 'orders of recalled goods were cancelled')
      }),
    ],
  }
}
