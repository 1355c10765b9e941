import { dateInVietnam } from '@dacsan/vietnam'
import { productToTend } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { openKinds } from '../rules.ts'
import type { DossierKind } from '../rules.ts'
import { findRenewal } from './find-renewal.ts'
import type { Renewal } from './find-renewal.ts'

/** What a dossier for a product may be begun as. */
export type Start = { product: { id: ProductId; name: string }; kinds: DossierKind[]; renewal: Renewal | null }

/** For one of the signed-in producer's own products; somebody else's is not found. */
export async function findStart(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, productId: ProductId): Promise<Start> {
  const product = await productToTend(ctx, productId)
  const { id, name } = product
  return { product: { id, name }, kinds: openKinds(product, dateInVietnam(ctx.now)), renewal: await findRenewal(ctx, product) }
}
