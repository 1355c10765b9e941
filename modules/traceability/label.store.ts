import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { PrintedSheet } from './rules.ts'
import type { LabelSheetId, LotId } from './rules/ids.ts'

export async function selectSheets(db: ReadDb, lotId: LotId): Promise<PrintedSheet[]> {
  return db
    .selectFrom('label_sheet')
    .where('lot_id', '=', lotId)
    .select(['id', 'layout', 'count', 'printed_at as printedAt'])
    .orderBy('printed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function selectSheet(db: ReadDb, id: LabelSheetId) {
  return db
    .selectFrom('label_sheet')
    .where('id', '=', id)
    .select(['id', 'lot_id as lotId', 'layout', 'count', 'skip', 'printed_at as printedAt'])
    .executeTakeFirst()
}

export async function selectSheetByRequest(db: ReadDb, requestKey: string) {
  return db.selectFrom('label_sheet').where('request_key', '=', requestKey).select(['id', 'lot_id as lotId']).executeTakeFirst()
}

export async function insertSheet(
  tx: Tx,
  sheet: { id: LabelSheetId; lotId: LotId; layout: string; count: number; skip: number; requestKey: string; at: Date; by: UserId | null },
): Promise<void> {
  await tx
    .insertInto('label_sheet')
    .values({
      id: sheet.id,
      lot_id: sheet.lotId,
      layout: sheet.layout,
      count: sheet.count,
      skip: sheet.skip,
      request_key: sheet.requestKey,
      printed_at: sheet.at,
      printed_by: sheet.by,
    })
    .execute()
}
