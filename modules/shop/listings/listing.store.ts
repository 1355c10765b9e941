import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { NetContent, PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { Expression } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { CertificateDay, Standing, StandingFacts } from '../../catalogue/rules.ts'
import { aheadColumns, takeAhead } from '../ahead/book.store.ts'
import { recognitionOf, sellerStatusOf, setRuleOf } from '../rules.ts'
import type { ByWeight, ListingStatus, Pricing, SetRule } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'
import { suspendedAt } from '../sellers/suspension.store.ts'
import { withContents } from './box-contents.ts'
import type { ShownOffer } from './shown-offer.ts'

export type OfferFacts = {
  day: CertificateDay
  now: Date
  paperlessUntil: PlainDate
  verificationRequired: boolean
  setRules: readonly SetRule[]
}

const weightColumns = [
  'listing.per_kg_vnd as perKgVnd',
  'listing.piece_least_grams as leastGrams',
  'listing.piece_most_grams as mostGrams',
] as const
type WeightColumns = { perKgVnd: number | null; leastGrams: number | null; mostGrams: number | null }

/** By what a line or a listing is weighed: a constraint has all three columns, or none. */
export function takeWeight<Row extends WeightColumns>({ perKgVnd, leastGrams, mostGrams, ...row }: Row) {
  const byWeight: ByWeight | null = perKgVnd === null ? null : { perKgVnd: dong(perKgVnd), leastGrams: leastGrams!, mostGrams: mostGrams! }
  return { ...row, byWeight }
}

/** A product that went over to another producer is not offered until that one offers it. */
const offers = (db: ReadDb, now: Expression<unknown>) =>
  db
    .selectFrom('listing')
    .innerJoin('product_card as product', (join) =>
      join.onRef('product.id', '=', 'listing.product_id').onRef('product.producer_id', '=', 'listing.producer_id'),
    )
    .innerJoin('pack_card as pack', 'pack.id', 'listing.pack_id')
    .innerJoin('producer_card as producer', 'producer.id', 'listing.producer_id')
    .leftJoin('seller', 'seller.producer_id', 'listing.producer_id')
    // While somebody waits for goods that were promised, the pack is not sold from the shelf.
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('ahead_offer as of')
          .whereRef('of.listing_id', '=', 'listing.id')
          .whereRef('of.producer_id', '=', 'listing.producer_id')
          .where((some) =>
            some.or([
              some('of.ended_at', 'is', null),
              some.exists(
                some
                  .selectFrom('promise')
                  .whereRef('promise.offer_id', '=', 'of.id')
                  .where('promise.status', '=', 'promised')
                  .select('promise.offer_id'),
              ),
            ]),
          )
          .selectAll('of')
          .orderBy('of.ended_at', (order) => order.desc().nullsFirst())
          .limit(1)
          .as('ahead'),
      (join) => join.onTrue(),
    )
    .select([
      ...aheadColumns,
      'listing.id as listingId',
      'listing.product_id as productId',
      'listing.pack_id as packId',
      'listing.producer_id as producerId',
      'listing.price_vnd as priceVnd',
      'listing.unit',
      'listing.description',
      'listing.status',
      'listing.price_steps as steps',
      'listing.least_quantity as leastQuantity',
      'listing.multiple',
      'listing.max_per_order as maxPerOrder',
      'listing.weight_grams as weightGrams',
      'listing.needs_cold as needsCold',
      'listing.low_stock as lowStock',
      'listing.shelf_life_days as shelfLifeDays',
      ...weightColumns,
      'product.name as productName',
      'product.slug as productSlug',
      'product.stars',
      'product.set_code as setCode',
      'pack.name as netContent',
      'pack.net_value as netValue',
      'pack.net_unit as netUnit',
      'pack.gtin',
      'pack.is_default as isDefault',
      'product.certificate_code as certificateCode',
      'product.standing',
      'product.potential_five as potentialFive',
      'product.certified_until as certifiedUntil',
      'product.renewal_under_way as renewalUnderWay',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'seller.verified_at as verifiedAt',
      'seller.by_papers as byPapers',
      'seller.verified_until as verifiedUntil',
      suspendedAt(sql.ref('listing.producer_id'), now).as('suspended'),
      (eb) =>
        eb
          .exists(eb.selectFrom('listing_part').whereRef('listing_part.listing_id', '=', 'listing.id').select('listing_part.pack_id'))
          .as('isBox'),
    ])

