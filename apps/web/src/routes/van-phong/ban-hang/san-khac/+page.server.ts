import { findReadiness } from '@dacsan/modules/shop'
import { marketplaceWords, sayFillRefusal, sayLack } from '@dacsan/modules/shop/words'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  rows: (await findReadiness(ctx)).map(({ productId, name, marketplaces }) => ({
    productId,
    name,
    marketplaces: marketplaces.map((one) => ({ name: marketplaceWords[one.name], lacks: one.lacks.map(sayLack) })),
  })),
  feeds: ['google.xml', 'meta.csv'].map((name) => `${url.origin}/feeds/${name}`),
  refused: sayFillRefusal(url.searchParams.get('tu-choi') ?? '', url.searchParams.get('cot') ?? ''),
})
