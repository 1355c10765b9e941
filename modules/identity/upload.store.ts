import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

type Named = { userId: UserId; id: string }
export type UploadRow = { size: number; received: number }

/** Begins an upload, unless it began before. */
export async function insertUpload(tx: Tx, { userId, id }: Named, size: number, at: Date): Promise<void> {
  await tx
    .insertInto('upload')
    .values({ user_id: userId, id, size, received: 0, last_at: at })
    .onConflict((conflict) => conflict.columns(['user_id', 'id']).doNothing())
    .execute()
}

export function selectUpload(db: ReadDb, { userId, id }: Named): Promise<UploadRow | undefined> {
  return db.selectFrom('upload').select(['size', 'received']).where('user_id', '=', userId).where('id', '=', id).executeTakeFirst()
}

export function lockUpload(tx: Tx, { userId, id }: Named): Promise<UploadRow | undefined> {
  return tx
    .selectFrom('upload')
    .select(['size', 'received'])
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertPiece(tx: Tx, { userId, id }: Named, start: number, bytes: Buffer, at: Date): Promise<void> {
  await tx.insertInto('upload_piece').values({ user_id: userId, upload_id: id, start, bytes }).execute()
  await tx
    .updateTable('upload')
    .set({ received: start + bytes.length, last_at: at })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute()
}

/** What of these is there as a whole. */
export function selectWhole(db: ReadDb, userId: UserId, ids: readonly string[]): Promise<{ id: string; size: number }[]> {
  return db
    .selectFrom('upload')
    .select(['id', 'size'])
    .where('user_id', '=', userId)
    .where('id', 'in', ids)
    .whereRef('received', '=', 'size')
    .execute()
}

export function selectPieces(db: ReadDb, { userId, id }: Named): Promise<{ bytes: Buffer }[]> {
  return db.selectFrom('upload_piece').select('bytes').where('user_id', '=', userId).where('upload_id', '=', id).orderBy('start').execute()
}

/** What somebody has here, the latest first. */
export function selectUploadsOf(db: ReadDb, userId: UserId) {
  return db
    .selectFrom('upload')
    .select(['id', 'size', 'last_at as at'])
    .where('user_id', '=', userId)
    .orderBy('last_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function deleteUploads(tx: Tx, userId: UserId, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('upload').where('user_id', '=', userId).where('id', 'in', ids).execute()
}

export async function deleteUploadsBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('upload').where('last_at', '<', before).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
