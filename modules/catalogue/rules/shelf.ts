/**
 * The 26 criteria sets as a shopper sees them: ten shelves. The numbers are those of Quyết định 26/2026/QĐ-TTg, Phụ lục;
 * the grouping is ours and decides nothing.
 */
const setsByShelf = {
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

export type Shelf = keyof typeof setsByShelf

export const shelves = Object.keys(setsByShelf) as Shelf[]

/** The shelf of a criteria set. @example shelfOf('QD26-07') // 'food' */
export function shelfOf(setCode: string): Shelf {
  const shelf = shelves.find((shelf) => isOnShelf(setCode, shelf))
  if (shelf === undefined) throw new RangeError(`${setCode} is no criteria set`)
  return shelf
}

/** Whether the products of a criteria set stand on a shelf. @example isOnShelf('QD26-26', 'tourism') // true */
export function isOnShelf(setCode: string, shelf: Shelf): boolean {
  const number = Number(setCode.split('-').at(-1))
  return (setsByShelf[shelf] as readonly number[]).includes(number)
}

/** The criteria sets of a shelf, as codes of the decision in force. @example setsOn('spice') // ['QD26-09', 'QD26-10'] */
export function setsOn(shelf: Shelf): string[] {
  return setsByShelf[shelf].map((number) => `QD26-${String(number).padStart(2, '0')}`)
}
