import { isCount, isSubtree, rangesOfProof, splitOf } from './climb.ts'
import { emptyRoot, nodeHash } from './hash.ts'
import type { Hash } from './hash.ts'

// The definitions of RFC 6962, 2.1 over leaf hashes in memory: what the tiles are proved against, and enough for a short list.

/**
 * The root of the tree over these leaf hashes, or over those from `from` to before `to` (RFC 6962, 2.1).
 *
 * @example rootOfLeaves([]).toBase64() // '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
 */
export function rootOfLeaves(leaves: readonly Hash[], from = 0, to: number = leaves.length): Hash {
  if (from === to) return emptyRoot
  if (to - from === 1) return leaves[from]!
  const middle = from + splitOf(to - from)
  return nodeHash(rootOfLeaves(leaves, from, middle), rootOfLeaves(leaves, middle, to))
}

/**
 * The proof that a leaf stands in the tree over these leaf hashes (RFC 6962, 2.1.1). Throws when there is no such leaf.
 *
 * @example proveInclusion([leafHash(bytes('a')), leafHash(bytes('b'))], 0).map((hash) => hash.toHex()) // [leafHash(bytes('b')).toHex()]
 */
export function proveInclusion(leaves: readonly Hash[], leafIndex: number): Hash[] {
  return proveSubtree(leaves, leafIndex, leafIndex + 1)
}

/**
 * The proof that the tree over these leaf hashes begins with its first `size1` leaves (RFC 6962, 2.1.2). Throws for 0 and for more than there are.
 *
 * @example proveConsistency([leafHash(bytes('a')), leafHash(bytes('b'))], 1).map((hash) => hash.toHex()) // [leafHash(bytes('b')).toHex()]
 */
export function proveConsistency(leaves: readonly Hash[], size1: number): Hash[] {
  return proveSubtree(leaves, 0, size1)
}

/**
 * The proof that leaves `start` … `end - 1` form a subtree of the tree over these leaf hashes; throws when they do not.
 *
 * @example proveSubtree([leafHash(bytes('a')), leafHash(bytes('b'))], 0, 2) // []
 */
export function proveSubtree(leaves: readonly Hash[], start: number, end: number): Hash[] {
  assertSubtree(start, end, leaves.length)
  return rangesOfProof(start, end, leaves.length).map(([from, to]) => rootOfLeaves(leaves, from, to))
}

/** A proof of what is not there is a fault of the program that asks, not an answer. */
export function assertSubtree(start: number, end: number, size: number): void {
  if (!isCount(size) || !isSubtree(start, end) || end > size) throw new RangeError(`${start}…${end} is not a subtree of ${size} leaves`)
}
