import { producerOfActor, productsOfProducer } from '@dacsan/modules/catalogue'
import { listDossiers } from '@dacsan/modules/dossiers'
import { finalStatuses, isEditable } from '@dacsan/modules/dossiers/rules'
import { requireRole } from '@dacsan/modules/identity'
import type { DossierCard } from '@dacsan/modules/dossiers'
import type { PageServerLoad } from './$types'

/** What waits for the producer comes first, then what moved last. */
const byWhoseTurn = (one: DossierCard, other: DossierCard) =>
  Number(isEditable(other.status)) - Number(isEditable(one.status)) || other.updatedAt.getTime() - one.updatedAt.getTime()

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) return { producer: null, dossiers: [], products: [] }
  const dossiers = (await listDossiers(ctx, { producerId: producer.id })).toSorted(byWhoseTurn)
  const busy = new Set(dossiers.filter(({ status }) => !finalStatuses.includes(status)).map(({ product }) => product.id))
  const products = (await productsOfProducer(ctx, producer.id)).filter(({ id }) => !busy.has(id))
  return {
    producer: { name: producer.name },
    dossiers: dossiers.map(({ id, code, status, kind, product, updatedAt, submittedAt }) => ({
      id,
      code,
      status,
      kind,
      updatedAt,
      product: product.name,
      filed: submittedAt !== null,
    })),
    products: products.map(({ id, name, stars }) => ({ id, name, stars })),
  }
}
