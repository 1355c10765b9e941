import { diffWordsWithSpace } from 'diff'
import { fieldsOf, formSections } from '../rules.ts'
import type {
  AnswerChange,
  ChoiceChange,
  FiledPaper,
  FilingChanges,
  FilingContent,
  PaperChange,
  SectionAnswers,
  WordRun,
} from '../rules.ts'

/**
 * What differs between two filings, in the order of the form.
 *
 * @example changesOf(first.content, second.content).answers // [{ section: 'business', field: 'markets', words: [...] }]
 */
export const changesOf = (before: FilingContent, after: FilingContent): FilingChanges => ({
  answers: answerChanges(before, after),
  choices: choiceChanges(before, after),
  papers: paperChanges(before.evidence, after.evidence),
})

/** Two texts, word by word: what is in the first gives the first, what is in the second the second. */
export function diffText(before: string, after: string): WordRun[] {
  const runs = diffWordsWithSpace(before.normalize('NFC'), after.normalize('NFC')).map(({ value, added, removed }): WordRun => ({
    text: value,
    in: added ? 'after' : removed ? 'before' : 'both',
  }))
  return joined(runs)
}

/** A word of Vietnamese is mostly several syllables with blanks between: "đại lý" that became "siêu thị" is one change and not two. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const made: WordRun[] = []
  for (let index = 0; index < runs.length; index++) {
    const [was, is] = made.slice(-2)
    const [blank, without, within] = runs.slice(index, index + 3)
    const isBlank = blank?.in === 'both' && blank.text.trim() === ''
    if (isBlank && was?.in === 'before' && is?.in === 'after' && without?.in === 'before' && within?.in === 'after') {
      made.splice(-2, 2, { ...was, text: was.text + blank.text + without.text }, { ...is, text: is.text + blank.text + within.text })
      index += 2
    } else made.push(blank!)
  }
  return made
}

const answerChanges = (before: FilingContent, after: FilingContent): AnswerChange[] =>
  formSections.flatMap((section) => {
    const [old, now]: SectionAnswers[] = [before.answers[section] ?? {}, after.answers[section] ?? {}]
    return fieldsOf(section).flatMap(([field]) => {
      const [was, is] = [old![field], now![field]]
      if (was === is) return []
      const words = typeof (was ?? '') === 'string' && typeof (is ?? '') === 'string' ? diffText(String(was ?? ''), String(is ?? '')) : null
      return [{ section, field, before: was, after: is, words }]
    })
  })

function choiceChanges(before: FilingContent, after: FilingContent): ChoiceChange[] {
  const [old, now] = [before, after].map(({ choices }) => new Map(choices.map((choice) => [choice.criterion, choice])))
  return [...new Set([...old!.keys(), ...now!.keys()])]
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .flatMap((criterion) => {
      const [was, is] = [old!.get(criterion) ?? null, now!.get(criterion) ?? null]
      if (was && is && was.optionIndex === is.optionIndex && was.points === is.points && was.reason === is.reason) return []
      return [{ criterion, before: was, after: is, words: diffText(was?.reason ?? '', is?.reason ?? '') }]
    })
}

/** A paper that was sent again as it was is the same paper: its file says so, not its id. */
function paperChanges(before: readonly FiledPaper[], after: readonly FiledPaper[]): PaperChange[] {
  const left = [...before]
  const take = (same: (paper: FiledPaper) => boolean) => {
    const at = left.findIndex(same)
    return at === -1 ? undefined : left.splice(at, 1)[0]
  }
  const byId = after.map((paper) => ({ paper, was: take(({ id }) => id === paper.id) }))
  const pairs = byId.map(({ paper, was }) => ({
    paper,
    was: was ?? (paper.hash === null ? undefined : take(({ hash, kind }) => hash === paper.hash && kind === paper.kind)),
  }))
  const kept = pairs.flatMap(({ paper, was }): PaperChange[] => {
    if (!was) return [{ paper, change: 'added' }]
    if (was.hash !== paper.hash) return [{ paper, change: 'other-file' }]
    return new Set(was.criteria).symmetricDifference(new Set(paper.criteria)).size > 0 ? [{ paper, change: 'other-criteria' }] : []
  })
  return [...kept, ...left.map((paper): PaperChange => ({ paper, change: 'removed' }))]
}
