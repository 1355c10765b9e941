import { folded } from '@dacsan/platform/folded-text'
import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { EntryStatus } from './acts.ts'
import type { ContestEntryId, ContestId } from './rules/ids.ts'

const phoneColumn: LockedColumn = { table: 'contest_entry', key: 'id', column: 'phone' }
export const lockedContestColumns: readonly LockedColumn[] = [phoneColumn]

const entries = (db: ReadDb) =>
  db
    .selectFrom('contest_entry as entry')
    .leftJoin('producer_card as producer', 'producer.id', 'entry.producer_id')
    .select([
      'entry.id',
      'entry.contest_id as contestId',
      'entry.number',
      'entry.status',
      'entry.title',
      'entry.about',
      'entry.entrant_name as entrantName',
      'entry.phone as lockedPhone',
      'entry.shows_name as showsName',
      'entry.by_id as byId',
      'entry.producer_id as producerId',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'entry.language',
      'entry.set_aside_reason as setAsideReason',
      'entry.entered_at as enteredAt',
      'entry.changed_at as changedAt',
      'entry.erased_at as erasedAt',
      'entry.request_key as requestKey',
      'entry.is_sample as isSample',
    ])
export type StoredEntry = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

export const selectEntry = (db: ReadDb, id: ContestEntryId): Promise<StoredEntry | undefined> =>
  entries(db).where('entry.id', '=', id).executeTakeFirst()
export const selectEntryByNumber = (db: ReadDb, contestId: ContestId, number: number): Promise<StoredEntry | undefined> =>
  entries(db).where('entry.contest_id', '=', contestId).where('entry.number', '=', number).executeTakeFirst()
export const selectEntryByKey = (db: ReadDb, requestKey: string): Promise<StoredEntry | undefined> =>
  entries(db).where('entry.request_key', '=', requestKey).executeTakeFirst()
export const selectEntries = (db: ReadDb, contestId: ContestId): Promise<StoredEntry[]> =>
  entries(db).where('entry.contest_id', '=', contestId).orderBy('entry.number').execute()
export const selectEntriesBy = (db: ReadDb, contestId: ContestId, userId: UserId): Promise<StoredEntry[]> =>
  entries(db).where('entry.contest_id', '=', contestId).where('entry.by_id', '=', userId).orderBy('entry.number').execute()

export async function lockEntry(tx: Tx, id: ContestEntryId): Promise<StoredEntry | undefined> {
  const locked = await tx.selectFrom('contest_entry').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectEntry(tx, id)
}

/** The next number of a contest that is held. */
export async function nextNumber(tx: Tx, contestId: ContestId): Promise<number> {
  const { last } = await tx
    .selectFrom('contest_entry')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('contest_id', '=', contestId)
    .executeTakeFirstOrThrow()
  return last + 1
}

export type EntryFields = { title: string; about: string; showsName: boolean; productIds: readonly ProductId[] }
type NewEntry = EntryFields & {
  id: ContestEntryId
  contestId: ContestId
  number: number
  entrantName: string
  phone: string
  byId: UserId | null
  producerId: ProducerId | null
  language: MessageLanguage
  photos: readonly string[]
  requestKey: string
  at: Date
  isSample: boolean
}

