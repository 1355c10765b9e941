import { sectionCodeOf } from '@dacsan/scorecard'
import type { PaperRow } from '../../law/rules.ts'
import { expiredEvidence, missingEvidence } from './evidence.ts'
import type { AttachedEvidence, EvidenceKind } from './evidence.ts'
import { scorePlace } from './carried.ts'
import type { CarriedPlace } from './carried.ts'
import { answerProblems, formSections, isStarted, missingFields } from './forms.ts'
import type { DossierAnswers, DossierKind, DossierSection, FieldName } from './forms.ts'
import type { EvidenceId } from './ids.ts'
import { unansweredItems } from './requests.ts'
import type { RequestItem, RequestTarget } from './requests.ts'
import type { PartProgress } from './self-score.ts'

/**
 * How far a part is; `asked`: a line of the open request about it is not answered yet; `carried`: it
 * was taken over from the last dossier and nobody has looked at it.
 */
export type SectionStatus = 'not-started' | 'carried' | 'in-progress' | 'error' | 'asked' | 'done'

/** What still stands between a draft and its filing; each leads to its place. */
export type Gap =
  | { code: 'fields-missing'; section: DossierSection; fields: FieldName[] }
  | { code: 'answers-inconsistent'; section: DossierSection; fields: FieldName[] }
  | { code: 'criteria-unanswered'; section: DossierSection; criteria: string[] }
  | { code: 'evidence-missing'; section: 'evidence'; papers: { kind: EvidenceKind; kindName: string }[] }
  | { code: 'evidence-expired'; section: 'evidence'; papers: { id: EvidenceId; title: string; expiresOn: string }[] }
  /** `criterion`: where the first section of the scorecard begins that nobody has looked at. */
  | { code: 'carried-unseen'; section: DossierSection; criterion: string | null }
  | { code: 'request-unanswered'; section: DossierSection | null; about: RequestTarget; paper?: string | undefined; text: string }

export type DraftState = {
  kind: DossierKind
  answers: DossierAnswers
  /** Criteria per part that apply, and how many have an answer. */
  parts: readonly PartProgress[]
  evidence: readonly AttachedEvidence[]
  /** The rows of the table of papers in the decision that it is judged by. */
  paperRows: readonly PaperRow[]
  /** What was taken over and nobody has looked at. */
  carried: readonly CarriedPlace[]
  /** The open request for supplements, if the dossier came back. */
  requestItems: readonly RequestItem[]
}

export function filingGaps(draft: DraftState, today: string): Gap[] {
  const gaps: Gap[] = []
  for (const section of formSections) {
    const fields = missingFields(section, draft.answers[section])
    if (fields.length > 0) gaps.push({ code: 'fields-missing', section, fields })
    const problems = answerProblems(section, draft.answers[section], draft.kind)
    if (problems.length > 0) gaps.push({ code: 'answers-inconsistent', section, fields: problems.map((problem) => problem.field) })
  }
  for (const part of draft.parts) {
    if (part.unanswered.length > 0) gaps.push({ code: 'criteria-unanswered', section: part.section, criteria: [...part.unanswered] })
  }
  const missing = missingEvidence(draft.paperRows, draft.evidence).map(({ row, name }) => ({ kind: row, kindName: name }))
  if (missing.length > 0) gaps.push({ code: 'evidence-missing', section: 'evidence', papers: missing })
  const papers = expiredEvidence(draft.evidence, today).map(({ id, title, expiresOn }) => ({ id, title, expiresOn: expiresOn! }))
  if (papers.length > 0) gaps.push({ code: 'evidence-expired', section: 'evidence', papers })
  gaps.push(...unseen(draft))
  for (const { about, paper, text } of unansweredItems(draft.requestItems)) {
    gaps.push({ code: 'request-unanswered', section: sectionOfTarget(about, draft.parts), about, paper, text })
  }
  return gaps
}

/** A gap for each part in which something was taken over that nobody has looked at. */
function unseen({ carried, parts }: DraftState): Gap[] {
  const firstOf = ({ criteria }: PartProgress) => criteria.find((code) => carried.includes(scorePlace(sectionCodeOf(code))))
  const places: { section: DossierSection; criterion: string | null }[] = [
    ...(['business', 'plan', 'evidence'] as const)
      .filter((place) => carried.includes(place))
      .map((section) => ({ section, criterion: null })),
    ...parts.flatMap((part) => {
      const criterion = firstOf(part)
      return criterion === undefined ? [] : [{ section: part.section, criterion }]
    }),
  ]
  return places.map((place) => ({ code: 'carried-unseen', ...place }))
}

/** The part of the task list where a line of a request is answered. */
export function sectionOfTarget(about: RequestTarget, parts: readonly PartProgress[]): DossierSection | null {
  if (about === 'commune-report') return null
  if (about.startsWith('section:')) return about.slice('section:'.length) as DossierSection
  if (about.startsWith('evidence:')) return 'evidence'
  const criterion = about.slice('criterion:'.length)
  return parts.find((part) => part.criteria.includes(criterion))?.section ?? null
}

/** The status of every part for the task list: what is asked outweighs an error, an error a gap; a part nobody touched is not begun. */
export function sectionStatuses(draft: DraftState, today: string): Record<DossierSection, SectionStatus> {
  const gaps = filingGaps(draft, today)
  const status = (section: DossierSection, started: boolean): SectionStatus => {
    const own = gaps.filter((gap) => gap.section === section)
    if (own.some((gap) => gap.code === 'request-unanswered')) return 'asked'
    if (own.some((gap) => gap.code === 'answers-inconsistent' || gap.code === 'evidence-expired')) return 'error'
    if (own.some((gap) => gap.code === 'carried-unseen')) return 'carried'
    if (own.length === 0) return 'done'
    return started ? 'in-progress' : 'not-started'
  }
  const part = (section: DossierSection) => draft.parts.find((candidate) => candidate.section === section)
  const isPartStarted = (section: DossierSection) => {
    const found = part(section)
    return found !== undefined && found.unanswered.length < found.criteria.length
  }
  return {
    producer: status('producer', isStarted(draft.answers.producer)),
    registration: status('registration', isStarted(draft.answers.registration)),
    business: status('business', isStarted(draft.answers.business)),
    'part-a': status('part-a', isPartStarted('part-a')),
    'part-b': status('part-b', isPartStarted('part-b')),
    'part-c': status('part-c', isPartStarted('part-c')),
    evidence: status('evidence', draft.evidence.length > 0),
    plan: status('plan', isStarted(draft.answers.plan)),
  }
}
