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
import { deleteDraftsBefore } from './statements/statement.store.ts'
import { forgetBodies, selectProducersWithStored } from './webhooks/event.store.ts'
import { processJob } from './webhooks/hear-webhook.ts'
import { processEvents } from './webhooks/process-events.ts'

const payloadShape = z.object({ producerId: idInput('pro') })
/** Whoever reads a statement takes it the same day; it names payers. */
const draftDays = 7
/** So long somebody may ask what exactly a provider sent. */
const bodyDays = 90

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** What providers told is worked on as it comes, and each minute whatever was left; each night what nobody needs any more is thrown away. */
export function paymentsWork({ db, files, log, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('payments'), now: new Date(), newId, origin })
  return {
    jobs: {
      [processJob]: async (payload) => {
        const { producerId } = payloadShape.parse(payload)
        const events = await processEvents(context(), producerId)
        if (events > 0) log.info({ producerId, events }, 'events of a payment provider were worked on')
      },
      'payments.process-left': async () => {
        for (const producerId of await selectProducersWithStored(db)) await processEvents(context(), producerId)
      },
      'payments.tidy': async () => {
        const ctx = context()
        const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
        await inTransaction(ctx, async (tx) => {
          await deleteDraftsBefore(tx, daysAgo(draftDays))
          await forgetBodies(tx, daysAgo(bodyDays))
        })
      },
    },
    schedules: [
      { at: '* * * * *', name: 'payments.process-left' },
      { at: '25 18 * * *', name: 'payments.tidy' },
    ],
  }
}
