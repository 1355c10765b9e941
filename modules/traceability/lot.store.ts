import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import type { LastLot, LotCard, LotStatus } from './rules.ts'
import type { LotId } from './rules/ids.ts'

const lots = (db: ReadDb) =>
  db
    .selectFrom('lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .select((eb) => [
      eb
        .selectFrom('label_sheet')
        .whereRef('label_sheet.lot_id', '=', 'lot.id')
        .select((sum) => sum.fn.coalesce(sum.fn.sum<number>('label_sheet.count'), sql<number>`0`).as('sum'))
        .as('labelsPrinted'),
      eb
        .selectFrom('label_spoiled')
        .innerJoin('label_sheet', 'label_sheet.id', 'label_spoiled.sheet_id')
        .whereRef('label_sheet.lot_id', '=', 'lot.id')
        .select((sum) => sum.fn.coalesce(sum.fn.sum<number>('label_spoiled.count'), sql<number>`0`).as('sum'))
        .as('labelsSpoiled'),
      eb
        .selectFrom('diary_entry')
        .whereRef('diary_entry.lot_id', '=', 'lot.id')
        .select((all) => all.fn.countAll<number>().as('count'))
        .as('entries'),
    ])

const cards = (db: ReadDb) =>
  lots(db).select([
    'lot.id',
    'lot.number',
    'lot.trace_code as traceCode',
    'lot.made_on as madeOn',
    'lot.expires_on as expiresOn',
    'lot.quantity',
    'lot.unit',
    'lot.status',
    'lot.is_sample as isSample',
    'product.id as productId',
    'product.slug as productSlug',
    'product.name as productName',
    'product.gtin',
    'producer.id as producerId',
    'producer.name as producerName',
    'producer.organisation_id as organisationId',
  ])

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>

function toCard<Row extends CardRow>(row: Row) {
  const { productId, productSlug, productName, gtin, producerId, producerName, organisationId, ...lot } = row
  return {
    ...lot,
    labelsPrinted: row.labelsPrinted ?? 0,
    labelsSpoiled: row.labelsSpoiled ?? 0,
    entries: row.entries ?? 0,
    product: { id: productId, slug: productSlug, name: productName, gtin },
    producer: { id: producerId, name: producerName, organisationId },
  }
}

/** Newest first. */
export async function selectLotsOfProducer(db: ReadDb, producerId: ProducerId): Promise<LotCard[]> {
  const rows = await cards(db).where('lot.producer_id', '=', producerId).orderBy('lot.made_on', 'desc').orderBy('lot.id', 'desc').execute()
  return rows.map(toCard)
}

export type ListedLot = Pick<
  CardRow,
  'id' | 'number' | 'traceCode' | 'madeOn' | 'expiresOn' | 'quantity' | 'unit' | 'status' | 'productName' | 'labelsPrinted' | 'entries'
>

/** The lots of a producer, for their list. */
export const lotsListed = (db: ReadDb, producerId: ProducerId) => sql<ListedLot>`${cards(db).where('lot.producer_id', '=', producerId)}`

