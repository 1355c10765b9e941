import { mayOf } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { sellerOverseers } from '../policy.ts'
import { sellerActs, sellerStatusOf } from '../rules.ts'
import { selectDelivery } from '../delivery/delivery.store.ts'
import { selectSellers } from './seller.store.ts'

/** Every seller, or these, with the facts that a verification looks at, the unverified first. */
export async function listSellers(ctx: Pick<Ctx, 'db' | 'actor'>, producerIds?: readonly ProducerId[]) {
  requireRole(ctx.actor, ...sellerOverseers)
  const grants = grantsOf(ctx.actor)
  const sellers = await selectSellers(ctx.db, producerIds)
  const delivery = await selectDelivery(
    ctx.db,
    sellers.map(({ producerId }) => producerId),
  )
  return sellers.map((seller) => {
    const status = sellerStatusOf(seller)
    const { table } = delivery.find(({ producerId }) => producerId === seller.producerId)!
    return { ...seller, status, delivery: table, may: mayOf(sellerActs, status, grants) }
  })
}
