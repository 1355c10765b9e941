import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { PackId } from '../catalogue/rules.ts'
import type { BesideSymbol, PackedCount, PrintedSheet } from './rules.ts'
import type { LabelSheetId, LotId, SpoiledLabelsId } from './rules/ids.ts'

const sheets = (db: ReadDb) =>
  db
    .selectFrom('label_sheet')
    .innerJoin('pack_card as pack', 'pack.id', 'label_sheet.pack_id')
    .select((eb) => [
      'label_sheet.id',
      'label_sheet.lot_id as lotId',
      'label_sheet.pack_id as packId',
      'pack.name as packName',
      'layout',
      'label_sheet.count',
      'skip',
      'printed_at as printedAt',
      'applied_at as appliedAt',
      'first_unit as firstUnit',
      'serial_key as serialKey',
      'with_expiry as withExpiry',
      'beside',
      eb
        .selectFrom('label_spoiled')
        .whereRef('label_spoiled.sheet_id', '=', 'label_sheet.id')
        .select((sum) => sum.fn.coalesce(sum.fn.sum<number>('label_spoiled.count'), sql<number>`0`).as('sum'))
        .as('spoiled'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof sheets>['executeTakeFirstOrThrow']>>
export type LabelSheetRow = ReturnType<typeof toSheet>

const toSheet = ({ spoiled, beside, ...sheet }: Row) => ({ ...sheet, beside: beside as BesideSymbol | null, spoiled: spoiled ?? 0 })

export async function selectSheets(db: ReadDb, lotId: LotId): Promise<PrintedSheet[]> {
  const rows = await sheets(db).where('lot_id', '=', lotId).orderBy('printed_at', 'desc').orderBy('label_sheet.id', 'desc').execute()
  return rows.map(toSheet)
}

export async function selectSheet(db: ReadDb, id: LabelSheetId): Promise<LabelSheetRow | undefined> {
  const row = await sheets(db).where('label_sheet.id', '=', id).executeTakeFirst()
  return row && toSheet(row)
}

/** The sheet that a unit of a lot was printed on. */
export async function selectSheetOfUnit(db: ReadDb, lotId: LotId, unit: number): Promise<LabelSheetRow | undefined> {
  const row = await sheets(db)
    .where('lot_id', '=', lotId)
    .where('first_unit', '<=', unit)
    .where(sql<boolean>`first_unit + label_sheet.count > ${unit}`)
    .executeTakeFirst()
  return row && toSheet(row)
}

/** What was packed of a lot, by its packs; nothing of one that was not packed yet. */
export async function selectPacked(db: ReadDb, lotId: LotId): Promise<PackedCount[]> {
  return db
    .selectFrom('lot_packed_card')
    .where('lot_id', '=', lotId)
    .select([
      'pack_id as packId',
      sql<number>`packed`.as('packed'),
      sql<number>`destroyed`.as('destroyed'),
      'first_packed_at as firstPackedAt',
    ])
    .execute()
}

/** The unit that the next sheet of a lot begins with; the lot is held. */
export async function selectNextUnit(tx: Tx, lotId: LotId): Promise<number> {
  const { next } = await tx
    .selectFrom('label_sheet')
    .where('lot_id', '=', lotId)
    .select(sql<number>`coalesce(max(first_unit + count), 1)`.as('next'))
    .executeTakeFirstOrThrow()
  return next
}

export async function selectSheetByRequest(db: ReadDb, requestKey: string) {
  return db.selectFrom('label_sheet').where('request_key', '=', requestKey).select(['id', 'lot_id as lotId']).executeTakeFirst()
}

export type NewSheet = {
  id: LabelSheetId
  lotId: LotId
  packId: PackId
  layout: string
  count: number
  skip: number
  /** Where its labels carry serials: the first unit, and the key that they are made with. */
  units: { first: number; key: number } | null
  withExpiry: boolean
  beside: BesideSymbol | null
  requestKey: string
  at: Date
  by: UserId | null
}

export async function insertSheet(tx: Tx, sheet: NewSheet): Promise<void> {
  await tx
    .insertInto('label_sheet')
    .values({
      id: sheet.id,
      lot_id: sheet.lotId,
      pack_id: sheet.packId,
      layout: sheet.layout,
      count: sheet.count,
      skip: sheet.skip,
      first_unit: sheet.units?.first ?? null,
      serial_key: sheet.units?.key ?? null,
      with_expiry: sheet.withExpiry,
      beside: sheet.beside,
      request_key: sheet.requestKey,
      printed_at: sheet.at,
      printed_by: sheet.by,
    })
    .execute()
}

export async function updateApplied(tx: Tx, id: LabelSheetId, { at, by }: { at: Date; by: UserId | null }): Promise<void> {
  await tx.updateTable('label_sheet').set({ applied_at: at, applied_by: by }).where('id', '=', id).execute()
}

export async function selectSpoiledByRequest(db: ReadDb, requestKey: string) {
  return db.selectFrom('label_spoiled').where('request_key', '=', requestKey).select('sheet_id as sheetId').executeTakeFirst()
}

export async function insertSpoiled(
  tx: Tx,
  {
    id,
    sheetId,
    count,
    at,
    by,
    requestKey,
  }: { id: SpoiledLabelsId; sheetId: LabelSheetId; count: number; at: Date; by: UserId | null; requestKey: string },
): Promise<void> {
  await tx.insertInto('label_spoiled').values({ id, sheet_id: sheetId, count, at, recorded_by: by, request_key: requestKey }).execute()
}
