/** How the last day of a certificate is known. */
export const validityBases = ['printed', 'from-issue', 'latest-possible'] as const
export type ValidityBasis = (typeof validityBases)[number]

/** Why a register file as a whole cannot be read. */
export type UnreadableFile =
  | 'too-large'
  | 'unpacks-too-large'
  | 'too-many-cells'
  | 'takes-too-long'
  | 'too-many-at-once'
  | 'damaged'
  | 'not-utf8'
  | 'quote-left-open'
  | 'no-heading'
  | 'no-rows'

/** What is wrong with a file of register rows; `row` counts as a spreadsheet does. */
export type RegisterProblem =
  | { code: 'column-missing'; column: string }
  | { code: 'column-unknown'; column: string }
  | { code: 'column-twice'; column: string }
  | { code: 'sheet-extra'; sheet: string; hidden: boolean }
  | { code: 'too-many-rows'; most: number }
  | { code: 'cell-empty'; row: number; column: string }
  | { code: 'cell-wrong'; row: number; column: string; value: string; expected: string }
  /** A value beside the headings, which belongs to no column: `cell` as a spreadsheet names it. */
  | { code: 'cell-extra'; row: number; cell: string; value: string }
  /** A spreadsheet made something else of what was typed. */
  | { code: 'cell-converted'; row: number; column: string; value: string; into: 'date' | 'number' | 'truth' }
  | { code: 'text-garbled'; row: number; column: string; value: string }
  | { code: 'text-long'; row: number; column: string; most: number; length: number }
  | { code: 'row-repeated'; row: number; firstRow: number }
  | { code: 'rows-disagree'; row: number; column: string; firstRow: number }
  | { code: 'day-in-future'; row: number; column: string; value: string }
  | { code: 'days-in-disorder'; row: number; column: string; value: string; before: string }
  /** Nothing that was signed by today can be valid for longer than the law gives from today. */
  | { code: 'valid-too-long'; row: number; column: string; value: string; months: number; latest: string }
  | { code: 'file-unreadable'; reason: UnreadableFile }

/** The rows of a file in which something is wrong, as they stand there. */
export type FaultyRows = { headings: string[]; rows: { row: number; cells: string[] }[] }
