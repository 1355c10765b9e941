import type { TableProblem } from '../../table-problems.ts'

export type { FaultyRows } from '../../table-problems.ts'

/** How the last day of a certificate is known. */
export const validityBases = ['printed', 'from-issue', 'latest-possible'] as const
export type ValidityBasis = (typeof validityBases)[number]

/** What is wrong with a file of register rows; `row` counts as a spreadsheet does. */
export type RegisterProblem =
  | TableProblem
  | { code: 'row-repeated'; row: number; firstRow: number }
  | { code: 'rows-disagree'; row: number; column: string; firstRow: number }
  | { code: 'day-in-future'; row: number; column: string; value: string }
  | { code: 'days-in-disorder'; row: number; column: string; value: string; before: string }
  /** Nothing that was signed by today can be valid for longer than the law gives from today. */
  | { code: 'valid-too-long'; row: number; column: string; value: string; months: number; latest: string }
