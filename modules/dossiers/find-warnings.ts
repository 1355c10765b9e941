import { papersOf } from '../law/index.ts'
import { dossierWarnings } from './rules.ts'
import type { DossierContent, DossierWarning } from './rules.ts'

/** What a dossier says without showing it on a day, by the papers that its own decision asks for. */
export function warningsOf(
  dossier: Pick<DossierContent, 'criteriaDecision' | 'setCode' | 'answers' | 'choices' | 'evidence'>,
  today: string,
): DossierWarning[] {
  return dossierWarnings(dossier, papersOf(dossier.criteriaDecision, dossier.setCode), today)
}
