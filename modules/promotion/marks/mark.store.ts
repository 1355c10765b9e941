import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { MarkId, MarkPaperId } from './rules/ids.ts'
import type { MarkPaperKind, MarkStep } from './rules/steps.ts'

const marks = (db: ReadDb) =>
  db
    .selectFrom('mark')
    .innerJoin('organisation_card as owner', 'owner.id', 'mark.owner_id')
    .select([
      'mark.id',
      'mark.slug',
      'mark.kind',
      'mark.name',
      'mark.owner_id as ownerId',
      'owner.name as ownerName',
      'mark.number',
      'mark.about',
      'mark.created_at as createdAt',
      'mark.is_sample as isSample',
    ])
export type StoredMark = Awaited<ReturnType<ReturnType<typeof marks>['executeTakeFirstOrThrow']>>

export const selectMarks = (db: ReadDb): Promise<StoredMark[]> =>
  marks(db).orderBy('mark.name', inVietnamese).orderBy('mark.id').limit(500).execute()
export const selectMark = (db: ReadDb, id: MarkId): Promise<StoredMark | undefined> =>
  marks(db).where('mark.id', '=', id).executeTakeFirst()
export const selectMarkBySlug = (db: ReadDb, slug: string): Promise<StoredMark | undefined> =>
  marks(db).where('mark.slug', '=', slug).executeTakeFirst()
export const selectMarkByKey = (db: ReadDb, key: string): Promise<StoredMark | undefined> =>
  marks(db).where('mark.request_key', '=', key).executeTakeFirst()

/** The mark, held until the end of the transaction. */
export async function lockMark(tx: Tx, id: MarkId): Promise<StoredMark | undefined> {
  const locked = await tx.selectFrom('mark').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectMark(tx, id)
}

export async function takenMarkSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('mark').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

/** The organisations that may hold a mark. */
export const selectOwners = (db: ReadDb): Promise<{ id: OrganisationId; name: string }[]> =>
  db.selectFrom('organisation_card').select(['id', 'name']).orderBy('name', inVietnamese).orderBy('id').limit(2000).execute()
export const isOwner = async (db: ReadDb, id: OrganisationId): Promise<boolean> =>
  (await db.selectFrom('organisation_card').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

type By = { at: Date; byId: UserId | null; byName: string }
type NewMark = Pick<StoredMark, 'id' | 'slug' | 'kind' | 'name' | 'ownerId' | 'number' | 'about' | 'isSample'> & {
  at: Date
  byId: UserId | null
  requestKey: string
}
export async function insertMark(tx: Tx, given: NewMark): Promise<void> {
  await insertRows(tx, 'mark', [
    {
      id: given.id,
      slug: given.slug,
      kind: given.kind,
      name: given.name,
      owner_id: given.ownerId,
      number: given.number,
      about: given.about,
      created_at: given.at,
      created_by_id: given.byId,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
}
export const updateMarkNumber = (tx: Tx, id: MarkId, number: string) =>
  tx.updateTable('mark').set({ number }).where('id', '=', id).execute()

export type StoredStep = {
  markId: MarkId
  seq: number
  step: MarkStep
  on: PlainDate
  until: PlainDate | null
  number: string | null
  note: string | null
}

/** What became of these marks, each in its order. */
export const selectMarkSteps = (db: ReadDb, ids: readonly MarkId[]): Promise<StoredStep[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('mark_step')
        .select(['mark_id as markId', 'seq', 'step', 'on_date as on', 'until_on as until', 'number', 'note'])
        .where('mark_id', 'in', [...ids])
        .orderBy('mark_id')
        .orderBy('seq')
        .execute()

export async function insertMarkStep(tx: Tx, given: StoredStep, { at, byId, byName }: By): Promise<void> {
  const { markId, seq, step, on, until, number, note } = given
  await insertRows(tx, 'mark_step', [
    { mark_id: markId, seq, step, on_date: on, until_on: until, number, note, at, by_id: byId, by_name: byName },
  ])
}

export const selectMarkPapers = (db: ReadDb, markId: MarkId) =>
  db
    .selectFrom('mark_paper')
    .select(['id', 'kind', 'dated_on as datedOn', 'number', 'file_hash as fileHash', 'file_name as fileName', 'at'])
    .where('mark_id', '=', markId)
    .orderBy('dated_on', 'desc')
    .orderBy('at', 'desc')
    .execute()

type NewPaper = {
  id: MarkPaperId
  markId: MarkId
  kind: MarkPaperKind
  datedOn: PlainDate
  number: string
  fileHash: string
  fileName: string
}
export async function insertMarkPaper(tx: Tx, given: NewPaper, { at, byId, byName }: By): Promise<void> {
  await insertRows(tx, 'mark_paper', [
    {
      id: given.id,
      mark_id: given.markId,
      kind: given.kind,
      dated_on: given.datedOn,
      number: given.number,
      file_hash: given.fileHash,
      file_name: given.fileName,
      at,
      by_id: byId,
      by_name: byName,
    },
  ])
}

export async function selectMediaType(db: ReadDb, hash: string): Promise<string> {
  const file = await db.selectFrom('stored_file_card').select('media_type').where('hash', '=', hash).executeTakeFirst()
  return file?.media_type ?? 'application/octet-stream'
}

type EndingMark = { id: MarkId; slug: string; name: string; number: string; ownerId: OrganisationId; until: PlainDate }
/** Marks whose term ends by a day, by their last step. */
export async function selectEndingMarks(db: ReadDb, by: PlainDate): Promise<EndingMark[]> {
  const rows = await db
    .selectFrom('mark_step as step')
    .innerJoin('mark', 'mark.id', 'step.mark_id')
    .where('step.until_on', '<=', by)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mark_step as later')
            .whereRef('later.mark_id', '=', 'step.mark_id')
            .whereRef('later.seq', '>', 'step.seq')
            .select('later.seq'),
        ),
      ),
    )
    .select(['mark.id', 'mark.slug', 'mark.name', 'mark.number', 'mark.owner_id as ownerId', 'step.until_on as until'])
    .orderBy('step.until_on')
    .orderBy('mark.id')
    .execute()
  return rows.flatMap(({ until, ...mark }) => (until === null ? [] : [{ ...mark, until }]))
}
