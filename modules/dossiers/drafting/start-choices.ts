import { dateInVietnam } from '@dacsan/vietnam'
import { producerOfActor, productToTend, productsOfProducer } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { listDossiers } from '../list-dossiers.ts'
import { finalStatuses, kindsToStart } from '../rules.ts'
import type { DossierKind } from '../rules.ts'
import { findRenewal } from './find-renewal.ts'
import type { Renewal } from './find-renewal.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The kinds of dossier that can be started today for one of the reader's own products. */
export async function kindChoices(
  ctx: Reader,
  productId: string,
): Promise<{ product: { id: string; name: string }; kinds: DossierKind[]; renewal: Renewal | null }> {
  const product = await productToTend(ctx, productId)
  const kinds = kindsToStart(product, dateInVietnam(ctx.now))
  return { product: { id: product.id, name: product.name }, kinds, renewal: await findRenewal(ctx, product) }
}

/** The reader's own products that no open dossier is about. */
export async function productChoices(ctx: Reader): Promise<{ id: string; name: string }[]> {
  const producer = await producerOfActor(ctx)
  if (!producer) return []
  const dossiers = await listDossiers(ctx, { producerId: producer.id })
  const busy = new Set(dossiers.filter(({ status }) => !finalStatuses.includes(status)).map(({ product }) => product.id))
  const products = await productsOfProducer(ctx, producer.id)
  return products.filter(({ id }) => !busy.has(id)).map(({ id, name }) => ({ id, name }))
}
