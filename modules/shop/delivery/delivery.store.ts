import { insertRows } from '@dacsan/platform/insert-rows'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import { dong } from '@dacsan/vietnam'
import type { CashOnDelivery, DeliveryOfSeller, DeliveryZone, PickupPlace, WantedTable } from '../rules.ts'

const tables = (db: ReadDb) =>
  db.selectFrom('producer_card as producer').select((eb) => [
    'producer.id as producerId',
    'producer.commune_code as sellerCommune',
    jsonObjectFrom(
      eb
        .selectFrom('delivery_table as told')
        .whereRef('told.producer_id', '=', 'producer.id')
        .select((of) => [
          'told.tare_grams as tareGrams',
          jsonArrayFrom(
            of
              .selectFrom('delivery_zone as rates')
              .whereRef('rates.producer_id', '=', 'told.producer_id')
              .select((zone) => [
                'rates.zone',
                sql<number | null>`rates.free_from_vnd::float8`.as('freeFromVnd'),
                'rates.carries_cold as carriesCold',
                jsonArrayFrom(
                  zone
                    .selectFrom('delivery_step as step')
                    .whereRef('step.producer_id', '=', 'rates.producer_id')
                    .whereRef('step.zone', '=', 'rates.zone')
                    .select(['step.up_to_grams as upToGrams', sql<number>`step.fee_vnd::float8`.as('feeVnd')])
                    .orderBy('step.up_to_grams'),
                ).as('steps'),
              ])
              .orderBy('rates.zone'),
          ).as('zones'),
          jsonArrayFrom(
            of
              .selectFrom('delivery_pickup as pickup')
              .innerJoin('place_card as place', 'place.id', 'pickup.place_id')
              .leftJoin('commune_card as commune', 'commune.code', 'place.commune_code')
              .whereRef('pickup.producer_id', '=', 'told.producer_id')
              .where('place.ended_at', 'is', null)
              .select(['place.id as placeId', 'place.name', 'commune.name as commune'])
              .orderBy('place.name', inVietnamese),
          ).as('pickups'),
        ]),
    ).as('table'),
    jsonObjectFrom(
      eb
        .selectFrom('cash_on_delivery as cash')
        .whereRef('cash.producer_id', '=', 'producer.id')
        .select([sql<number>`cash.largest_vnd::float8`.as('largestVnd'), sql<DeliveryZone[]>`cash.zones`.as('zones')]),
    ).as('cash'),
  ])

const tablesOf = prepare((db: ReadDb, { producerIds }: Slots<{ producerIds: ProducerId[] }>) =>
  tables(db).where('producer.id', 'in', producerIds),
)

/** How each of these sellers brings its goods, and where it is. */
export async function selectDelivery(db: ReadDb, producerIds: readonly ProducerId[]): Promise<DeliveryOfSeller[]> {
  const rows = await tablesOf(db, { producerIds: [...producerIds] })
  return rows.map(({ table, cash, ...seller }) => ({
    ...seller,
    cash: cash && { ...cash, largestVnd: dong(cash.largestVnd) },
    table: table && {
      ...table,
      zones: table.zones.map((rates) => ({
        ...rates,
        freeFromVnd: rates.freeFromVnd === null ? null : dong(rates.freeFromVnd),
        steps: rates.steps.map(({ upToGrams, feeVnd }) => ({ upToGrams, feeVnd: dong(feeVnd) })),
      })),
    },
  }))
}

/** Where a seller may have its goods taken: its own places that are in use. */
export async function selectPickupChoices(db: ReadDb, producerId: ProducerId): Promise<PickupPlace[]> {
  return db
    .selectFrom('place_card as place')
    .leftJoin('commune_card as commune', 'commune.code', 'place.commune_code')
    .where('place.producer_id', '=', producerId)
    .where('place.ended_at', 'is', null)
    .select(['place.id as placeId', 'place.name', 'commune.name as commune'])
    .orderBy('place.is_default', 'desc')
    .orderBy('place.name', inVietnamese)
    .execute()
}

/** The table of a seller anew, the former one gone: orders keep what they were promised. One who saves waits for another. */
export async function replaceDeliveryTable(
  tx: Tx,
  producerId: ProducerId,
  { tareGrams, zones, pickupIds }: WantedTable,
  at: Date,
): Promise<void> {
  const fields = { tare_grams: tareGrams, updated_at: at }
  await tx
    .insertInto('delivery_table')
    .values({ producer_id: producerId, ...fields })
    .onConflict((conflict) => conflict.column('producer_id').doUpdateSet(fields))
    .execute()
  await tx.deleteFrom('delivery_zone').where('producer_id', '=', producerId).execute()
  await tx.deleteFrom('delivery_pickup').where('producer_id', '=', producerId).execute()
  await insertRows(
    tx,
    'delivery_zone',
    zones.map(({ zone, freeFromVnd, carriesCold }) => ({
      producer_id: producerId,
      zone,
      free_from_vnd: freeFromVnd,
      carries_cold: carriesCold,
    })),
  )
  await insertRows(
    tx,
    'delivery_step',
    zones.flatMap(({ zone, steps }) =>
      steps.map(({ upToGrams, feeVnd }) => ({ producer_id: producerId, zone, up_to_grams: upToGrams, fee_vnd: feeVnd })),
    ),
  )
  await insertRows(
    tx,
    'delivery_pickup',
    pickupIds.map((id) => ({ producer_id: producerId, place_id: id })),
  )
}

export async function deleteDeliveryTable(tx: Tx, producerId: ProducerId): Promise<void> {
  await tx.deleteFrom('delivery_table').where('producer_id', '=', producerId).execute()
}

export async function saveCashTable(tx: Tx, producerId: ProducerId, { largestVnd, zones }: CashOnDelivery, at: Date): Promise<void> {
  const fields = { largest_vnd: largestVnd, zones: [...zones], updated_at: at }
  await tx
    .insertInto('cash_on_delivery')
    .values({ producer_id: producerId, ...fields })
    .onConflict((conflict) => conflict.column('producer_id').doUpdateSet(fields))
    .execute()
}

export async function deleteCashTable(tx: Tx, producerId: ProducerId): Promise<void> {
  await tx.deleteFrom('cash_on_delivery').where('producer_id', '=', producerId).execute()
}
