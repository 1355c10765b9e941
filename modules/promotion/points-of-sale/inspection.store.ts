import type { PlainDate } from '@dacsan/vietnam'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { PointId, PointInspectionId } from './rules/ids.ts'

export type Criterion = { key: string; says: string; required: boolean }

/** What was ticked, the latest first, by the criteria of that day. */
export const selectInspections = (db: ReadDb, pointId: PointId) =>
  db
    .selectFrom('point_inspection')
    .select([
      'id',
      'visited_on as visitedOn',
      'criteria_version as version',
      'criteria',
      'met',
      'passed',
      'note',
      'at',
      'by_name as byName',
    ])
    .where('point_id', '=', pointId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

type NewInspection = {
  id: PointInspectionId
  pointId: PointId
  visitedOn: PlainDate
  version: string
  criteria: readonly Criterion[]
  met: readonly string[]
  passed: boolean
  note: string
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertInspection(tx: Tx, given: NewInspection): Promise<void> {
  await insertRows(tx, 'point_inspection', [
    {
      id: given.id,
      point_id: given.pointId,
      visited_on: given.visitedOn,
      criteria_version: given.version,
      criteria: [...given.criteria],
      met: [...given.met],
      passed: given.passed,
      note: given.note,
      request_key: given.requestKey,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    },
  ])
}

export const isInspected = async (db: ReadDb, requestKey: string): Promise<boolean> =>
  (await db.selectFrom('point_inspection').select('id').where('request_key', '=', requestKey).executeTakeFirst()) !== undefined

export const selectPhotos = (db: ReadDb, pointId: PointId) =>
  db
    .selectFrom('point_photo')
    .select(['photo_hash as hash', 'caption', 'is_public as isPublic', 'at', 'by_name as byName'])
    .where('point_id', '=', pointId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(60)
    .execute()

type NewPhoto = {
  id: string
  pointId: PointId
  hash: string
  caption: string
  isPublic: boolean
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertPhoto(tx: Tx, given: NewPhoto): Promise<boolean> {
  const row = await tx
    .insertInto('point_photo')
    .values({
      id: given.id,
      point_id: given.pointId,
      photo_hash: given.hash,
      caption: given.caption,
      is_public: given.isPublic,
      request_key: given.requestKey,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A photo of a point by its hash; of those alone that everybody may see, where asked. */
export const selectPhotoFile = (db: ReadDb, pointId: PointId, hash: string) =>
  db
    .selectFrom('point_photo as photo')
    .innerJoin('stored_file_card as file', 'file.hash', 'photo.photo_hash')
    .select(['file.hash', 'file.media_type as mediaType', 'file.size', 'photo.is_public as isPublic'])
    .where('photo.point_id', '=', pointId)
    .where('photo.photo_hash', '=', hash)
    .orderBy('photo.is_public', 'desc')
    .executeTakeFirst()
