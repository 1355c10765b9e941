import { addMonths, foldText, formatDate, readCode } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { registerColumnWords as columns } from '../../catalogue/words.ts'
import type { ProductId, RegisterProblem } from '../../catalogue/rules.ts'
import type { CertificateStatus, ImportStatus } from '../acts.ts'
import type { CertificateId, DecisionId } from './ids.ts'
import type { Difference, Finding } from './import-row.ts'

export type { Difference, Doubt, Finding, ImportSource } from './import-row.ts'

export type ImportRefusal =
  | { code: 'register-rejected'; problems: RegisterProblem[] }
  | { code: 'import-closed'; status: ImportStatus }
  | { code: 'import-faulty'; problems: number }
  | { code: 'doubts-open'; rows: number[] }

/** Why somebody who reads imports cannot confirm this one: they proposed it, or the province has another officer who can. */
export type NotSecondPerson = 'own-import' | 'officer-available'

/** A number as two people who write it differently mean it. */
const sameNumber = (number: string | null) => number && foldText(readCode(number))
export const numberKey = (number: string): string => sameNumber(number)!

/** A certificate on file that a row may mean. */
export type OnFile = {
  id: CertificateId
  code: string
  productId: ProductId
  decisionId: DecisionId | null
  decisionNumber: string | null
  decisionDate: PlainDate | null
  authority: string | null
  issuedOn: PlainDate | null
  validUntil: PlainDate | null
  validityInferred: boolean
  year: number | null
  stars: number
  status: CertificateStatus
  withdrawnOn: PlainDate | null
}
type Told = Pick<OnFile, 'decisionNumber' | 'decisionDate' | 'authority' | 'issuedOn' | 'validUntil' | 'year'> & { stars: number }

/**
 * What a recognition is to those of its product that are on file: the same number and year are the same recognition, without a number the same
 * day and year are. One that a decision of this platform stands behind is never corrected by a register.
 */
export function foundOf(told: Told, onFile: readonly OnFile[]): { finding: Finding; same: OnFile | undefined; differences: Difference[] } {
  const number = sameNumber(told.decisionNumber)
  const alike = onFile.filter((other) => sameNumber(other.decisionNumber) === number && other.year === told.year)
  const same = alike.find(({ issuedOn }) => issuedOn === told.issuedOn) ?? (number === null ? undefined : alike[0])
  if (!same) return { finding: 'new', same, differences: [] }
  if (same.decisionId !== null) return { finding: 'known', same, differences: [] }
  const day = (date: PlainDate | null) => date && formatDate(date)
  const pairs: [string, string | null, string | null][] = [
    [columns.stars.heading, String(same.stars), String(told.stars)],
    [columns.decisionDate.heading, day(same.decisionDate), day(told.decisionDate)],
    [columns.authority.heading, same.authority, told.authority],
    [columns.issuedOn.heading, day(same.issuedOn), day(told.issuedOn)],
    [columns.validUntil.heading, day(same.validUntil), day(told.validUntil)],
  ]
  const differences = pairs.flatMap(([column, from, to]) => (from === to ? [] : [{ column, from, to }]))
  return { finding: differences.length > 0 ? 'changed' : 'known', same, differences }
}

/** When a recognition was given, as far as the row tells. */
export const dayOf = ({ issuedOn, decisionDate, year }: Pick<OnFile, 'issuedOn' | 'decisionDate' | 'year'>): PlainDate | null =>
  issuedOn ?? decisionDate ?? (year === null ? null : `${year}-12-31`)

type RowTimes = Pick<OnFile, 'issuedOn' | 'decisionDate' | 'year' | 'validUntil'> & { row: number }

/** Days by the same rules as those of a decision: signed by today, and valid no longer than what the law gives. */
export function examineTimes(row: RowTimes, facts: { today: PlainDate; months: number }): RegisterProblem[] {
  const { today, months } = facts
  const problems: RegisterProblem[] = []
  const at = { row: row.row }
  for (const name of ['decisionDate', 'issuedOn'] as const) {
    const value = row[name]
    if (value !== null && value > today)
      problems.push({ code: 'day-in-future', ...at, column: columns[name].heading, value: formatDate(value) })
  }
  if (row.year !== null && row.year > Number(today.slice(0, 4))) {
    problems.push({ code: 'day-in-future', ...at, column: columns.year.heading, value: String(row.year) })
  }
  const { validUntil } = row
  const signed = row.issuedOn ?? row.decisionDate
  if (validUntil !== null) {
    const column = columns.validUntil.heading
    const value = formatDate(validUntil)
    const latest = addMonths(today, months)
    if (validUntil > latest) problems.push({ code: 'valid-too-long', ...at, column, value, months, latest: formatDate(latest) })
    if (signed !== null && validUntil < signed)
      problems.push({ code: 'days-in-disorder', ...at, column, value, before: formatDate(signed) })
  }
  return problems
}
