import { climb, isCount, isSubtree } from './climb.ts'
import { HASH_BYTES, emptyRoot, nodeHash, sameBytes } from './hash.ts'
import type { Hash } from './hash.ts'

/** That leaf `leafIndex` of a tree of `treeSize` leaves and this root has this hash. */
export type InclusionClaim = { leafIndex: number; treeSize: number; leafHash: Hash; root: Hash; proof: readonly Hash[] }

/** That the tree of `size2` leaves begins with the tree of `size1` leaves: nothing was changed or taken out in between. */
export type ConsistencyClaim = { size1: number; size2: number; root1: Hash; root2: Hash; proof: readonly Hash[] }

/** That leaf `leafIndex`, counted from the first leaf of the tree, stands in the subtree of leaves `start` … `end - 1`. */
export type SubtreeInclusionClaim = { leafIndex: number; start: number; end: number; leafHash: Hash; root: Hash; proof: readonly Hash[] }

/** That the tree of `size` leaves holds the subtree of leaves `start` … `end - 1`. */
export type SubtreeConsistencyClaim = { start: number; end: number; size: number; subtreeRoot: Hash; root: Hash; proof: readonly Hash[] }

// Booleans, not outcomes: `if (verifyInclusion(…))` must not be true because an object came back.

/**
 * Whether an inclusion proof holds (RFC 6962, 2.1.1). False too for what is not a claim at all: an index outside, a hash of another length.
 *
 * @example verifyInclusion({ leafIndex: 0, treeSize: 1, leafHash: leafHash(bytes('a')), root: leafHash(bytes('a')), proof: [] }) // true
 * @example verifyInclusion({ leafIndex: 1, treeSize: 1, leafHash: leafHash(bytes('a')), root: leafHash(bytes('a')), proof: [] }) // false
 */
export function verifyInclusion({ leafIndex, treeSize, leafHash, root, proof }: InclusionClaim): boolean {
  if (!isCount(leafIndex) || !isCount(treeSize) || leafIndex >= treeSize || leafHash.length !== HASH_BYTES) return false
  return reaches(leafIndex, leafIndex + 1, treeSize, leafHash, root, proof)
}

/**
 * Whether a consistency proof holds (RFC 6962, 2.1.2). From an empty tree nothing can be proved, so `size1` 0 is false.
 *
 * @example verifyConsistency({ size1: 1, size2: 1, root1: leafHash(bytes('a')), root2: leafHash(bytes('a')), proof: [] }) // true
 * @example verifyConsistency({ size1: 0, size2: 0, root1: emptyRoot, root2: emptyRoot, proof: [] }) // false
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  return size1 !== 0 && verifySubtreeConsistency({ start: 0, end: size1, size: size2, subtreeRoot: root1, root: root2, proof })
}

/**
 * Whether a leaf stands in a subtree (draft-ietf-plants-merkle-tree-certs, 4.3).
 *
 * @example verifySubtreeInclusion({ leafIndex: 1, start: 1, end: 2, leafHash: leafHash(bytes('a')), root: leafHash(bytes('a')), proof: [] }) // true
 */
export function verifySubtreeInclusion({ leafIndex, start, end, ...claim }: SubtreeInclusionClaim): boolean {
  return isSubtree(start, end) && verifyInclusion({ leafIndex: leafIndex - start, treeSize: end - start, ...claim })
}

/**
 * Whether a subtree is part of a tree (draft-ietf-plants-merkle-tree-certs, 4.4). The empty subtree is part of every tree, and its proof is empty.
 *
 * @example verifySubtreeConsistency({ start: 0, end: 0, size: 1, subtreeRoot: emptyRoot, root: leafHash(bytes('a')), proof: [] }) // true
 */
export function verifySubtreeConsistency({ start, end, size, subtreeRoot, root, proof }: SubtreeConsistencyClaim): boolean {
  if (!isCount(start) || !isCount(size) || !isCount(end) || end > size) return false
  if (start === end) return proof.length === 0 && sameBytes(subtreeRoot, emptyRoot)
  return isSubtree(start, end) && reaches(start, end, size, subtreeRoot, root, proof)
}

function reaches(start: number, end: number, size: number, subtreeRoot: Hash, root: Hash, proof: readonly Hash[]): boolean {
  const { seedIsSubtree, steps } = climb(start, end, size)
  const first = seedIsSubtree ? 0 : 1
  // Trees of one size are compared and not hashed; the published vectors do so with roots of any length.
  const hashed = steps.length === 0 ? proof : [subtreeRoot, ...proof]
  if (proof.length !== first + steps.length || hashed.some((hash) => hash.length !== HASH_BYTES)) return false
  let subtree = seedIsSubtree ? subtreeRoot : proof[0]!
  let tree = subtree
  steps.forEach(({ side, inside }, index) => {
    const beside = proof[first + index]!
    if (inside) subtree = nodeHash(beside, subtree)
    tree = side === 'left' ? nodeHash(beside, tree) : nodeHash(tree, beside)
  })
  return sameBytes(subtree, subtreeRoot) && sameBytes(tree, root)
}
