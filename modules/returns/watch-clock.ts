import type { Ctx } from '../context.ts'
import { callOffice, escalateReturn, markLate } from './lead-dispute.ts'
import { selectLate, selectOver } from './watch.store.ts'
import { clockSays } from './words/names.ts'

/** Each a transaction of its own; whoever answered in the same moment is in time. Done twice it changes nothing. */
export async function watchReturns(ctx: Ctx): Promise<{ late: number; toOffice: number }> {
  let [late, toOffice] = [0, 0]
  for (const returnId of await selectLate(ctx.db, ctx.now)) if ((await markLate(ctx, returnId)).ok) late++
  for (const { id: returnId, status } of await selectOver(ctx.db, ctx.now)) {
    const bring = status === 'open' ? callOffice : escalateReturn
    if ((await bring(ctx, { returnId, words: clockSays.over })).ok) toOffice++
  }
  return { late, toOffice }
}
