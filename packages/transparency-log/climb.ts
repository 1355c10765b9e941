/** Leaves `from` … `to - 1` of a tree. */
export type Range = readonly [from: number, to: number]

/** One step up: the range beside, on which side, and whether the subtree that the proof is about reaches into it. */
export type Step = { beside: Range; side: 'left' | 'right'; inside: boolean }

/** The way from a subtree to the root. `seed` is what the climb begins from; the verifier knows its hash only if it is the whole subtree. */
export type Climb = { seed: Range; seedIsSubtree: boolean; steps: Step[] }

/** Whether a value can count leaves here. The C2SP texts allow 64 bits; we refuse what a number cannot hold exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** How many bits a whole number up to 2^53 - 1 takes. `Math.log2` rounds up just below a power of two. */
export function bitLength(value: number): number {
  const high = Math.floor(value / 2 ** 32)
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value)
}

/** Where RFC 6962, 2.1 splits `count` > 1 leaves: the largest power of two below. */
export const splitOf = (count: number): number => 2 ** (bitLength(count - 1) - 1)

/**
 * Whether leaves `start` … `end - 1` form a subtree: `start` is a multiple of the smallest power of two that is at least `end - start`
 * (draft-ietf-plants-merkle-tree-certs, 4.1). Everything from 0 is one.
 *
 * @example isSubtree(4, 7) // true
 * @example isSubtree(3, 5) // false
 */
export function isSubtree(start: number, end: number): boolean {
  return isCount(start) && isCount(end) && start < end && start % 2 ** bitLength(end - start - 1) === 0
}

/**
 * The steps of a subtree proof, bottom up: PATH and PROOF of RFC 6962, 2.1.1 and 2.1.2 are its cases of one leaf and of `start` 0.
 * Asks for a subtree within the tree.
 */
export function climb(start: number, end: number, size: number): Climb {
  const steps: Step[] = []
  let seedIsSubtree = true
  let [from, to] = [0, size]
  // Downwards from the root: a list from the bottom would have to know how ragged the right edge is.
  while (from !== start || to !== end) {
    const middle = from + splitOf(to - from)
    if (end <= middle) {
      steps.push({ beside: [middle, to], side: 'right', inside: false })
      to = middle
      continue
    }
    const inside = start < middle
    steps.push({ beside: [from, middle], side: 'left', inside })
    if (inside) [start, seedIsSubtree] = [middle, false]
    from = middle
  }
  return { seed: [from, to], seedIsSubtree, steps: steps.toReversed() }
}

/** The ranges whose hashes make the proof, in its order. */
export function rangesOfProof(start: number, end: number, size: number): Range[] {
  const { seed, seedIsSubtree, steps } = climb(start, end, size)
  return [...(seedIsSubtree ? [] : [seed]), ...steps.map(({ beside }) => beside)]
}
