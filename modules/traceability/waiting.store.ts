import { sql } from 'kysely'
import { pileOf } from '../waiting.store.ts'

export const selectOpenDoubts = pileOf((db) =>
  db
    .selectFrom('doubt_report as doubt')
    .leftJoin('product_card as product', 'product.id', 'doubt.product_id')
    .where('doubt.status', 'in', ['new', 'checking'])
    .select((eb) => [
      'doubt.id',
      eb.fn.coalesce('product.name', 'doubt.code').as('about'),
      'doubt.at as since',
      sql<null>`null::date`.as('until'),
    ]),
)
