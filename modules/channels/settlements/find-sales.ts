import type { Ctx } from '../../context.ts'
import { ownSeller } from '../policy.ts'
import { selectSales } from './settlement.store.ts'

/** What the asking seller sold on other marketplaces in a period, both days with it: apart from what was sold here. */
export async function channelSalesOf(ctx: Pick<Ctx, 'db' | 'actor'>, period: { from: string; to: string }) {
  const { producerId } = await ownSeller(ctx)
  return selectSales(ctx.db, producerId, period)
}
