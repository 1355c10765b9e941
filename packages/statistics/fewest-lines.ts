/** So many choices are tried; beyond, what the search found stands. */
const mostTries = 20_000

/**
 * The fewest of some lines that make a hiding safe, where they are fewer than so many and all choices can be tried; those that stand first are preferred.
 * Undefined where there are none, or too many to try.
 */
export function fewestLines(
  some: readonly number[],
  below: number,
  isSafeWith: (chosen: readonly number[]) => boolean,
): number[] | undefined {
  let tries = 0
  for (let size = 0; size < below; size++) {
    tries += choose(some.length, size)
    if (tries > mostTries) return undefined
    for (const chosen of choices(some, size)) if (isSafeWith(chosen)) return chosen
  }
  return undefined
}

function choose(from: number, size: number): number {
  let ways = 1
  for (let index = 0; index < size; index++) ways = (ways * (from - index)) / (index + 1)
  return ways
}

/** Every choice of so many, in the order of the list. */
function* choices(from: readonly number[], size: number): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let first = 0; first + size <= from.length; first++)
      for (const rest of choices(from.slice(first + 1), size - 1)) yield [from[first]!, ...rest]
}
