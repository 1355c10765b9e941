import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { paidBackLines } from '../returns/index.ts'
import { returnActs } from '../returns/rules.ts'
import { subscribe } from '../work.ts'
import type { Work } from '../work.ts'
import { markLinesReturned } from './reviews/judge-review.ts'

type Installation = { db: Kysely<Tables>; files: FileStore; config: { origin: string } }

/** A review of goods that went back says so, and stays. */
export function reviewsWork({ db, files, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('reviews'), now: new Date(), newId, origin })
  return {
    subscribers: [
      subscribe(returnActs.settle, 'reviews.mark-returned', async ({ payload: { returnId } }) => {
        await markLinesReturned(context(), await paidBackLines(db, returnId))
      }),
    ],
  }
}
