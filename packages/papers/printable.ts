import type * as opentype from 'opentype.js'
import { fontFiles, openFont } from './fonts.ts'

/** What stands for a character that no font of ours can draw. */
const stranger = '□'
/** Drawn as nothing, by any font: joiners, marks of direction, variation selectors. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\t\n]$/u
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * Data whose every text can be printed: a sign that no font of ours has (an emoji, a Chinese character) becomes □. PDF/A forbids a sign without
 * a shape (ISO 19005-2, 6.2.11.8), so one such name would keep a whole set of minutes from being printed.
 *
 * @example printable({ name: 'Mứt dừa 🥥' }) // { name: 'Mứt dừa □' }
 */
export function printable<Data>(data: Data): Data {
  if (typeof data === 'string') return printableText(data) as Data
  if (Array.isArray(data)) return data.map(printable) as Data
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)])) as Data
}

function printableText(text: string): string {
  return [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => (isDrawn(segment) ? segment : stranger)).join('')
}

function isDrawn(grapheme: string): boolean {
  return [...grapheme].every(
    (character) => invisible.test(character) || families().some((cuts) => cuts.every((font) => font.hasChar(character))),
  )
}

let opened: opentype.Font[][] | undefined

/** Our fonts by family: a sign is drawn when all cuts of one family have it, for any text may be set bold. */
function families(): opentype.Font[][] {
  return (opened ??= [...Map.groupBy(fontFiles(), (path) => path.split('/').at(-3)).values()].map((files) => files.map(openFont)))
}
