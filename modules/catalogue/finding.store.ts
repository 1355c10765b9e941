import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Products of the register and of these organisations whose words or code are asked for, one more than wanted; the higher stars first. */
export function selectAskedProducts(db: ReadDb, { words, code, most }: Asked, own: readonly OrganisationId[]) {
  return db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producer_id')
    .select([
      'product.id',
      'product.name',
      'product.slug',
      'product.stars',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
    ])
    .where((eb) =>
      eb.or([eb('product.in_register', '=', true), ...(own.length > 0 ? [eb('producer.organisation_id', 'in', [...own])] : [])]),
    )
    .where(
      sql<SqlBool>`(${holdsWords(sql.ref('product.search_text'), words)} or exists (select from product_pack as pack where pack.product_id = product.id and ${holdsCode(sql.ref('pack.gtin'), code)})
        or ${holdsCode(sql.ref('product.trace_code'), code)})`,
    )
    .orderBy('product.stars', (order) => order.desc().nullsLast())
    .orderBy('product.name', inVietnamese)
    .orderBy('product.id')
    .limit(most + 1)
    .execute()
}

/** Producers that have a public page: those of a product in the register. */
export function selectAskedProducers(db: ReadDb, { words, most }: Asked) {
  return db
    .selectFrom('producer')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select(['producer.name', 'producer.slug', 'commune.name as communeName'])
    .where(holdsWords(sql.ref('producer.search_text'), words))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('product')
          .select('product.id')
          .whereRef('product.producer_id', '=', 'producer.id')
          .where('product.in_register', '=', true),
      ),
    )
    .orderBy('producer.name', inVietnamese)
    .orderBy('producer.id')
    .limit(most + 1)
    .execute()
}
