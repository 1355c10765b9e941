import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { Kysely } from 'kysely'
import type { PackId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { ScanTally } from './rules.ts'
import type { LotId } from './rules/ids.ts'

export async function selectTally(db: ReadDb, code: string): Promise<ScanTally> {
  const { count, firstOn } = await db
    .selectFrom('scan_count')
    .where('code', '=', code)
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>('count'), sql<number>`0`).as('count'),
      eb.fn.min<PlainDate | null>('day').as('firstOn'),
    ])
    .executeTakeFirstOrThrow()
  return firstOn === null ? null : { count, firstOn }
}

export type Scans = { code: string; day: PlainDate; count: number }

/** In the order of their keys: two that add at once never wait for each other in a circle. */
export async function addScans(db: Kysely<Tables>, scans: readonly Scans[]): Promise<void> {
  const inOrder = scans.toSorted((a, b) => (a.code === b.code ? (a.day < b.day ? -1 : 1) : a.code < b.code ? -1 : 1))
  await db
    .insertInto('scan_count')
    .values(inOrder)
    .onConflict((conflict) =>
      conflict.columns(['code', 'day']).doUpdateSet((eb) => ({ count: eb('scan_count.count', '+', eb.ref('excluded.count')) })),
    )
    .execute()
}

const facts = [
  'product.id as productId',
  'producer.id as producerId',
  'product.name as productName',
  'product.slug as productSlug',
  'product.in_register as inRegister',
  'product.set_code as setCode',
  'pack.id as packId',
  'pack.gtin',
  'product.trace_code as productCode',
  'product.brand',
  'pack.name as netContent',
  'product.ingredients',
  'product.storage',
  'product.usage_note as usageNote',
  'product.is_sample as productIsSample',
  'product.stars',
  'product.standing',
  'product.potential_five as potentialFive',
  'product.certificate_code as certificateCode',
  'product.certified_from as certifiedFrom',
  'product.certified_until as certifiedUntil',
  'product.validity_inferred as validityInferred',
  'product.renewal_under_way as renewalUnderWay',
  'producer.name as producerName',
  'producer.slug as producerSlug',
  'producer.kind as producerKind',
  'producer.address',
  'producer.tax_code as taxCode',
  'producer.commune_code as communeCode',
  'commune.name as commune',
  'commune.province_name as province',
  'former_commune.name as formerCommune',
  'producer.former_district_name as formerDistrict',
  'producer.former_province_name as formerProvince',
] as const

/** A product in one of its packs, with its producer of today and its place. */
const scanned = (db: ReadDb) =>
  db
    .selectFrom('product_card as product')
    .innerJoin('pack_card as pack', 'pack.product_id', 'product.id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('former_commune_card as former_commune', 'former_commune.code', 'producer.former_commune_code')
    .select(facts)

/** A lot with whoever made it: that stays so where the product went over to another producer since. */
const scannedLot = (db: ReadDb) =>
  db
    .selectFrom('product_card as product')
    .innerJoin('pack_card as pack', 'pack.product_id', 'product.id')
    .innerJoin('lot', 'lot.product_id', 'product.id')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('former_commune_card as former_commune', 'former_commune.code', 'producer.former_commune_code')
    .select(facts)
    .select([
      'lot.id as lotId',
      'lot.number',
      'lot.trace_code as lotCode',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.quantity',
      'lot.unit',
      'lot.status',
      'lot.recall_reason as recallReason',
      'lot.recalled_at as recalledAt',
      'lot.standards',
      'lot.is_sample as lotIsSample',
    ])

export type ScannedProduct = Awaited<ReturnType<ReturnType<typeof scanned>['executeTakeFirstOrThrow']>>
export type ScannedLot = Awaited<ReturnType<ReturnType<typeof scannedLot>['executeTakeFirstOrThrow']>>

// Each pack has a GTIN of its own; a trace code tells of the pack that is meant where nobody names one.
const productsBy = {
  gtin: prepare((db: ReadDb, { value }: Slots<{ value: string }>) => scanned(db).where('pack.gtin', '=', value)),
  trace_code: prepare((db: ReadDb, { value }: Slots<{ value: string }>) =>
    scanned(db).where('product.trace_code', '=', value).where('pack.is_default', '=', true),
  ),
}
const lotByCode = prepare((db: ReadDb, { traceCode }: Slots<{ traceCode: string }>) =>
  scannedLot(db).where('lot.trace_code', '=', traceCode).where('pack.is_default', '=', true),
)

export const selectScannedProduct = async (db: ReadDb, by: keyof typeof productsBy, value: string): Promise<ScannedProduct | undefined> =>
  (await productsBy[by](db, { value }))[0]

export const selectScannedLotByCode = async (db: ReadDb, traceCode: string): Promise<ScannedLot | undefined> =>
  (await lotByCode(db, { traceCode }))[0]

export const selectScannedLotByNumber = (db: ReadDb, gtin: string, number: string) =>
  scannedLot(db)
    .where('pack.gtin', '=', gtin)
    .where(sql`upper(lot.number)`, '=', number.toUpperCase())
    .executeTakeFirst()

/** A lot in one of the packs of its product. */
export const selectLotInPack = (db: ReadDb, lotId: LotId, packId: PackId) =>
  scannedLot(db).where('lot.id', '=', lotId).where('pack.id', '=', packId).executeTakeFirst()
