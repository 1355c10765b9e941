import type { ReadDb, Tx } from '../context.ts'
import type { DiaryEntry } from './rules.ts'
import type { LotId } from './rules/ids.ts'

export async function selectDiary(db: ReadDb, lotId: LotId): Promise<DiaryEntry[]> {
  return db
    .selectFrom('diary_entry')
    .where('lot_id', '=', lotId)
    .select([
      'id',
      'at',
      'kind',
      'text',
      'quantity',
      'unit',
      'place',
      'file_hash as fileHash',
      'voice_file_hash as voiceHash',
      'recorded_by as recordedBy',
    ])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function selectEntryByRequest(db: ReadDb, requestKey: string) {
  return db.selectFrom('diary_entry').where('request_key', '=', requestKey).select(['id', 'lot_id as lotId', 'kind']).executeTakeFirst()
}

export async function insertEntry(tx: Tx, lotId: LotId, entry: DiaryEntry & { requestKey: string; recordedAt: Date }): Promise<void> {
  await tx
    .insertInto('diary_entry')
    .values({
      id: entry.id,
      lot_id: lotId,
      at: entry.at,
      kind: entry.kind,
      text: entry.text,
      quantity: entry.quantity,
      unit: entry.unit,
      place: entry.place,
      file_hash: entry.fileHash,
      voice_file_hash: entry.voiceHash,
      recorded_by: entry.recordedBy,
      request_key: entry.requestKey,
      recorded_at: entry.recordedAt,
    })
    .execute()
}

/** A photo or a spoken note of this diary, for those who may read the lot. */
export async function selectDiaryFile(db: ReadDb, lotId: LotId, hash: string) {
  return db
    .selectFrom('diary_entry')
    .innerJoin('stored_file_card as stored_file', (join) =>
      join.on((eb) => eb.or([eb('stored_file.hash', '=', eb.ref('file_hash')), eb('stored_file.hash', '=', eb.ref('voice_file_hash'))])),
    )
    .where('lot_id', '=', lotId)
    .where('stored_file.hash', '=', hash)
    .select('stored_file.media_type as mediaType')
    .executeTakeFirst()
}

/** Whether a file is a photo in the diary of this lot that everyone may see: one of a purchase may be an invoice, with a name on it. */
export async function selectDiaryPhoto(db: ReadDb, lotId: LotId, hash: string) {
  return db
    .selectFrom('diary_entry')
    .innerJoin('stored_file_card as stored_file', 'stored_file.hash', 'diary_entry.file_hash')
    .where('lot_id', '=', lotId)
    .where('file_hash', '=', hash)
    .where('kind', '<>', 'buy-material')
    .select('stored_file.media_type as mediaType')
    .executeTakeFirst()
}
