import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { ReturnAct, Side } from './acts.ts'
import type { ReturnId } from './rules/ids.ts'

export type NewStep = {
  returnId: ReturnId
  step: ReturnAct
  side: Side
  words: string
  at: Date
  byId: UserId | null
  byName: string
  requestKey?: string
}

/** The next line of what was done and said; the case is held by whoever calls. */
export async function insertStep(tx: Tx, { returnId, step, side, words, at, byId, byName, requestKey }: NewStep): Promise<void> {
  await tx
    .insertInto('order_return_step')
    .values({
      return_id: returnId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from order_return_step where return_id = ${returnId})`,
      step,
      side,
      words,
      at,
      by_id: byId,
      by_name: byName,
      request_key: requestKey ?? null,
    })
    .execute()
}

export const isSaid = async (db: ReadDb, requestKey: string): Promise<boolean> =>
  (await db.selectFrom('order_return_step').select('seq').where('request_key', '=', requestKey).executeTakeFirst()) !== undefined

export const selectSteps = (db: ReadDb, returnId: ReturnId) =>
  db
    .selectFrom('order_return_step')
    .where('return_id', '=', returnId)
    .select(['seq', 'step', 'side', 'words', 'at', 'by_name as byName'])
    .orderBy('seq')
    .execute()

export type ReturnPhoto = { place: number; hash: string; name: string }

export async function insertPhotos(tx: Tx, returnId: ReturnId, photos: readonly ReturnPhoto[]): Promise<void> {
  await insertRows(
    tx,
    'order_return_photo',
    photos.map(({ place, hash, name }) => ({ return_id: returnId, place, photo_hash: hash, photo_name: name })),
  )
}

export const selectPhotoPlaces = async (db: ReadDb, returnId: ReturnId): Promise<number[]> =>
  (await db.selectFrom('order_return_photo').where('return_id', '=', returnId).select('place').orderBy('place').execute()).map(
    ({ place }) => place,
  )

export const selectPhoto = (db: ReadDb, returnId: ReturnId, place: number) =>
  db
    .selectFrom('order_return_photo')
    .innerJoin('stored_file_card as file', 'file.hash', 'order_return_photo.photo_hash')
    .where('return_id', '=', returnId)
    .where('place', '=', place)
    .select(['file.hash', 'file.media_type as mediaType', 'photo_name as name'])
    .executeTakeFirst()
