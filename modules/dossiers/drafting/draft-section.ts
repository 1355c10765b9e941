import { answerProblems, askedAt, askedFields, isStarted, missingFields } from '../rules.ts'
import type { AnswerProblem, Field, FieldName, FormSection, SectionAnswers } from '../rules.ts'
import type { Draft } from './find-draft.ts'

/** A plain part of the form as its producer fills it in. */
export type DraftSection = {
  fields: readonly [FieldName, Field][]
  answers: SectionAnswers
  /** What is still empty, once something was written: an untouched part is not scolded. */
  missing: FieldName[]
  problems: AnswerProblem[]
  /** What the open request asks here. */
  asked: string[]
  samplesRequired: number
}

export function draftSection({ dossier, set }: Pick<Draft, 'dossier' | 'set'>, section: FormSection): DraftSection {
  const answers = dossier.answers[section]
  const { samplesRequired } = set
  return {
    fields: askedFields(section, { kind: dossier.kind, samplesRequired }),
    answers,
    missing: isStarted(answers) ? missingFields(section, answers) : [],
    problems: answerProblems(section, answers, dossier.kind),
    asked: askedAt(dossier.asked.producer, `section:${section}`),
    samplesRequired,
  }
}