const offersById = prepare((db: ReadDb, { ids, now }: Slots<{ ids: ListingId[]; now: Date }>) =>
  offers(db, now).where('listing.id', 'in', ids),
)
const offersOfProducts = prepare((db: ReadDb, { ids, now }: Slots<{ ids: ProductId[]; now: Date }>) =>
  offers(db, now).where('listing.product_id', 'in', ids),
)

const offersOfPacks = prepare((db: ReadDb, { ids, now }: Slots<{ ids: PackId[]; now: Date }>) =>
  offers(db, now).where('listing.pack_id', 'in', ids),
)

export async function selectOffers(
  db: ReadDb,
  by: { listingIds: readonly ListingId[] } | { productIds: readonly ProductId[] },
  facts: OfferFacts,
): Promise<ShownOffer[]> {
  const rows =
    'listingIds' in by
      ? await offersById(db, { ids: [...by.listingIds], now: facts.now })
      : await offersOfProducts(db, { ids: [...by.productIds], now: facts.now })
  return withContents(db, asOffers(rows, facts), (packIds) => offersIn(db, packIds, facts))
}

const offersIn = async (db: ReadDb, ids: PackId[], facts: OfferFacts) => asOffers(await offersOfPacks(db, { ids, now: facts.now }), facts)

export async function selectOffersOfPacks(db: ReadDb, packIds: readonly PackId[], facts: OfferFacts): Promise<ShownOffer[]> {
  return withContents(db, await offersIn(db, [...packIds], facts), (ids) => offersIn(db, ids, facts))
}

function asOffers(rows: Awaited<ReturnType<typeof offersById>>, facts: OfferFacts): (ShownOffer & { isBox: boolean })[] {
  const sellerDay = { today: facts.day.today, paperlessUntil: facts.paperlessUntil }
  return rows.map((joined) => {
    const { ahead, rest } = takeAhead(joined)
    const { status, verifiedAt, byPapers, verifiedUntil, suspended, standing, potentialFive, certifiedUntil, ...more } = rest
    const { renewalUnderWay, netValue, netUnit, setCode, isBox, ...row } = takeWeight(more)
    const verified = byPapers !== null && sellerStatusOf({ verifiedAt, byPapers, verifiedUntil }, sellerDay) === 'verified'
    return {
      ...row,
      isBox: Boolean(isBox),
      box: null,
      ahead,
      quantity: quantityOf(netValue, netUnit),
      priceVnd: dong(row.priceVnd),
      rule: setRuleOf(facts.setRules, setCode),
      published: status === 'published',
      sellerCleared: !suspended && (verified || !facts.verificationRequired),
      recognition: recognitionOf({ standing: standing as Standing, potentialFive, certifiedUntil, renewalUnderWay }, facts.day),
    }
  })
}

const quantityOf = (value: string | null, unit: NetContent['unit'] | null): NetContent | null =>
  value === null || unit === null ? null : { value: Number(value), unit }

export type OwnListing = Pricing & {
  id: ListingId
  productId: ProductId
  packId: PackId
  producerId: ProducerId
  unit: string
  description: string
  status: ListingStatus
  weightGrams: number | null
  needsCold: boolean
  lowStock: number | null
  shelfLifeDays: number | null
  /** Why whoever read it sent it back. */
  returnReason: string | null
  version: number
}

const listingColumns = [
  'listing.id',
  'listing.product_id as productId',
  'listing.pack_id as packId',
  'listing.producer_id as producerId',
  'listing.price_vnd as priceVnd',
  'listing.unit',
  'listing.description',
  'listing.status',
  'listing.price_steps as steps',
  'listing.least_quantity as leastQuantity',
  'listing.multiple',
  'listing.max_per_order as maxPerOrder',
  'listing.weight_grams as weightGrams',
  'listing.needs_cold as needsCold',
  'listing.low_stock as lowStock',
  'listing.shelf_life_days as shelfLifeDays',
  'listing.return_reason as returnReason',
  ...weightColumns,
  'listing.version',
] as const

const asListing = <Row extends { priceVnd: number } & WeightColumns>(row: Row) => ({
  ...takeWeight(row),
  priceVnd: dong(row.priceVnd),
})

export async function lockListing(tx: Tx, listingId: ListingId): Promise<OwnListing | undefined> {
  const row = await tx.selectFrom('listing').where('id', '=', listingId).select(listingColumns).forUpdate().executeTakeFirst()
  return row && asListing(row)
}

export async function lockListingOfPack(tx: Tx, packId: PackId): Promise<OwnListing | undefined> {
  const row = await tx.selectFrom('listing').where('pack_id', '=', packId).select(listingColumns).forUpdate().executeTakeFirst()
  return row && asListing(row)
}

