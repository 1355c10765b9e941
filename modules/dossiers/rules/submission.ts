import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { filingGaps } from './gaps.ts'
import type { DraftState } from './gaps.ts'
import { dossierActs, filingMove } from './moves.ts'
import type { DossierStatus } from './moves.ts'
import type { SubmitRefusal } from './refusals.ts'

export type SubmissionFacts = {
  today: string
  declared: boolean
  /** The criteria decision in force on the day of filing. */
  criteriaInForce: string
}

/** May the dossier be handed in, and by which move? A first filing is judged by the criteria of its day; later ones keep them. */
export function decideSubmission(
  state: DraftState & { status: DossierStatus; criteriaDecision: string },
  facts: SubmissionFacts,
): Decision<{ move: 'submit' | 'supplement' }, SubmitRefusal> {
  const move = filingMove(state.status)
  const closed = refuseStatus(dossierActs[move], state.status)
  if (closed) return closed
  if (state.status === 'draft' && state.criteriaDecision !== facts.criteriaInForce) {
    return refuse('criteria-superseded', { filedUnder: state.criteriaDecision, inForce: facts.criteriaInForce })
  }
  const gaps = filingGaps(state, facts.today)
  if (gaps.length > 0) return refuse('incomplete', { gaps })
  if (!facts.declared) return refuse('not-declared')
  return accept({ move })
}
