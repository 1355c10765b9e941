import { inTransaction } from '@dacsan/platform/context'
import type { FileStore } from '@dacsan/platform/files'
import { idInput, newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { askChanged } from './doors/take-orders.ts'
import { stockJob, tellStock } from './doors/tell-stock.ts'
import { deleteDraftsBefore } from './files/file.store.ts'
import { hearJob } from './pushes/hear-push.ts'
import { processPush } from './pushes/process-push.ts'
import { forgetBodies, selectStoredPushes } from './pushes/push.store.ts'

const payloadShape = z.object({ pushId: idInput('chp') })
const batch = 100
const draftDays = 7
const bodyDays = 90

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string; marketplacesUrl: string | undefined } }

/**
 * Pushes are worked on as they come, and what was left each minute; orders that changed are asked for every five minutes. The stock is told after each order from
 * elsewhere, and each minute where the shelf here is not what a shop was told: packed, counted, sold here.
 */
export function channelsWork({ db, files, log, config }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('channels'), now: new Date(), newId, origin: config.origin })
  const lines = { marketplacesUrl: config.marketplacesUrl }
  return {
    jobs: {
      [hearJob]: async (payload) => processPush(context(), lines, payloadShape.parse(payload).pushId),
      [stockJob]: async () => {
        const told = await tellStock(context(), lines)
        if (told > 0) log.info({ told }, 'other marketplaces were told the stock')
      },
      'channels.hear-left': async () => {
        for (const id of await selectStoredPushes(db, batch)) await processPush(context(), lines, id)
      },
      'channels.ask': async () => askChanged(context(), lines),
      'channels.tidy': async () => {
        const ctx = context()
        const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
        await inTransaction(ctx, async (tx) => {
          await deleteDraftsBefore(tx, daysAgo(draftDays))
          await forgetBodies(tx, daysAgo(bodyDays))
        })
      },
    },
    schedules: [
      { at: '* * * * *', name: 'channels.hear-left' },
      { at: '* * * * *', name: stockJob },
      { at: '*/5 * * * *', name: 'channels.ask' },
      { at: '45 18 * * *', name: 'channels.tidy' },
    ],
  }
}
