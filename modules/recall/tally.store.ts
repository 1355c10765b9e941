import { sql } from 'kysely'
import type { PackId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { TallyKind } from './acts.ts'
import type { RecallId, RecallTallyId } from './rules/ids.ts'

const lines = (db: ReadDb) =>
  db
    .selectFrom('recall_tally as tally')
    .leftJoin('pack_card as pack', 'pack.id', 'tally.pack_id')
    .leftJoin('place_card as store', 'store.id', 'tally.place_id')
    .select([
      'tally.id',
      'tally.lot_id as lotId',
      'tally.kind',
      'tally.pack_id as packId',
      'tally.place_id as placeId',
      'pack.name as packName',
      'store.name as placeName',
      sql<number>`tally.quantity::float8`.as('quantity'),
      sql<number>`coalesce(tally.lot_units, tally.quantity)::float8`.as('lotUnits'),
      'tally.place',
      'tally.witness',
      'tally.note',
      'tally.file_name as fileName',
      'tally.photo_name as photoName',
      'tally.at',
      'tally.by_name as byName',
    ])

export type TallyLine = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

export const selectTally = (db: ReadDb, recallId: RecallId): Promise<TallyLine[]> =>
  lines(db).where('tally.recall_id', '=', recallId).orderBy('tally.at').orderBy('tally.id').execute()

export async function isCounted(db: ReadDb, requestKey: string): Promise<boolean> {
  return (await db.selectFrom('recall_tally').where('request_key', '=', requestKey).select('id').executeTakeFirst()) !== undefined
}

type Kept = { hash: string; originalName: string }
export type NewTallyLine = Omit<TallyLine, 'fileName' | 'photoName' | 'packName' | 'placeName'> & {
  id: RecallTallyId
  recallId: RecallId
  lotId: LotId
  packId: PackId | null
  placeId: PlaceId | null
  kind: TallyKind
  file: Kept | null
  photo: Kept | null
  requestKey: string
  byId: UserId | null
}

export async function insertTallyLine(tx: Tx, line: NewTallyLine): Promise<void> {
  await tx
    .insertInto('recall_tally')
    .values({
      id: line.id,
      recall_id: line.recallId,
      lot_id: line.lotId,
      kind: line.kind,
      pack_id: line.packId,
      place_id: line.placeId,
      quantity: String(line.quantity),
      lot_units: String(line.lotUnits),
      place: line.place,
      witness: line.witness,
      note: line.note,
      file_hash: line.file?.hash ?? null,
      file_name: line.file?.originalName ?? null,
      photo_hash: line.photo?.hash ?? null,
      photo_name: line.photo?.originalName ?? null,
      request_key: line.requestKey,
      at: line.at,
      by_id: line.byId,
      by_name: line.byName,
    })
    .execute()
}

const papers = {
  file: { hash: 'tally.file_hash', name: 'tally.file_name' },
  photo: { hash: 'tally.photo_hash', name: 'tally.photo_name' },
} as const

/** The paper of a line, or its photo. */
export function selectTallyFile(db: ReadDb, recallId: RecallId, id: string, which: keyof typeof papers) {
  return db
    .selectFrom('recall_tally as tally')
    .innerJoin('stored_file_card as file', 'file.hash', papers[which].hash)
    .where('tally.recall_id', '=', recallId)
    .where('tally.id', '=', id as RecallTallyId)
    .select((eb) => ['file.hash', 'file.media_type as mediaType', eb.ref(papers[which].name).as('name')])
    .executeTakeFirst()
}
