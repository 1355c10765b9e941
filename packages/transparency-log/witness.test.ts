import { describe, expect, test } from 'vitest'
import { emptyEdge, emptyRoot, leafHash, memoryStore, tiledConsistency, tiledInclusion } from './index.ts'
import type { Edge, Hash } from './index.ts'
import { appendToLog } from './log.ts'
import { addSignature, parseVerifierKey, signNote, signerOf, verifyCheckpoint } from './note.ts'
import type { VerifierKey } from './note.ts'
import { formatLogProof, parseLogProof, verifyLogProof } from './tlog-proof.ts'
import { cosignCheckpoint, verifyGrowth } from './witness.ts'

const origin = 'ai.example/log'
const seed = (number: number) => new Uint8Array(32).fill(number)
const [log, one, two] = await Promise.all([
  signerOf(origin, seed(1)),
  signerOf('one.example/w', seed(2), 'cosignature/v1'),
  signerOf('two.example/w', seed(3), 'cosignature/v1'),
])
const key = ({ vkey }: { vkey: string }) => (parseVerifierKey(vkey) as { value: VerifierKey }).value
const policy = { origin, keys: [key(log)] }
const witnessed = { ...policy, witnesses: [key(one), key(two)] }
const entry = (index: number, word = 'event') => new TextEncoder().encode(`${word} ${index}`)
const nothing = { size: 0, root: emptyRoot }

/** A log with the heads that it signed on the way. */
async function grown(sizes: readonly number[], word?: string) {
  const store = memoryStore()
  const heads: string[] = []
  let edge: Edge = emptyEdge
  for (const size of sizes) {
    const entries = Array.from({ length: size - edge.size }, (_, index) => entry(edge.size + index, word))
    const outcome = await appendToLog(store, { origin, signer: log, edge, entries })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    edge = outcome.value.edge
    heads.push(outcome.value.checkpoint)
  }
  const growth = async (from: number, to: number): Promise<Hash[]> => {
    const proof = await tiledConsistency(store, from, to)
    return proof.ok ? proof.value : []
  }
  return { store, heads, growth }
}

describe('a witness', () => {
  test('a witness cosigns each checkpoint that extends the last, and its cosignature counts for the quorum', async () => {
    const { heads, growth } = await grown([3, 300])
    const first = await cosignCheckpoint(heads[0]!, { seen: nothing, proof: [], policy, witness: one, time: 1_763_856_000 })
    if (!first.ok) throw new Error(first.refusal.code)
    const second = await cosignCheckpoint(heads[1]!, {
      seen: first.value.seen,
      proof: await growth(3, 300),
      policy,
      witness: one,
      time: 1_763_859_600,
    })
    if (!second.ok) throw new Error(second.refusal.code)
    expect(second.value.seen.size).toBe(300)
    const both = await addSignature(second.value.note, two, 1_763_859_601)
    expect(await verifyCheckpoint(both.ok ? both.value : '', { ...witnessed, quorum: 2 })).toMatchObject({
      ok: true,
      value: {
        size: 300,
        signatures: [{ name: origin }],
        witnesses: [
          { name: 'one.example/w', time: 1_763_859_600 },
          { name: 'two.example/w', time: 1_763_859_601 },
        ],
      },
    })
  })

  test('a witness counts once, however often it signs, and its signature alone is not a checkpoint', async () => {
    const { heads } = await grown([1])
    const text = heads[0]!.split('\n\n')[0]! + '\n'
    const once = await addSignature(heads[0]!, one, 1)
    const twice = await addSignature(once.ok ? once.value : '', one, 2)
    expect(await verifyCheckpoint(twice.ok ? twice.value : '', { ...witnessed, quorum: 2 })).toEqual({
      ok: false,
      refusal: { code: 'too-few-witnesses', got: 1, wanted: 2 },
    })
    expect(await verifyCheckpoint(await signNote(text, one, 1), witnessed)).toEqual({ ok: false, refusal: { code: 'unknown-signers' } })
  })

  test('a witness accepts the same checkpoint again, and refuses an older one, a fork or a wrong proof', async () => {
    const [{ heads, growth }, fork] = [await grown([3, 300]), await grown([3, 300], 'lie')]
    const last = await verifyGrowth(heads[1]!, { seen: nothing, proof: [], policy })
    if (!last.ok) throw new Error(last.refusal.code)
    const seen = { size: last.value.size, root: last.value.root }
    const first = await verifyGrowth(heads[0]!, { seen: nothing, proof: [], policy })
    if (!first.ok) throw new Error(first.refusal.code)
    expect(await verifyGrowth(heads[1]!, { seen, proof: [], policy })).toMatchObject({ ok: true })
    expect(await verifyGrowth(heads[0]!, { seen, proof: [], policy })).toEqual({
      ok: false,
      refusal: { code: 'stale-checkpoint', size: 300 },
    })
    expect(await verifyGrowth(fork.heads[1]!, { seen, proof: [], policy })).toEqual({
      ok: false,
      refusal: { code: 'log-forked', size: 300 },
    })
    const lies = await fork.growth(3, 300)
    for (const proof of [lies, [], await growth(2, 300)]) {
      expect(await verifyGrowth(fork.heads[1]!, { seen: first.value, proof, policy })).toEqual({
        ok: false,
        refusal: { code: 'not-consistent', size: 300 },
      })
    }
    expect(await verifyGrowth(heads[1]!, { seen: nothing, proof: lies, policy })).toMatchObject({ refusal: { code: 'not-consistent' } })
    expect(await cosignCheckpoint(heads[1]!, { seen, proof: lies, policy, witness: one, time: 1 })).toMatchObject({ ok: false })
    expect(await verifyGrowth(heads[1]!, { seen, proof: [], policy: { ...policy, keys: [] } })).toMatchObject({
      refusal: { code: 'unknown-signers' },
    })
  })
})

