import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { NewsLanguage } from '../news/rules/languages.ts'
import type { PressInformationId } from './rules/ids.ts'
import type { PressTextKind } from './rules/kit.ts'

type Made = { at: Date; byId: UserId | null; byName: string }

/** Everybody who was named, the latest first. */
export const selectSpokespersons = (db: ReadDb) =>
  db
    .selectFrom('press_spokesperson')
    .select([
      'version',
      'name',
      'title',
      'phone',
      'email',
      'paper_number as paperNumber',
      'appointed_at as appointedAt',
      'until_on as untilOn',
      'published_at as publishedAt',
    ])
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
export type Spokesperson = Awaited<ReturnType<typeof selectSpokespersons>>[number]

export async function insertSpokesperson(tx: Tx, one: Omit<Spokesperson, 'publishedAt'>, { at, byId, byName }: Made): Promise<void> {
  await insertRows(tx, 'press_spokesperson', [
    {
      version: one.version,
      name: one.name,
      title: one.title,
      phone: one.phone,
      email: one.email,
      paper_number: one.paperNumber,
      appointed_at: one.appointedAt,
      until_on: one.untilOn,
      published_at: at,
      by_id: byId,
      by_name: byName,
    },
  ])
}

/** The last version of each text of the kit, with its day. */
export const selectPressTexts = (db: ReadDb) =>
  db
    .selectFrom('press_text')
    .distinctOn(['kind', 'language'])
    .select(['kind', 'language', 'version', 'text', 'published_at as publishedAt'])
    .orderBy('kind')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()

type NewText = { kind: PressTextKind; language: NewsLanguage; version: number; text: string }
export async function insertPressText(tx: Tx, { kind, language, version, text }: NewText, { at, byId, byName }: Made): Promise<void> {
  await insertRows(tx, 'press_text', [{ kind, language, version, text, published_at: at, by_id: byId, by_name: byName }])
}

/** One after the other: two who write at once do not take one number. */
export const lockPress = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('press-kit'))`.execute(tx)

export const selectInformation = (db: ReadDb) =>
  db
    .selectFrom('press_information')
    .select(['id', 'month', 'title', 'words', 'published_at as publishedAt', 'is_sample as isSample'])
    .orderBy('month', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(60)
    .execute()

type NewInformation = { id: PressInformationId; month: PlainDate; title: string; words: string; requestKey: string; isSample: boolean }
/** False where the same form was sent before. */
export async function insertInformation(tx: Tx, one: NewInformation, { at, byId, byName }: Made): Promise<boolean> {
  const row = await tx
    .insertInto('press_information')
    .values({
      id: one.id,
      month: one.month,
      title: one.title,
      words: one.words,
      request_key: one.requestKey,
      is_sample: one.isSample,
      published_at: at,
      by_id: byId,
      by_name: byName,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertDownload(db: Tx, one: { fileName: string; certificateCode: string | null; at: Date }): Promise<void> {
  await insertRows(db, 'press_download', [{ file_name: one.fileName, certificate_code: one.certificateCode, at: one.at }])
}

/** How often each file was taken, the most first. */
export const selectDownloads = (db: ReadDb) =>
  db
    .selectFrom('press_download')
    .select(['file_name as fileName'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('at').as('last')])
    .groupBy('file_name')
    .orderBy('count', 'desc')
    .orderBy('last', 'desc')
    .limit(50)
    .execute()
