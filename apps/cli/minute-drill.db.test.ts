import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { createLog } from '@dacsan/platform/log'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, test } from 'vitest'

// The real commands on the embedded database: another server cannot be restored by us.

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'dacsan-minute-'))
await chmod(folder, 0o711) // where we are root, the database runs as somebody else
const started = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

const [backups, identityFile] = [join(folder, 'sao lưu'), join(folder, 'identity')]
await mkdir(backups)
const identity = await generateIdentity()
await writeFile(identityFile, `${identity}\n`)
const recipient = await identityToRecipient(identity)

const environment = (dataDir: string, other: Record<string, string>) => ({
  ...process.env,
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  DATA_DIR: dataDir,
  BACKUP_DIR: backups,
  BACKUP_KEY: recipient,
  LOG_LEVEL: 'error',
  SEED: 'none',
  ...other,
})

async function dacsan(dataDir: string, args: readonly string[], other: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: environment(dataDir, other), stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, complaint, status: status as number }
}

/** The product without its pages, which keeps the database running. */
async function serve(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, 'worker'], { env: environment(dataDir, {}), stdio: ['ignore', 'pipe', 'inherit'] })
  started.add(child)
  for await (const line of createInterface(child.stdout)) if (line === 'ready') break
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
  started.delete(child)
}

async function ask(dataDir: string, statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const connection = await findRunningPostgres(dataDir)
  if (!connection) throw new Error('the database does not run')
  const { pool, close } = openDatabase({ connection, log: createLog('silent'), connections: 1 })
  try {
    return (await pool.query(statement, values)).rows
  } finally {
    await close()
  }
}

const write = (dataDir: string, what: string) => ask(dataDir, 'insert into seeded (what) values ($1)', [what])
const written = async (dataDir: string) =>
  (await ask(dataDir, `select what from seeded where what like 'trial%' order by what`)).map(({ what }) => what)
const clock = async (dataDir: string) => ((await ask(dataDir, 'select clock_timestamp() as at'))[0]!['at'] as Date).toISOString()

