import { foldText } from './fold-text.ts'
import { spellingOf } from './spelling.ts'

/** What a place is called before its name, without accents; the communes first, then what lies above them. */
export type PlaceKind = 'xa' | 'phuong' | 'thi tran' | 'huyen' | 'thi xa' | 'thanh pho' | 'quan' | 'tinh'

/** A place that an address names. `name`: folded, null where no place that is known has that name; `spelling`: as it was written. */
export type Mention = { kind: PlaceKind | null; name: string | null; spelling: string }

type Word = { folded: string; raw: string; startsPart: boolean; isShortened: boolean }

/** The words that a kind is written with; the longer ones first, so that a town is no commune. */
const kindWords: readonly (readonly [PlaceKind, ...string[]])[] = [
  ['thi tran', 'thi', 'tran'],
  ['thi xa', 'thi', 'xa'],
  ['thanh pho', 'thanh', 'pho'],
  ['thanh pho', 't', 'p'],
  ['thi tran', 't', 't'],
  ['thi xa', 't', 'x'],
  ['thi tran', 'tt'],
  ['thi xa', 'tx'],
  ['thanh pho', 'tp'],
  ['xa', 'xa'],
  ['phuong', 'phuong'],
  ['huyen', 'huyen'],
  ['quan', 'quan'],
  ['tinh', 'tinh'],
  ['xa', 'x'],
  ['phuong', 'p'],
  ['huyen', 'h'],
  ['quan', 'q'],
  ['tinh', 't'],
]
/** What lies below a commune: whatever its name is, it is none of a commune. */
const belowCommune = new Set([
  'ap',
  'khom',
  'thon',
  'xom',
  'to',
  'duong',
  'hem',
  'ngo',
  'khu',
  'kp',
  'quoc',
  'ql',
  'cho',
  'cau',
  'chua',
  'doi',
])
/** What may follow a name without a sign between. */
const country = new Set(['viet', 'vn', 'vietnam', 'cu', 'moi'])

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const gap = text.normalize('NFC').slice(end, match.index)
    const startsPart = words.length === 0 || /[^\s.:]|\n/u.test(gap)
    const last = words.at(-1)
    if (last && gap.startsWith('.')) last.isShortened = true
    end = match.index + match[0].length
    const raw = match[0]
    // P1 is Phường 1, and 01 is 1.
    const [, letter, number] = /^(p|f)?0*(\d{1,3})$/i.exec(raw) ?? []
    if (letter !== undefined) words.push({ folded: 'p', raw: letter, startsPart, isShortened: true })
    const folded = number ?? foldText(raw)
    words.push({ folded, raw: number ?? raw, startsPart: letter === undefined && startsPart, isShortened: false })
  }
  return words
}

/**
 * The places that an address names, in its order, by a list of names that are known (folded, without their kinds): "X. Kim Hòa, H.Cầu Ngang, Trà Vinh"
 * names the commune Kim Hòa, the district Cầu Ngang, and Trà Vinh of no kind. Streets, hamlets and numbers of houses are left out. A name of one word
 * counts only behind its kind: in the house number 1 there is no Phường 1.
 */
export function mentionsIn(text: string, names: ReadonlySet<string>, longestName: number): Mention[] {
  const words = wordsOf(text)
  const mentions: Mention[] = []

  const nameAt = (start: number, least: number): number => {
    let found = 0
    for (let length = 1; length <= longestName && start + length <= words.length; length++) {
      if (length > 1 && words[start + length - 1]!.startsPart) break
      const isName = names.has(foldedOf(start, length))
      if (isName && length >= least) found = length
    }
    return found
  }
  const foldedOf = (start: number, length: number) =>
    words
      .slice(start, start + length)
      .map(({ folded }) => folded)
      .join(' ')
  const kindAt = (start: number) => kindWords.find(([, ...parts]) => parts.every((part, index) => words[start + index]?.folded === part))
  const endsPart = (index: number) => index >= words.length || words[index]!.startsPart
  /** A name that goes on is another name: Tân Hòa does not stand in Tân Hòa Phú. */
  const isWhole = (end: number) =>
    endsPart(end) || country.has(words[end]!.folded) || kindAt(end) !== undefined || nameAt(end, 2) > 0 || /^\d/.test(words[end]!.folded)
  const endOfPart = (start: number) => {
    let end = start + 1
    while (!endsPart(end) && kindAt(end) === undefined) end++
    return end
  }
  const spellingAt = (start: number, end: number) =>
    spellingOf(
      words
        .slice(start, end)
        .map(({ raw }) => raw)
        .join(' '),
    )

  for (let index = 0; index < words.length;) {
    const bare = nameAt(index, 2)
    if (bare > 0 && isWhole(index + bare)) {
      const name = foldedOf(index, bare)
      mentions.push({ kind: null, name, spelling: spellingAt(index, index + bare) })
      index += bare
      continue
    }
    const kind = kindAt(index)
    if (kind !== undefined) {
      const start = index + kind.length - 1
      const length = endsPart(start) ? 0 : nameAt(start, 1)
      if (length > 0 && isWhole(start + length)) {
        mentions.push({ kind: kind[0], name: foldedOf(start, length), spelling: spellingAt(start, start + length) })
        index = start + length
        continue
      }
      // A letter alone is no kind where no name follows it.
      const isMeant = kind.slice(1).join(' ') === kind[0] || words[start - 1]!.isShortened
      if (isMeant && !endsPart(start)) {
        const end = endOfPart(start)
        mentions.push({ kind: kind[0], name: null, spelling: spellingAt(start, end) })
        index = end
        continue
      }
    }
    const isBelow = belowCommune.has(words[index]!.folded)
    index = isBelow && !endsPart(index + 1) ? (/^\d/.test(words[index + 1]!.folded) ? index + 2 : endOfPart(index + 1)) : index + 1
  }
  return mentions
}
