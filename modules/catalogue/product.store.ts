import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { aisleOf } from './aisle-of.ts'
import { insertFirstPacks, updateDefaultPack } from './pack.store.ts'
import { mainPhoto, selectPhotos } from './photo.store.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import type { Standing } from './rules/standing.ts'
import type { Story } from './rules/story.ts'
import type { Place, ProducerCard, ProductCard, ProductView } from './rules/views.ts'

/** Made for trying out: the product itself, or whoever makes it; `register_fact` says the same. */
export const ofSample = sql<boolean>`(product.is_sample or producer.is_sample)`

export const cardColumns = [
  'product.id',
  'product.slug',
  'product.name',
  'product.set_code as setCode',
  'product.stars',
  'product.potential_five as potentialFive',
  'product.standing',
  'product.certificate_code as certificateCode',
  'product.certified_from as certifiedFrom',
  'product.certified_until as certifiedUntil',
  'product.certified_year as certifiedYear',
  'product.validity_inferred as validityInferred',
  'product.renewal_under_way as renewalUnderWay',
  ofSample.as('isSample'),
  'producer.id as producerId',
  'producer.slug as producerSlug',
  'producer.name as producerName',
  'producer.kind as producerKind',
  'producer.commune_code as communeCode',
  'commune.name as commune',
  'former_commune.name as formerCommune',
  'producer.former_district_name as formerDistrict',
  'producer.former_province_name as formerProvince',
  mainPhoto,
] as const

/** What the pack of a product says that is meant where nobody names one. */
function ofDefaultPack(column: 'name' | 'gtin') {
  return sql<
    string | null
  >`(select ${sql.ref(`pack.${column}`)} from product_pack as pack where pack.product_id = product.id and pack.is_default)`
}

const viewColumns = [
  'product.description',
  'product.story',
  ofDefaultPack('name').as('netContent'),
  'product.ingredients',
  'product.storage',
  'product.usage_note as usageNote',
  'product.brand',
  ofDefaultPack('gtin').as('gtin'),
  'product.trace_code as traceCode',
  'product.in_register as inRegister',
  'product.confidence',
  'product.source_url as sourceUrl',
  'product.source_note as sourceNote',
  'product.version',
  'producer.organisation_id as organisationId',
] as const

/** Products with their producer and its place. */
export const products = (db: ReadDb) =>
  db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('former_commune_card as former_commune', 'former_commune.code', 'producer.former_commune_code')

const cards = (db: ReadDb) => products(db).select(cardColumns)
export type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>

/** The row with its producer's columns gathered; columns that were asked for beside a card's stay. */
export function toCard<Row extends CardRow>(row: Row) {
  const { producerId, producerSlug, producerName, producerKind, ...product } = row
  const { communeCode, commune, formerCommune, formerDistrict, formerProvince, ...rest } = product
  const place: Place = { communeCode, commune, formerCommune, formerDistrict, formerProvince }
  const producer: ProducerCard = { id: producerId, slug: producerSlug, name: producerName, kind: producerKind as ProducerKind, place }
  return { ...rest, aisle: aisleOf(row.setCode), standing: row.standing as Standing, producer }
}

/** Products of the register by one of their names, in the order asked for. */
export async function selectCards(db: ReadDb, by: 'id' | 'slug', values: readonly string[]): Promise<ProductCard[]> {
  if (values.length === 0) return []
  const rows = await cards(db)
    .where('product.in_register', '=', true)
    .where(sql<boolean>`${sql.ref(`product.${by}`)} = any(${[...values]}::text[])`)
    .execute()
  return rows.toSorted((a, b) => values.indexOf(a[by]) - values.indexOf(b[by])).map(toCard)
}

/** A product and whose it is: what a policy needs beside the view. */
export type OwnedProduct = { product: ProductView; organisationId: OrganisationId | null }

const productBy = (column: 'id' | 'slug') =>
  prepare((db: ReadDb, { value }: Slots<{ value: string }>) =>
    cards(db)
      .select(viewColumns)
      .where(sql.ref(`product.${column}`), '=', value),
  )
const productsBy = { id: productBy('id'), slug: productBy('slug') }

export async function selectProduct(db: ReadDb, by: keyof typeof productsBy, value: string): Promise<OwnedProduct | undefined> {
  const [row] = await productsBy[by](db, { value })
  if (!row) return undefined
  const { organisationId, ...columns } = row
  const photos = await selectPhotos(db, row.id)
  return {
    organisationId,
    product: { ...toCard(columns), confidence: row.confidence as 'A' | 'B' | null, photos },
  }
}

/** The product, held until the end of the transaction. */
export async function lockProduct(tx: Tx, id: ProductId): Promise<OwnedProduct | undefined> {
  const locked = await tx.selectFrom('product').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectProduct(tx, 'id', id)
}

const cardsOfProducer = (db: ReadDb, { producerId }: Slots<{ producerId: ProducerId }>) =>
  cards(db)
    .where('product.producer_id', '=', producerId)
    .orderBy(sql`product.stars desc nulls last`)
    .orderBy('product.name', inVietnamese)
const allCardsOfProducer = prepare(cardsOfProducer)
const registeredCardsOfProducer = prepare((db: ReadDb, slots: Slots<{ producerId: ProducerId }>) =>
  cardsOfProducer(db, slots).where('product.in_register', '=', true),
)

export async function selectCardsOfProducer(db: ReadDb, producerId: ProducerId, onlyInRegister: boolean): Promise<ProductCard[]> {
  const rows = await (onlyInRegister ? registeredCardsOfProducer : allCardsOfProducer)(db, { producerId })
  return rows.map(toCard)
}

