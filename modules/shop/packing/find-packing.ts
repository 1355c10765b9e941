import type { Dong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ownProducer } from '../policy.ts'
import { toCollectVnd } from '../rules.ts'
import { openSnapshot } from '../orders/snapshot.store.ts'
import type { OrderSnapshot } from '../orders/snapshot.ts'
import { countToPack, selectOrdersToPack } from './packing.store.ts'
import type { OrderToPack } from './packing.store.ts'

/** A household packs some dozens of orders a day; whoever has more packs the oldest first. */
const mostOnPage = 60

export type PackingOrder = Omit<OrderToPack, 'snapshot'> & {
  seller: Pick<OrderSnapshot['seller'], 'name' | 'phone' | 'address'>
  /** Collected by whoever brings it; 0: nothing. */
  collectVnd: Dong
  recalled: boolean
}

/** What a seller packs now, the oldest promise first. */
export async function findPacking(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<{ orders: PackingOrder[]; waiting: number }> {
  const { id } = await ownProducer(ctx)
  const [rows, waiting] = await Promise.all([selectOrdersToPack(ctx.db, id, { most: mostOnPage }), countToPack(ctx.db, id)])
  return { orders: await asPacking(ctx, rows), waiting }
}

export async function asPacking({ db }: Pick<Ctx, 'db'>, rows: readonly OrderToPack[]): Promise<PackingOrder[]> {
  return Promise.all(
    rows.map(async ({ snapshot, ...order }) => {
      const { seller } = await openSnapshot(db, order.id, snapshot)
      const { name, phone, address } = seller
      const recalled = order.lines.some(({ takes }) => takes.some((take) => take.recalled))
      return { ...order, seller: { name, phone, address }, collectVnd: toCollectVnd(order), recalled }
    }),
  )
}
