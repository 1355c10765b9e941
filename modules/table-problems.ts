/** Why a file as a whole cannot be read. */
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

/** What is wrong with a file before its rows are looked at. */
export type FileProblem =
  | { code: 'file-unreadable'; reason: UnreadableFile }
  | { code: 'sheet-extra'; sheet: string; hidden: boolean }
  | { code: 'too-many-rows'; most: number }

/** What can be wrong with the cells of any table; `row` counts as a spreadsheet does. */
export type CellProblem =
  | { code: 'cell-empty'; row: number; column: string }
  | { code: 'cell-wrong'; row: number; column: string; value: string; expected: string }
  /** A value beside the headings, which belongs to no column: `cell` as a spreadsheet names it. */
  | { code: 'cell-extra'; row: number; cell: string; value: string }
  /** A spreadsheet made something else of what was typed. */
  | { code: 'cell-converted'; row: number; column: string; value: string; into: 'date' | 'number' | 'truth' }
  | { code: 'text-garbled'; row: number; column: string; value: string }
  | { code: 'text-long'; row: number; column: string; most: number; length: number }

export type ColumnProblem =
  | { code: 'column-missing'; column: string }
  | { code: 'column-unknown'; column: string }
  | { code: 'column-twice'; column: string }

export type TableProblem = FileProblem | ColumnProblem | CellProblem

/** The rows of a file in which something is wrong, as they stand there. */
export type FaultyRows = { headings: string[]; rows: { row: number; cells: string[] }[] }