export async function insertEntry(tx: Tx, given: NewEntry): Promise<void> {
  await insertRows(tx, 'contest_entry', [
    {
      id: given.id,
      contest_id: given.contestId,
      number: given.number,
      status: 'entered' as const,
      title: given.title,
      about: given.about,
      entrant_name: given.entrantName,
      phone: await lockText(tx, phoneColumn, given.id, given.phone),
      shows_name: given.showsName,
      by_id: given.byId,
      producer_id: given.producerId,
      language: given.language,
      entered_at: given.at,
      changed_at: given.at,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
  await replacePhotos(tx, given.id, given.photos)
  await replaceProducts(tx, given.id, given.productIds)
}

export async function updateEntryFields(tx: Tx, id: ContestEntryId, given: EntryFields, at: Date): Promise<void> {
  const fields = { title: given.title, about: given.about, shows_name: given.showsName, changed_at: at }
  await tx.updateTable('contest_entry').set(fields).where('id', '=', id).execute()
  await replaceProducts(tx, id, given.productIds)
}

export async function replacePhotos(tx: Tx, id: ContestEntryId, photos: readonly string[]): Promise<void> {
  await tx.deleteFrom('contest_entry_photo').where('entry_id', '=', id).execute()
  await insertRows(tx, 'contest_entry_photo', photos.map((hash, at) => ({ entry_id: id, position: at + 1, photo_hash: hash }))) // prettier-ignore
}

async function replaceProducts(tx: Tx, id: ContestEntryId, products: readonly ProductId[]): Promise<void> {
  await tx.deleteFrom('contest_entry_product').where('entry_id', '=', id).execute()
  await insertRows(tx, 'contest_entry_product', products.map((productId) => ({ entry_id: id, product_id: productId }))) // prettier-ignore
}

export const updateEntryStatus = (
  tx: Tx,
  id: ContestEntryId,
  change: { status: EntryStatus; set_aside_reason?: string; changed_at: Date },
) => tx.updateTable('contest_entry').set(change).where('id', '=', id).execute()

export const openEntryPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredEntry, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, phoneColumn, id, lockedPhone)) ?? null)

export const selectEntryPhotos = (db: ReadDb, contestId: ContestId) =>
  db
    .selectFrom('contest_entry_photo as photo')
    .innerJoin('contest_entry as entry', 'entry.id', 'photo.entry_id')
    .where('entry.contest_id', '=', contestId)
    .select(['photo.entry_id as entryId', 'photo.photo_hash as hash'])
    .orderBy('entry.number')
    .orderBy('photo.position')
    .execute()

export const selectEntryProducts = (db: ReadDb, contestId: ContestId) =>
  db
    .selectFrom('contest_entry_product as used')
    .innerJoin('contest_entry as entry', 'entry.id', 'used.entry_id')
    .innerJoin('product_card as product', 'product.id', 'used.product_id')
    .where('entry.contest_id', '=', contestId)
    .select(['used.entry_id as entryId', 'product.slug', 'product.name', 'product.stars'])
    .orderBy('product.id')
    .execute()

/** Products of the register by the end of their address or by their whole name, however it is written. */
export const selectProductsNamed = (db: ReadDb, slugs: readonly string[], names: readonly string[]) =>
  db
    .selectFrom('product_card')
    .select(['id', 'slug', 'name'])
    .where('in_register', '=', true)
    .where((eb) => eb.or([eb('slug', 'in', ['', ...slugs]), eb(folded(sql.ref('name')), 'in', ['', ...names])]))
    .orderBy('id')
    .limit(500)
    .execute()

/** Entries of published contests that have no prize and are older than that, which still say who made them. */
export async function forgetEntries(tx: Tx, before: Date, instead: string, at: Date): Promise<number> {
  const old = await tx
    .selectFrom('contest_entry as entry')
    .innerJoin('contest', 'contest.id', 'entry.contest_id')
    .leftJoin('contest_result as result', 'result.entry_id', 'entry.id')
    .select('entry.id')
    .where('entry.erased_at', 'is', null)
    .where('contest.status', 'in', ['published', 'cancelled'])
    .where((eb) => eb.fn.coalesce('contest.published_at', 'contest.closes_at'), '<', before)
    .where('result.prize', 'is', null)
    .limit(1000)
    .execute()
  return eraseEntries(tx, old.map(({ id }) => id), instead, at) // prettier-ignore
}

/** Its number, points and place stay: they are a figure of the contest. Who made it and what was shown is gone. */
export async function eraseEntries(tx: Tx, ids: readonly ContestEntryId[], instead: string, at: Date): Promise<number> {
  if (ids.length === 0) return 0
  await tx.deleteFrom('contest_entry_photo').where('entry_id', 'in', ids).execute()
  await tx.deleteFrom('contest_entry_product').where('entry_id', 'in', ids).execute()
  const gone = { title: instead, about: '', entrant_name: instead, phone: null, shows_name: false, by_id: null, producer_id: null }
  await tx.updateTable('contest_entry').set({ ...gone, erased_at: at }).where('id', 'in', ids).execute() // prettier-ignore
  return ids.length
}
