/** A norm of the fee of an item: up to so many words so much; the last has no end. */
export type FeeNorm = { upTo: number | null; vnd: number }

/** The norm that fits so many words. @example feeFor(350, [{ upTo: 349, vnd: 1 }, { upTo: null, vnd: 2 }]) // 2 */
export const feeFor = (words: number, norms: readonly FeeNorm[]): number | null =>
  norms.find(({ upTo }) => upTo === null || words <= upTo)?.vnd ?? null

/** Whether norms rise without a gap and end without an end. */
export const areNorms = (norms: readonly FeeNorm[]): boolean =>
  norms.length > 0 &&
  norms.every(({ upTo, vnd }, index) => {
    const before = norms[index - 1]
    const last = index === norms.length - 1
    const follows = before === undefined || (before.upTo !== null && before.vnd <= vnd && (upTo === null || upTo > before.upTo))
    return follows && vnd >= 0 && (upTo === null) === last
  })
