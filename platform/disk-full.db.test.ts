import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { isUnavailable, openDatabase, pageLimits } from './database.ts'
import { openFileStore } from './files.ts'
import { createLog } from './log.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

// A disk of its own, which needs the right to mount one: elsewhere the test says that it did not run.
const place = await mkdtemp(join(tmpdir(), 'dacsan-full-disk-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=711', 'dacsan-test', place]).status === 0
let server: PostgresServer | undefined
afterAll(async () => {
  await server?.stop()
  if (isMounted) spawnSync('umount', ['--lazy', place])
  await rmdir(place)
})

const room = async () => {
  const { bavail, bsize } = await statfs(place)
  return bavail * bsize
}

test.skipIf(!isMounted)('C19: on a full disk an upload is refused, and no part of it stays', async () => {
  const files = openFileStore({ dataDir: place })
  const kept = await files.keepOwn(Buffer.alloc(1000), { name: 'a.pdf', mediaType: 'application/pdf' })
  const filler = join(place, 'filler')
  await writeFile(filler, Buffer.alloc((await room()) - 400_000))
  await expect(files.keepOwn(Buffer.alloc(1_000_000), { name: 'b.pdf', mediaType: 'application/pdf' })).rejects.toMatchObject({
    code: 'ENOSPC',
  })
  expect(await readdir(join(place, 'files/unfinished'))).toEqual([])
  expect(await files.open(kept.hash)).toMatchObject({ size: 1000 })
  await rm(filler)
  await files.keepOwn(Buffer.alloc(1_000_000), { name: 'b.pdf', mediaType: 'application/pdf' })
  await rm(join(place, 'files'), { recursive: true })
})

test.skipIf(!isMounted)(
  'C18: on a full disk writes are refused as unavailable and reads go on; out of room for its log the server ends, and comes back by itself',
  { timeout: 180_000 },
  async () => {
    const dataDir = join(place, 'data')
    await mkdir(dataDir)
    await chmod(dataDir, 0o711)
    const said: string[] = []
    server = await startPostgres({ dataDir, log: { info: () => {}, warn: (message) => void said.push(message) } })
    const { pool, close } = openDatabase({ connection: server.connection, log: createLog('silent'), limits: pageLimits })
    await pool.query(`create table jar as select n, repeat('x', 1000) as text from generate_series(1, 100) n`)
    const filler = join(place, 'filler')
    await writeFile(filler, Buffer.alloc((await room()) - 400_000))

    const write = () => pool.query(`insert into jar select n, repeat('y', 1000) from generate_series(1, 2000) n`)
    await expect(write()).rejects.toSatisfy(isUnavailable)
    expect((await pool.query('select count(*)::int as jars from jar')).rows).toEqual([{ jars: 100 }])

    const useUpTheLog = async () => {
      for (;;) await pool.query(`select pg_logical_emit_message(false, 'dacsan', repeat('z', 1000000)) from generate_series(1, 20)`)
    }
    await expect(useUpTheLog()).rejects.toSatisfy(isUnavailable)
    for (const deadline = Date.now() + 60_000; !said.some((line) => line.includes('did not come back')); await delay(100))
      if (Date.now() > deadline) throw new Error('the server found room')
    await expect(pool.query('select 1')).rejects.toSatisfy(isUnavailable)

    await rm(filler)
    const back = async () => (await pool.query('select count(*)::int as jars from jar').catch(() => null))?.rows
    for (const deadline = Date.now() + 90_000; !(await back()); await delay(200))
      if (Date.now() > deadline) throw new Error(said.join('\n'))
    expect(await back()).toEqual([{ jars: 100 }])
    await pool.query(`insert into jar values (0, 'there is room again')`)
    await close()
  },
)
