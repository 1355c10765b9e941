import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { emptyEdge } from '@dacsan/transparency-log'
import { appendToLog, openLog } from '@dacsan/transparency-log/log'
import { parseVerifierKey, signerOf } from '@dacsan/transparency-log/note'
import { sql } from 'kysely'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { damagedFiles, writeBackup } from './backup.ts'
import { inTransaction } from './context.ts'
import { openDatabase } from './database.ts'
import { announceSubscribers, recordEvent } from './events.ts'
import type { FilePlace } from './file-place.ts'
import { openFileStore, recordFile } from './files.ts'
import { sizeIn } from './log-files.ts'
import { openFilePlace } from './open-file-place.ts'
import { openTestBucket } from './testing-s3.ts'
import { addJob } from './add-job.ts'
import { createLog } from './log.ts'
import { type Migration, migrate, readMigrations } from './migrations.ts'
import { proveFiles } from './prove-files.ts'
import { refuseWhileRestoring, restoreBackup } from './restore.ts'
import { openSecret } from './secrets.ts'
import { databaseAt, onServer } from './testing-server.ts'

const { url: server } = inject('testServer')
const folder = await mkdtemp(join(tmpdir(), 'dacsan-backup-test-'))
afterAll(() => rm(folder, { recursive: true }))

// A table with everything that is hard to bring back: an append-only chain, a computed column, a counter, every kind of value.
const book: Migration = {
  name: '2999-01-01-0100-book.sql',
  sha256: 'book',
  sql: `
    create table entry (
      seq bigint generated always as identity primary key,
      text text not null,
      upper text generated always as (upper(text)) stored,
      parent bigint references entry,
      detail jsonb,
      bytes bytea,
      day date,
      share numeric(6, 3),
      words text[],
      stamped timestamptz
    );
    create function stamp() returns trigger language plpgsql as $$ begin new.stamped := clock_timestamp(); return new; end $$;
    create trigger stamp before insert on entry for each row execute function stamp();
    create function refuse_entry_change() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
    create trigger append_only before update or delete on entry for each row execute function refuse_entry_change();`,
}
const migrations = [...(await readMigrations()), book]

async function anInstallation() {
  const name = `dacsan_test_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template template0`))
  const url = databaseAt(server, name)
  const database = openDatabase({ connection: url, log: createLog('silent') })
  const dataDir = join(folder, name)
  afterAll(async () => {
    await database.close()
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
  })
  return { ...database, url, dataDir, migrations, files: openFileStore({ dataDir }) }
}

const source = await anInstallation()
const backup = join(folder, 'sao lưu.dacsan')
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')

beforeAll(async () => {
  await migrate(source.pool, migrations)
  await mkdir(join(source.dataDir, 'log/tile/0/000.p'), { recursive: true })
  await writeFile(join(source.dataDir, 'log/tile/0/000.p/1'), 'hash')
  await source.pool.query(
    `insert into entry (text, parent, detail, bytes, day, share, words) values
      ('Dừa sáp' || chr(10) || '\\.' || chr(9) || '"\\N"', null, '{"a": [null, "\\\\"]}', '\\x00ff5c', '2026-02-28', 69.995, array['một', null, '{,}']),
      ('', 1, null, null, null, null, '{}')`,
  )
  const kept = await source.files.keep(pdf, { name: 'giấy phép.pdf', kinds: ['paper'] })
  if (!kept.ok) throw new Error(kept.refusal.code)
  announceSubscribers([{ name: 'test.listener', type: 'dossier.submitted' }])
  await inTransaction(source, async (tx) => {
    await recordFile(tx, kept.value, { by: null, at: new Date() })
    await recordEvent(tx, { type: 'dossier.submitted', payload: {}, actorId: null, at: new Date() })
    await addJob(tx, 'remind', { dossierId: 'dos_1' }, { key: 'remind:dos_1', runAt: new Date('2030-01-01T00:00:00Z') })
  })
  await openSecret(source.dataDir, 'session')
  await writeBackup(source, backup)
})

/** A bucket is one place for files and log of several installations, each under a prefix. */
const bucket = await openTestBucket()
afterAll(() => bucket.remove())
const shared = async (prefix: string) => {
  const { dataDir, ...installation } = await anInstallation()
  const filePlace = { ...bucket.setting, prefix: `${bucket.setting.prefix}${prefix}/` }
  const at = { dataDir, filePlace }
  return { ...installation, ...at, files: openFileStore(at), place: openFilePlace(at) }
}

