/** How the last day of a certificate is known. */
export const validityBases = ['printed', 'from-issue', 'latest-possible'] as const
export type ValidityBasis = (typeof validityBases)[number]

/** Why a register file as a whole cannot be read. */
export type UnreadableFile = 'too-large' | 'unpacks-too-large' | 'damaged' | 'not-utf8' | 'quote-left-open'

/** What is wrong with a file of register rows; `row` counts as a spreadsheet does, the heading being row 1. */
export type RegisterProblem =
  | { code: 'column-missing'; column: string }
  | { code: 'column-unknown'; column: string }
  | { code: 'cell-empty'; row: number; column: string }
  | { code: 'cell-wrong'; row: number; column: string; value: string; expected: string }
  | { code: 'row-repeated'; row: number; firstRow: number }
  | { code: 'rows-disagree'; row: number; column: string; firstRow: number }
  | { code: 'file-unreadable'; reason: UnreadableFile }
