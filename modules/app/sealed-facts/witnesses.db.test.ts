import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readConfig } from '@dacsan/platform/config'
import { testDatabase } from '@dacsan/platform/testing'
import { leafHash, tiledInclusion, verifyInclusion } from '@dacsan/transparency-log'
import { verifyCheckpoint } from '@dacsan/transparency-log/note'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { recallLot } from '../../traceability/index.ts'
import { aLot, traceWorld, worldDay } from '../../traceability/fixtures.ts'
import { askWitnesses } from './ask-witnesses.ts'
import { proofOf, stepsByHand } from './proof-of.ts'
import { proveSeals } from './prove-seals.ts'
import { publicLogFile } from './publish-log.ts'
import { readCheckpoint, readSealLog } from './seal-log.ts'
import { rotateSealKey, sealFacts } from './seal-facts.ts'

// A real witness beside a real log, over HTTP.

const { db, as, dataDir } = await testDatabase<Tables>()
const program = fileURLToPath(new URL('../../../packages/transparency-log/witness-program.ts', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'dacsan-witness-'))
const keyFile = join(folder, 'key')
const running: ChildProcess[] = []
afterAll(async () => {
  for (const child of running) child.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

const run = (...args: string[]) => spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
async function makeKey(): Promise<string> {
  const child = run('--make-key', 'thanh-tra.example', '--key', keyFile)
  const [said] = await Promise.all([text(child.stdout!), once(child, 'close')])
  return said.trim()
}
async function startWitness(): Promise<string> {
  const child = run('--key', keyFile, '--logs', join(folder, 'logs'), '--state', join(folder, 'state'), '--port', '0')
  running.push(child)
  for await (const line of createInterface(child.stdout!)) {
    const [, url] = /^ready (http:\S+)/.exec(line) ?? []
    if (url) return url
  }
  throw new Error('the witness did not start')
}

let vkey = ''
let url = ''
let producer: Ctx
let world: Awaited<ReturnType<typeof traceWorld>>
const configWith = (urls: string) =>
  readConfig({ DATA_DIR: dataDir, ORIGIN: 'https://ocop.example', WITNESS_KEYS: vkey, WITNESS_URLS: urls })
const seal = () => sealFacts({ db, config: configWith('') })

beforeAll(async () => {
  world = await traceWorld(as)
  producer = as(world.actors.producer, worldDay)
  await aLot(producer, { productId: world.certified.id })
  vkey = await makeKey()
  await seal()
  await writeFile(join(folder, 'logs'), (await readFile(join(dataDir, 'log', 'vkey'), 'utf8')).trim())
  url = await startWitness()
}, 60_000)

test('the key of a witness is readable by its owner alone, and is not made over one that is there', async () => {
  expect((await stat(keyFile)).mode & 0o077).toBe(0)
  const before = await readFile(keyFile, 'utf8')
  const again = spawn(process.execPath, [program, '--make-key', 'x.example', '--key', keyFile], { stdio: 'ignore' })
  expect((await once(again, 'close'))[0]).not.toBe(0)
  expect(await readFile(keyFile, 'utf8')).toBe(before)
})

test('a witness that runs cosigns each checkpoint, and whoever fetches the checkpoint sees it', async () => {
  const config = configWith(url)
  const first = await askWitnesses(config)
  expect(first).toMatchObject({ witnesses: ['thanh-tra.example'], silent: [] })
  await aLot(producer, { productId: world.certified.id })
  const { size } = await seal()
  expect(await askWitnesses(config)).toEqual({ size, witnesses: ['thanh-tra.example'], silent: [] })
  expect(await askWitnesses(config)).toMatchObject({ size, witnesses: ['thanh-tra.example'] })
  const shown = new TextDecoder().decode((await publicLogFile(config, 'checkpoint'))!.bytes)
  const log = (await readSealLog(config))!
  expect(await verifyCheckpoint(shown, { ...log.policy, quorum: 1 })).toMatchObject({ ok: true, value: { size } })
  expect((await proveSeals({ db, config })).faults).toEqual([])
})

test('a checkpoint that no witness has seen yet is shown with the signature of the log alone', async () => {
  await aLot(producer, { productId: world.certified.id })
  const { size } = await seal()
  const shown = new TextDecoder().decode((await publicLogFile(configWith(''), 'checkpoint'))!.bytes)
  expect(shown).toBe(await readCheckpoint((await readSealLog(configWith('')))!))
  expect(shown.split('\n')[1]).toBe(String(size))
})

test('a witness that is away keeps nobody from the others, and its silence is told', async () => {
  const away = 'http://127.0.0.1:9'
  expect(await askWitnesses(configWith(`${away} ${url}`))).toMatchObject({ witnesses: ['thanh-tra.example'], silent: [{ url: away }] })
  expect(await askWitnesses(configWith(away))).toMatchObject({ witnesses: [], silent: [{ url: away }] })
})

test('a witness that was started again remembers what it saw, and a log that lost its tail is not cosigned', async () => {
  running.pop()!.kill()
  url = await startWitness()
  const log = (await readSealLog(configWith('')))!
  const head = await verifyCheckpoint((await readCheckpoint(log))!, log.policy)
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: `old 0\n\n${await readCheckpoint(log)}` })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'text/x.tlog.size'])
  expect(await answer.text()).toBe(head.ok ? `${head.value.size}\n` : '')
  expect((await fetch(`${url}/other`)).status).toBe(404)
})

