import { searchWords } from './communes.ts'
import { describeSets } from './criteria.ts'
import type { SetDescription } from './criteria.ts'

const mostShown = 6

/** The sets that fit a product described in everyday words, the likeliest first: one of its examples, then its name, then single words. */
export function findSets(text: string): SetDescription[] {
  const asked = searchWords(text)
  return describeSets()
    .map((set) => ({ set, likeness: likeness(set, asked) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostShown)
    .map(({ set }) => set)
}

function likeness({ name, plain, examples }: SetDescription, asked: readonly string[]): number {
  const share = (sentence: string) => {
    const words = searchWords(sentence)
    return asked.filter((word) => words.some((known) => known.startsWith(word))).length / asked.length
  }
  if (asked.length === 0) return 0
  return Math.max(3 * Math.max(...examples.map(share)), 2 * share(name), share(plain))
}
