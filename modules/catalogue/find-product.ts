import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { maySeeProduct } from './policy.ts'
import { selectProduct } from './product.store.ts'
import type { ProductView } from './rules/views.ts'

/** One product by its id (`prd_…`) or the slug of its address; what is not in the register only for those who work on it. */
export async function findProduct(ctx: Pick<Ctx, 'db' | 'actor'>, idOrSlug: string): Promise<ProductView> {
  const owned = await selectProduct(ctx.db, idOrSlug.startsWith('prd_') ? 'id' : 'slug', idOrSlug)
  if (!owned || !maySeeProduct(ctx.actor, owned)) throw new NotFound('No such product', { idOrSlug })
  return owned.product
}
