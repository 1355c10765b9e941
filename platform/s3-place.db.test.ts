import { once } from 'node:events'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptAgreement, requireAgreement } from './agreement.ts'
import { inTransaction } from './context.ts'
import { isUnavailable } from './database.ts'
import { FilesUnavailable, readFilesSetting } from './file-place.ts'
import { openFileStore, recordFile } from './files.ts'
import { openFilePlace } from './open-file-place.ts'
import { proveFiles } from './prove-files.ts'
import { deleteUnusedFiles } from './retention.ts'
import { s3Place } from './s3-place.ts'
import { openSecret } from './secrets.ts'
import { openTestBucket } from './testing-s3.ts'
import { testDatabase } from './testing.ts'

const { db, pool, owner } = await testDatabase<object>()
const bucket = await openTestBucket()
const folders = await mkdtemp(join(tmpdir(), 'dacsan-shared-'))
const here = { dataDir: join(folders, 'here'), filePlace: bucket.setting }
const there = { dataDir: join(folders, 'there'), filePlace: { ...bucket.setting } }
const files = openFileStore(here)
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
const days = (count: number) => new Date(Date.now() + count * 86_400_000)

// Some table has to name files, or none is ever deleted.
beforeAll(async () => {
  await owner.pool.query('create table album (photo_hash text)')
  await owner.pool.query(`grant all on album to ${(await pool.query('select current_user as me')).rows[0].me}`)
})
afterAll(async () => {
  await bucket.remove()
  await rm(folders, { recursive: true, force: true })
})

async function aFile(text: string): Promise<string> {
  const kept = await files.keepOwn(Buffer.from(text), { name: `${text}.pdf`, mediaType: 'application/pdf' })
  await inTransaction({ db }, (tx) => recordFile(tx, kept, { by: null, at: new Date() }))
  return kept.hash
}
const bytesOf = async (hash: string, at = files) => {
  const opened = await at.open(hash)
  return opened && (await buffer(opened.stream)).toString()
}

describe('files in a bucket', () => {
  test('what one process keeps, another one with a data folder of its own reads, byte for byte', async () => {
    const kept = await files.keep(pdf, { name: 'giấy phép.pdf', kinds: ['paper'] })
    if (!kept.ok) throw new Error(kept.refusal.code)
    expect(await bytesOf(kept.value.hash, openFileStore(there))).toBe(pdf.toString())
    expect((await files.open(kept.value.hash))!.size).toBe(pdf.length)
    expect(await readdir(here.dataDir).catch(() => [])).not.toContain('files')
  })

  test('a stored file is found by its hash and by nothing else', async () => {
    expect(await files.open('0'.repeat(64))).toBeNull()
    expect(await files.open('../log/checkpoint')).toBeNull()
  })

  test('the proof of the files names what was changed in the bucket and what is gone from it', async () => {
    const [changed, gone] = [await aFile('changed'), await aFile('gone')]
    const place = openFilePlace(here)
    await place.put(changed, Buffer.from('something else'))
    await place.setAside(gone, days(1))
    await place.settleAside(gone, false)
    expect((await proveFiles(pool, files)).faults.toSorted((a, b) => a.fault.localeCompare(b.fault))).toEqual([
      { hash: changed, fault: 'changed' },
      { hash: gone, fault: 'missing' },
    ])
    await sql`delete from stored_file`.execute(db)
  })

  test('the log is written and read whole, and a path that was never written is absent', async () => {
    const { log } = openFilePlace(here)
    await log.write('tile/0/000.p/1', new Uint8Array([1, 2, 3]))
    expect(await openFilePlace(there).log.read('tile/0/000.p/1')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await log.read('tile/0/001')).toBeUndefined()
  })
})

describe('a file that no row names for a month', () => {
  const place = openFilePlace(here)
  const night = (count: number) => deleteUnusedFiles(db, place, days(count))

  test('goes from the register, lies aside for a day, and is gone then', async () => {
    const hash = await aFile('unused')
    expect(await night(0)).toBe(0)
    // What came in within a day stays: a bucket does not let us turn back its clock.
    expect(await night(31)).toBe(0)
    expect(await place.setAside(hash, days(1))).toBe(true)
    expect(await bytesOf(hash)).toBe('unused')
    expect(await night(31)).toBe(1)
    expect(await bytesOf(hash)).toBe('unused')
    await night(33)
    expect(await bytesOf(hash)).toBeNull()
    expect((await sql`select from unused_file`.execute(db)).rows).toEqual([])
  })

  test('stays readable and comes back to its place when somebody sends the same content at the moment of its deletion', async () => {
    const hash = await aFile('again')
    await night(0)
    await place.setAside(hash, days(1))
    expect(await night(31)).toBe(1)
    // The row of somebody whose bytes were taken away between two requests to the store.
    await sql`insert into stored_file (hash, size, media_type, original_name, created_at) values (${hash}, 5, 'application/pdf', 'x', now())`.execute(
      db,
    )
    expect(await bytesOf(hash)).toBe('again')
    await night(33)
    expect(await bytesOf(hash)).toBe('again')
    expect(await place.setAside(hash, days(-1))).toBe(false)
  })
})

