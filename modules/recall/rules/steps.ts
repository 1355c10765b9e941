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

export type GapFacts = Readonly<Record<RecallGap, number>>
export const gapsOf = (facts: GapFacts): { gap: RecallGap; count: number }[] =>
  recallGaps.filter((gap) => facts[gap] > 0).map((gap) => ({ gap, count: facts[gap] }))
