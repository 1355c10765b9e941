/** The steps of a case, in the order in which they are usually taken. */
export const recallSteps = ['found', 'decided', 'partners', 'counted', 'closed'] as const
export type RecallStep = (typeof recallSteps)[number]

export type Timed = { step: RecallStep; at: Date | null; minutes: number | null }

/** When each step was done, and how many minutes after somebody began to look: what a drill is for. */
export function timeSteps(beganAt: Date, done: Readonly<Record<RecallStep, Date | null>>): Timed[] {
  return recallSteps.map((step) => {
    const at = done[step]
    return { step, at, minutes: at && Math.max(0, Math.round((at.getTime() - beganAt.getTime()) / 60_000)) }
  })
}

/** What a case lacks today. */
export const recallGaps = ['undecided', 'unreachable', 'silent', 'missing', 'in-hand', 'refunds'] as const
export type RecallGap = (typeof recallGaps)[number]

type GoodsGap = 'missing' | 'in-hand'
export type GapFacts = Readonly<Record<Exclude<RecallGap, GoodsGap>, number>>
/** `unit` where goods are counted: a line for each unit. */
export type Gap = { gap: RecallGap; count: number; unit: string }

export function gapsOf(facts: GapFacts, goods: readonly { unit: string; missing: number; inHand: number }[]): Gap[] {
  const all = recallGaps.flatMap((gap): Gap[] => {
    if (gap === 'missing') return goods.map(({ unit, missing }) => ({ gap, count: missing, unit }))
    if (gap === 'in-hand') return goods.map(({ unit, inHand }) => ({ gap, count: inHand, unit }))
    return [{ gap, count: facts[gap], unit: '' }]
  })
  return all.filter(({ count }) => count > 0)
}
