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
import { askParcel } from './parcels/ask-parcel.ts'
import { selectDue, selectLeft } from './parcels/parcel.store.ts'
import { attemptMs, sendParcel } from './parcels/send-parcel.ts'
import { deleteDraftsBefore } from './payouts/payout.store.ts'
import { hearJob } from './pushes/hear-push.ts'
import { processPush } from './pushes/process-push.ts'
import { forgetBodies, selectStoredPushes } from './pushes/push.store.ts'

const payloadShape = z.object({ pushId: idInput('cpu') })
/** So many carriers are asked in one round; the next round goes on. */
const batch = 100
const draftDays = 7
const bodyDays = 90

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string; carriersUrl: string | undefined } }

/** Messages are worked on as they come; what was left, what waits for an answer and what is on its way is asked by the clock. */
export function carriersWork({ db, files, log, config }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('carriers'), now: new Date(), newId, origin: config.origin })
  const lines = { carriersUrl: config.carriersUrl }
  return {
    jobs: {
      [hearJob]: async (payload) => processPush(context(), lines, payloadShape.parse(payload).pushId),
      'carriers.send-left': async () => {
        const ctx = context()
        for (const id of await selectLeft(db, new Date(ctx.now.getTime() - attemptMs), batch)) {
          const sent = await sendParcel(context(), lines, id)
          log.info({ parcel: id, sent }, 'a parcel whose carrier had not answered was asked for again')
        }
        for (const id of await selectStoredPushes(db, batch)) await processPush(context(), lines, id)
      },
      'carriers.ask': async () => {
        for (const id of await selectDue(db, context().now, batch)) await askParcel(context(), lines, id)
      },
      'carriers.tidy': async () => {
        const ctx = context()
        const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
        await inTransaction(ctx, async (tx) => {
          await deleteDraftsBefore(tx, daysAgo(draftDays))
          await forgetBodies(tx, daysAgo(bodyDays))
        })
      },
    },
    schedules: [
      { at: '* * * * *', name: 'carriers.send-left' },
      { at: '*/5 * * * *', name: 'carriers.ask' },
      { at: '35 18 * * *', name: 'carriers.tidy' },
    ],
  }
}