/** A log of so many entries, as a worker signs it. */
async function signLog({ log }: FilePlace, size: number): Promise<void> {
  const signer = await signerOf('ocop.example/log', new Uint8Array(32).fill(size % 256))
  const entries = Array.from({ length: size }, (_, n) => new TextEncoder().encode(`entry ${n}`))
  const appended = await appendToLog(log, { origin: 'ocop.example/log', signer, edge: emptyEdge, entries })
  expect(appended.ok).toBe(true)
  await log.write('vkey', new TextEncoder().encode(`${signer.vkey}\n`))
}
async function readLog({ log }: FilePlace) {
  const vkey = parseVerifierKey(new TextDecoder().decode(await log.read('vkey')).trim())
  if (!vkey.ok) throw new Error(vkey.refusal.code)
  const opened = await openLog(log, { origin: 'ocop.example/log', keys: [vkey.value], witnesses: [] })
  return opened.ok ? opened.value.size : opened.refusal
}

async function everything({ pool }: typeof source) {
  const entries = await pool.query('select * from entry order by seq')
  const jobs = await pool.query('select task_identifier, key, run_at from graphile_worker.jobs order by task_identifier')
  const events = await pool.query('select * from event')
  const stored = await pool.query('select * from stored_file')
  return [entries.rows, jobs.rows, events.rows, stored.rows]
}

