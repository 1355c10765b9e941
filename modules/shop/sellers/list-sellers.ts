import { mayOf } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { sellerOverseers } from '../policy.ts'
import { sellerActs, sellerStatusOf } from '../rules.ts'
import { selectSellers } from './seller.store.ts'

/** Every seller with the facts that a verification looks at, the unverified first. */
export async function listSellers(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, ...sellerOverseers)
  const grants = grantsOf(ctx.actor)
  const sellers = await selectSellers(ctx.db)
  return sellers.map((seller) => {
    const status = sellerStatusOf(seller)
    return { ...seller, status, may: mayOf(sellerActs, status, grants) }
  })
}
