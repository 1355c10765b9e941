import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../../context.ts'
import type { NewsId, NewsPhotoId } from './rules/ids.ts'
import type { PhotoLicence } from './rules/photos.ts'

const drawn = (db: ReadDb) =>
  db
    .selectFrom('news_photo as photo')
    .innerJoin('stored_file_card as wide', 'wide.hash', 'photo.file_hash')
    .innerJoin('stored_file_card as small', 'small.hash', 'photo.small_file_hash')

/** The photos of these items, in their order. */
export function selectNewsPhotos(db: ReadDb, newsIds: readonly NewsId[]) {
  return drawn(db)
    .where('photo.news_id', 'in', newsIds.length > 0 ? [...newsIds] : ['new_' as NewsId])
    .select([
      'photo.id',
      'photo.news_id as newsId',
      'photo.file_hash as wideHash',
      'photo.small_file_hash as smallHash',
      'photo.caption',
      'photo.alt',
      'photo.author',
      'photo.licence',
      'photo.shows_people as showsPeople',
      'photo.consent',
    ])
    .select((eb) => [
      eb.fn.coalesce('wide.width', eb.lit(0)).as('wideWidth'),
      eb.fn.coalesce('wide.height', eb.lit(0)).as('wideHeight'),
      eb.fn.coalesce('small.width', eb.lit(0)).as('smallWidth'),
      eb.fn.coalesce('small.height', eb.lit(0)).as('smallHeight'),
    ])
    .orderBy('photo.position')
    .orderBy('photo.id')
    .execute()
}

type NewPhoto = {
  id: NewsPhotoId
  newsId: NewsId
  position: number
  wideHash: string
  smallHash: string
  caption: string
  alt: string
  author: string
  licence: PhotoLicence
  showsPeople: boolean
  consent: string | null
  at: Date
}
export async function insertNewsPhoto(tx: Tx, given: NewPhoto): Promise<void> {
  await insertRows(tx, 'news_photo', [
    {
      id: given.id,
      news_id: given.newsId,
      position: given.position,
      file_hash: given.wideHash,
      small_file_hash: given.smallHash,
      caption: given.caption,
      alt: given.alt,
      author: given.author,
      licence: given.licence,
      shows_people: given.showsPeople,
      consent: given.consent,
      added_at: given.at,
    },
  ])
}

/** False where it is gone already. */
export async function deleteNewsPhoto(tx: Tx, newsId: NewsId, id: NewsPhotoId): Promise<boolean> {
  const gone = await tx.deleteFrom('news_photo').where('news_id', '=', newsId).where('id', '=', id).returning('id').executeTakeFirst()
  return gone !== undefined
}
