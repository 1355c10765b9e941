import { sha256 } from '@noble/hashes/sha2.js'

/** The 32 bytes of a SHA-256: of a leaf, of a node, or of a whole tree. */
export type Hash = Uint8Array

/** The length of every {@link Hash}. */
export const HASH_BYTES = 32

/**
 * The root of the tree without leaves: SHA-256 of nothing (RFC 6962, 2.1).
 *
 * @example emptyRoot.toBase64() // '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
 */
export const emptyRoot: Hash = sha256(new Uint8Array())

const leafPrefix = Uint8Array.of(0)

/**
 * The hash of one entry: SHA-256 of 0x00 and the entry (RFC 6962, 2.1). The leading byte keeps a node from posing as a leaf.
 *
 * @example leafHash(new Uint8Array()).toHex() // '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
 */
export function leafHash(entry: Uint8Array): Hash {
  return sha256.create().update(leafPrefix).update(entry).digest()
}

const preimageOfNode = new Uint8Array(1 + 2 * HASH_BYTES)
preimageOfNode[0] = 1

/**
 * The hash of two subtrees that stand side by side: SHA-256 of 0x01, left, right (RFC 6962, 2.1).
 *
 * @example nodeHash(leafHash(new Uint8Array()), leafHash(new Uint8Array([0]))).toHex() // 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
 */
export function nodeHash(left: Hash, right: Hash): Hash {
  preimageOfNode.set(left, 1)
  preimageOfNode.set(right, 1 + HASH_BYTES)
  return sha256(preimageOfNode)
}

/** The root over hashes that lie one behind the other and whose number is a power of two, as in a part of a tile. */
export function perfectRoot(hashes: Uint8Array): Hash {
  const row = hashes.slice()
  for (let width = row.length / HASH_BYTES; width > 1; width /= 2) {
    for (let at = 0; at < width * HASH_BYTES; at += 2 * HASH_BYTES) {
      preimageOfNode.set(row.subarray(at, at + 2 * HASH_BYTES), 1)
      row.set(sha256(preimageOfNode), at / 2)
    }
  }
  return row.slice(0, HASH_BYTES)
}

/** Whether two byte strings are the same; all of this is public, so the time it takes may tell where they differ. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