describe('a backup', () => {
  test('C55: a restored backup has the same rows, counters, computed columns, waiting jobs, files and keys', async () => {
    const target = await anInstallation()
    await restoreBackup(target, backup)
    expect(await everything(target)).toEqual(await everything(source))
    expect((await everything(target))[0]).toHaveLength(2)
    expect((await everything(target))[1]).toHaveLength(2)
    expect(await proveFiles(target.pool, target.files)).toEqual({ checked: 1, faults: [] })
    expect(await openSecret(target.dataDir, 'session')).toBe(await openSecret(source.dataDir, 'session'))
    expect((await stat(join(target.dataDir, 'keys/session'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(target.dataDir, 'log/tile/0/000.p/1'), 'utf8')).toBe('hash')
    const next = await sql<{ seq: number }>`insert into entry (text) values ('next') returning seq`.execute(target.db)
    expect(next.rows).toEqual([{ seq: 3 }])
    await expect(target.pool.query('delete from entry')).rejects.toThrow('append only')
  })

  test('a backup is readable by its owner alone', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600)
  })

  test('a backup holds nothing of a transaction that was open when it was made', async () => {
    const client = await source.pool.connect()
    await client.query("begin; insert into event (id, type, payload, at) values ('evt_open', 'x', '{}', now())")
    const file = join(folder, 'moment')
    const { tables } = await writeBackup(source, file)
    await client.query('rollback')
    client.release()
    expect(tables.find(({ name }) => name === 'event')?.rows).toBe(1)
  })

  test('a backup replaces existing data only with the option to overwrite', async () => {
    const target = await anInstallation()
    await migrate(target.pool, migrations)
    await target.pool.query("insert into entry (text) values ('mine')")
    await expect(restoreBackup(target, backup)).rejects.toThrow('the database has data already')
    expect((await target.pool.query('select text from entry')).rows).toEqual([{ text: 'mine' }])
    await restoreBackup(target, backup, { overwrite: true })
    expect(await everything(target)).toEqual(await everything(source))
  })

  test('a backup is not restored while another process works on the database', async () => {
    const target = await anInstallation()
    const other = new pg.Client({ connectionString: target.url, application_name: 'dacsan 1' })
    await other.connect()
    await expect(restoreBackup(target, backup)).rejects.toThrow('another dacsan is working on this database')
    await other.end()
  })

  test('a backup of an older version is migrated to the present version', async () => {
    const later = { name: '2999-01-02-0100-later.sql', sha256: 'later', sql: "alter table entry add column late text default 'new'" }
    const target = await anInstallation()
    await restoreBackup({ ...target, migrations: [...migrations, later] }, backup)
    expect((await target.pool.query('select distinct late from entry')).rows).toEqual([{ late: 'new' }])
  })

  test('a backup of a newer version is refused', async () => {
    const target = await anInstallation()
    await expect(restoreBackup({ ...target, migrations: migrations.slice(0, -1) }, backup)).rejects.toThrow(
      /does not have its migration 2999-01-01/,
    )
  })

  test.for([
    ['that is truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length - 2000)],
    [
      'with one changed character',
      (bytes: Buffer) => gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace('%PDF-1.4', '%PDF-1.5'), 'latin1')),
    ],
    ['that is something else', () => Buffer.from('not a backup')],
  ] as const)('C57: a backup %s is refused before anything is changed', async ([, spoil]) => {
    const spoilt = join(folder, 'spoilt')
    await writeFile(spoilt, spoil(await readFile(backup)))
    const target = await anInstallation()
    await migrate(target.pool, migrations)
    await target.pool.query("insert into entry (text) values ('mine')")
    await expect(restoreBackup(target, spoilt, { overwrite: true })).rejects.toThrow(/spoilt is (not a whole backup|damaged)/)
    expect((await target.pool.query('select text from entry')).rows).toEqual([{ text: 'mine' }])
  })

  test('C57: a stored file that was changed goes into the backup by name, and the backup says so', async () => {
    const changed = await anInstallation()
    await migrate(changed.pool, migrations)
    const kept = await changed.files.keep(pdf, { name: 'a.pdf', kinds: ['paper'] })
    if (!kept.ok) throw new Error(kept.refusal.code)
    const { hash } = kept.value
    expect(damagedFiles(await writeBackup(changed, join(folder, 'whole')))).toEqual([])
    await writeFile(join(changed.dataDir, 'files', hash.slice(0, 2), hash), '%PDF-1.5')
    expect(damagedFiles(await writeBackup(changed, join(folder, 'with-damage')))).toEqual([hash])
  })

  test('a backup that finds no room ends with the reason, leaves no file, and its connection serves nobody else', async () => {
    await expect(writeBackup(source, '/dev/full/backup')).rejects.toThrow(/ENOTDIR/)
    await expect(writeBackup(source, join(folder, 'no', 'such', 'folder'))).rejects.toThrow(/ENOENT/)
    expect((await readdir(source.dataDir)).filter((name) => name.startsWith('.backup-'))).toEqual([])
    expect((await source.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  test('rows that a backup left behind in the clear when it was killed are gone after the next one', async () => {
    // The connection of the backup before this one is closed, and its server may not have noticed yet.
    const held = `select count(*)::int as count from pg_locks where locktype = 'advisory' and objid = 7223007`
    await expect.poll(async () => (await source.pool.query(held)).rows, { timeout: 20_000 }).toEqual([{ count: 0 }])
    const left = join(source.dataDir, '.backup-killed')
    await mkdir(left)
    await writeFile(join(left, 'table'), 'rows in the clear')
    await writeBackup(source, join(folder, 'after-the-kill'))
    expect((await readdir(source.dataDir)).filter((name) => name.startsWith('.backup-'))).toEqual([])
  })

  test('a backup leaves what another one is still working on', async () => {
    let leftovers: string[] = []
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    await Promise.all([writeBackup(source, one), writeBackup(source, other)])
    leftovers = (await readdir(source.dataDir)).filter((name) => name.startsWith('.backup-'))
    expect(leftovers).toEqual([])
    for (const file of [one, other]) await expect(restoreBackup(await anInstallation(), file)).resolves.toMatchObject({ format: 1 })
  })

  describe('that is encrypted', async () => {
    const [identity, ofSomebodyElse, second] = await Promise.all([generateIdentity(), generateIdentity(), generateIdentity()])
    const encrypted = join(folder, 'encrypted.age')

    beforeAll(async () => {
      const recipients = await Promise.all([identity, second].map(identityToRecipient))
      await writeBackup(source, encrypted, { recipients })
    })

    test.for([
      ['the first', [identity]],
      ['the second', [ofSomebodyElse, second]],
    ] as const)('an encrypted backup is restored by %s of its identities, with the same rows, files and keys', async ([, identities]) => {
      const target = await anInstallation()
      await restoreBackup(target, encrypted, { identities })
      expect(await everything(target)).toEqual(await everything(source))
      expect(await proveFiles(target.pool, target.files)).toEqual({ checked: 1, faults: [] })
      expect(await openSecret(target.dataDir, 'session')).toBe(await openSecret(source.dataDir, 'session'))
    })

    test('an encrypted backup shows nothing of what it holds', async () => {
      const bytes = await readFile(encrypted)
      expect(bytes.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n')
      expect(bytes.includes(Buffer.from([0x1f, 0x8b, 8]))).toBe(false)
      expect((await stat(encrypted)).mode & 0o777).toBe(0o600)
    })

    test.for([
      ['without an identity', [], /is encrypted: --identity FILE names the identity/],
      ['with an identity of somebody else', [ofSomebodyElse], /was not encrypted to the identity that was given/],
    ] as const)('an encrypted backup %s is refused before anything is changed', async ([, identities, reason]) => {
      const target = await anInstallation()
      await migrate(target.pool, migrations)
      await target.pool.query("insert into entry (text) values ('mine')")
      await expect(restoreBackup(target, encrypted, { overwrite: true, identities })).rejects.toThrow(reason)
      expect((await target.pool.query('select text from entry')).rows).toEqual([{ text: 'mine' }])
    })

    test('C57: one flipped bit anywhere in an encrypted backup is refused before anything is changed', async () => {
      const target = await anInstallation()
      await migrate(target.pool, migrations)
      await target.pool.query("insert into entry (text) values ('mine')")
      const bytes = await readFile(encrypted)
      const spoilt = join(folder, 'spoilt.age')
      const places = [3, 40, 150, 300, 420, ...Array.from({ length: 12 }, (_, at) => Math.floor(((bytes.length - 1) * (at + 1)) / 12))]
      for (const place of places) {
        const flipped = Buffer.from(bytes)
        flipped[place]! ^= 1
        await writeFile(spoilt, flipped)
        await expect(restoreBackup(target, spoilt, { overwrite: true, identities: [identity] }), `bit of byte ${place}`).rejects.toThrow(
          /spoilt/,
        )
      }
      await writeFile(spoilt, bytes.subarray(0, -100))
      await expect(restoreBackup(target, spoilt, { overwrite: true, identities: [identity] })).rejects.toThrow(/is not a whole backup/)
      expect((await target.pool.query('select text from entry')).rows).toEqual([{ text: 'mine' }])
      expect((await readdir(target.dataDir)).filter((name) => name.includes('restor'))).toEqual([])
    })
  })

  describe('of files in a bucket', () => {
    test('C55: a backup holds files, keys and log of the bucket, and is restored into another one; the log of before is kept', async () => {
      const [from, to] = [await shared('from'), await shared('to')]
      await migrate(from.pool, migrations)
      const kept = await from.files.keep(pdf, { name: 'giấy phép.pdf', kinds: ['paper'] })
      if (!kept.ok) throw new Error(kept.refusal.code)
      await inTransaction(from, (tx) => recordFile(tx, kept.value, { by: null, at: new Date() }))
      await openSecret(from.dataDir, 'session')
      await signLog(from.place, 300)
      await signLog(to.place, 700)
      const file = join(folder, 'bucket.dacsan')
      const { members } = await writeBackup(from, file)
      expect(members.map(({ name }) => name)).toEqual(
        expect.arrayContaining([`files/${kept.value.hash.slice(0, 2)}/${kept.value.hash}`, 'log/tile/entries/000']),
      )
      await restoreBackup(to, file)
      expect((await proveFiles(to.pool, to.files)).faults).toEqual([])
      expect(await openSecret(to.dataDir, 'session')).toBe(await openSecret(from.dataDir, 'session'))
      expect(await readLog(to.place)).toBe(300)
      const before = (await readdir(to.dataDir)).find((name) => name.startsWith('log-before-'))!
      expect(await readLog(openFilePlace({ dataDir: to.dataDir })).catch(() => 'no log here')).toBe('no log here')
      expect(sizeIn(await readFile(join(to.dataDir, before, 'checkpoint')))).toBe(700)

      // And out of the bucket again: where files are is a setting, and no part of a backup.
      const home = await anInstallation()
      await restoreBackup(home, file)
      expect((await proveFiles(home.pool, home.files)).faults).toEqual([])
      expect(await readLog(openFilePlace({ dataDir: home.dataDir }))).toBe(300)
    })

    test('a restore that was cut off on another data folder is named at the start, and ended where it was begun', async () => {
      const [here, there] = [await shared('cut'), await mkdtemp(join(folder, 'there-'))]
      await migrate(here.pool, migrations)
      await here.pool.query(`comment on schema public is 'restoring: one'`)
      await expect(refuseWhileRestoring(here.pool, { dataDir: there })).rejects.toThrow(
        'a restore into this database was cut off on another DATA_DIR',
      )
      for (const place of ['keys', 'log']) await mkdir(join(here.dataDir, 'restoring', place), { recursive: true })
      await writeFile(join(here.dataDir, 'restoring/log/checkpoint'), 'the log of the backup')
      await writeFile(join(here.dataDir, 'restoring/.restore'), 'one')
      await refuseWhileRestoring(here.pool, here)
      expect(new TextDecoder().decode(await here.place.log.read('checkpoint'))).toBe('the log of the backup')
      await refuseWhileRestoring(here.pool, { dataDir: there })
    })

    test('many that open an installation at once hold each other up and turn nobody away', async () => {
      const target = await shared('many')
      await migrate(target.pool, migrations)
      const opening = Array.from({ length: 8 }, () => refuseWhileRestoring(target.pool, target))
      expect(await Promise.allSettled(opening)).not.toContainEqual(expect.objectContaining({ status: 'rejected' }))
    })
  })

  describe('a restore that is cut off', () => {
    const failing = { name: '2999-01-03-0100-failing.sql', sha256: 'failing', sql: 'select 1 / 0' }
    const mark = (pool: pg.Pool, restore: string) => pool.query(`comment on schema public is 'restored: ${restore}'`)

    async function staged(dataDir: string, restore: string) {
      for (const place of ['keys', 'log']) await mkdir(join(dataDir, 'restoring', place), { recursive: true })
      await writeFile(join(dataDir, 'restoring', 'keys', 'session'), 'the key of the backup')
      await writeFile(join(dataDir, 'restoring', 'log', 'checkpoint'), 'the log of the backup')
      await writeFile(join(dataDir, 'restoring', '.restore'), restore)
    }

    async function withData() {
      const target = await anInstallation()
      await migrate(target.pool, migrations)
      await target.pool.query("insert into entry (text) values ('mine')")
      await openSecret(target.dataDir, 'session')
      return target
    }

    test('C55: a restore that fails at its last step leaves rows, jobs and keys as they were, and nothing readable behind', async () => {
      const target = await withData()
      const key = await openSecret(target.dataDir, 'session')
      await inTransaction(target, (tx) => addJob(tx, 'remind', { dossierId: 'mine' }))
      await expect(restoreBackup({ ...target, migrations: [...migrations, failing] }, backup, { overwrite: true })).rejects.toThrow(
        'division by zero',
      )
      expect((await target.pool.query('select text from entry')).rows).toEqual([{ text: 'mine' }])
      expect((await target.pool.query('select from graphile_worker.jobs')).rowCount).toBe(1)
      await refuseWhileRestoring(target.pool, { dataDir: target.dataDir })
      expect(await openSecret(target.dataDir, 'session')).toBe(key)
      expect((await readdir(target.dataDir)).filter((name) => name.includes('restor'))).toEqual([])
    })

    test('keys and log of a backup replace the old ones at the next opening if the database is in its state, and are dropped if not', async () => {
      const committed = await withData()
      await mark(committed.pool, 'one')
      await staged(committed.dataDir, 'one')
      await writeFile(join(committed.dataDir, 'keys', 'of-the-old-state'), 'x')
      await mkdir(join(committed.dataDir, 'log'))
      await writeFile(join(committed.dataDir, 'log', 'checkpoint'), 'the log of before')
      await refuseWhileRestoring(committed.pool, { dataDir: committed.dataDir })
      expect(await readdir(join(committed.dataDir, 'keys'))).toEqual(['session'])
      expect(await readFile(join(committed.dataDir, 'keys/session'), 'utf8')).toBe('the key of the backup')
      expect(await readFile(join(committed.dataDir, 'log/checkpoint'), 'utf8')).toBe('the log of the backup')
      expect(await readFile(join(committed.dataDir, 'log-before-one/checkpoint'), 'utf8')).toBe('the log of before')

      const undone = await withData()
      const key = await openSecret(undone.dataDir, 'session')
      await mark(undone.pool, 'one')
      await staged(undone.dataDir, 'another')
      await refuseWhileRestoring(undone.pool, { dataDir: undone.dataDir })
      expect(await openSecret(undone.dataDir, 'session')).toBe(key)
    })

    test('an installation does not open while a restore is at work on it', async () => {
      const target = await withData()
      const restoring = new pg.Client({ connectionString: target.url })
      await restoring.connect()
      await restoring.query('select pg_advisory_lock(7223004)')
      await expect(refuseWhileRestoring(target.pool, { dataDir: target.dataDir })).rejects.toThrow(
        'a backup is being restored into this database',
      )
      await restoring.end()
    })

    test('what an earlier restore unpacked and left behind is removed', async () => {
      const target = await withData()
      await mkdir(join(target.dataDir, '.restore-abc', 'tables'), { recursive: true })
      await refuseWhileRestoring(target.pool, { dataDir: target.dataDir })
      expect((await readdir(target.dataDir)).filter((name) => name.startsWith('.restore'))).toEqual([])
    })
  })
})
