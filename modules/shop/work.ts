import type { FileStore } from '@dacsan/platform/files'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { allotAll } from './ahead/allot.ts'
import { deleteCartsBefore } from './cart/cart.store.ts'
import { endUnpaidOfSuspended } from './sellers/end-unpaid.ts'
import { expireHolds } from './orders/expire-holds.ts'
import { forgetPlaces } from './orders/placement.store.ts'

const cartDays = 30
/** No order is unpaid for longer: the longest that the rule `order.reported-hold-days` may allow, and a day. */
const placeDays = 15

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** Each minute what nobody paid goes back to the shelf; every ten minutes goods that arrived go to whoever ordered them ahead; each night old carts are deleted, and where old orders came from. */
export function shopWork({ db, files, log, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('shop'), now: new Date(), newId, origin })
  return {
    jobs: {
      'shop.expire-holds': async () => {
        let expired = 0
        // Until nothing is left: nobody who orders waits for it.
        for (let some = -1; some !== 0;) expired += some = await expireHolds(context())
        if (expired > 0) log.info({ expired }, 'holds of unpaid orders expired')
      },
      'shop.allot': async () => {
        const allotted = await allotAll(context())
        if (allotted > 0) log.info({ allotted }, 'goods allotted to orders ahead')
      },
      'shop.end-unpaid-of-suspended': async () => {
        const ended = await endUnpaidOfSuspended(context())
        if (ended > 0) log.info({ ended }, 'unpaid orders of suspended sellers ended')
      },
      'shop.forget-carts': async () => {
        const ctx = context()
        const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
        await inTransaction(ctx, async (tx) => {
          await deleteCartsBefore(tx, daysAgo(cartDays))
          await forgetPlaces(tx, daysAgo(placeDays))
        })
      },
    },
    schedules: [
      { at: '* * * * *', name: 'shop.expire-holds' },
      { at: '*/10 * * * *', name: 'shop.allot' },
      { at: '* * * * *', name: 'shop.end-unpaid-of-suspended' },
      { at: '15 18 * * *', name: 'shop.forget-carts' },
    ],
  }
}
