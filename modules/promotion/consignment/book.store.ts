import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { PackId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { EntryKind, LossCause } from './acts.ts'
import type { ConsignmentId, EntryId, NoteId, TermsId } from './rules/ids.ts'
import type { Bearer, Money } from './rules/money.ts'

/** The next places in the book; whoever calls holds the consignment. */
async function nextSeq(tx: Tx, consignmentId: ConsignmentId, count: number): Promise<number> {
  const { next } = await tx
    .updateTable('consignment')
    .set({ next_seq: sql`next_seq + ${count}` })
    .where('id', '=', consignmentId)
    .returning('next_seq as next')
    .executeTakeFirstOrThrow()
  return next - count
}

export type NewBookEntry = Money & {
  id: EntryId
  kind: EntryKind
  lotId: LotId
  packId: PackId
  delta: number
  priceVnd: number
  vatName: string
  vatPercent: number | null
  /** By which version at which rate, from whom to whom. */
  fee?: { termsId: TermsId; percent: string; payerName: string; payeeName: string }
  cause?: LossCause
  borneBy?: Bearer
  note?: string
  noteId?: NoteId
  cancelsId?: EntryId
  ledgerRef?: string
  requestKey?: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertBook(tx: Tx, consignmentId: ConsignmentId, entries: readonly NewBookEntry[]): Promise<void> {
  if (entries.length === 0) return
  const first = await nextSeq(tx, consignmentId, entries.length)
  await insertRows(
    tx,
    'consignment_entry',
    entries.map((entry, index) => ({
      id: entry.id,
      consignment_id: consignmentId,
      seq: first + index,
      kind: entry.kind,
      lot_id: entry.lotId,
      pack_id: entry.packId,
      delta: entry.delta,
      price_vnd: entry.priceVnd,
      amount_vnd: entry.amountVnd,
      commission_vnd: entry.commissionVnd,
      due_vnd: entry.dueVnd,
      terms_id: entry.fee?.termsId ?? null,
      commission_percent: entry.fee?.percent ?? null,
      payer_name: entry.fee?.payerName ?? null,
      payee_name: entry.fee?.payeeName ?? null,
      vat_name: entry.vatName,
      vat_percent: entry.vatPercent,
      cause: entry.cause ?? null,
      borne_by: entry.borneBy ?? null,
      note: entry.note ?? '',
      note_id: entry.noteId ?? null,
      cancels_id: entry.cancelsId ?? null,
      ledger_ref: entry.ledgerRef ?? null,
      request_key: entry.requestKey ?? null,
      at: entry.at,
      by_id: entry.byId,
      by_name: entry.byName,
    })),
  )
}

const entries = (db: ReadDb) =>
  db
    .selectFrom('consignment_entry as entry')
    .innerJoin('lot_card as lot', 'lot.id', 'entry.lot_id')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'entry.pack_id')
    .select([
      'entry.id',
      'entry.consignment_id as consignmentId',
      'entry.seq',
      'entry.kind',
      'entry.lot_id as lotId',
      'entry.pack_id as packId',
      'entry.delta',
      'entry.price_vnd as priceVnd',
      'entry.amount_vnd as amountVnd',
      'entry.commission_vnd as commissionVnd',
      'entry.due_vnd as dueVnd',
      'entry.terms_id as termsId',
      'entry.commission_percent as commissionPercent',
      'entry.payer_name as payerName',
      'entry.payee_name as payeeName',
      'entry.vat_name as vatName',
      'entry.vat_percent as vatPercent',
      'entry.cause',
      'entry.borne_by as borneBy',
      'entry.note',
      'entry.cancels_id as cancelsId',
      'entry.ledger_ref as ledgerRef',
      'entry.at',
      'entry.by_name as byName',
      'lot.number as lotNumber',
      'lot.unit',
      'product.name as productName',
      'pack.name as packName',
    ])

/** The book of a consignment, as it was written. */
export const selectBook = (db: ReadDb, consignmentId: ConsignmentId) =>
  entries(db).where('entry.consignment_id', '=', consignmentId).orderBy('entry.seq').execute()
export type StoredEntry = Awaited<ReturnType<typeof selectBook>>[number]

export const selectEntry = (db: ReadDb, id: EntryId): Promise<StoredEntry | undefined> =>
  entries(db).where('entry.id', '=', id).executeTakeFirst()
export const selectEntryByKey = (db: ReadDb, requestKey: string): Promise<StoredEntry | undefined> =>
  entries(db).where('entry.request_key', '=', requestKey).executeTakeFirst()

export const isCancelled = async (db: ReadDb, id: EntryId): Promise<boolean> =>
  (await db.selectFrom('consignment_entry').select('id').where('cancels_id', '=', id).executeTakeFirst()) !== undefined

/** Sales and losses at a counter since a moment, the latest first; a cancelled one says so. */
export const selectWritten = (db: ReadDb, consignmentIds: readonly ConsignmentId[], since: Date) =>
  consignmentIds.length === 0
    ? Promise.resolve([])
    : entries(db)
        .select((eb) =>
          eb
            .exists(eb.selectFrom('consignment_entry as undone').whereRef('undone.cancels_id', '=', 'entry.id').select('undone.id'))
            .as('isCancelled'),
        )
        .where('entry.consignment_id', 'in', consignmentIds)
        .where('entry.kind', 'in', ['sold', 'lost'])
        .where('entry.at', '>=', since)
        .orderBy('entry.at', 'desc')
        .orderBy('entry.id')
        .limit(200)
        .execute()

export type ShelfRow = {
  consignmentId: ConsignmentId
  lotId: LotId
  packId: PackId
  onShelf: number
  priceVnd: number
  vatName: string
  vatPercent: number | null
  lotNumber: string
  traceCode: string
  unit: string
  expiresOn: string | null
  lotStatus: string
  productId: ProductId
  productName: string
  productSlug: string
  inRegister: boolean
  standing: string
  stars: number | null
  certifiedUntil: string | null
  packName: string | null
  gtin: string | null
}

/** What lies at the point by the book, with the price of its latest delivery, the first to expire first. */
export async function selectShelf(db: ReadDb, consignmentIds: readonly ConsignmentId[]): Promise<ShelfRow[]> {
  if (consignmentIds.length === 0) return []
  const { rows } = await sql<ShelfRow>`
    select book.*, lot.number as "lotNumber", lot.trace_code as "traceCode", lot.unit, lot.expires_on as "expiresOn", lot.status as "lotStatus",
      product.id as "productId", product.name as "productName", product.slug as "productSlug", product.in_register as "inRegister", product.standing,
      product.stars, product.certified_until as "certifiedUntil", pack.name as "packName", coalesce(pack.gtin, product.gtin) as gtin
    from (
      select consignment_id as "consignmentId", lot_id as "lotId", pack_id as "packId", sum(delta)::int as "onShelf",
        (array_agg(price_vnd order by seq desc) filter (where kind = 'received'))[1] as "priceVnd",
        (array_agg(vat_name order by seq desc) filter (where kind = 'received'))[1] as "vatName",
        (array_agg(vat_percent order by seq desc) filter (where kind = 'received'))[1] as "vatPercent"
      from consignment_entry where consignment_id = any(${[...consignmentIds]}::text[]) group by 1, 2, 3
      having sum(delta) <> 0
    ) as book
    join lot_card lot on lot.id = book."lotId" join product_card product on product.id = lot.product_id join pack_card pack on pack.id = book."packId"
    order by lot.expires_on nulls last, book."lotId", book."packId"`.execute(db)
  return rows.map((row) => ({ ...row, priceVnd: Number(row.priceVnd ?? 0) }))
}
