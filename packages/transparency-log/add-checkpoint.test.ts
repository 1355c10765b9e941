import { expect, test } from 'vitest'
import { answerAddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
import type { Witness } from './add-checkpoint.ts'
import { emptyEdge, memoryStore, tiledConsistency } from './index.ts'
import type { Edge } from './index.ts'
import { appendToLog } from './log.ts'
import { parseVerifierKey, signerOf, verifyCheckpoint } from './note.ts'
import type { SeenHead } from './witness.ts'

// C2SP tlog-witness, "add-checkpoint".

const seed = (byte: number) => new Uint8Array(32).fill(byte)
const logSigner = await signerOf('ocop.example/log', seed(1))
const otherSigner = await signerOf('ocop.example/log', seed(2))
const witnessSigner = await signerOf('thanh-tra.example', seed(3), 'cosignature/v1')
const keyOf = (vkey: string) => {
  const key = parseVerifierKey(vkey)
  if (!key.ok) throw new Error(key.refusal.code)
  return key.value
}
const policy = { origin: 'ocop.example/log', keys: [keyOf(logSigner.vkey)], witnesses: [keyOf(witnessSigner.vkey)], quorum: 1 }

async function aLog(signer = logSigner, first = 'a') {
  const store = memoryStore()
  let edge: Edge = emptyEdge
  const grow = async (...texts: string[]) => {
    const entries = texts.map((text) => new TextEncoder().encode(text))
    const appended = await appendToLog(store, { origin: 'ocop.example/log', signer, edge, entries })
    if (!appended.ok) throw new Error(appended.refusal.code)
    edge = appended.value.edge
    return appended.value.checkpoint
  }
  const proof = async (old: number) => {
    const made = await tiledConsistency(store, old, edge.size)
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }
  return { note: await grow(first), grow, proof }
}

function aWitness(): {
  ask: (old: number, proof: Uint8Array[], note: string) => ReturnType<typeof answerAddCheckpoint>
  heads: Map<string, SeenHead>
} {
  const heads = new Map<string, SeenHead>()
  const witness: Witness = {
    signer: witnessSigner,
    logs: [keyOf(logSigner.vkey)],
    seen: async (origin) => heads.get(origin) ?? null,
    keep: async (origin, head) => void heads.set(origin, head),
  }
  return {
    heads,
    ask: (old, proof, note) => answerAddCheckpoint(formatAddCheckpoint({ old, proof, note }), { witness, time: 1_796_000_000 }),
  }
}

test('what is written is read again, and what is not as the specification writes it is refused', () => {
  const request = { old: 7, proof: [seed(9)], note: 'a\n8\nroot\n\n— a sig\n' }
  expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual({ ok: true, value: request })
  for (const body of [
    '',
    'old 1\n',
    'old -1\n\nx',
    'old 01\n\nx',
    'old 1\nAAAA\n\nx',
    'size 1\n\nx',
    `old 1\n${`${seed(1).toBase64()}\n`.repeat(64)}\nx`,
  ])
    expect(parseAddCheckpoint(body), body).toMatchObject({ ok: false })
})

test('a witness cosigns the first checkpoint that it sees, and each that grew from what it saw', async () => {
  const { ask, heads } = aWitness()
  const log = await aLog()
  const first = await ask(0, [], log.note)
  expect([first.status, await verifyCheckpoint(log.note + first.body, policy)]).toMatchObject([200, { ok: true, value: { size: 1 } }])
  const grown = await log.grow('b', 'c')
  const second = await ask(1, await log.proof(1), grown)
  expect([second.status, await verifyCheckpoint(grown + second.body, policy)]).toMatchObject([200, { ok: true, value: { size: 3 } }])
  expect(heads.get('ocop.example/log')?.size).toBe(3)
  expect((await ask(3, [], grown)).status).toBe(200)
})

test('where the log thinks of another size the witness says the one that it saw, and keeps it', async () => {
  const { ask, heads } = aWitness()
  const log = await aLog()
  await ask(0, [], log.note)
  const grown = await log.grow('b')
  expect(await ask(0, [], grown)).toMatchObject({ status: 409, type: 'text/x.tlog.size', body: '1\n' })
  expect(heads.get('ocop.example/log')?.size).toBe(1)
})

test('a history that was rewritten is not cosigned: neither at the same size nor at a larger one', async () => {
  const { ask } = aWitness()
  const log = await aLog()
  await ask(0, [], log.note)
  const forged = await aLog(logSigner, 'z')
  expect((await ask(1, [], forged.note)).status).toBe(409)
  const longer = await forged.grow('b')
  expect((await ask(1, await forged.proof(1), longer)).status).toBe(422)
})

test('a stranger is not cosigned: another key is 403, another log 404, a body that is no request 400', async () => {
  const { ask } = aWitness()
  expect((await ask(0, [], (await aLog(otherSigner)).note)).status).toBe(403)
  const foreign = await signerOf('other.example/log', seed(4))
  const appended = await appendToLog(memoryStore(), { origin: 'other.example/log', signer: foreign, edge: emptyEdge, entries: [seed(5)] })
  expect((await ask(0, [], appended.ok ? appended.value.checkpoint : '')).status).toBe(404)
  expect((await ask(0, [], 'no note')).status).toBe(400)
  expect((await ask(5, [], (await aLog()).note)).status).toBe(400)
})
