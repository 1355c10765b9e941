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

/**
 * The quantity in what stands on a pack; null where it tells none, or more than one. A comma is a decimal comma, and a point before three digits parts
 * thousands, as on Vietnamese packs (Nghị định 43/2017/NĐ-CP). The migration of packs reads alike.
 *
 * @example readNetContent('Hũ 0,5 kg') // { value: 0.5, unit: 'KGM' }
 */
export function readNetContent(text: string): NetContent | null {
  const found = [...text.toLowerCase().normalize('NFC').matchAll(quantity)]
  const [only] = found
  if (only === undefined || found.length > 1) return null
  const value = Number(only[1]!.replaceAll(/\.(\d{3})(?!\d)/g, '$1').replace(',', '.'))
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
