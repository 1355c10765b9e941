/**
 * The 26 criteria sets as a shopper sees them: ten aisles. The numbers are those of Quyết định 26/2026/QĐ-TTg, Phụ lục;
 * the grouping is ours and decides nothing.
 */
const setsByAisle = {
  fresh: [1, 2],
  grain: [3, 4],
  food: [5, 6, 7, 8],
  spice: [9, 10],
  tea: [11, 12, 13],
  drink: [14, 15, 16, 17],
  herbal: [18, 19, 20],
  craft: [21, 22],
  plant: [23, 24, 25],
  tourism: [26],
} as const

export type Aisle = keyof typeof setsByAisle

export const aisles = Object.keys(setsByAisle) as Aisle[]

/** The aisle of a criteria set. @example aisleOf('QD26-07') // 'food' */
export function aisleOf(setCode: string): Aisle {
  const aisle = aisles.find((aisle) => isInAisle(setCode, aisle))
  if (aisle === undefined) throw new RangeError(`${setCode} is no criteria set`)
  return aisle
}

/** Whether the products of a criteria set stand in an aisle. @example isInAisle('QD26-26', 'tourism') // true */
export function isInAisle(setCode: string, aisle: Aisle): boolean {
  const number = Number(setCode.split('-').at(-1))
  return (setsByAisle[aisle] as readonly number[]).includes(number)
}

/** The criteria sets of an aisle, as codes of the decision in force. @example setsIn('spice') // ['QD26-09', 'QD26-10'] */
export function setsIn(aisle: Aisle): string[] {
  return setsByAisle[aisle].map((number) => `QD26-${String(number).padStart(2, '0')}`)
}
