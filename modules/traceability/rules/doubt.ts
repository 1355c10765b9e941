import { accept, canMove, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'
import type { Role } from '../../identity/rules.ts'

export const doubtStatuses = ['new', 'checking', 'closed'] as const
export type DoubtStatus = (typeof doubtStatuses)[number]
export type DoubtMove = 'check' | 'answer'

export const doubtMoves = {
  check: { from: ['new'], to: 'checking', by: ['provincial-officer', 'science-department'] },
  answer: { from: ['new', 'checking'], to: 'closed', by: ['provincial-officer', 'science-department'], check: 'words for the reporter' },
} as const satisfies Moves<DoubtStatus, Role, DoubtMove>

export type DoubtMoveRefusal = { code: 'doubt-not-in-status'; status: DoubtStatus }

export function decideDoubtMove(
  status: DoubtStatus,
  move: DoubtMove,
): Decision<{ type: 'doubt.moved'; to: DoubtStatus }, DoubtMoveRefusal> {
  return canMove<DoubtStatus, Role, DoubtMove>(doubtMoves, status, move)
    ? accept({ type: 'doubt.moved', to: doubtMoves[move].to })
    : refuse('doubt-not-in-status', { status })
}

/** Ten of Crockford's 32 symbols: nobody guesses another's case. */
export const caseCodePattern = /^PA-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/** A case code as people type it: any case, with or without dashes, O for 0, I or L for 1. */
export function readCaseCode(typed: string): string | undefined {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^PA/, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const code = `PA-${symbols.slice(0, 5)}-${symbols.slice(5)}`
  return caseCodePattern.test(code) ? code : undefined
}
