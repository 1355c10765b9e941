import { addMonths } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

export const markKinds = ['trademark', 'collective', 'certification', 'gi', 'ocop'] as const
export type MarkKind = (typeof markKinds)[number]
export const markSteps = ['filed', 'accepted', 'published', 'granted', 'renewed', 'decided', 'ended'] as const
export type MarkStep = (typeof markSteps)[number]
export const markPaperKinds = ['extract', 'regulation'] as const
export type MarkPaperKind = (typeof markPaperKinds)[number]

/** How long a kind is protected: so many years from its filing, again with each renewal; null has no term. */
export type MarkTerms = Readonly<Record<'trademark' | 'collective' | 'certification' | 'gi', { years: number | null }>>

export type DatedStep = { step: MarkStep; on: PlainDate; until: PlainDate | null }

const registered: Readonly<Partial<Record<MarkStep | 'new', readonly MarkStep[]>>> = {
  new: ['filed'],
  filed: ['accepted', 'ended'],
  accepted: ['published', 'ended'],
  published: ['granted', 'ended'],
  granted: ['renewed', 'ended'],
  renewed: ['renewed', 'ended'],
}
/** A geographical indication is renewed by nobody: it has no term. */
const withoutTerm = { ...registered, granted: ['ended'] } as const
/** The OCOP mark is registered by no application: an authority decided on it. */
const decided = { new: ['decided'], decided: ['ended'] } as const

const orders: Readonly<Record<MarkKind, Readonly<Partial<Record<MarkStep | 'new', readonly MarkStep[]>>>>> = {
  trademark: registered,
  collective: registered,
  certification: registered,
  gi: withoutTerm,
  ocop: decided,
}

/** What may follow what was last: the order of the law on intellectual property. */
export const stepsAfter = (kind: MarkKind, last: MarkStep | null): readonly MarkStep[] => orders[kind][last ?? 'new'] ?? []

/** The last day of the term that a step opens; null where there is none. */
export function termAfter(kind: MarkKind, steps: readonly DatedStep[], step: MarkStep, terms: MarkTerms): PlainDate | null {
  const years = kind === 'ocop' ? null : terms[kind].years
  if (years === null) return null
  const from =
    step === 'granted'
      ? steps.find((one) => one.step === 'filed')?.on
      : step === 'renewed'
        ? steps.findLast(({ until }) => until)?.until
        : null
  return from ? addMonths(from, years * 12) : null
}

export type StepFault = 'step-not-next' | 'step-before-last' | 'step-in-future'

/** Why a step cannot follow; null where it can. */
export function faultOfStep(
  kind: MarkKind,
  steps: readonly DatedStep[],
  next: { step: MarkStep; on: PlainDate },
  today: PlainDate,
): StepFault | null {
  const last = steps.at(-1)
  if (!stepsAfter(kind, last?.step ?? null).includes(next.step)) return 'step-not-next'
  if (next.on > today) return 'step-in-future'
  return last && next.on < last.on ? 'step-before-last' : null
}

export type Protection = { state: 'pending' | 'holds' | 'over'; from: PlainDate | null; until: PlainDate | null }

/** How a mark stands on a day: asked for, protected until when, or over. */
export function protectionOn(steps: readonly DatedStep[], today: PlainDate): Protection {
  const from = steps.find(({ step }) => step === 'granted' || step === 'decided')?.on ?? null
  const until = steps.findLast((one) => one.until !== null)?.until ?? null
  const last = steps.at(-1)
  if (last?.step === 'ended') return { state: 'over', from, until: until !== null && until < last.on ? until : last.on }
  if (from === null) return { state: 'pending', from, until }
  return { state: until !== null && until < today ? 'over' : 'holds', from, until }
}