/** One lot with everything but its diary. */
export async function selectLot(db: ReadDb, id: LotId) {
  const row = await cards(db)
    .select([
      'lot.standards',
      'product.set_code as setCode',
      'lot.recall_reason as recallReason',
      'lot.recalled_at as recalledAt',
      'lot.recalled_by as recalledBy',
      'lot.created_at as openedAt',
    ])
    .where('lot.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { recallReason, recalledAt, recalledBy, ...card } = toCard(row)
  return { ...card, recall: recallReason !== null && recalledAt !== null ? { reason: recallReason, at: recalledAt, by: recalledBy } : null }
}

export type LockedLot = NonNullable<Awaited<ReturnType<typeof selectLot>>>

/** What names a lot: the code on its label, or its number with the GTIN of a pack of its product. */
export type LotNames = { traceCode: string } | { gtin: string; number: string }

/** Each with the GTINs of all packs that its goods may be in, those of before as well. */
export async function selectLotsNamed(db: ReadDb, names: readonly LotNames[]): Promise<(LotCard & { gtins: readonly string[] })[]> {
  if (names.length === 0) return []
  const rows = await cards(db)
    .select((eb) =>
      eb
        .selectFrom('pack_card')
        .whereRef('pack_card.product_id', '=', 'lot.product_id')
        .select(sql<string[]>`coalesce(array_agg(gtin) filter (where gtin is not null), '{}')`.as('gtins'))
        .as('gtins'),
    )
    .where((eb) =>
      eb.or(
        names.map((name) =>
          'traceCode' in name
            ? eb('lot.trace_code', '=', name.traceCode)
            : eb.and([
                eb('lot.number', '=', name.number),
                eb.exists(
                  eb
                    .selectFrom('pack_card')
                    .whereRef('pack_card.product_id', '=', 'lot.product_id')
                    .where('pack_card.gtin', '=', name.gtin)
                    .select('pack_card.id'),
                ),
              ]),
        ),
      ),
    )
    .execute()
  return rows.map(({ gtins, ...row }) => ({ ...toCard(row), gtins: gtins ?? [] }))
}

/** The lot, held until the end of the transaction: what is sold of it or said of it waits. */
export async function lockLot(tx: Tx, id: LotId): Promise<LockedLot | undefined> {
  const locked = await tx.selectFrom('lot').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectLot(tx, id)
}

export async function selectNumbers(db: ReadDb, productId: ProductId): Promise<string[]> {
  const rows = await db.selectFrom('lot').where('product_id', '=', productId).select('number').execute()
  return rows.map(({ number }) => number)
}

/** The lot that was opened last of each product. */
export async function selectLastLots(db: ReadDb, producerId: ProducerId): Promise<(LastLot & { productId: ProductId; openedAt: Date })[]> {
  return db
    .selectFrom('lot')
    .distinctOn('product_id')
    .where('producer_id', '=', producerId)
    .select([
      'product_id as productId',
      'made_on as madeOn',
      'expires_on as expiresOn',
      'quantity',
      'unit',
      'standards',
      'created_at as openedAt',
    ])
    .orderBy('product_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function selectLotByRequest(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('lot')
    .where('request_key', '=', requestKey)
    .select(['id', 'product_id as productId', 'number', 'trace_code as traceCode'])
    .executeTakeFirst()
}

export type NewLot = {
  id: LotId
  productId: ProductId
  producerId: ProducerId
  number: string
  traceCode: string
  madeOn: PlainDate
  expiresOn: PlainDate | null
  quantity: number
  unit: string
  standards: string | null
  isSample: boolean
  requestKey: string
  at: Date
  by: UserId | null
}

export async function insertLot(tx: Tx, lot: NewLot): Promise<void> {
  await tx
    .insertInto('lot')
    .values({
      id: lot.id,
      product_id: lot.productId,
      producer_id: lot.producerId,
      number: lot.number,
      trace_code: lot.traceCode,
      made_on: lot.madeOn,
      expires_on: lot.expiresOn,
      quantity: lot.quantity,
      unit: lot.unit,
      standards: lot.standards,
      status: 'open',
      is_sample: lot.isSample,
      request_key: lot.requestKey,
      created_at: lot.at,
      created_by: lot.by,
    })
    .execute()
}

export async function selectRecalledAt(db: ReadDb, id: LotId): Promise<Date | null> {
  const row = await db.selectFrom('lot').where('id', '=', id).select('recalled_at as recalledAt').executeTakeFirst()
  return row?.recalledAt ?? null
}

export async function updateLotStatus(tx: Tx, id: LotId, status: LotStatus): Promise<void> {
  await tx.updateTable('lot').set({ status }).where('id', '=', id).execute()
}

export async function updateRecalled(
  tx: Tx,
  id: LotId,
  recall: { status: LotStatus; reason: string; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('lot')
    .set({ status: recall.status, recall_reason: recall.reason, recalled_at: recall.at, recalled_by: recall.by })
    .where('id', '=', id)
    .execute()
}

/** What whoever sells of a lot has to know of it. */
export type LotFacts = {
  id: LotId
  number: string
  traceCode: string
  productId: ProductId
  producerId: ProducerId
  /** The organisation that the lot belongs to; null while nobody of its producer has an account. */
  organisationId: OrganisationId | null
  madeOn: PlainDate
  expiresOn: PlainDate | null
  quantity: number
  unit: string
  status: LotStatus
  isSample: boolean
}

/**
 * Holds lots until the end of the transaction, in the order of their ids, so that two who hold several never wait for each other in a circle.
 * Sales of one lot do not wait for each other here; a recall waits for the sale, or the sale sees the recall.
 */
const held = (db: ReadDb) =>
  db
    .selectFrom('lot')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .select([
      'lot.id',
      'lot.number',
      'lot.trace_code as traceCode',
      'lot.product_id as productId',
      'lot.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.quantity',
      'lot.unit',
      'lot.status',
      'lot.is_sample as isSample',
    ])
    .orderBy('lot.id')
    .forShare('lot')

const lockById = prepare((db: ReadDb, { ids }: Slots<{ ids: LotId[] }>) => held(db).where('lot.id', 'in', ids))
const lockOfProducts = prepare((db: ReadDb, { ids }: Slots<{ ids: ProductId[] }>) => held(db).where('lot.product_id', 'in', ids))

export async function lockLots(tx: Tx, which: { lotIds: readonly LotId[] } | { productIds: readonly ProductId[] }): Promise<LotFacts[]> {
  return 'lotIds' in which ? lockById(tx, { ids: [...which.lotIds] }) : lockOfProducts(tx, { ids: [...which.productIds] })
}
