import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { ownFile, productsOfProducer } from './find-producer.ts'
import { registerDay } from './list-register.ts'
import { certificateState } from './rules.ts'
import type { CertificateState, ProductCard } from './rules.ts'
import { certificateStateWords, ownProductsPage as words } from './words.ts'

type OwnProduct = Pick<ProductCard, 'id' | 'name' | 'stars' | 'certifiedUntil' | 'certificateCode'> & { state: CertificateState }

// A producer has some dozens of products at most, and what its certificate means is computed for the day.
export const ownProductList: List<OwnProduct> = {
  name: 'san-pham-cua-toi',
  path: '/van-phong/san-pham',
  title: words.title,
  columns: [
    { key: 'name', label: words.columns.name, kind: 'text' },
    { key: 'stars', label: words.columns.stars, kind: 'number' },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: certificateStateWords },
    { key: 'certifiedUntil', label: words.columns.until, kind: 'day' },
    { key: 'certificateCode', label: words.columns.code, kind: 'text', onlyInFile: true },
  ],
  searched: ['name'],
  codes: ['certificateCode'],
  filters: [
    { name: 'state', label: words.columns.state, column: 'state', kind: 'choice', choices: certificateStateWords, any: words.anyState },
  ],
  first: ['name'],
  source: async (ctx: Ctx) => {
    const { producer } = await ownFile(ctx)
    if (!producer) return { rows: [] }
    const day = await registerDay(ctx)
    return {
      rows: (await productsOfProducer(ctx, producer.id)).map((product) => ({
        id: product.id,
        name: product.name,
        stars: product.stars,
        certifiedUntil: product.certifiedUntil,
        certificateCode: product.certificateCode,
        state: certificateState(product, day),
      })),
    }
  },
}
