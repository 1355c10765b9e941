import { newId } from '@dacsan/platform/ids'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../modules/database.tables.ts'
import { searchText } from '../modules/catalogue/search-text.ts'

/** As many as the whole country has. */
const ofTheCountry = 17_000
const perInsert = 500

/** What a province's makers do with one product: each real name comes back with these. */
const variations = [
  'sấy giòn',
  'sấy dẻo',
  'hữu cơ',
  'truyền thống',
  'hộp quà',
  'túi nhỏ',
  'loại đặc biệt',
  'không đường',
  'vị gừng',
  'vị lá dứa',
]
const makers = ['Sông Hậu', 'Cổ Chiên', 'Ba Động', 'Hiếu Tử', 'Long Toàn', 'Tân Hòa', 'An Quảng', 'Phước Hảo', 'Nhị Long', 'Đại An']

export type Named = { name: string; producer: string }

/**
 * Fills the register of a province up to so many products from the real names with variations, five products to a producer. The real ones come back,
 * to be searched for.
 */
export async function fillRegister(db: Kysely<Tables>, goal = ofTheCountry): Promise<Named[]> {
  const producers = await db.selectFrom('producer').selectAll().orderBy('id').execute()
  const products = await db.selectFrom('product').selectAll().where('in_register', '=', true).orderBy('id').execute()
  const producerOf = new Map(producers.map((producer) => [producer.id, producer]))
  const newProducers: (typeof producers)[number][] = []
  const newProducts: Omit<(typeof products)[number], 'search_words'>[] = []
  for (let n = 0; products.length + newProducts.length < goal; n++) {
    const { search_words: _, ...product } = products[n % products.length]!
    const round = Math.floor(n / products.length)
    const maker = makers[Math.floor(round / variations.length) % makers.length]!
    const name = `${product.name} ${variations[round % variations.length]} ${maker}`
    if (n % 5 === 0) {
      const producer = producerOf.get(product.producer_id)!
      newProducers.push({
        ...producer,
        id: newId('pro'),
        slug: `${producer.slug}-${n}`,
        name: `${producer.name} ${maker}`,
        organisation_id: null,
      })
    }
    newProducts.push({
      ...product,
      id: newId('prd'),
      slug: `${product.slug}-${n}`,
      trace_code: `bench-${n}`,
      certificate_code: null,
      producer_id: newProducers.at(-1)!.id,
      name,
      search_text: searchText(name, product.search_text),
    })
  }
  for (const rows of inParts(newProducers)) await db.insertInto('producer').values(rows).execute()
  for (const rows of inParts(newProducts)) await db.insertInto('product').values(rows).execute()
  for (const rows of inParts(newProducts))
    await db
      .insertInto('product_pack')
      .values(rows.map(({ id }) => ({ id: newId('pck'), product_id: id, is_default: true })))
      .execute()
  return products.map(({ name, producer_id }) => ({ name, producer: producerOf.get(producer_id)!.name }))
}

const inParts = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / perInsert) }, (_, part) => rows.slice(part * perInsert, (part + 1) * perInsert))
