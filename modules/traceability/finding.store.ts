import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Lots of these makers, or of all, whose number, code or product is asked for, the latest first. */
export function selectAskedLots(db: ReadDb, { words, code, most }: Asked, makers: 'all' | readonly OrganisationId[]) {
  return db
    .selectFrom('lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .select(['lot.id', 'lot.number', 'lot.trace_code as traceCode', 'lot.status', 'product.name as productName'])
    .$if(makers !== 'all', (query) => query.where('producer.organisation_id', 'in', makers as OrganisationId[]))
    .where(
      sql<SqlBool>`(${holdsWords(sql.ref('product.search_text'), words)} or ${holdsCode(sql.ref('lot.number'), code)}
        or ${holdsCode(sql.ref('lot.trace_code'), code)})`,
    )
    .orderBy('lot.created_at', 'desc')
    .orderBy('lot.id', 'desc')
    .limit(most + 1)
    .execute()
}

/** Doubts by the code that their reporter has, or about a product, the latest first. */
export function selectAskedDoubts(db: ReadDb, { words, code, most }: Asked) {
  return db
    .selectFrom('doubt_report as doubt')
    .leftJoin('product_card as product', 'product.id', 'doubt.product_id')
    .select(['doubt.id', 'doubt.case_code as caseCode', 'doubt.status', 'product.name as productName'])
    .where(
      sql<SqlBool>`(${holdsWords(sql.ref('product.search_text'), words)} or ${holdsCode(sql.ref('doubt.case_code'), code)}
        or ${holdsCode(sql.ref('doubt.code'), code)})`,
    )
    .orderBy('doubt.at', 'desc')
    .orderBy('doubt.id', 'desc')
    .limit(most + 1)
    .execute()
}
