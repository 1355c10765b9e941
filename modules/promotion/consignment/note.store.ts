import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { LotId, PlaceId } from '../../traceability/rules.ts'
import type { NoteDirection } from './acts.ts'
import type { ConsignmentId, NoteId, TermsId } from './rules/ids.ts'

const notes = (db: ReadDb) =>
  db
    .selectFrom('consignment_note as note')
    .innerJoin('consignment_terms as terms', 'terms.id', 'note.terms_id')
    .select([
      'note.id',
      'note.consignment_id as consignmentId',
      'note.terms_id as termsId',
      'terms.contract_number as contractNumber',
      'terms.contract_on as contractOn',
      'note.letter',
      'note.form_symbol as formSymbol',
      'note.number',
      'note.direction',
      'note.status',
      'note.reason',
      'note.carrier',
      'note.vehicle',
      'note.from_store as fromStore',
      'note.to_store as toStore',
      'note.sent_at as sentAt',
      'note.sent_by_name as sentByName',
      'note.received_at as receivedAt',
      'note.received_by_name as receivedByName',
      'note.minute',
    ])
export type StoredNote = Awaited<ReturnType<ReturnType<typeof notes>['executeTakeFirstOrThrow']>>

export const selectNote = (db: ReadDb, id: NoteId): Promise<StoredNote | undefined> =>
  notes(db).where('note.id', '=', id).executeTakeFirst()
export const selectNotes = (db: ReadDb, consignmentId: ConsignmentId): Promise<StoredNote[]> =>
  notes(db).where('note.consignment_id', '=', consignmentId).orderBy('note.sent_at', 'desc').orderBy('note.id').limit(200).execute()
export const selectNoteByKey = (db: ReadDb, requestKey: string): Promise<{ id: NoteId } | undefined> =>
  db.selectFrom('consignment_note').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export const selectNoteLines = (db: ReadDb, noteId: NoteId) =>
  db
    .selectFrom('consignment_note_line as line')
    .innerJoin('lot_card as lot', 'lot.id', 'line.lot_id')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'line.pack_id')
    .select([
      'line.line',
      'line.lot_id as lotId',
      'line.pack_id as packId',
      'line.quantity',
      'line.price_vnd as priceVnd',
      'line.vat_name as vatName',
      'line.vat_percent as vatPercent',
      'line.from_place_id as fromPlaceId',
      'line.received',
      'line.broken',
      'lot.number as lotNumber',
      'lot.unit',
      'lot.expires_on as expiresOn',
      'product.name as productName',
      'pack.name as packName',
    ])
    .where('line.note_id', '=', noteId)
    .orderBy('line.line')
    .execute()

/** The next number of whoever writes notes with a symbol: held until the end, so that no number is missing or there twice. */
export async function nextNumber(tx: Tx, issuerId: string, formSymbol: string): Promise<number> {
  const { last } = await tx
    .insertInto('consignment_note_number')
    .values({ issuer_id: issuerId, form_symbol: formSymbol, last: 1 })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'form_symbol']).doUpdateSet({ last: sql`consignment_note_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export type NewNoteLine = {
  lotId: LotId
  packId: PackId
  quantity: number
  priceVnd: number
  vatName: string
  vatPercent: number | null
  fromPlaceId: PlaceId
}
type NewNote = {
  id: NoteId
  consignmentId: ConsignmentId
  termsId: TermsId
  letter: 'B' | 'N'
  formSymbol: string
  number: number
  direction: NoteDirection
  reason: string
  carrier: string
  vehicle: string
  fromStore: string
  toStore: string
  at: Date
  byName: string
  requestKey: string
  lines: readonly NewNoteLine[]
}
export async function insertNote(tx: Tx, given: NewNote): Promise<void> {
  await insertRows(tx, 'consignment_note', [
    {
      id: given.id,
      consignment_id: given.consignmentId,
      terms_id: given.termsId,
      letter: given.letter,
      form_symbol: given.formSymbol,
      number: given.number,
      direction: given.direction,
      status: 'sent',
      reason: given.reason,
      carrier: given.carrier,
      vehicle: given.vehicle,
      from_store: given.fromStore,
      to_store: given.toStore,
      sent_at: given.at,
      sent_by_name: given.byName,
      minute: '',
      request_key: given.requestKey,
    },
  ])
  await insertRows(
    tx,
    'consignment_note_line',
    given.lines.map((line, index) => ({
      note_id: given.id,
      line: index + 1,
      lot_id: line.lotId,
      pack_id: line.packId,
      quantity: line.quantity,
      price_vnd: line.priceVnd,
      vat_name: line.vatName,
      vat_percent: line.vatPercent,
      from_place_id: line.fromPlaceId,
    })),
  )
}

export async function receiveNote(
  tx: Tx,
  id: NoteId,
  by: { at: Date; byName: string; minute: string },
  lines: readonly { line: number; received: number; broken: number }[],
): Promise<void> {
  for (const { line, received, broken } of lines)
    await tx.updateTable('consignment_note_line').set({ received, broken }).where('note_id', '=', id).where('line', '=', line).execute()
  await tx
    .updateTable('consignment_note')
    .set({ status: 'received', received_at: by.at, received_by_name: by.byName, minute: by.minute })
    .where('id', '=', id)
    .execute()
}

export const hasOpenNote = async (db: ReadDb, consignmentId: ConsignmentId): Promise<boolean> =>
  (await db
    .selectFrom('consignment_note')
    .select('id')
    .where('consignment_id', '=', consignmentId)
    .where('status', '=', 'sent')
    .executeTakeFirst()) !== undefined

/** What the producer has at its own places, free to be sent, the first to expire first. */
export const selectSendable = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('stock_balance_card as goods')
    .innerJoin('place_card as place', 'place.id', 'goods.place_id')
    .innerJoin('lot_card as lot', 'lot.id', 'goods.lot_id')
    .innerJoin('product_card as product', 'product.id', 'goods.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'goods.pack_id')
    .select((eb) => [
      'goods.lot_id as lotId',
      'goods.pack_id as packId',
      'goods.place_id as placeId',
      sql<number>`${eb.ref('goods.on_hand')} - ${eb.ref('goods.reserved')}`.as('free'),
      'place.name as placeName',
      'lot.number as lotNumber',
      'lot.expires_on as expiresOn',
      'lot.status as lotStatus',
      'product.name as productName',
      'pack.name as packName',
    ])
    .where('place.producer_id', '=', producerId)
    .where('place.is_consigned', '=', false)
    .where('place.ended_at', 'is', null)
    .whereRef('goods.on_hand', '>', 'goods.reserved')
    .orderBy('product.name', inVietnamese)
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('goods.lot_id')
    .orderBy('goods.pack_id')
    .orderBy('goods.place_id')
    .limit(100)
    .execute()
