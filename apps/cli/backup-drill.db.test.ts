import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { testDatabase } from '@dacsan/platform/testing'
import { databaseAt, onServer } from '@dacsan/platform/testing-server'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { createOrganisation, system } from '../../modules/identity/index.ts'
import { loadLaw } from '../../modules/law/index.ts'
import { insertProducer } from '../../modules/catalogue/index.ts'

const source = await testDatabase<Tables>()
/** The command line prepares the database first, and so connects as its owner. */
const owned = { url: source.owner.url, dataDir: source.dataDir }
const folder = await mkdtemp(join(tmpdir(), 'dacsan-drill-'))
const { url: server } = inject('testServer')
const name = `dacsan_test_${randomBytes(6).toString('hex')}`
/** Empty, and nobody of ours is connected to it. */
const target = { url: databaseAt(server, name), dataDir: join(folder, 'target') }
beforeAll(() => onServer(server, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`)))
afterAll(async () => {
  await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
  await rm(folder, { recursive: true })
})
const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))
const backup = join(folder, 'dacsan.tar.gz.age')
const identity = await generateIdentity()
const [right, wrong] = [join(folder, 'identity'), join(folder, 'identity-of-somebody-else')]

async function dacsan(on: { url: string; dataDir: string }, args: readonly string[], env: Record<string, string> = {}) {
  const given = { ...process.env, DATABASE_URL: on.url, DATA_DIR: on.dataDir, LOG_LEVEL: 'error', ...env }
  const child = spawn(process.execPath, [program, ...args], { env: given, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, complaint, status: status as number }
}

const asked = [
  'select * from organisation order by id',
  'select id, tax_code, registration_no from producer order by id',
  // What a restore itself notes, and what it ends, is not in the backup.
  `select * from audit_entry where action <> 'installation.restored' order by seq`,
  'select * from legal_rule order by id',
  'select * from stored_file',
  'select * from sealed_fact order by 1, 2',
]

const rows = ({ url }: { url: string }) =>
  onServer(url, async (client) => {
    const found = []
    for (const sql of asked) found.push((await client.query(sql)).rows)
    return found
  })

beforeAll(async () => {
  const ctx = source.as(system('drill'))
  const kept = await source.files.keep(Buffer.from('%PDF-1.4\n%%EOF\n'), { name: 'giấy.pdf', kinds: ['paper'] })
  if (!kept.ok) throw new Error(kept.refusal.code)
  await inTransaction(ctx, async (tx) => {
    await loadLaw(tx)
    await createOrganisation(tx, ctx, { code: 'so-moi', name: 'Sở mới', kind: 'department' })
    await insertProducer(tx, { name: 'Cơ sở Hai Lý', kind: 'household', taxCode: '084190000017', registrationNo: '58A8019283' })
    await recordFile(tx, kept.value, { by: null, at: new Date() })
  })
  await source.owner.pool.query(`
    insert into auth_user (id, name, email) values ('usr_drill', 'Người Diễn Tập', 'dien-tap@dacsan.test');
    insert into auth_session (id, user_id, token, expires_at) values ('s', 'usr_drill', 'taken', now() + interval '30 days');
    insert into auth_verification (id, identifier, value, expires_at) values ('v', '2fa-x', 'usr_drill', now() + interval '10 minutes');
    insert into kept_form (digest, holder, user_id, content, kept_at) values ('d', 'h', 'usr_drill', 'x', now())`)
  await writeFile(right, `# public key: ${await identityToRecipient(identity)}\n${identity}\n`)
  await writeFile(wrong, `${await generateIdentity()}\n`)
})

