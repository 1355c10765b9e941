import { accept, refuseStatus } from '@dacsan/decisions'
import type { Decision, StatusRefusal } from '@dacsan/decisions'
import { doubtActs } from '../acts.ts'
import type { DoubtStatus } from '../acts.ts'

export type DoubtMoveRefusal = StatusRefusal<typeof doubtActs.answer, DoubtStatus>

export function decideDoubtMove(status: DoubtStatus, move: 'take-up' | 'answer'): Decision<{ to: DoubtStatus }, DoubtMoveRefusal> {
  return refuseStatus(doubtActs[move], status) ?? accept({ to: doubtActs[move].to })
}

/** Ten of Crockford's 32 symbols: nobody guesses another's case. */
export const caseCodePattern = /^PA-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/** A case code as people type it: any case, with or without dashes, O for 0, I or L for 1. */
export function readCaseCode(typed: string): string | undefined {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^PA/, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const code = `PA-${symbols.slice(0, 5)}-${symbols.slice(5)}`
  return caseCodePattern.test(code) ? code : undefined
}
