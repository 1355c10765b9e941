import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { SheetFault } from './refusals.ts'

/** What an inspector says of an item of the check list. */
export const itemAnswers = ['holds', 'fails', 'not-applicable'] as const
export type ItemAnswer = (typeof itemAnswers)[number]
export type SheetAnswer = { item: string; answer: ItemAnswer | null; note: string }

export type Sheet = {
  answers: readonly SheetAnswer[]
  visitedAt: Date | null
  place: string | null
  /** Who was met there for the producer. */
  met: string | null
}

/** Whether a visit can be closed: everything was looked at, whatever fails has a finding, and the minutes know who met whom where. */
export function decideFinish(
  { answers, visitedAt, place, met }: Sheet,
  { items, findings }: { items: readonly { key: string; label: string }[]; findings: readonly { item: string }[] },
): Decision<{ type: 'inspection.finished' }, SheetFault> {
  const said = new Map(answers.map(({ item, answer }) => [item, answer]))
  const unanswered = items.filter(({ key }) => !said.get(key))
  if (unanswered.length > 0) return refuse('items-unanswered', { items: labels(unanswered) })
  const failing = items.filter(({ key }) => said.get(key) === 'fails' && !findings.some(({ item }) => item === key))
  if (failing.length > 0) return refuse('failing-without-finding', { items: labels(failing) })
  const missing = [
    ...(visitedAt === null ? ['visitedAt' as const] : []),
    ...(place === null ? ['place' as const] : []),
    ...(met === null ? ['met' as const] : []),
  ]
  return missing.length > 0 ? refuse('sheet-incomplete', { missing }) : accept({ type: 'inspection.finished' })
}

const labels = (items: readonly { label: string }[]): string[] => items.map(({ label }) => label)
