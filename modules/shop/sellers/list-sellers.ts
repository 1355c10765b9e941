import { mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { sellerOverseers } from '../policy.ts'
import { lastDayOf, sellerActs, sellerStatusOf } from '../rules.ts'
import { selectDelivery } from '../delivery/delivery.store.ts'
import { verificationDay } from './papers-asked.ts'
import { selectSellers } from './seller.store.ts'

/** Every seller, or these, with the facts that a verification looks at, the unverified first. */
export async function listSellers(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, producerIds?: readonly ProducerId[]) {
  requireRole(ctx.actor, ...sellerOverseers)
  const grants = grantsOf(ctx.actor)
  const sellers = await selectSellers(ctx.db, producerIds)
  const day = await verificationDay(ctx.db, dateInVietnam(ctx.now))
  const delivery = await selectDelivery(
    ctx.db,
    sellers.map(({ producerId }) => producerId),
  )
  return sellers.map((seller) => {
    const status = sellerStatusOf(seller, day)
    const { table } = delivery.find(({ producerId }) => producerId === seller.producerId)!
    return { ...seller, status, delivery: table, lastDay: lastDayOf(seller, day), may: mayOf(sellerActs, status, grants) }
  })
}
