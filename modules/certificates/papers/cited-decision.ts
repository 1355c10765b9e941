import { dateLine } from '@dacsan/papers'
import { issuers } from '../../papers/index.ts'
import type { DecisionCard } from '../rules.ts'

const { province } = issuers
/** Room to write a number by hand. */
const openNumber = '\u00a0'.repeat(10)

/** "Quyết định số 3981/QĐ-UBND ngày 01 tháng 12 năm 2026", with room for the pen while it is a draft. */
export function citedDecision(decision: { number: string | null; signedOn: string | null }, draftYear: string): string {
  const number = decision.number ?? `${openNumber}/${province.decisionSymbol}`
  return `Quyết định số ${number} ${dateLine(decision.signedOn ?? draftYear)}`
}

/** "Tờ trình số 215/TTr-SNNMT ngày 20 tháng 11 năm 2026", with room for the pen where nobody entered it. */
export function citedProposal({ proposalNumber, proposalOn }: Pick<DecisionCard, 'proposalNumber' | 'proposalOn'>, year: string): string {
  const { proposalSymbol } = province.office
  const number = proposalNumber ?? openNumber
  return `Tờ trình số ${number.includes('/') ? number : `${number}/${proposalSymbol}`} ${dateLine(proposalOn ?? year)}`
}
