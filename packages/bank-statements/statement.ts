import type { FileRefusal } from './read-sheets.ts'

/** `at`: a date, or a moment with Vietnam's offset; that of the transaction where the bank also gives the day on which it booked it. */
export type StatementLine = {
  at: string
  amount: number
  direction: 'in' | 'out'
  content: string
  reference: string | null
  balance: number | null
}
/** `bank`: the BIN, null where the file does not tell; `agrees`: whether its balances add up, null where it prints none; `account`: its number, as printed above. */
export type Statement = { bank: string | null; lines: StatementLine[]; agrees: boolean | null; account: string | null }

export type StatementRefusal =
  | FileRefusal
  | { code: 'not-a-statement' }
  | { code: 'several-accounts' }
  | { code: 'lines-unreadable'; faults: StatementFault[] }
/** `row` counts from 1, `column` too; null where the file has no columns. */
export type StatementFault = { row: number; column: number | null; why: LineFault }
export type LineFault = 'date' | 'amount' | 'both-directions'
