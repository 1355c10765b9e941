import { netUnitWords } from './net-unit-words.ts'
import type { NetUnit } from './net-unit-words.ts'

/** A quantity of goods. */
export type NetContent = { value: number; unit: NetUnit }

/** The unit that somebody wrote, of lots as well; undefined where goods are counted in pieces. */
export const netUnitOf = (word: string): NetUnit | undefined => netUnitWords[word.trim().toLowerCase().normalize('NFC')]

const quantity = new RegExp(
  `(?<![\\d.,])(\\d+(?:\\.\\d{3})*(?:[.,]\\d+)?)\\s*(${Object.keys(netUnitWords).join('|')})(?![\\p{L}\\p{N}_])`,
  'gu',
)

/** A count that the quantity is taken so many times: before it with or without a word for the piece, or behind it. */
const times = { before: /(?<![\d.,])(\d+)\s*(?:\p{L}+\s*)?[x×*]\s*$/u, behind: /^\s*[x×*]\s*(\d+)(?![\d.,])/u }

/**
 * The quantity in what stands on a pack; null where it tells none, or more than one. A comma is a decimal comma, and a point before three digits parts
 * thousands, as on Vietnamese packs (Nghị định 43/2017/NĐ-CP). “10 gói × 20 g” is 200 g; another number beside it, as in “hộp 20 gói 3 g”, may count or name
 * anything, and then nothing is told. The migration of packs did not look for such numbers.
 *
 * @example readNetContent('Hũ 0,5 kg') // { value: 0.5, unit: 'KGM' }
 */
export function readNetContent(text: string): NetContent | null {
  const found = [...text.toLowerCase().normalize('NFC').matchAll(quantity)]
  const [only] = found
  if (only === undefined || found.length > 1) return null
  const [before, behind] = [only.input.slice(0, only.index), only.input.slice(only.index + only[0].length)]
  const counted = [times.before.exec(before), times.behind.exec(behind)].filter((match) => match !== null)
  if (counted.length !== [...`${before} ${behind}`.matchAll(/(?<![\p{L}\p{N}.,])\d+/gu)].length) return null
  const one = Number(only[1]!.replaceAll(/\.(\d{3})(?!\d)/g, '$1').replace(',', '.'))
  const value = counted.reduce((product, match) => product * Number(match[1]), one)
  return value > 0 ? { value, unit: netUnitOf(only[2]!)! } : null
}

const inSmallUnits: Readonly<Record<NetUnit, { of: 'mass' | 'volume'; times: number }>> = {
  KGM: { of: 'mass', times: 1000 },
  GRM: { of: 'mass', times: 1 },
  LTR: { of: 'volume', times: 1000 },
  MLT: { of: 'volume', times: 1 },
}

/**
 * How many times the second quantity is in the first; null where one is a mass and the other a volume.
 *
 * @example ratioOf({ value: 250, unit: 'GRM' }, { value: 1, unit: 'KGM' }) // 0.25
 */
export function ratioOf(one: NetContent, other: NetContent): number | null {
  const [a, b] = [inSmallUnits[one.unit], inSmallUnits[other.unit]]
  return a.of === b.of ? (one.value * a.times) / (other.value * b.times) : null
}
