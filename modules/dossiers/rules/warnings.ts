import type { PaperLaw } from '../../law/rules.ts'
import { expiredEvidence } from './evidence.ts'
import type { AttachedEvidence, Evidence, EvidenceKind } from './evidence.ts'
import { sectionFields } from './forms.ts'
import type { FieldName } from './forms.ts'
import type { EvidenceId } from './ids.ts'
import type { DossierContent } from './views.ts'

/** What a dossier says without showing it. It stops nobody: the law names the papers, not how many speak for which criterion. */
export type DossierWarning =
  | { code: 'criterion-without-paper'; criterion: string; name: string; points: number }
  | { code: 'declared-without-paper'; field: DeclaredBox; kind: EvidenceKind; kindName: string }
  | { code: 'paper-without-file'; id: EvidenceId; title: string }
  | { code: 'paper-expired'; id: EvidenceId; title: string; expiresOn: string }

/** A box of the form that says "we have it"; the row of papers where it should lie names it. */
export type DeclaredBox = FieldName<'registration'>

export const isDeclaredBox = (field: string | undefined): field is DeclaredBox =>
  field !== undefined && Object.hasOwn(sectionFields.registration, field)

/** The same list for the producer, the commune and the province. Criteria that papers do not usually speak for (taste, colour) are left out. */
export function dossierWarnings(
  dossier: Pick<DossierContent, 'answers' | 'choices'> & { evidence: readonly AttachedEvidence[] },
  { rows, usual }: PaperLaw,
  today: string,
): DossierWarning[] {
  const { answers, choices, evidence } = dossier
  const about = ({ id, title }: Evidence) => ({ id, title })
  return [
    ...rows.flatMap(({ row, name, declaredBy }) =>
      isDeclaredBox(declaredBy) && answers.registration[declaredBy] === true && !evidence.some(({ kind }) => kind === row)
        ? [{ code: 'declared-without-paper' as const, field: declaredBy, kind: row, kindName: name }]
        : [],
    ),
    ...expiredEvidence(evidence, today).map((paper) => ({
      code: 'paper-expired' as const,
      ...about(paper),
      expiresOn: paper.expiresOn!,
    })),
    ...evidence.filter(({ fileHash }) => fileHash === null).map((paper) => ({ code: 'paper-without-file' as const, ...about(paper) })),
    ...choices
      .filter(({ points, criterion }) => points > 0 && usual[criterion] !== undefined)
      .filter(({ criterion }) => !evidence.some(({ criteria }) => criteria.includes(criterion)))
      .map(({ criterion, criterionName, points }) => ({
        code: 'criterion-without-paper' as const,
        criterion,
        name: criterionName,
        points,
      })),
  ]
}