export async function selectListingsOfProducer(db: ReadDb, producerId: ProducerId): Promise<OwnListing[]> {
  const rows = await db.selectFrom('listing').where('producer_id', '=', producerId).select(listingColumns).orderBy('created_at').execute()
  return rows.map(asListing)
}

export type ListingFields = Pricing & Pick<OwnListing, 'unit' | 'description' | 'weightGrams' | 'needsCold' | 'lowStock' | 'shelfLifeDays'>

/** One listing per pack: the second save of a pack changes the first. What waits to be read waits since it was first handed in. */
export async function upsertListing(
  tx: Tx,
  listing: ListingFields & {
    id: ListingId
    productId: ProductId
    packId: PackId
    producerId: ProducerId
    status: ListingStatus
    returnReason: string | null
    at: Date
  },
): Promise<{ id: ListingId; version: number }> {
  const fields = {
    producer_id: listing.producerId,
    price_vnd: listing.priceVnd,
    price_steps: JSON.stringify(listing.steps),
    least_quantity: listing.leastQuantity,
    multiple: listing.multiple,
    unit: listing.unit,
    description: listing.description,
    max_per_order: listing.maxPerOrder,
    weight_grams: listing.weightGrams,
    needs_cold: listing.needsCold,
    low_stock: listing.lowStock,
    shelf_life_days: listing.shelfLifeDays,
    per_kg_vnd: listing.byWeight?.perKgVnd ?? null,
    piece_least_grams: listing.byWeight?.leastGrams ?? null,
    piece_most_grams: listing.byWeight?.mostGrams ?? null,
    updated_at: listing.at,
  }
  return tx
    .insertInto('listing')
    .values({ id: listing.id, product_id: listing.productId, pack_id: listing.packId, status: 'draft', created_at: listing.at, ...fields })
    .onConflict((conflict) =>
      conflict.column('pack_id').doUpdateSet({
        ...fields,
        status: listing.status,
        return_reason: listing.returnReason,
        ...(listing.status === 'waiting' && {
          submitted_at: sql<Date>`case listing.status when 'waiting' then listing.submitted_at else ${listing.at} end`,
        }),
        version: sql<number>`listing.version + 1`,
      }),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}

/** Where a listing stands now: who read it where somebody just did, why it went back where it did. */
export async function updateListingStatus(
  tx: Tx,
  listingId: ListingId,
  { status, at, readBy, returnReason = null }: { status: ListingStatus; at: Date; readBy?: UserId | null; returnReason?: string | null },
): Promise<void> {
  await tx
    .updateTable('listing')
    .set({
      status,
      return_reason: returnReason,
      updated_at: at,
      version: sql<number>`version + 1`,
      ...(status === 'waiting' && { submitted_at: at }),
      ...(readBy !== undefined && { read_at: at, read_by: readBy }),
    })
    .where('id', '=', listingId)
    .execute()
}

export type OwnPack = {
  packId: PackId
  productId: ProductId
  packName: string | null
  gtin: string | null
  isDefault: boolean
  ended: boolean
}

/** The packs of all products of a producer: the usual one of each first, then in the order in which they came to be. */
export async function selectPacksOfProducer(db: ReadDb, producerId: ProducerId): Promise<OwnPack[]> {
  const rows = await db
    .selectFrom('pack_card as pack')
    .innerJoin('product_card as product', 'product.id', 'pack.product_id')
    .where('product.producer_id', '=', producerId)
    .select([
      'pack.id as packId',
      'pack.product_id as productId',
      'pack.name as packName',
      'pack.gtin',
      'pack.is_default as isDefault',
      'pack.ended_at as endedAt',
    ])
    .orderBy('pack.is_default', 'desc')
    .orderBy('pack.id')
    .execute()
  return rows.map(({ endedAt, ...pack }) => ({ ...pack, ended: endedAt !== null }))
}

/** What the shop needs to know of a product and its owner before it is listed. */
export type ListableProduct = StandingFacts & {
  id: ProductId
  name: string
  setCode: string | null
  producerId: ProducerId
  organisationId: OrganisationId | null
}

export async function selectListable(db: ReadDb, productId: ProductId): Promise<ListableProduct | undefined> {
  const row = await db
    .selectFrom('product_card as product')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .where('product.id', '=', productId)
    .select([
      'product.id',
      'product.name',
      'product.set_code as setCode',
      'product.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'product.standing',
      'product.potential_five as potentialFive',
      'product.certified_until as certifiedUntil',
      'product.renewal_under_way as renewalUnderWay',
    ])
    .executeTakeFirst()
  return row && { ...row, standing: row.standing as Standing }
}
