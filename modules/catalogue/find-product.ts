import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { grantsOf } from '../identity/rules.ts'
import { productActs, tiesOf } from './acts.ts'
import { maySeeProduct } from './policy.ts'
import { selectCards, selectProduct } from './product.store.ts'
import type { OwnedProduct } from './product.store.ts'
import type { ProductId } from './rules/ids.ts'
import type { ProductCard, ProductView } from './rules/views.ts'

/** One product by its id (`prd_…`) or the slug of its address; what is not in the register only for those who work on it. */
export async function findProduct(ctx: Pick<Ctx, 'actor'> & { db: ReadDb }, idOrSlug: string): Promise<ProductView> {
  const owned = await selectProduct(ctx.db, idOrSlug.startsWith('prd_') ? 'id' : 'slug', idOrSlug)
  if (!owned || !maySeeProduct(ctx.actor, owned)) throw new NotFound('No such product', { idOrSlug })
  return owned.product
}

/** A product with what its reader may do to it, for those who may do something; to anyone else it is not there to be worked on. */
export async function productToTend(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  idOrSlug: string,
): Promise<ProductView & { may: May<typeof productActs> }> {
  const owned = await selectProduct(ctx.db, idOrSlug.startsWith('prd_') ? 'id' : 'slug', idOrSlug)
  if (!owned) throw new NotFound('No such product', { idOrSlug })
  const may = mayOf(productActs, '', grantsOf(ctx.actor, tiesOf(owned)))
  if (may.describe !== true) throw new NotFound('No such product', { idOrSlug })
  return { ...owned.product, may }
}

/** A product with the organisation that it belongs to, for rooms above that judge by it who may see what of theirs. */
export function productForOffice(db: ReadDb, id: ProductId): Promise<OwnedProduct | undefined> {
  return selectProduct(db, 'id', id)
}

/** What a form names of the goods that a browser keeps for itself. */
export const ownListInput = z.object({ productId: idInput('prd') })

/** Of these products those that are in the register, in the order asked for: a browser may keep what is gone. */
export const cardsOf = (ctx: { db: ReadDb }, ids: readonly ProductId[]): Promise<ProductCard[]> => selectCards(ctx.db, 'id', ids)
export const cardsOfSlugs = (ctx: { db: ReadDb }, slugs: readonly string[]): Promise<ProductCard[]> => selectCards(ctx.db, 'slug', slugs)
