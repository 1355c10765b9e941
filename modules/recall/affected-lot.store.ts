import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { LotId } from '../traceability/rules.ts'

const lots = (db: ReadDb) =>
  db
    .selectFrom('lot_card as lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .select([
      'lot.id',
      'lot.number',
      'lot.trace_code as traceCode',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.quantity as made',
      'lot.unit',
      'lot.status',
      'lot.is_sample as isSample',
      'product.id as productId',
      'product.name as productName',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
    ])
    .orderBy('lot.made_on', 'desc')
    .orderBy('lot.id')

export type LotToRecall = Awaited<ReturnType<ReturnType<typeof lots>['executeTakeFirstOrThrow']>>

export async function selectLotsToRecall(db: ReadDb, ids: readonly LotId[]): Promise<LotToRecall[]> {
  return ids.length === 0 ? [] : lots(db).where('lot.id', 'in', ids).execute()
}

const most = 200

type LotsWanted = {
  codes: readonly string[]
  among?: readonly LotId[] | null
  from?: PlainDate
  to?: PlainDate
  producerId: ProducerId | null
}

/** Lots by the codes and numbers on their labels, by the days on which they were made, among given ones; of one maker, or of all. */
export async function searchLots(db: ReadDb, { codes, among = null, from, to, producerId }: LotsWanted): Promise<LotToRecall[]> {
  return lots(db)
    .$if(producerId !== null, (found) => found.where('lot.producer_id', '=', producerId!))
    .$if(codes.length > 0, (found) =>
      found.where((eb) => eb.or([eb('lot.trace_code', 'in', codes), eb(sql<string>`upper(lot.number)`, 'in', codes)])),
    )
    .$if(among !== null, (found) => found.where(sql<boolean>`lot.id = any(${[...(among ?? [])]}::text[])`))
    .$if(from !== undefined, (found) => found.where('lot.made_on', '>=', from!))
    .$if(to !== undefined, (found) => found.where('lot.made_on', '<=', to!))
    .limit(most)
    .execute()
}
