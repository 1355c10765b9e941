import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { organisationsOf } from '../identity/rules.ts'
import { selectAskedProducers, selectAskedProducts } from './finding.store.ts'
import { foundWords as says } from './words.ts'

/** Products and producers of the public register, and one's own products, by names and places of today and of before. */
export const findCatalogue: FindOf = async ({ db, actor }, asked) => {
  if (actor.kind !== 'person') return []
  const own = organisationsOf(actor, 'producer')
  const [products, producers] = await Promise.all([selectAskedProducts(db, asked, own), selectAskedProducers(db, asked)])
  return [
    ...pileOf(products, {
      kind: 'products',
      says: says.products,
      most: asked.most,
      show: ({ id, name, slug, producerName, stars, organisationId }) => ({
        title: name,
        about: says.product(producerName, stars),
        path: organisationId !== null && own.includes(organisationId) ? `/van-phong/san-pham/${id}` : `/san-pham/${slug}`,
      }),
    }),
    ...pileOf(producers, {
      kind: 'producers',
      says: says.producers,
      most: asked.most,
      show: ({ name, slug, communeName }) => ({ title: name, about: communeName ?? '', path: `/chu-the/${slug}` }),
    }),
  ]
}
