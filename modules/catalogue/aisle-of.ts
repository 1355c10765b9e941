import { aislesOfSets } from '../law/index.ts'
import { aisles, isAisle } from './rules/aisle.ts'
import type { Aisle } from './rules/aisle.ts'

/** The aisle of a criteria set. @example aisleOf('QD26-07') // 'food' */
export function aisleOf(setCode: string): Aisle {
  const aisle = aislesOfSets().get(setCode)
  if (!isAisle(aisle)) throw new RangeError(`${setCode} is not a criteria set that stands in an aisle`)
  return aisle
}

/** The criteria sets in each aisle, by their codes. */
export function setsByAisle(): ReadonlyMap<Aisle, string[]> {
  const codes = [...aislesOfSets().keys()]
  return new Map(aisles.map((aisle) => [aisle, codes.filter((code) => aisleOf(code) === aisle)]))
}
