import { foldText, searchWords, stripAccents } from '@dacsan/vietnam'
import { allNames, spelled } from './search-names.ts'
import type { NameGroup } from './search-names.ts'

/**
 * One thing that is looked for, in each of its names. `words` are folded; `spelled`, where a name brings accents that whoever asked did not type: goods are
 * found by it only if their name has it so, since dừa, dứa and dưa all fold to one word.
 */
export type Wanted = { words: readonly string[]; spelled: string | null }[]

/** `letters`: its words as they are spelled, `words`: the same folded. */
type Name = { letters: string; words: string[]; spelled: string; group: NameGroup }

/** Longer names first: “dừa sáp” is one thing, not a dừa that is sáp. */
function namesOf(groups: readonly NameGroup[]): Name[] {
  return groups
    .filter(({ inUse }) => inUse)
    .flatMap((group) =>
      allNames(group.names).map((name) => ({ letters: wordsOf(name).join(' '), words: searchWords(name), spelled: spelled(name), group })),
    )
    .toSorted((a, b) => b.words.length - a.words.length)
}

const wordsOf = (text: string): string[] =>
  spelled(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

/** Typed without accents everything with these letters is meant; with accents, what has them too. */
const isMeant = (typed: string, name: string): boolean => typed === name || (stripAccents(typed) === typed && foldText(name) === typed)

/**
 * What a search asks for, with the other names of the same goods.
 *
 * @example widenSearch('coconut candy', groups) // [[coconut, dừa, ដូង], [candy, kẹo]]
 */
export function widenSearch(text: string, groups: readonly NameGroup[]): Wanted[] {
  const names = namesOf(groups)
  const typed = wordsOf(text).flatMap((word) => partsOf(word, names))
  const wanted: Wanted[] = []
  for (let at = 0; at < typed.length;) {
    const found = names.find(({ words, letters }) => isMeant(typed.slice(at, at + words.length).join(' '), letters))
    const length = found?.words.length ?? 1
    const own = typed.slice(at, at + length).flatMap(searchWords)
    wanted.push([{ words: own, spelled: null }, ...(found ? otherNames(found, own) : [])])
    at += length
  }
  return wanted
}

function otherNames({ group }: Name, own: readonly string[]): Wanted {
  return allNames(group.names).flatMap((name) => {
    const words = searchWords(name)
    return words.join(' ') === own.join(' ') ? [] : [{ words, spelled: stripAccents(name) === name ? null : spelled(name) }]
  })
}

const isKhmer = /^\p{Script=Khmer}+$/u

/** Khmer is written without spaces: a word that is put together from known names is those names, any other stays whole. */
function partsOf(word: string, names: readonly Name[]): string[] {
  if (!isKhmer.test(word)) return [word]
  const khmer = names
    .map(({ spelled: name }) => name)
    .filter((name) => isKhmer.test(name))
    .toSorted((a, b) => b.length - a.length)
  const parts: string[] = []
  for (let rest = word; rest !== '';) {
    const part = khmer.find((name) => rest.startsWith(name))
    if (part === undefined) return [word]
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return parts
}

/** A query for `to_tsquery('simple', …)`: of each wanted thing one of its names, each word also as a beginning; null where nothing is asked. */
export function queryOf(wanted: readonly Wanted[]): string | null {
  const asked = wanted.filter((one) => one.some(({ words }) => words.length > 0))
  return asked.length === 0 ? null : asked.map((one) => `(${one.map(phraseOf).join(' | ')})`).join(' & ')
}

export const phraseOf = ({ words }: Wanted[number]): string => `(${words.map((word) => `'${word}':*`).join(' & ')})`

/** Steps from one word to the other: a letter more, less, another, or two exchanged. */
function stepsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      const least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + other)
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : least
      rows[i]![j] = Math.min(least, exchanged)
    }
  }
  return rows[a.length]![b.length]!
}

/**
 * The known name that is nearest to what was typed, within a quarter of its letters; null where none is, or it is one.
 *
 * @example nearestName('coconot', groups) // 'coconut'
 */
export function nearestName(text: string, groups: readonly NameGroup[]): string | null {
  const typed = searchWords(text).join(' ')
  const most = Math.floor(typed.length / 4)
  if (most === 0 || typed.length > 60) return null
  const near = namesOf(groups)
    .map(({ words, spelled: name }) => ({
      name,
      steps: Math.abs(words.join(' ').length - typed.length) > most ? Infinity : stepsBetween(typed, words.join(' ')),
    }))
    .filter(({ steps }) => steps <= most)
    .toSorted((a, b) => a.steps - b.steps || a.name.length - b.name.length)
  return near[0] && near[0].steps > 0 ? near[0].name : null
}
