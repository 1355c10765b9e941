import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import type { Place } from './rules.ts'
import type { PlaceId } from './rules/ids.ts'
import { firstPlaceName } from './words/places.ts'

const places = (db: ReadDb) =>
  db
    .selectFrom('place')
    .select([
      'id',
      'producer_id as producerId',
      'kind',
      'name',
      'gln',
      'commune_code as communeCode',
      'is_default as isDefault',
      'sells',
      'ended_at as endedAt',
    ])

/** The places that a producer tends itself, its workshop first, those that ended last. What lies elsewhere by agreement comes and goes by its notes. */
export async function placesOfProducer(db: ReadDb, producerId: ProducerId): Promise<Place[]> {
  return places(db)
    .where('producer_id', '=', producerId)
    .where('is_consigned', '=', false)
    .orderBy('is_default', 'desc')
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('name', inVietnamese)
    .execute()
}

export async function selectDefaultPlace(db: ReadDb, producerId: ProducerId): Promise<PlaceId | undefined> {
  const row = await db
    .selectFrom('place')
    .where('producer_id', '=', producerId)
    .where('is_default', '=', true)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** The first place of a producer, in its commune; one that is there already stays. */
export async function insertWorkshop(tx: Tx, id: PlaceId, producerId: ProducerId): Promise<void> {
  const { commune_code: communeCode } = await tx
    .selectFrom('producer_card')
    .where('id', '=', producerId)
    .select('commune_code')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('place')
    .values({
      id,
      producer_id: producerId,
      kind: 'workshop',
      name: firstPlaceName,
      commune_code: communeCode,
      is_default: true,
      sells: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whose places are: of all producers, or of one. */
export async function selectPlaceOwners(
  db: ReadDb,
  producerId?: ProducerId,
): Promise<{ id: PlaceId; organisationId: OrganisationId | null }[]> {
  return db
    .selectFrom('place')
    .innerJoin('producer_card as producer', 'producer.id', 'place.producer_id')
    .$if(producerId !== undefined, (query) => query.where('place.producer_id', '=', producerId!))
    .select(['place.id', 'producer.organisation_id as organisationId'])
    .orderBy('place.id')
    .execute()
}

export async function selectPlace(tx: Tx, id: PlaceId) {
  return tx
    .selectFrom('place')
    .innerJoin('producer_card as producer', 'producer.id', 'place.producer_id')
    .where('place.id', '=', id)
    .select([
      'place.id',
      'place.producer_id as producerId',
      'place.is_default as isDefault',
      'place.ended_at as endedAt',
      'producer.organisation_id as organisationId',
    ])
    .forUpdate('place')
    .executeTakeFirst()
}

/** What places are called, by their ids and by their GLNs. */
export async function selectPlaceNames(db: ReadDb, { ids, glns }: { ids: readonly PlaceId[]; glns: readonly string[] }) {
  return db
    .selectFrom('place')
    .where((eb) => eb.or([sql<boolean>`id = any(${ids})`, sql<boolean>`gln = any(${glns})`]))
    .select(['id', 'gln', 'name'])
    .execute()
}

/** What everybody may know of a place by the code that events name it with: neither what its owner calls it nor where on the map it lies. */
export async function selectPublicPlace(db: ReadDb, code: string) {
  return db
    .selectFrom('place')
    .innerJoin('producer_card as producer', 'producer.id', 'place.producer_id')
    .leftJoin('commune_card as commune', (join) =>
      join.on((eb) => eb('commune.code', '=', eb.fn.coalesce('place.commune_code', 'producer.commune_code'))),
    )
    .where('place.id', '=', code as PlaceId)
    .select([
      'place.id as code',
      'place.kind',
      'place.ended_at as endedAt',
      'place.producer_id as producerId',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'commune.name as commune',
      'commune.province_name as province',
    ])
    .executeTakeFirst()
}

export async function isGlnTaken(db: ReadDb, gln: string): Promise<boolean> {
  return (await db.selectFrom('place').where('gln', '=', gln).select('id').executeTakeFirst()) !== undefined
}

export async function isCommune(db: ReadDb, code: string): Promise<boolean> {
  return (await db.selectFrom('commune_card').where('code', '=', code).select('code').executeTakeFirst()) !== undefined
}

type NewPlace = Pick<Place, 'id' | 'kind' | 'name' | 'gln' | 'communeCode' | 'sells'> & {
  producerId: ProducerId
  position: { latitude: number; longitude: number; agreedAt: Date } | null
  isConsigned?: boolean
}

export async function insertPlace(tx: Tx, { position, producerId, communeCode, isConsigned = false, ...place }: NewPlace): Promise<void> {
  await tx
    .insertInto('place')
    .values({
      ...place,
      producer_id: producerId,
      commune_code: communeCode,
      is_consigned: isConsigned,
      latitude: position === null ? null : position.latitude.toFixed(5),
      longitude: position === null ? null : position.longitude.toFixed(5),
      position_agreed_at: position?.agreedAt ?? null,
    })
    .execute()
}

export async function updatePlaceEnded(tx: Tx, id: PlaceId, at: Date): Promise<void> {
  await tx.updateTable('place').set({ ended_at: at }).where('id', '=', id).execute()
}

export async function updatePlaceSells(tx: Tx, id: PlaceId, sells: boolean): Promise<void> {
  await tx.updateTable('place').set({ sells }).where('id', '=', id).execute()
}
