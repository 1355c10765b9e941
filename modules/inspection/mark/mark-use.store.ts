import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { MarkState } from '../rules/mark.ts'

export type ListedMarkUse = {
  id: string
  productName: string
  producerName: string
  commune: string | null
  lotNumber: string
  count: number
  printedAt: Date
  /** By the certificate that held on the day on which the labels were printed. */
  certificateCode: string | null
  mark: MarkState
}

/** Of one producer, of the producers of some communes, or all. */
export type MarkUsesOf = { all: true } | { communes: readonly string[] } | { producerId: ProducerId }

/**
 * Labels that went to the printer, with the certificate of the product on that day: where none held, no star stands on them (traceability,
 * `starsOnLabel`). A certificate whose days no source gives is none that could be told to hold.
 */
export const markUsesListed = (db: ReadDb, of: MarkUsesOf) => {
  const rows = db
    .selectFrom('label_fact as label')
    .innerJoin('product_card as product', 'product.id', 'label.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'label.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('certificate_fact as held')
          .select(['held.code', sql<boolean>`held.issued_on is not null and held.valid_until is not null`.as('dated')])
          .whereRef('held.product_id', '=', 'label.product_id')
          .where(
            sql<boolean>`(held.issued_on is null or held.issued_on <= (label.printed_at at time zone 'Asia/Ho_Chi_Minh')::date)
              and (held.valid_until is null or held.valid_until >= (label.printed_at at time zone 'Asia/Ho_Chi_Minh')::date)
              and (held.withdrawn_on is null or held.withdrawn_on > (label.printed_at at time zone 'Asia/Ho_Chi_Minh')::date)`,
          )
          .orderBy('held.issued_on', (order) => order.desc().nullsLast())
          .limit(1)
          .as('certificate'),
      (join) => join.onTrue(),
    )
    .select([
      'label.sheet_id as id',
      'product.name as productName',
      'producer.name as producerName',
      'commune.name as commune',
      'label.lot_number as lotNumber',
      'label.count',
      'label.printed_at as printedAt',
      'certificate.code as certificateCode',
      sql<MarkState>`case when certificate.code is null then 'none' when certificate.dated then 'valid' else 'undated' end`.as('mark'),
    ])
    .$if('producerId' in of, (query) => query.where('label.producer_id', '=', 'producerId' in of ? of.producerId : null))
    .$if('communes' in of, (query) =>
      query.where('producer.commune_code', 'in', 'communes' in of && of.communes.length > 0 ? [...of.communes] : ['']),
    )
  return sql<ListedMarkUse>`${rows}`
}
