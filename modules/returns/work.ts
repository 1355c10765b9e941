import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { orderActs } from '../shop/rules.ts'
import { subscribe } from '../work.ts'
import type { Work } from '../work.ts'
import { returnActs } from './acts.ts'
import { settleReturnsOf } from './settle.ts'
import { watchReturns } from './watch-clock.ts'

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** Terms that are over are marked and brought to the office by themselves; a refund that was the last thing ends its return. */
export function returnsWork({ db, files, log, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('returns'), now: new Date(), newId, origin })
  return {
    jobs: {
      'returns.watch-clock': async () => {
        const { late, toOffice } = await watchReturns(context())
        if (late + toOffice > 0) log.info({ late, toOffice }, 'terms of returns were over')
      },
    },
    schedules: [{ at: '*/5 * * * *', name: 'returns.watch-clock' }],
    subscribers: [
      subscribe(orderActs['refund-payment'], 'returns.settle', async ({ payload: { orderId } }) => {
        await settleReturnsOf(context(), orderId)
      }),
      // What the office decided may be words alone: nothing else would end it.
      subscribe(returnActs['decide-for'], 'returns.settle-decided', async ({ payload: { orderId } }) => {
        await settleReturnsOf(context(), orderId)
      }),
    ],
  }
}
