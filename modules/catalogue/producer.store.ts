import { lockText, openText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { readCode, searchWords } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import type { ProducerId } from './rules/ids.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import type { Place, ProducerCard } from './rules/views.ts'

const columns = [
  'producer.id',
  'producer.slug',
  'producer.name',
  'producer.kind',
  'producer.organisation_id as organisationId',
  'producer.representative',
  'producer.commune_code as communeCode',
  'producer.former_commune_code as formerCommuneCode',
  'producer.former_district_code as formerDistrictCode',
  'producer.former_district_name as formerDistrict',
  'producer.former_province_name as formerProvince',
  'producer.address',
  'producer.phone',
  'producer.email',
  'producer.about',
  'producer.is_sample as isSample',
  'producer.source_url as sourceUrl',
  'producer.version',
  'commune.name as commune',
  'former_commune.name as formerCommune',
] as const

export const taxCode: LockedColumn = { table: 'producer', key: 'id', column: 'tax_code' }
export const registrationNo: LockedColumn = { table: 'producer', key: 'id', column: 'registration_no' }

/** A household's tax code is the identity number of a person (Thông tư 86/2024/TT-BTC): these lie locked in the database. */
export const lockedProducerColumns: readonly LockedColumn[] = [taxCode, registrationNo]

/** A producer's numbers with other offices. */
export type ProducerNumbers = { taxCode: string | null; registrationNo: string | null }
export type LockedNumbers = { taxCode: LockedText | null; registrationNo: LockedText | null }

export async function selectNumbers(db: ReadDb, id: ProducerId): Promise<ProducerNumbers> {
  const locked = await selectLocked(db, id)
  return {
    taxCode: await openText(db, taxCode, id, locked.taxCode),
    registrationNo: await openText(db, registrationNo, id, locked.registrationNo),
  }
}

/** The same for whoever writes new ones over them; one that cannot be opened now is absent. */
export async function selectNumbersIfPossible(db: ReadDb, id: ProducerId): Promise<ProducerNumbers> {
  const locked = await selectLocked(db, id)
  return openNumbers(db, id, locked)
}

const selectLocked = (db: ReadDb, id: ProducerId): Promise<LockedNumbers> =>
  db
    .selectFrom('producer')
    .select(['tax_code as taxCode', 'registration_no as registrationNo'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** The numbers of a producer as a card shows them; one that cannot be opened now is absent. */
export async function openNumbers(db: ReadDb, id: ProducerId, locked: LockedNumbers): Promise<ProducerNumbers> {
  return {
    taxCode: await openTextIfPossible(db, taxCode, id, locked.taxCode),
    registrationNo: await openTextIfPossible(db, registrationNo, id, locked.registrationNo),
  }
}

/** Everything else on file about a producer, contact and representative included: for the producer itself and the offices. */
export type Producer = {
  id: ProducerId
  slug: string
  name: string
  kind: ProducerKind
  organisationId: OrganisationId | null
  representative: string | null
  formerCommuneCode: string | null
  formerDistrictCode: string | null
  place: Place
  address: string | null
  phone: string | null
  email: string | null
  about: string | null
  isSample: boolean
  sourceUrl: string | null
  version: number
}

const producers = (db: ReadDb) =>
  db
    .selectFrom('producer')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('former_commune_card as former_commune', 'former_commune.code', 'producer.former_commune_code')
    .select(columns)

type ProducerRow = Awaited<ReturnType<ReturnType<typeof producers>['executeTakeFirstOrThrow']>>

function toProducer({ commune, communeCode, formerCommune, formerDistrict, formerProvince, ...row }: ProducerRow): Producer {
  return { ...row, kind: row.kind as ProducerKind, place: { communeCode, commune, formerCommune, formerDistrict, formerProvince } }
}

export function cardOf({ id, slug, name, kind, place }: Producer): ProducerCard {
  return { id, slug, name, kind, place }
}

const producerBy = (column: 'id' | 'slug' | 'organisation_id') =>
  prepare((db: ReadDb, { value }: Slots<{ value: string }>) => producers(db).where(sql.ref(`producer.${column}`), '=', value))
const producersBy = { id: producerBy('id'), slug: producerBy('slug'), organisation_id: producerBy('organisation_id') }

export async function selectProducer(db: ReadDb, by: keyof typeof producersBy, value: string): Promise<Producer | undefined> {
  const [row] = await producersBy[by](db, { value })
  return row && toProducer(row)
}

/** Holds the organisation's place in the register until the end of the transaction, also while no producer stands there yet. */
export async function lockPlaceOf(tx: Tx, organisationId: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`producer of ${organisationId}`}))`.execute(tx)
}

/** The producer, held until the end of the transaction. */
export async function lockProducer(tx: Tx, id: ProducerId): Promise<Producer | undefined> {
  const locked = await tx.selectFrom('producer').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectProducer(tx, 'id', id)
}

/** Another organisation is this producer from now on. */
export async function moveProducer(tx: Tx, id: ProducerId, organisationId: OrganisationId): Promise<void> {
  await tx.updateTable('producer').set({ organisation_id: organisationId }).where('id', '=', id).execute()
}

export type NewProducer = {
  id: ProducerId
  slug: string
  name: string
  kind: ProducerKind
  organisationId: OrganisationId | null
  taxCode: string | null
  registrationNo: string | null
  representative: string | null
  communeCode: string | null
  formerCommuneCode: string | null
  formerDistrictCode: string | null
  formerDistrict: string | null
  formerProvince: string | null
  address: string | null
  phone: string | null
  email: string | null
  about: string | null
  searchText: string
  isSample: boolean
  sourceUrl: string | null
}

/** Inserts those whose slug is free, and gives back their ids. */
export async function insertProducerRows(tx: Tx, producers: readonly NewProducer[]): Promise<ProducerId[]> {
  const numbers = await Promise.all(producers.map((producer) => lockNumbers(tx, producer.id, producer)))
  const rows = await tx
    .insertInto('producer')
    .values(
      producers.map((producer, index) => ({
        id: producer.id,
        slug: producer.slug,
        organisation_id: producer.organisationId,
        source_url: producer.sourceUrl,
        is_sample: producer.isSample,
        ...editable(producer),
        ...numbers[index]!,
      })),
    )
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A producer as whoever looks for itself finds it: what the public register tells. */
export type ClaimableProducer = ProducerCard & { products: { name: string; stars: number | null }[] }

/** Producers with a product in the register that holds every word, the nearest first; where none does, those most like it. */
export async function selectClaimable(
  db: ReadDb,
  { text, words, limit }: { text: string; words: string; limit: number },
): Promise<ClaimableProducer[]> {
  const code = readCode(text).toLowerCase()
  const folded = searchWords(text).join(' ')
  const matching = (found: RawBuilder<SqlBool>) =>
    db
      .selectFrom('product')
      .select(['producer_id as id', sql<number>`min(${folded} <<-> search_text)`.as('distance')])
      .where('in_register', '=', true)
      .where(found)
      .groupBy('producer_id')
      .orderBy('distance')
      .orderBy('producer_id')
      .limit(limit)
      .execute()
  const exact = await matching(sql<SqlBool>`search_words @@ to_tsquery('simple', ${words}) or lower(certificate_code) = ${code}`)
  const ids = (exact.length > 0 ? exact : await matching(sql<SqlBool>`${folded} <% search_text`)).map(({ id }) => id)
  if (ids.length === 0) return []
  const [found, made] = await Promise.all([
    producers(db).where('producer.id', 'in', ids).execute(),
    db
      .selectFrom('product')
      .select(['producer_id as producerId', 'name', 'stars'])
      .where('producer_id', 'in', ids)
      .where('in_register', '=', true)
      .orderBy(sql`stars desc nulls last`)
      .orderBy('name', inVietnamese)
      .execute(),
  ])
  const byProducer = Map.groupBy(made, ({ producerId }) => producerId)
  return found
    .map(toProducer)
    .map((producer) => ({ ...cardOf(producer), products: (byProducer.get(producer.id) ?? []).map(({ name, stars }) => ({ name, stars })) }))
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** Whether a product of this producer was ever in the register: what it is called and where is no more for itself alone to say. */
export async function isInRegister(db: ReadDb, id: ProducerId): Promise<boolean> {
  const one = await db
    .selectFrom('product')
    .select('id')
    .where('producer_id', '=', id)
    .where('in_register', '=', true)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

export async function updateOrganisation(tx: Tx, id: ProducerId, organisationId: OrganisationId | null, at: Date): Promise<void> {
  await tx
    .updateTable('producer')
    .set((eb) => ({ organisation_id: organisationId, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Every producer as a register is compared with it. */
export async function selectAllProducers(db: ReadDb): Promise<Producer[]> {
  const rows = await producers(db).orderBy('producer.id').execute()
  return rows.map(toProducer)
}

/** Which of these codes name a commune of today, which one of before 1 July 2025. */
export async function selectKnownPlaces(
  db: ReadDb,
  codes: { communes: readonly string[]; formers: readonly string[] },
): Promise<{ communes: Set<string>; formers: Set<string> }> {
  const [communes, formers] = [
    await db
      .selectFrom('commune_card')
      .select('code')
      .where(sql<boolean>`code = any(${[...codes.communes]}::text[])`)
      .execute(),
    await db
      .selectFrom('former_commune_card')
      .select('code')
      .where(sql<boolean>`code = any(${[...codes.formers]}::text[])`)
      .execute(),
  ]
  return { communes: new Set(communes.map(({ code }) => code)), formers: new Set(formers.map(({ code }) => code)) }
}

export async function updateProducerRow(
  tx: Tx,
  id: ProducerId,
  producer: Omit<NewProducer, 'id' | 'slug' | 'organisationId' | 'sourceUrl' | 'isSample'>,
  at: Date,
): Promise<void> {
  const numbers = await lockNumbers(tx, id, producer)
  await tx
    .updateTable('producer')
    .set((eb) => ({ ...editable(producer), ...numbers, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

async function lockNumbers(tx: Tx, id: ProducerId, numbers: ProducerNumbers) {
  return {
    tax_code: await lockText(tx, taxCode, id, numbers.taxCode || null),
    registration_no: await lockText(tx, registrationNo, id, numbers.registrationNo || null),
  }
}

const editable = (producer: Omit<NewProducer, 'id' | 'slug' | 'organisationId' | 'sourceUrl' | 'isSample'>) => ({
  name: producer.name,
  kind: producer.kind,
  representative: producer.representative,
  commune_code: producer.communeCode,
  former_commune_code: producer.formerCommuneCode,
  former_district_code: producer.formerDistrictCode,
  former_district_name: producer.formerDistrict,
  former_province_name: producer.formerProvince,
  address: producer.address,
  phone: producer.phone,
  email: producer.email,
  about: producer.about,
  search_text: producer.searchText,
})