describe('a restore to a minute', { timeout: 300_000 }, () => {
  const source = join(folder, 'installation')
  let moment = ''
  /** The segment of the log that was written to at the moment: nothing leads there without it. */
  let segment = ''
  /** The line of the installation. The names of two that began within one minute say nothing of their order. */
  let line = ''

  test('C55, C56: what was written before the minute is there, what came later is not, and every book agrees', async () => {
    const product = await serve(source)
    await write(source, 'trial before the base copy')
    const hash = await keepFile(source)
    expect(await dacsan(source, ['archive'])).toMatchObject({ status: 0, complaint: '' })
    await write(source, 'trial before the minute')
    expect(await dacsan(source, ['checkpoint'])).toMatchObject({ status: 0 })
    await ask(source, `insert into auth_user (id, name, email) values ('usr_drill', 'Người Diễn Tập', 'dien-tap@dacsan.test')`)
    await ask(
      source,
      `insert into auth_session (id, user_id, token, expires_at) values ('s', 'usr_drill', 'taken', now() + interval '30 days')`,
    )
    await delay(20)
    moment = await clock(source)
    segment = String((await ask(source, 'select pg_walfile_name(pg_current_wal_lsn()) as segment'))[0]!['segment'])
    await delay(20)
    await write(source, 'trial after the minute')
    await ask(source, `delete from auth_session where id = 's'`)
    await ask(
      source,
      `insert into audit_entry (seq, previous_hash, hash, at, actor_name, action, subject_type, subject_id, detail)
      values (0, '', '', now(), 'x', 'person.signed-in', 'person', 'later', '{}')`,
    )
    await dacsan(source, ['checkpoint'])
    expect(await dacsan(source, ['archive'])).toMatchObject({ status: 0 })
    await end(product, 'SIGTERM')

    const target = join(folder, 'restored')
    const restored = await dacsan(target, ['restore', '--at', moment, '--identity', identityFile])
    expect(restored).toMatchObject({ status: 0, complaint: '' })
    expect(restored.output).toMatch(/^restored the state of \S+ from the archive \d{4}-\S+\n$/)
    expect(await dacsan(target, ['verify'])).toMatchObject({ status: 0, complaint: '' })
    const again = await serve(target)
    expect(await written(target)).toEqual(['trial before the base copy', 'trial before the minute'])
    expect(await ask(target, 'select subject_id, detail from audit_entry order by seq desc limit 1')).toEqual([
      { subject_id: expect.stringMatching(/^\d{4}-/), detail: { moment, endedSessions: 1 } },
    ])
    // Who signed out since is not signed in again.
    expect(await ask(target, `select id from auth_session where id = 's'`)).toEqual([])
    expect(await readFile(join(target, 'files', hash.slice(0, 2), hash), 'utf8')).toContain('%PDF')
    expect(await readFile(join(target, 'keys/transparency-log'))).toEqual(await readFile(join(source, 'keys/transparency-log')))

    // It goes on in a line of its own, and what the old one has stays.
    const lines = await readdir(join(backups, 'minutes'))
    expect(lines).toHaveLength(1)
    line = lines[0]!
    const before = await readdir(join(backups, 'minutes', line), { recursive: true })
    expect(await dacsan(target, ['archive'])).toMatchObject({ status: 0 })
    expect(await readdir(join(backups, 'minutes'))).toHaveLength(2)
    expect(await readdir(join(backups, 'minutes', line), { recursive: true })).toEqual(before)
    await end(again, 'SIGTERM')

    // And leads back from there too, over the change of the timeline.
    const second = join(folder, 'restored again')
    expect(await dacsan(second, ['restore', '--at', 'latest', '--identity', identityFile])).toMatchObject({ status: 0, complaint: '' })
    expect(await dacsan(second, ['verify'])).toMatchObject({ status: 0, complaint: '' })
  })

  test('C55: after a kill -9 and the loss of the disk everything up to the last archived moment is there', async () => {
    const dataDir = join(folder, 'lost')
    const product = await serve(dataDir)
    await dacsan(dataDir, ['archive'])
    await write(dataDir, 'trial archived')
    await dacsan(dataDir, ['archive'])
    await write(dataDir, 'trial not archived')
    await end(product, 'SIGKILL')
    await delay(500)
    await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    expect(await dacsan(dataDir, ['restore', '--at', 'latest', '--identity', identityFile])).toMatchObject({ status: 0, complaint: '' })
    const again = await serve(dataDir)
    expect(await written(dataDir)).toEqual(['trial archived'])
    await end(again, 'SIGTERM')
  })

  test('a folder in use, a locked archive, a moment without an archive and a server of one’s own are refused and change nothing', async () => {
    const empty = join(folder, 'never')
    const refused = [
      [source, ['--at', moment, '--identity', identityFile], {}, /is not empty: a restore to a minute makes a new installation/],
      [empty, ['--at', moment], {}, /^dacsan: the archive is encrypted: --identity FILE/],
      [
        empty,
        ['--at', '2020-01-01 00:00', '--identity', identityFile],
        {},
        /^dacsan: the archive does not have 2020-01-01 00:00:00; it has 20/,
      ],
      [empty, ['--at', '2026-02-30 00:00'], {}, /is not a moment such as "2026-11-28 22:14", or latest$/m],
      [empty, ['--at', moment], { DATABASE_URL: 'postgres://nobody@nowhere/none' }, /is restored by PostgreSQL/],
      [empty, ['--at', moment], { BACKUP_DIR: '' }, /BACKUP_DIR is not set/],
    ] as const
    const before = await readdir(source, { recursive: true })
    for (const [dataDir, args, env, complaint] of refused) {
      const answer = await dacsan(dataDir, ['restore', ...args], env)
      expect(answer.status).toBe(1)
      expect(answer.complaint).toMatch(complaint)
    }
    expect(await readdir(source, { recursive: true })).toEqual(before)
    expect(await readdir(folder)).not.toContain('never')
  })

  test('C57: one damaged segment of the archive is refused by name; the folder is not started, and the same command begins anew', async () => {
    const spoilt = join(folder, 'spoilt')
    await cp(backups, spoilt, { recursive: true })
    const wal = join(spoilt, 'minutes', line, 'wal')
    const spoiled = join(
      wal,
      (await readdir(wal)).find((name) => name.startsWith(segment))!,
    )
    const bytes = await readFile(spoiled)
    bytes[Math.floor(bytes.length / 2)]! ^= 8
    await writeFile(spoiled, bytes)
    const target = join(folder, 'cut off')
    const answer = await dacsan(target, ['restore', '--at', moment, '--identity', identityFile], { BACKUP_DIR: spoilt })
    expect(answer.status).toBe(1)
    expect(answer.complaint).toContain(`${spoiled} is damaged`)
    const start = await dacsan(target, ['verify'])
    expect(start).toMatchObject({ status: 1, complaint: expect.stringMatching(/holds a restore to a minute that did not end/) })
    expect(await dacsan(target, ['restore', '--at', moment, '--identity', identityFile])).toMatchObject({ status: 0 })
    expect(await dacsan(target, ['verify'])).toMatchObject({ status: 0 })
  })
})

/** A stored file as an upload leaves it. */
async function keepFile(dataDir: string): Promise<string> {
  const { hash, size } = await openFileStore({ dataDir }).keepOwn(Buffer.from(`%PDF-1.4 ${randomBytes(8).toString('hex')}`), {
    name: 'giấy.pdf',
    mediaType: 'application/pdf',
  })
  await ask(
    dataDir,
    `insert into stored_file (hash, size, media_type, original_name, created_at) values ($1, $2, 'application/pdf', 'giấy.pdf', now())`,
    [hash, size],
  )
  return hash
}
