import type { EvidenceKind } from './evidence.ts'
import type { DossierAnswers, FieldName, FieldValue, FormSection } from './forms.ts'
import type { EvidenceId } from './ids.ts'
import type { Choice } from './self-score.ts'

export type FiledPaper = { id: EvidenceId; kind: EvidenceKind; title: string; hash: string | null; criteria: readonly string[] }

/** What was handed in, without the numbers of people and households. */
export type FilingContent = {
  answers: Partial<DossierAnswers>
  choices: readonly Pick<Choice, 'criterion' | 'optionIndex' | 'points' | 'reason'>[]
  evidence: readonly FiledPaper[]
}

/** One filing of a dossier. `isBackfilled`: written later, from what stood in the dossier then. */
export type Filing = {
  number: number
  filedAt: Date
  filedByName: string
  /** The producer, where somebody filed on its behalf. */
  filedForName: string | null
  isBackfilled: boolean
  content: FilingContent
}

/** A run of words: in both texts, or in one of the two. */
export type WordRun = { text: string; in: 'both' | 'before' | 'after' }

export type AnswerChange = {
  section: FormSection
  field: FieldName
  before: FieldValue | undefined
  after: FieldValue | undefined
  /** Where both are words. */
  words: readonly WordRun[] | null
}
export type ChoiceChange = {
  criterion: string
  before: FilingContent['choices'][number] | null
  after: FilingContent['choices'][number] | null
  /** The reason, word by word. */
  words: readonly WordRun[]
}
export type PaperChange = { paper: FiledPaper; change: 'added' | 'removed' | 'other-file' | 'other-criteria' }

export type FilingChanges = { answers: readonly AnswerChange[]; choices: readonly ChoiceChange[]; papers: readonly PaperChange[] }

export const countChanges = ({ answers, choices, papers }: FilingChanges): number => answers.length + choices.length + papers.length