test('C55: an encrypted backup puts everything back on an empty installation, and every book agrees', { timeout: 120_000 }, async () => {
  expect(await dacsan(owned, ['checkpoint'])).toMatchObject({ status: 0 })
  const written = await dacsan(owned, ['backup', backup], { BACKUP_KEY: await identityToRecipient(identity) })
  expect(written).toMatchObject({ status: 0, output: expect.stringMatching(/ rows of \d+ tables, 1 files, encrypted\n$/) })

  expect(await dacsan(target, ['restore', backup])).toMatchObject({
    status: 1,
    complaint: `dacsan: ${backup} is encrypted: --identity FILE names the identity (age) that opens it\n`,
  })
  expect(await dacsan(target, ['restore', backup, '--identity', right])).toMatchObject({ status: 0, complaint: '' })
  const verified = await dacsan(target, ['verify'])
  expect(verified).toMatchObject({ status: 0, complaint: '' })
  expect(verified.output).toMatch(/^ok +files: 1 checked$/m)
  // The key came with the backup.
  expect(verified.output).toMatch(/^ok +locked-numbers: 2 checked$/m)
  expect(await rows(target)).toEqual(await rows(source))
  expect((await rows(target)).every((found) => found.length > 0)).toBe(true)
  expect((await readdir(target.dataDir)).filter((name) => name.startsWith('.'))).toEqual([])
})

test('C37: nobody is signed in after a restore: a session that was ended since the backup does not live again, and the trail says so', async () => {
  await onServer(target.url, async (client) => {
    for (const table of ['auth_session', 'auth_verification', 'kept_form'])
      expect([table, (await client.query(`select from ${table}`)).rowCount]).toEqual([table, 0])
    const { rows } = await client.query(`select subject_id, detail from audit_entry where action = 'installation.restored'`)
    expect(rows).toEqual([
      { subject_id: 'dacsan.tar.gz.age', detail: { moment: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), endedSessions: 1 } },
    ])
  })
})

test('C57: a flipped bit and an identity of somebody else are refused by name and change nothing', { timeout: 120_000 }, async () => {
  const before = await rows(target)
  const bytes = await readFile(backup)
  bytes[Math.floor(bytes.length / 2)]! ^= 4
  const spoilt = join(folder, 'spoilt')
  await writeFile(spoilt, bytes)
  const refused = [
    [['restore', spoilt, '--force', '--identity', right], `dacsan: ${spoilt} is not a whole backup: `],
    [['restore', backup, '--force', '--identity', wrong], `dacsan: ${backup} was not encrypted to the identity that was given\n`],
    [
      ['restore', backup, '--force', '--identity', backup],
      `dacsan: ${backup} is not a file of age identities (AGE-SECRET-KEY-1…, a line each)\n`,
    ],
  ] as const
  for (const [args, complaint] of refused) {
    const answer = await dacsan(target, args)
    expect(answer.status).toBe(1)
    expect(answer.complaint.startsWith(complaint), answer.complaint).toBe(true)
  }
  expect(await rows(target)).toEqual(before)
})

test(
  'a new key locks the numbers anew, and a key that was lost is named by the command and by the books',
  { timeout: 120_000 },
  async () => {
    expect(await dacsan(owned, ['rotate-keys'])).toMatchObject({ status: 0, output: '2 numbers are locked with key 2\n' })
    await rm(join(owned.dataDir, 'keys', 'numbers-2'))
    const verified = await dacsan(owned, ['verify'])
    expect(verified).toMatchObject({ status: 1 })
    expect(verified.output).toContain(
      'the key numbers-2 in DATA_DIR/keys is not the one that locked these numbers: put it back from a backup',
    )
    const { status, output } = await dacsan(owned, ['rotate-keys'])
    expect([status, output.split('\n').length]).toEqual([1, 4])
    expect(output).toMatch(/^0 numbers are locked with key 3\ncannot be opened: producer\.tax_code of pro_\w+\n/)
  },
)

test('an identity set as BACKUP_KEY is refused and not repeated', async () => {
  const answer = await dacsan(owned, ['backup', join(folder, 'never')], { BACKUP_KEY: identity })
  expect(answer).toMatchObject({ status: 1, output: '' })
  expect(answer.complaint).toMatch(/^dacsan: BACKUP_KEY is the identity that opens backups/)
  expect(answer.complaint).not.toContain(identity)
})
