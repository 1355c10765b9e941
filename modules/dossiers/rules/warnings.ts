import { expiredEvidence, usualEvidence } from './evidence.ts'
import type { Evidence, EvidenceKind } from './evidence.ts'
import type { FieldName } from './forms.ts'
import type { DossierContent } from './views.ts'

/** What a dossier says without showing it. It stops nobody: the law names the papers, not how many speak for which criterion. */
export type DossierWarning =
  | { code: 'criterion-without-paper'; criterion: string; name: string; points: number }
  | { code: 'declared-without-paper'; field: DeclaredBox; kind: EvidenceKind }
  | { code: 'paper-without-file'; id: string; title: string }
  | { code: 'paper-expired'; id: string; title: string; expiresOn: string }

/** The boxes of the form that say "we have it", and the row of the table of papers where it should lie. */
const declaredIn = {
  hasBusinessRegistration: 1,
  hasQualityDeclaration: 11,
  hasFoodSafety: 2,
  hasIntellectualProperty: 7,
} as const satisfies Partial<Record<FieldName<'registration'>, EvidenceKind>>
export type DeclaredBox = keyof typeof declaredIn
const declaredBoxes = Object.keys(declaredIn) as DeclaredBox[]

/** The same list for the producer, the commune and the province. Criteria that papers do not usually speak for (taste, colour) are left out. */
export function dossierWarnings(dossier: Pick<DossierContent, 'answers' | 'choices' | 'evidence'>, today: string): DossierWarning[] {
  const { answers, choices, evidence } = dossier
  const about = ({ id, title }: Evidence) => ({ id, title })
  return [
    ...declaredBoxes
      .filter((field) => answers.registration[field] === true && !evidence.some(({ kind }) => kind === declaredIn[field]))
      .map((field) => ({ code: 'declared-without-paper' as const, field, kind: declaredIn[field] })),
    ...expiredEvidence(evidence, today).map((paper) => ({
      code: 'paper-expired' as const,
      ...about(paper),
      expiresOn: paper.expiresOn!,
    })),
    ...evidence.filter(({ fileHash }) => fileHash === null).map((paper) => ({ code: 'paper-without-file' as const, ...about(paper) })),
    ...choices
      .filter(({ points, criterionName }) => points > 0 && usualEvidence(criterionName).length > 0)
      .filter(({ criterion }) => !evidence.some(({ criteria }) => criteria.includes(criterion)))
      .map(({ criterion, criterionName, points }) => ({
        code: 'criterion-without-paper' as const,
        criterion,
        name: criterionName,
        points,
      })),
  ]
}
