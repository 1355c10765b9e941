import type { FileStore } from '@dacsan/platform/files'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { deleteCartsBefore } from './cart/cart.store.ts'
import { expireHolds } from './orders/expire-holds.ts'

const cartDays = 30

/** Each minute what nobody paid goes back to the shelf; each night old carts are deleted. */
export function shopWork({ db, files, log }: { db: Kysely<Tables>; files: FileStore; log: Log }): Work {
  const context = (): Ctx => ({ db, files, actor: system('shop'), now: new Date(), newId })
  return {
    jobs: {
      'shop.expire-holds': async () => {
        const expired = await expireHolds(context())
        if (expired > 0) log.info({ expired }, 'holds of unpaid orders expired')
      },
      'shop.forget-carts': async () => {
        const ctx = context()
        await inTransaction(ctx, (tx) => deleteCartsBefore(tx, new Date(ctx.now.getTime() - cartDays * 86_400_000)))
      },
    },
    schedules: [
      { at: '* * * * *', name: 'shop.expire-holds' },
      { at: '15 18 * * *', name: 'shop.forget-carts' },
    ],
  }
}
