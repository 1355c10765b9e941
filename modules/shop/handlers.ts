import type { JobHandler, Schedule } from '@dacsan/platform/jobs'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { deleteCartsBefore } from './cart.store.ts'
import { expireHolds } from './expire-holds.ts'
import { proveStock } from './prove-stock.ts'

const cartDays = 30

/** What the shop does by the clock; `context` gives a fresh one for every run. */
export function shopHandlers(context: () => Ctx): { jobs: Record<string, JobHandler>; schedules: Schedule[] } {
  return {
    jobs: {
      'shop-expire-holds': async () => {
        await expireHolds(context())
      },
      'shop-forget-carts': async () => {
        const ctx = context()
        await inTransaction(ctx, (tx) => deleteCartsBefore(tx, new Date(ctx.now.getTime() - cartDays * 86_400_000)))
      },
      'shop-prove-stock': async () => {
        const { ok, faults } = await proveStock(context().db)
        if (!ok) throw new Error(`the books of the shop disagree: ${JSON.stringify(faults.slice(0, 5))}`)
      },
    },
    schedules: [
      { at: '* * * * *', name: 'shop-expire-holds' },
      { at: '10 20 * * *', name: 'shop-forget-carts' },
      { at: '20 20 * * *', name: 'shop-prove-stock' },
    ],
  }
}
