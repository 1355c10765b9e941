import { searchWords } from '@dacsan/vietnam'
import { describeSets } from '../../law/index.ts'
import type { SetDescription } from '../../law/index.ts'

/** The sets that someone who says what they make is looking for, the nearest first; accents and order of words do not matter. */
export function findSets(query: string, limit = 6): SetDescription[] {
  const wanted = [...new Set(searchWords(query))]
  const phrase = wanted.join(' ')
  const ranked = describeSets().map((set) => {
    const texts = [set.name, set.plain, ...set.examples].map(searchWords)
    const all = new Set(texts.flat())
    return {
      set,
      words: wanted.filter((word) => all.has(word)).length,
      // Words that stand together in one example say more than words spread over the explanation.
      together: Math.max(...texts.map((text) => wanted.filter((word) => text.includes(word)).length)),
      exact: texts.some((text) => text.join(' ').includes(phrase)) ? 1 : 0,
    }
  })
  const most = Math.max(0, ...ranked.map(({ words }) => words))
  if (most === 0) return []
  return ranked
    .filter(({ words }) => words === most)
    .toSorted((a, b) => b.exact - a.exact || b.together - a.together || a.set.code.localeCompare(b.set.code))
    .slice(0, limit)
    .map(({ set }) => set)
}
