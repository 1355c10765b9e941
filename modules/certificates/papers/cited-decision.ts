import { dateLine } from '@dacsan/papers'

/** "Quyết định số 3981/QĐ-UBND ngày 01 tháng 12 năm 2026", with room for the pen while it is a draft. */
export function citedDecision(decision: { number: string | null; signedOn: string | null }, draftYear: string): string {
  const number = decision.number ?? `${'\u00a0'.repeat(10)}/QĐ-UBND`
  return `Quyết định số ${number} ${dateLine(decision.signedOn ?? draftYear)}`
}
