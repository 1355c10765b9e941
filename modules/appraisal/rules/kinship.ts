import { searchWords } from '@dacsan/vietnam'

/** Where somebody lives or works: as they wrote it, in a commune of today. */
export type Home = { address: string; communeCode: string; communeName: string }

type Located = {
  /** Hamlet, street and quarter, in whatever order they were written. */
  around: string
  /** The number of the house; empty where none is written, as in most hamlets. */
  house: string
  /** The commune that the text names, where it is not the one of today. */
  commune: string | null
}

/** How an address names its levels, written out and shortened. The commune is compared by its code: names of before July 2025 stay in use. */
const levels = {
  commune: ['xa', 'phuong', 'thi tran', 'tt', 'p', 'x'],
  above: ['tinh', 'thanh pho', 'tp', 'huyen', 'quan', 'thi xa', 'tx', 'viet'],
} as const
/** Those that are read without a comma before them: a single letter would be taken for one too often. */
const spoken = /^(xa|phuong|huyen|tinh|tp|thi tran|thi xa|thanh pho) ./
/** After these a number is a name: "ấp 3", "đường 30 tháng 4". */
const numbered = new Set(['ap', 'khom', 'to', 'khu', 'pho', 'doi', 'thon', 'hem', 'ngo', 'duong', 'thang', 'lo'])
const fillers = new Set(['so', 'nha', 'duong'])

/**
 * Whether two addresses are one house: the same hamlet or street in one commune of today, with the same number of a house.
 * `near`: the same hamlet or street where a number is missing or another one.
 */
export function compareAddresses(one: Home, other: Home): 'same' | 'near' | null {
  if (one.communeCode !== other.communeCode) return null
  const [a, b] = [locate(one), locate(other)]
  if (a.around === '' || a.around !== b.around) return null
  // Two communes of before that went into one of today both have an "ấp 1".
  if (a.commune !== null && b.commune !== null && a.commune !== b.commune) return null
  return a.house !== '' && a.house === b.house ? 'same' : 'near'
}

function locate({ address, communeName }: Home): Located {
  const around: string[] = []
  const house: string[] = []
  let commune: string | null = null
  for (const words of address.split(/[,;\n]|\s[-–]\s/).flatMap((part) => inLevels(searchWords(part)))) {
    const level = levelOf(words)
    if (level?.of === 'commune') commune = level.name
    if (level) continue
    const read = readLine(words)
    around.push(...read.around)
    house.push(...read.house)
  }
  const today = searchWords(communeName)
  return {
    around: around.toSorted().join(' '),
    house: house.join(' '),
    commune: commune === (levelOf(today)?.name ?? today.join(' ')) ? null : commune,
  }
}

/** "12 Nguyễn Huệ Phường 5 TP Trà Vinh" in its three parts. */
function inLevels(words: readonly string[]): string[][] {
  const at = words.findIndex((_, index) => index > 0 && spoken.test(words.slice(index).join(' ')))
  // The second word of a level ("xã" of "thị xã") begins none.
  return at === -1 || (at === 1 && levelOf(words) !== null) ? [[...words]] : [words.slice(0, at), ...inLevels(words.slice(at))]
}

function levelOf(words: readonly string[]): { of: keyof typeof levels; name: string } | null {
  const text = words.join(' ')
  for (const which of ['above', 'commune'] as const) {
    const unit = levels[which].find((word) => text.startsWith(`${word} `))
    if (unit) return { of: which, name: text.slice(unit.length + 1).replace(/ cu$/, '') }
  }
  return null
}

/** A part below the commune: the words that name the place, and the numbers of the house. */
function readLine(words: readonly string[]): { around: string[]; house: string[] } {
  const around: string[] = []
  const house: string[] = []
  let isName = false
  for (const word of words) {
    if (/^\d/.test(word)) (isName ? around : house).push(word)
    else {
      isName = numbered.has(word)
      if (!fillers.has(word)) around.push(word)
    }
  }
  return { around, house }
}

const titles = new Set(['ong', 'ba', 'anh', 'chi', 'co', 'ts', 'ths', 'pgs', 'gs', 'ks', 'bs', 'cn'])

/** The family name, first in a Vietnamese or Khmer name, as it is compared: without accents and case. Null for a single word, which may be a given name. */
export function familyNameOf(name: string): string | null {
  const [family, ...given] = withoutTitle(name)
  return family !== undefined && given.length > 0 ? family : null
}

export const isSameFamily = (one: string, other: string): boolean => {
  const family = familyNameOf(one)
  return family !== null && family === familyNameOf(other)
}

function withoutTitle(name: string): string[] {
  const words = searchWords(name)
  const from = words.findIndex((word) => !titles.has(word))
  return from === -1 ? [] : words.slice(from)
}

/** Whether a text names somebody, by two words or more one after the other: one word alone would name too many. */
export function namesIn(text: string, name: string): boolean {
  const words = withoutTitle(name)
  return words.length > 1 && ` ${searchWords(text).join(' ')} `.includes(` ${words.join(' ')} `)
}