export async function selectProductIdByName(db: ReadDb, producerId: ProducerId, name: string): Promise<ProductId | undefined> {
  const row = await db
    .selectFrom('product')
    .select('id')
    .where('producer_id', '=', producerId)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst()
  return row?.id
}

export type NewProductRow = {
  id: ProductId
  slug: string
  producerId: ProducerId
  name: string
  setCode: string
  traceCode: string
  searchText: string
  description: string | null
  netContent: string | null
  isSample: boolean
  confidence: 'A' | 'B' | null
  sourceUrl: string | null
  sourceNote: string | null
}

/** Inserts those whose slug is free, each with its default pack, and gives back their ids. */
export async function insertProductRows(tx: Tx, products: readonly NewProductRow[]): Promise<ProductId[]> {
  const rows = await tx
    .insertInto('product')
    .values(products.map(columnsOf))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .execute()
  const ids = new Set(rows.map(({ id }) => id))
  await insertFirstPacks(
    tx,
    products.filter(({ id }) => ids.has(id)),
  )
  return [...ids]
}

const columnsOf = (product: NewProductRow) => ({
  id: product.id,
  slug: product.slug,
  producer_id: product.producerId,
  name: product.name,
  set_code: product.setCode,
  trace_code: product.traceCode,
  search_text: product.searchText,
  description: product.description,
  is_sample: product.isSample,
  confidence: product.confidence,
  source_url: product.sourceUrl,
  source_note: product.sourceNote,
})

export async function updateStory(tx: Tx, id: ProductId, story: Story, at: Date): Promise<void> {
  await tx
    .updateTable('product')
    .set((eb) => ({
      description: story.description,
      story: story.story,
      ingredients: story.ingredients,
      storage: story.storage,
      usage_note: story.usageNote,
      brand: story.brand,
      updated_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await updateDefaultPack(tx, id, { name: story.netContent, gtin: story.gtin })
}

export async function updateSearchText(tx: Tx, id: ProductId, searchText: string): Promise<void> {
  await tx.updateTable('product').set({ search_text: searchText }).where('id', '=', id).execute()
}

export async function updateProductSet(
  tx: Tx,
  id: ProductId,
  { setCode, searchText }: { setCode: string; searchText: string },
): Promise<void> {
  await tx.updateTable('product').set({ set_code: setCode, search_text: searchText }).where('id', '=', id).execute()
}

/** Another producer makes it from now on. */
export async function updateOwner(
  tx: Tx,
  id: ProductId,
  { producerId, searchText, at }: { producerId: ProducerId; searchText: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('product')
    .set((eb) => ({ producer_id: producerId, search_text: searchText, updated_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What the catalogue remembers of the last decision on a product. */
export type RecordedStanding = {
  productId: ProductId
  standing: Standing
  stars: number | null
  potentialFive: boolean
  certificateCode: string | null
  certifiedFrom: string | null
  certifiedUntil: string | null
  validityInferred?: boolean
  certifiedYear?: number | null
}

export async function updateStanding(tx: Tx, recorded: RecordedStanding): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('product')
    .set({
      standing: recorded.standing,
      stars: recorded.stars,
      potential_five: recorded.potentialFive,
      certificate_code: recorded.certificateCode,
      certified_from: recorded.certifiedFrom,
      certified_until: recorded.certifiedUntil,
      validity_inferred: recorded.validityInferred ?? false,
      certified_year: recorded.certifiedYear ?? null,
      in_register: sql<boolean>`in_register or ${recorded.standing !== 'none' || recorded.potentialFive}`,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', recorded.productId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says whether a re-evaluation is under way; a product of which that is known already stays as it is. */
export async function updateRenewal(tx: Tx, productId: ProductId, underWay: boolean): Promise<void> {
  await tx
    .updateTable('product')
    .set({ renewal_under_way: underWay, updated_at: sql<Date>`now()` })
    .where('id', '=', productId)
    .where('renewal_under_way', '<>', underWay)
    .execute()
}

/** The same for many products at once. */
export async function updateStandings(tx: Tx, recorded: readonly RecordedStanding[]): Promise<number> {
  if (recorded.length === 0) return 0
  const { rows } = await sql`
    update product set
      standing = new.standing, stars = new.stars, potential_five = new."potentialFive", certificate_code = new."certificateCode",
      certified_from = new."certifiedFrom", certified_until = new."certifiedUntil", validity_inferred = coalesce(new."validityInferred", false),
      certified_year = new."certifiedYear", in_register = in_register or new.standing <> 'none' or new."potentialFive", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(recorded)}::text::jsonb) as new(
      "productId" text, standing text, stars smallint, "potentialFive" boolean, "certificateCode" text, "certifiedFrom" date,
      "certifiedUntil" date, "validityInferred" boolean, "certifiedYear" smallint)
    where product.id = new."productId"
    returning product.id`.execute(tx)
  return rows.length
}

/**
 * The products of these producers by name, those that they gave away first: what an import compares a register with. A register of before names the
 * owner of its day.
 */
export async function selectNamesOf(
  db: ReadDb,
  producerIds: readonly ProducerId[],
): Promise<{ id: ProductId; slug: string; producerId: ProducerId; name: string }[]> {
  const given = await db
    .selectFrom('product_past_owner as past')
    .innerJoin('product', 'product.id', 'past.product_id')
    .select(['product.id', 'product.slug', 'past.producer_id as producerId', 'product.name'])
    .where(sql<boolean>`past.producer_id = any(${[...producerIds]}::text[])`)
    .orderBy('product.id')
    .orderBy('past.number')
    .execute()
  const own = await db
    .selectFrom('product')
    .select(['id', 'slug', 'producer_id as producerId', 'name'])
    .where(sql<boolean>`producer_id = any(${[...producerIds]}::text[])`)
    .orderBy('id')
    .execute()
  return [...given, ...own]
}