describe('a proof in a file', () => {
  async function file(index: number, extra?: Uint8Array) {
    const { store, heads } = await grown([300])
    const proof = await tiledInclusion(store, index, 300)
    if (!proof.ok) throw new Error(proof.refusal.code)
    return formatLogProof({ index, proof: proof.value, checkpoint: heads[0]!, ...(extra ? { extra } : {}) })
  }

  test('a proof file has the form of C2SP tlog-proof', async () => {
    const lines = (await file(42, Uint8Array.of(1, 2, 3))).split('\n')
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra AQID', 'index 42'])
    expect(lines.slice(3, 12).every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line))).toBe(true)
    expect(lines.slice(12, 15)).toEqual(['', origin, '300'])
  })

  test('a proof file proves its entry offline, and no other', async () => {
    for (const index of [0, 42, 255, 256, 299]) {
      const text = await file(index)
      expect(await verifyLogProof(text, { leafHash: leafHash(entry(index)), policy })).toMatchObject({
        ok: true,
        value: { index, checkpoint: { size: 300 } },
      })
      expect(await verifyLogProof(text, { leafHash: leafHash(entry(index + 1)), policy })).toEqual({
        ok: false,
        refusal: { code: 'not-included' },
      })
      expect(await verifyLogProof(text.replace(`index ${index}`, 'index 7'), { leafHash: leafHash(entry(index)), policy })).toMatchObject({
        ok: false,
      })
    }
    const text = await file(1)
    expect(await verifyLogProof(text, { leafHash: leafHash(entry(1)), policy: { ...witnessed, quorum: 1 } })).toMatchObject({
      refusal: { code: 'too-few-witnesses' },
    })
    expect(await verifyLogProof(text.replace('\n300\n', '\n301\n'), { leafHash: leafHash(entry(1)), policy })).toMatchObject({
      refusal: { code: 'wrong-signature' },
    })
  })

  test('a proof file is read back as it was written, with extra data and without', async () => {
    for (const text of [await file(5), await file(5, new Uint8Array()), await file(5, Uint8Array.of(0))]) {
      const read = parseLogProof(text)
      expect(read.ok && formatLogProof(read.value)).toBe(text)
    }
  })

  test.each([
    ['no content', '', 1],
    ['another first line', 'c2sp.org/tlog-proof@v2\nindex 0\n\n', 1],
    ['no index', 'c2sp.org/tlog-proof@v1\n\n', 2],
    ['no blank line at its end', 'c2sp.org/tlog-proof@v1\nindex 0\n', 1],
    ['a leading zero', 'c2sp.org/tlog-proof@v1\nindex 01\n\n', 2],
    ['an index that no double holds', 'c2sp.org/tlog-proof@v1\nindex 9007199254740993\n\n', 2],
    ['extra data that are not base64', 'c2sp.org/tlog-proof@v1\nextra %\nindex 0\n\n', 2],
    ['extra data and no index', 'c2sp.org/tlog-proof@v1\nextra AQID\n\n', 3],
    ['a short hash', 'c2sp.org/tlog-proof@v1\nindex 0\nAQID\n\n', 3],
    ['sixty hashes', `c2sp.org/tlog-proof@v1\nindex 0\n${`${emptyRoot.toBase64()}\n`.repeat(60)}\n`, 56],
  ])('a proof file with %s is refused', (_, text, line) => {
    expect(parseLogProof(text)).toEqual({ ok: false, refusal: { code: 'malformed-proof', line } })
  })
})
