import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { recordFile } from '@dacsan/platform/files'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aProduct } from '../catalogue/fixtures.ts'
import { catalogueRoom } from '../catalogue/room.ts'
import type { DB as Tables } from '../database.tables.ts'
import { createPerson, system } from '../identity/index.ts'
import { identityRoom } from '../identity/room.ts'
import { loadLaw } from '../law/index.ts'
import { endRetention } from './retention.ts'

const { db, files, dataDir, as } = await testDatabase<Tables>()
const log = createLog('silent')
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const night = (at = new Date()) => endRetention({ db, log, config: { dataDir } }, at)
const place = (hash: string) => join(dataDir, 'files', hash.slice(0, 2), hash)
const isOld = (hash: string) => utimes(place(hash), days(-40), days(-40))

async function aFile(text: string): Promise<string> {
  const kept = await files.keepOwn(Buffer.from(text), { name: `${text}.pdf`, mediaType: 'application/pdf' })
  await inTransaction({ db }, (tx) => recordFile(tx, kept, { by: null, at: new Date() }))
  return kept.hash
}
const hashes = async () => (await db.selectFrom('stored_file').select('hash').execute()).map(({ hash }) => hash)
const isThere = async (hash: string) => (await files.open(hash)) !== null

beforeAll(async () => {
  await db.transaction().execute(loadLaw)
})

test('a photo that was taken away is deleted with its drawings after a month, and not before; one that is shown stays', async () => {
  const [shown, drawnShown, removed, drawnRemoved] = [await aFile('a'), await aFile('b'), await aFile('c'), await aFile('d')]
  const product = await db.transaction().execute((tx) => aProduct(tx))
  await db.insertInto('product_photo').values({ product_id: product.id, file_hash: shown, position: 1 }).execute()
  await db
    .insertInto('photo_size')
    .values([
      { photo_hash: shown, side: 320, file_hash: drawnShown },
      { photo_hash: removed, side: 320, file_hash: drawnRemoved },
    ])
    .execute()
  for (const hash of await hashes()) await isOld(hash)
  await catalogueRoom.work!({ db, log } as never).jobs!['catalogue.forget-photo-sizes']!({})
  expect(await night()).toMatchObject({ unusedFiles: 0 })
  expect(await night(days(29))).toMatchObject({ unusedFiles: 0 })
  expect(await night(days(31))).toMatchObject({ unusedFiles: 2 })
  expect((await hashes()).toSorted()).toEqual([shown, drawnShown].toSorted())
  expect(await Promise.all([shown, drawnShown, removed, drawnRemoved].map(isThere))).toEqual([true, true, false, false])
})

test('every column that names a stored file is a use of it, also where it has no foreign key', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and column_name like '%hash%' and data_type = 'text' order by 1`.execute(db)
  // A new one is a use if it is called …file_hash or …photo_hash, or has the key; say here which it is not.
  expect(rows.map(({ name }) => name).filter((name) => !/\.(\w*_)?(file|photo)_hash$/.test(name))).toEqual([
    'epcis_event.hash',
    'order_group.request_hash',
    'policy_acceptance.text_hash',
    'site_policy.text_hash',
    'stored_file.hash',
    'unused_file.hash',
  ])
})

test('every column that names a stored file has a foreign key, but for the hash of a register file, which is not kept', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname || '.' || attname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and attname ~ '(file|photo)_hash$'
      and not exists (select from pg_constraint where contype = 'f' and conrelid = pg_class.oid and confrelid = 'stored_file'::regclass
        and attnum = any (conkey)) order by 1`.execute(db)
  // What an officer sends is read and its rows are kept: the hash says which file it was, in the trail.
  expect(rows.map(({ name }) => name)).toEqual(['register_import.file_hash'])
})

test('a file that is used again within the month stays, and so does one whose content came in again today', async () => {
  const [again, received] = [await aFile('again'), await aFile('received')]
  await night()
  await sql`update unused_file set since = ${days(-31)}`.execute(db)
  const product = await db.transaction().execute((tx) => aProduct(tx))
  await db.insertInto('product_photo').values({ product_id: product.id, file_hash: again, position: 1 }).execute()
  await isOld(again)
  await isOld(received)
  await files.keepOwn(Buffer.from('received'), { name: 'x.pdf', mediaType: 'application/pdf' })
  expect(await night()).toMatchObject({ unusedFiles: 0 })
  expect(await Promise.all([again, received].map(isThere))).toEqual([true, true])
  expect(await hashes()).toEqual(expect.arrayContaining([again, received]))
})

test('events are deleted after the months of the law once they were heard, and jobs that were given up as long ago', async () => {
  const record = (type: string, at: Date) => inTransaction({ db }, (tx) => recordEvent(tx, { type, payload: {}, actorId: null, at }))
  const [old, young, waiting] = [
    await record('x.old', days(-400)),
    await record('x.young', days(-300)),
    await record('x.waiting', days(-400)),
  ]
  await sql`select graphile_worker.add_job('deliver-event', '{}', job_key => ${`${waiting}:listener`})`.execute(db)
  expect(await night()).toMatchObject({ events: 1, jobs: 0 })
  const left = (await db.selectFrom('event').select('id').execute()).map(({ id }) => id)
  expect(left).not.toContain(old)
  expect(left).toEqual(expect.arrayContaining([young, waiting]))

  await sql`update graphile_worker._private_jobs set attempts = max_attempts, updated_at = ${days(-400)}`.execute(db)
  expect(await night()).toMatchObject({ events: 1, jobs: 1 })
})

test('what a write that was cut off left is deleted after a day', async () => {
  const folder = join(dataDir, 'files', 'unfinished')
  await mkdir(folder, { recursive: true })
  for (const name of ['old', 'new']) await writeFile(join(folder, name), 'half')
  await utimes(join(folder, 'old'), days(-2), days(-2))
  expect(await night()).toMatchObject({ unfinishedFiles: 1 })
  expect(await readdir(folder)).toEqual(['new'])
})

test('sessions and waiting sign-ins are deleted a week after they ended', async () => {
  const ctx = as(system('test'))
  await inTransaction(ctx, (tx) => createPerson(tx, ctx, { email: 'an@example.vn', name: 'An', password: 'a long enough secret' }))
  const ends = [days(-8), days(-6), days(6)]
  for (const [at, expires_at] of ends.entries()) {
    await sql`insert into auth_session (id, user_id, token, expires_at) values (${`s${at}`}, (select id from auth_user where email = 'an@example.vn'), ${`t${at}`}, ${expires_at})`.execute(
      db,
    )
    await sql`insert into auth_verification (id, identifier, value, expires_at) values (${`v${at}`}, 'x', 'y', ${expires_at})`.execute(db)
  }
  await identityRoom.work!({ db, log } as never).jobs!['identity.delete-ended-sessions']!({})
  expect((await db.selectFrom('auth_session').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual(['s1', 's2'])
  expect((await db.selectFrom('auth_verification').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual(['v1', 'v2'])
})
