import { foldText, searchWords } from '@dacsan/vietnam'

/** What a program may write into a cell. A date of a workbook is a `Date` whose UTC parts are what the sheet shows. */
export type Cell = string | number | boolean | Date | null | undefined
export type Rows = readonly (readonly Cell[])[]

export const textOf = (cell: Cell): string =>
  (typeof cell === 'string' ? cell : cell instanceof Date || cell === null || cell === undefined ? '' : String(cell))
    .normalize('NFC')
    .trim()

export const isBlank = (cell: Cell): boolean => !(cell instanceof Date) && textOf(cell) === ''

/** A text as headings and labels are compared: folded words with single blanks. */
export const words = (text: string): string => searchWords(foldText(text)).join(' ')
