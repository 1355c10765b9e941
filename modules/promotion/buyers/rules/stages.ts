import type { PlainDate } from '@dacsan/vietnam'
import type { EndReason } from './choices.ts'

/** How far a buyer and a producer have come, in order; ended stands beside them. */
export const stages = ['introduced', 'sample', 'quote', 'mou', 'contract', 'first-delivery', 'repeat', 'ended'] as const
export type Stage = (typeof stages)[number]
/** Whose word a line of the ledger is. */
export type Side = 'buyer' | 'producer' | 'office'

/** What may come next. Nobody is made to sign a memorandum; a delivery is repeated only after there was a first. */
const next: Readonly<Record<Stage, readonly Stage[]>> = {
  introduced: ['sample', 'quote', 'mou', 'contract', 'first-delivery', 'ended'],
  sample: ['quote', 'mou', 'contract', 'first-delivery', 'ended'],
  quote: ['mou', 'contract', 'first-delivery', 'ended'],
  mou: ['contract', 'first-delivery', 'ended'],
  contract: ['first-delivery', 'ended'],
  'first-delivery': ['repeat', 'ended'],
  repeat: ['repeat', 'ended'],
  ended: [],
}
export const stepsFrom = (stage: Stage): readonly Stage[] => next[stage]

export type StepGiven = {
  stage: Stage
  onDay: PlainDate
  buyerParty: string | null
  producerParty: string | null
  untilOn: PlainDate | null
  leastVnd: number | null
  mostVnd: number | null
  reason: EndReason | null
  hasProof: boolean
}

export type StepRefusal =
  | { code: 'step-not-allowed'; stage: Stage }
  | { code: 'day-in-future' }
  | { code: 'day-before-last'; day: PlainDate }
  | { code: 'parties-missing' }
  | { code: 'proof-missing' }
  | { code: 'term-missing' }
  | { code: 'value-missing' }
  | { code: 'band-turned' }
  | { code: 'sum-missing' }
  | { code: 'end-reason-missing' }

type Known = { stage: Stage; lastDay: PlainDate; today: PlainDate }

/** Why this step is not written down; a memorandum needs its two parties, its day and its paper, or it is none. */
export function whyNoStep({ stage, lastDay, today }: Known, given: StepGiven): StepRefusal | null {
  if (!next[stage].includes(given.stage)) return { code: 'step-not-allowed', stage }
  if (given.onDay > today) return { code: 'day-in-future' }
  if (given.onDay < lastDay) return { code: 'day-before-last', day: lastDay }
  if (given.stage === 'mou' && !(given.buyerParty && given.producerParty)) return { code: 'parties-missing' }
  if (given.stage === 'mou' && !given.hasProof) return { code: 'proof-missing' }
  if (given.stage === 'contract' && (given.untilOn === null || given.untilOn < given.onDay)) return { code: 'term-missing' }
  if (given.stage === 'contract' && given.leastVnd === null) return { code: 'value-missing' }
  if (given.leastVnd !== null && given.mostVnd !== null && given.mostVnd < given.leastVnd) return { code: 'band-turned' }
  if (isDelivery(given.stage) && given.leastVnd === null) return { code: 'sum-missing' }
  if (given.stage === 'ended' && given.reason === null) return { code: 'end-reason-missing' }
  return null
}

export const isDelivery = (stage: Stage): boolean => stage === 'first-delivery' || stage === 'repeat'

type Line = { seq: number; kind: 'step' | 'correction'; stage: Stage }

/** The lines that still hold: each correction takes back the last one before it that did. The first, of being introduced, always holds. */
export function linesThatHold<L extends Line>(lines: readonly L[]): L[] {
  const held: L[] = []
  for (const line of lines.toSorted((a, b) => a.seq - b.seq)) {
    if (line.kind === 'step') held.push(line)
    else if (held.length > 1) held.pop()
  }
  return held
}

/** How far two had come at the end of a day, as it is known now; null where they had not met. */
export function stageOn(lines: readonly (Line & { onDay: PlainDate })[], day: PlainDate): Stage | null {
  return linesThatHold(lines).findLast(({ onDay }) => onDay <= day)?.stage ?? null
}

export type KnownBy = 'confirmed' | 'self-declared'

/** Whether both sides say so, or one alone; what the office writes down is the word of neither. */
export function knownBy(side: Side, confirmedBy: readonly Side[]): KnownBy {
  const said = new Set([side, ...confirmedBy])
  return said.has('buyer') && said.has('producer') ? 'confirmed' : 'self-declared'
}
