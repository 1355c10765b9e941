import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyRoot,
  isSubtree,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  proveSubtree,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './index.ts'
import type { Hash } from './index.ts'

type Proof = {
  id: string
  leafIdx: number
  treeSize: number
  size1: number
  size2: number
  start: number
  end: number
  size: number
} & Record<'leafHash' | 'root' | 'root1' | 'root2', string> & { proof: string[] | null; wantErr: boolean }

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const bytes = (text: string) => Uint8Array.fromBase64(text)
const all = (proof: string[] | null) => (proof ?? []).map(bytes)
const proofs = read('vectors/merkle-proofs.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Proof)

const verdicts: Record<string, (vector: Proof) => boolean> = {
  inclusion: ({ leafIdx, treeSize, leafHash, root, proof }) =>
    verifyInclusion({ leafIndex: leafIdx, treeSize, leafHash: bytes(leafHash), root: bytes(root), proof: all(proof) }),
  consistency: ({ size1, size2, root1, root2, proof }) =>
    verifyConsistency({ size1, size2, root1: bytes(root1), root2: bytes(root2), proof: all(proof) }),
  subtreeinclusion: ({ leafIdx, start, end, leafHash, root, proof }) =>
    verifySubtreeInclusion({ leafIndex: leafIdx, start, end, leafHash: bytes(leafHash), root: bytes(root), proof: all(proof) }),
  subtreeconsistency: ({ start, end, size, root1, root2, proof }) =>
    verifySubtreeConsistency({ start, end, size, subtreeRoot: bytes(root1), root: bytes(root2), proof: all(proof) }),
}

describe('the proofs of transparency-dev/merkle', () => {
  test('the proofs of transparency-dev/merkle are complete', () => expect(proofs).toHaveLength(121))

  test.each(proofs)('the proof $id of transparency-dev/merkle has the published verdict', (vector) => {
    expect(verdicts[vector.id.split('/')[0]!]!(vector)).toBe(!vector.wantErr)
  })
})

describe('the tree of 11 leaves', () => {
  const vectors = JSON.parse(read('vectors/merkle-trees.json')) as {
    leaves: string[]
    roots: string[]
    inclusion: Proof[]
    consistency: Proof[]
  }
  const leaves = vectors.leaves.map((leaf) => leafHash(new TextEncoder().encode(leaf)))

  test('the tree of 11 leaves has the given root at every size', () => {
    expect(vectors.roots.map((_, size) => rootOfLeaves(leaves.slice(0, size)).toBase64())).toEqual(vectors.roots)
  })

  test.each(vectors.inclusion)('the tree of 11 leaves proves leaf $leafIdx of $treeSize', (vector) => {
    expect(verdicts['inclusion']!(vector)).toBe(true)
    expect(leaves[vector.leafIdx]!.toBase64()).toBe(vector.leafHash)
    expect(proveInclusion(leaves.slice(0, vector.treeSize), vector.leafIdx).map((hash) => hash.toBase64())).toEqual(vector.proof ?? [])
  })

  test.each(vectors.consistency)('the tree of 11 leaves proves that $size2 leaves begin with $size1', (vector) => {
    expect(verdicts['consistency']!(vector)).toBe(true)
    expect(proveConsistency(leaves.slice(0, vector.size2), vector.size1).map((hash) => hash.toBase64())).toEqual(vector.proof ?? [])
  })
})

describe('RFC 6962, 2.1', () => {
  test('RFC 6962, 2.1: the hashes of the empty tree, of a leaf and of a node are the published ones', () => {
    // The reference values of Certificate Transparency's own test data.
    expect(emptyRoot.toHex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(leafHash(new Uint8Array()).toHex()).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(leafHash(new TextEncoder().encode('L123456')).toHex()).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56')
    expect(nodeHash(new TextEncoder().encode('N123'.padEnd(32)), new TextEncoder().encode('N456'.padEnd(32)))).toHaveLength(32)
  })

  test('RFC 6962, 2.1: the hash of a node is never the hash of a leaf', () => {
    const [left, right] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(2))]
    expect(leafHash(Uint8Array.of(...left, ...right))).not.toEqual(nodeHash(left, right))
  })
})

const anyLeaves = (maxLength = 200): fc.Arbitrary<Hash[]> =>
  fc.array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength }).map((entries) => entries.map(leafHash))

/** A subtree of so many leaves: a start at a multiple of a power of two, and an end within. */
const anySubtree = fc
  .record({ leaves: anyLeaves(), height: fc.nat(8), place: fc.nat(), width: fc.nat() })
  .map(({ leaves, height, place, width }) => {
    const span = Math.min(2 ** height, leaves.length)
    const start = (place % Math.ceil(leaves.length / 2 ** height)) * 2 ** height
    return { leaves, start, end: start + 1 + (width % Math.min(span, leaves.length - start)) }
  })

function flip(hash: Hash, bit: number): Hash {
  const flipped = hash.slice()
  flipped[bit >> 3]! ^= 0x80 >> (bit & 7)
  return flipped
}

