import type { ReadDb, Tx } from '../../context.ts'
import type { SheetKey } from './sheet.store.ts'

export async function selectNote(db: ReadDb, key: SheetKey): Promise<{ note: string; updatedAt: Date } | undefined> {
  return db
    .selectFrom('member_note')
    .select(['note', 'updated_at as updatedAt'])
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .where('member_id', '=', key.memberId)
    .executeTakeFirst()
}

export async function upsertNote(tx: Tx, key: SheetKey, note: string, at: Date): Promise<void> {
  await tx
    .insertInto('member_note')
    .values({ session_id: key.sessionId, dossier_id: key.dossierId, member_id: key.memberId, note, updated_at: at })
    .onConflict((row) => row.columns(['session_id', 'dossier_id', 'member_id']).doUpdateSet({ note, updated_at: at }))
    .execute()
}