test('the proof of a lot has how it was opened and that it was recalled, each under the signed root', async () => {
  const lot = await aLot(producer, { productId: world.certified.id })
  expect(await proofOf(db, lot.traceCode)).toMatchObject({ lines: [], waiting: 1 })
  await seal()
  await recallLot(producer, { lotId: lot.lotId, reason: 'Bao bì hở' })
  expect(await proofOf(db, lot.traceCode)).toMatchObject({ lines: [{ kind: 'lot' }], waiting: 1 })
  await seal()
  const proof = (await proofOf(db, lot.traceCode))!
  expect(proof).toMatchObject({ lines: [{ kind: 'lot' }, { kind: 'lot-recall' }], waiting: 0 })
  const log = (await readSealLog(configWith('')))!
  const head = await verifyCheckpoint((await readCheckpoint(log))!, log.policy)
  if (!head.ok) throw new Error(head.refusal.code)
  const { size, root } = head.value
  for (const { entry, position } of proof.lines) {
    const way = await tiledInclusion(log.store, position, size)
    const leaf = leafHash(new TextEncoder().encode(entry))
    expect(way.ok && verifyInclusion({ leafIndex: position, treeSize: size, leafHash: leaf, root, proof: way.value })).toBe(true)
  }
  expect(await proofOf(db, 'khong-co')).toBeNull()
})

test('the steps by hand are a digest, the leaf made of the entry, and the leaf that stands in the tile', async () => {
  const { traceCode } = await aLot(producer, { productId: world.certified.id })
  await seal()
  const [line] = (await proofOf(db, traceCode))!.lines
  const steps = (await stepsByHand(configWith(''), 'https://ocop.example', line!))!
  const files = join(dataDir, 'log')
  // What a visitor types, with the file of the log in place of its address.
  const shell = spawn('bash', ['-c', steps.join('\n').replace(/curl -s https:\/\/ocop\.example\/log\/(\S+)/, `cat ${files}/$1`)])
  const [digest, leaf, stored] = (await text(shell.stdout)).trim().split('\n')
  expect(line!.entry).toContain(`"digest":"${digest}"`)
  expect(leaf).toBe(stored)
})

test('another key signs for the log from its rotation on, and what the old one signed still verifies', async () => {
  const config = configWith('')
  const before = (await readSealLog(config))!
  const old = (await readCheckpoint(before))!
  const { vkey: newer } = await rotateSealKey({ db, config })
  const kept = (await readSealLog(config))!
  expect(kept.policy.keys).toHaveLength(2)
  expect(await verifyCheckpoint(old, kept.policy)).toMatchObject({ ok: true })
  expect((await proveSeals({ db, config })).faults).not.toContainEqual(expect.stringContaining('not what was signed'))
  await aLot(producer, { productId: world.certified.id })
  await seal()
  const signed = (await readCheckpoint(kept))!
  expect(await verifyCheckpoint(signed, kept.policy)).toMatchObject({ ok: true })
  // Whoever has the first key alone is not told that it is the log's any more.
  expect(await verifyCheckpoint(signed, before.policy)).toMatchObject({ ok: false, refusal: { code: 'unknown-signers' } })
  expect(
    new TextDecoder()
      .decode((await publicLogFile(config, 'vkey'))!.bytes)
      .trim()
      .split('\n')
      .at(-1),
  ).toBe(newer)
})