describe('always', () => {
  test('an inclusion proof verifies for every leaf, and fails with any bit changed', () => {
    fc.assert(
      fc.property(anyLeaves(), fc.nat(), fc.nat(255), (leaves, place, bit) => {
        const leafIndex = place % leaves.length
        const claim = { leafIndex, treeSize: leaves.length, leafHash: leaves[leafIndex]!, root: rootOfLeaves(leaves) }
        const proof = proveInclusion(leaves, leafIndex)
        expect(verifyInclusion({ ...claim, proof })).toBe(true)
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit), proof })).toBe(false)
        expect(verifyInclusion({ ...claim, root: flip(claim.root, bit), proof })).toBe(false)
        proof.forEach((hash, index) => expect(verifyInclusion({ ...claim, proof: proof.with(index, flip(hash, bit)) })).toBe(false))
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.root] })).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false)
      }),
    )
  })

  test('a consistency proof verifies for every earlier tree, and fails with any bit changed', () => {
    fc.assert(
      fc.property(anyLeaves(), fc.nat(), fc.nat(255), (leaves, place, bit) => {
        const size1 = 1 + (place % leaves.length)
        const claim = { size1, size2: leaves.length, root1: rootOfLeaves(leaves.slice(0, size1)), root2: rootOfLeaves(leaves) }
        const proof = proveConsistency(leaves, size1)
        expect(verifyConsistency({ ...claim, proof })).toBe(true)
        expect(verifyConsistency({ ...claim, root1: flip(claim.root1, bit), proof })).toBe(false)
        expect(verifyConsistency({ ...claim, root2: flip(claim.root2, bit), proof })).toBe(false)
        proof.forEach((hash, index) => expect(verifyConsistency({ ...claim, proof: proof.with(index, flip(hash, bit)) })).toBe(false))
      }),
    )
  })

  test('a subtree proof verifies for every subtree, and an inclusion proof for every leaf in it', () => {
    fc.assert(
      fc.property(anySubtree, fc.nat(), fc.nat(255), ({ leaves, start, end }, place, bit) => {
        expect(isSubtree(start, end)).toBe(true)
        const claim = { start, end, size: leaves.length, subtreeRoot: rootOfLeaves(leaves, start, end), root: rootOfLeaves(leaves) }
        const proof = proveSubtree(leaves, start, end)
        expect(verifySubtreeConsistency({ ...claim, proof })).toBe(true)
        expect(verifySubtreeConsistency({ ...claim, subtreeRoot: flip(claim.subtreeRoot, bit), proof })).toBe(false)
        expect(verifySubtreeConsistency({ ...claim, root: flip(claim.root, bit), proof })).toBe(false)
        const leafIndex = start + (place % (end - start))
        const inside = proveInclusion(leaves.slice(start, end), leafIndex - start)
        expect(
          verifySubtreeInclusion({ leafIndex, start, end, leafHash: leaves[leafIndex]!, root: claim.subtreeRoot, proof: inside }),
        ).toBe(true)
      }),
    )
  })

  test('the verifiers never throw on any numbers, and the largest tree verifies', () => {
    const anyNumber = fc.oneof(fc.maxSafeNat(), fc.double(), fc.constantFrom(2 ** 53, 2 ** 64, 2 ** 53 - 1, -1, 0.5))
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, fc.nat(60), (one, two, three, length) => {
        const proof = Array.from({ length }, () => emptyRoot)
        verifyInclusion({ leafIndex: one, treeSize: two, leafHash: emptyRoot, root: emptyRoot, proof })
        verifyConsistency({ size1: one, size2: two, root1: emptyRoot, root2: emptyRoot, proof })
        verifySubtreeInclusion({ leafIndex: one, start: two, end: three, leafHash: emptyRoot, root: emptyRoot, proof })
        verifySubtreeConsistency({ start: one, end: two, size: three, subtreeRoot: emptyRoot, root: emptyRoot, proof })
      }),
    )
    const size = Number.MAX_SAFE_INTEGER
    const climbed = Array.from({ length: 53 }).reduce<Hash>((hash) => nodeHash(hash, emptyRoot), emptyRoot)
    expect(verifyInclusion({ leafIndex: 0, treeSize: size, leafHash: emptyRoot, root: climbed, proof: Array(53).fill(emptyRoot) })).toBe(
      true,
    )
  })

  test('a hash of another length proves nothing, wherever it stands, and is no reason to throw', () => {
    for (const odd of [new Uint8Array(), new Uint8Array(31), new Uint8Array(33), new Uint8Array(5000)])
      for (const [one, other, step] of [
        [odd, emptyRoot, emptyRoot],
        [emptyRoot, odd, emptyRoot],
        [emptyRoot, emptyRoot, odd],
      ] as const) {
        expect(verifyConsistency({ size1: 1, size2: 2, root1: one, root2: other, proof: [step] })).toBe(false)
        expect(verifyInclusion({ leafIndex: 0, treeSize: 2, leafHash: one, root: other, proof: [step] })).toBe(false)
      }
  })

  test('a request for a proof that cannot exist throws', () => {
    expect(() => proveInclusion([], 0)).toThrow(RangeError)
    expect(() => proveConsistency([emptyRoot], 2)).toThrow(RangeError)
    expect(() => proveConsistency([emptyRoot], 0)).toThrow(RangeError)
    expect(() => proveSubtree([emptyRoot, emptyRoot, emptyRoot], 1, 3)).toThrow(RangeError)
  })
})