describe.skipIf(process.env['TEST_S3_URL'])('a store that does not answer', () => {
  test('C19: refuses what needs it with a fault that passes, without a half of anything, and goes on when it is back', async () => {
    const known = await aFile('known')
    await bucket.stop()
    try {
      const keeping = () => files.keepOwn(pdf, { name: 'x.pdf', mediaType: 'application/pdf' })
      for (const ask of [keeping, () => files.open(known)]) {
        const error: unknown = await ask().catch((fault: unknown) => fault)
        expect(error).toBeInstanceOf(FilesUnavailable)
        expect(isUnavailable(error)).toBe(true)
        expect(String(error)).toContain('the store of files (FILES_URL) does not answer: ECONNREFUSED')
      }
      await expect(openFilePlace(here).log.read('vkey')).rejects.toBeInstanceOf(FilesUnavailable)
    } finally {
      await bucket.start()
    }
    expect(await bytesOf(known)).toBe('known')
  })

  test('a store that takes the request and never answers is given up', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const setting = { ...bucket.setting, endpoint: `http://127.0.0.1:${port}` }
    await expect(s3Place(setting, 300).ask()).rejects.toThrow('nothing within')
    silent.close()
  })

  test('a store that refuses our key says so', async () => {
    const wrong = { ...here, filePlace: { ...bucket.setting, secretKey: 'wrong' } }
    await expect(openFilePlace(wrong).ask()).rejects.toThrow('403')
  })
})

describe('the processes of one database', () => {
  const purposes = ['session', 'transparency-log']
  const copyKeys = (from: string, to: string) => cp(join(from, 'keys'), join(to, 'keys'), { recursive: true })

  test('the first one notes its keys and its files, and the database holds none of them', async () => {
    await requireAgreement(db, here, { purposes })
    await requireAgreement(db, here, { purposes })
    const noted = (await pool.query('select purpose, fingerprint from installation_key order by purpose')).rows
    expect(noted.map(({ purpose }) => purpose)).toEqual(['files', ...purposes])
    for (const purpose of purposes) expect(JSON.stringify(noted)).not.toContain(await openSecret(here.dataDir, purpose))
  })

  test('one without the keys, or with others, does not start and makes none; with a copy of them it does', async () => {
    await expect(requireAgreement(db, there, { purposes })).rejects.toThrow(
      `${join(there.dataDir, 'keys')} has not the key session of this database: copy the folder keys of a DATA_DIR that serves it`,
    )
    expect(await readdir(there.dataDir).catch(() => [])).toEqual([])
    await copyKeys(here.dataDir, there.dataDir)
    await requireAgreement(db, there, { purposes })
    await writeFile(join(there.dataDir, 'keys/session'), 'another')
    await expect(requireAgreement(db, there, { purposes })).rejects.toThrow('has another key session than this database is used with')
    await copyKeys(here.dataDir, there.dataDir)
  })

  test('one whose files are elsewhere does not start, unless it is said that they were moved', async () => {
    const alone = { dataDir: there.dataDir }
    await expect(requireAgreement(db, alone, { purposes })).rejects.toThrow(
      `DATA_DIR=${there.dataDir} is not where the files of this database are`,
    )
    await acceptAgreement(db, alone, purposes)
    await requireAgreement(db, alone, { purposes })
    await expect(requireAgreement(db, here, { purposes })).rejects.toThrow('FILES_URL is not where the files of this database are')
    await acceptAgreement(db, here, purposes)
  })

  test('many that start at once on a new database agree on the keys of one of them, and the others say so', async () => {
    await sql`delete from installation_key`.execute(db)
    const starts = Array.from({ length: 4 }, (_, n) =>
      requireAgreement(db, { dataDir: join(folders, `start-${n}`), filePlace: bucket.setting }, { purposes }).then(
        () => 'started',
        (error: Error) => error.message.replace(/^\S+ (has (not the|another) key).*$/, '$1'),
      ),
    )
    const said = await Promise.all(starts)
    expect(said.filter((outcome) => outcome === 'started')).toHaveLength(1)
    expect(said.filter((outcome) => /^has (not the|another) key$/.test(outcome))).toHaveLength(3)
  })
})

test('FILES_URL is read with its credentials, and a bad one is refused in words that hold no secret', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }
  expect(readFilesSetting(undefined, {})).toEqual({ kind: 'folder' })
  expect(readFilesSetting('s3://ocop/vinh-long/?region=ap-southeast-1', keys)).toEqual({
    kind: 's3',
    endpoint: 'https://s3.ap-southeast-1.amazonaws.com',
    region: 'ap-southeast-1',
    bucket: 'ocop',
    prefix: 'vinh-long/',
    accessKey: 'key',
    secretKey: 'secret',
    sessionToken: undefined,
  })
  const refused = [
    ['https://ocop', keys, 'is not s3://'],
    ['s3://', keys, 'names no bucket'],
    ['s3://ocop?key=x', keys, 'has the parameter key'],
    ['s3://ocop/../x y', keys, 'has a prefix'],
    ['s3://ocop?endpoint=ftp://x', keys, 'has an endpoint'],
    ['s3://me:word@ocop', keys, 'holds a password'],
    ['s3://ocop', {}, 'needs AWS_ACCESS_KEY_ID'],
  ] as const
  for (const [address, env, why] of refused) expect(readFilesSetting(address, env)).toContain(why)
})
