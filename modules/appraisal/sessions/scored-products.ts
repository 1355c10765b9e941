import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { selectScoredProducts } from './scored-product.store.ts'

/** What councils gave products in each criterion, the earliest session first: exact averages, no sheet and no member. For the office that looks for what is weak. */
export async function scoredProducts(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'provincial-officer')
  return selectScoredProducts(ctx.db)
}
