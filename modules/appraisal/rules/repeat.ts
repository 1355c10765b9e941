import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { scoredCriteria } from '@dacsan/scorecard'
import type { CriteriaSet, Criterion } from '@dacsan/scorecard'
import { searchWords } from '@dacsan/vietnam'
import { missingCriteria, totalOf, writeLines } from './sheet.ts'
import type { LineChange, SheetLine } from './sheet.ts'

/** `sensory-criteria-missing`: what a sample by itself can be scored on, and some sets ask nothing of. */
export type SlipInRefusal = { code: 'sensory-criteria-missing' } | { code: 'repeat-there' }
export type TakeOutRefusal = { code: 'repeat-scored' }
export type ScoreRepeatRefusal =
  | { code: 'repeat-handed-in' }
  | { code: 'criteria-missing'; criteria: string[] }
  | { code: 'unknown-option'; criterion: string }

/** The sections whose criteria a member judges by eye, nose and tongue, as every decision calls them ("chỉ tiêu cảm quan"). */
const isSensory = (name: string) => searchWords(name).join(' ').includes('chi tieu cam quan')

/** What can be scored of a sample that nobody knows the name of. */
export function sensoryCriteria(set: CriteriaSet): Criterion[] {
  const sections = set.parts.flatMap((part) => part.sections).filter(({ name }) => isSensory(name))
  const codes = new Set(sections.flatMap((section) => section.criteria.map(({ code }) => code)))
  return scoredCriteria(set).filter(({ code }) => codes.has(code))
}

export function decideSlipIn(facts: { criteria: readonly Criterion[]; isThere: boolean }): Decision<{ slippedIn: true }, SlipInRefusal> {
  if (facts.criteria.length === 0) return refuse('sensory-criteria-missing')
  if (facts.isThere) return refuse('repeat-there')
  return accept({ slippedIn: true })
}

/** A sample is scored in one go, every criterion of it, and once. */
export function decideRepeatSheet(
  facts: { criteria: readonly Criterion[]; isHandedIn: boolean },
  marks: readonly Pick<LineChange, 'criterion' | 'choice'>[],
): Decision<{ lines: SheetLine[] }, ScoreRepeatRefusal> {
  if (facts.isHandedIn) return refuse('repeat-handed-in')
  const written = writeLines(
    [],
    marks.map((mark) => ({ ...mark, comment: '' })),
    facts.criteria,
  )
  if (!written.ok) return written
  const missing = missingCriteria(written.event.lines, facts.criteria)
  return missing.length > 0 ? refuse('criteria-missing', { criteria: missing }) : written
}

/** The same criteria scored twice by one member: the points of either time; null where the product itself has no sheet of theirs. */
export type ScoredTwice = { first: number | null; again: number }

export function scoredTwice(first: readonly SheetLine[] | null, again: readonly SheetLine[]): ScoredTwice {
  const asked = new Set(again.map(({ criterion }) => criterion))
  return { first: first && totalOf(first.filter(({ criterion }) => asked.has(criterion))), again: totalOf(again) }
}

export type Repeatability = {
  samples: number
  /** How far the second scoring lies from the first on average, up or down alike; to read, nothing is decided by it. */
  apart: number
}

/** Null for a member who scored nothing twice. */
export function repeatabilityOf(twice: readonly ScoredTwice[]): Repeatability | null {
  const apart = twice.flatMap(({ first, again }) => (first === null ? [] : [Math.abs(again - first)]))
  return apart.length === 0 ? null : { samples: apart.length, apart: apart.reduce((sum, one) => sum + one, 0) / apart.length }
}
