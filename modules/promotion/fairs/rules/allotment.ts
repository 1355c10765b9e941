import { decideAllotment } from '@dacsan/allotment'
import type { PlainDate } from '@dacsan/vietnam'

/** The points by which stands are given, as the law of a day says. */
export type PointRule = {
  leastStars: number
  /** By the most stars among the products. */
  stars: Readonly<Record<string, number>>
  /** Shared among all of one area that may have a stand: the only one of its area gets all of it. */
  area: number
  firstTime: number
  /** Taken off for each time that somebody did not come to a stand. */
  absent: number
  /** Where a product is of what the fair looks for. */
  fit: number
}
export type Points = { stars: number; area: number; firstTime: number; absent: number; fit: number }
export const allotmentOutcomes = ['allotted', 'waiting', 'refused'] as const
export type AllotmentOutcome = (typeof allotmentOutcomes)[number]

export type Candidate = {
  id: string
  completeAt: Date | null
  /** The former district where it is known, else the commune: a district that was dissolved still tells who is far from whom. */
  area: string
  products: readonly {
    stars: number | null
    certifiedUntil: PlainDate | null
    isCertified: boolean
    hasOpenRecall: boolean
    fits: boolean
  }[]
  foodSafetyUntil: PlainDate | null
  timesHeld: number
  timesAbsent: number
}
export const ineligible = ['incomplete', 'no-certificate', 'food-safety-ends', 'open-recall'] as const
export type Ineligible = (typeof ineligible)[number]

type Fair = { closesOn: PlainDate; stands: number }

const goodOnDay = ({ closesOn }: Fair, { leastStars }: PointRule, { isCertified, stars, certifiedUntil }: Candidate['products'][number]) =>
  isCertified && stars !== null && stars >= leastStars && certifiedUntil !== null && certifiedUntil >= closesOn

/** Why somebody may have no stand, all reasons at once; none where they may. */
export function whyNot(fair: Fair, rule: PointRule, candidate: Candidate): Ineligible[] {
  const { completeAt, products, foodSafetyUntil } = candidate
  return [
    ...(completeAt === null ? ['incomplete' as const] : []),
    ...(products.some((product) => goodOnDay(fair, rule, product)) ? [] : ['no-certificate' as const]),
    ...(foodSafetyUntil !== null && foodSafetyUntil < fair.closesOn ? ['food-safety-ends' as const] : []),
    ...(products.some(({ hasOpenRecall }) => hasOpenRecall) ? ['open-recall' as const] : []),
  ]
}

function pointsOf(rule: PointRule, candidate: Candidate, fair: Fair, ofArea: number): Points {
  const good = candidate.products.filter((product) => goodOnDay(fair, rule, product))
  const best = Math.max(0, ...good.map(({ stars }) => stars ?? 0))
  return {
    stars: rule.stars[String(best)] ?? 0,
    area: ofArea === 0 ? 0 : Math.floor(rule.area / ofArea),
    firstTime: candidate.timesHeld === 0 ? rule.firstTime : 0,
    absent: candidate.timesAbsent === 0 ? 0 : -rule.absent * candidate.timesAbsent,
    fit: good.some(({ fits }) => fits) ? rule.fit : 0,
  }
}

const sumOf = (points: Points) => Object.values(points).reduce((sum, one) => sum + one, 0)

export type Line = { id: string; place: number; outcome: AllotmentOutcome; score: number; points: Points; reasons: Ineligible[] }

/**
 * Who gets a stand: who may, by the published points, of two with as many the earlier complete application; the rest waits in that order. The one place
 * where stands are given: whoever looks before it is done sees the same list.
 */
export function allotStands(fair: Fair, rule: PointRule, candidates: readonly Candidate[]): Line[] {
  const judged = candidates.map((candidate) => ({ candidate, reasons: whyNot(fair, rule, candidate) }))
  const perArea = Map.groupBy(
    judged.filter(({ reasons }) => reasons.length === 0),
    ({ candidate }) => candidate.area,
  )
  const lines = new Map(
    judged.map(({ candidate, reasons }) => {
      const points = pointsOf(rule, candidate, fair, perArea.get(candidate.area)?.length ?? 0)
      return [candidate.id, { candidate, reasons, points, score: sumOf(points) }] as const
    }),
  )
  const decided = decideAllotment(
    fair.stands,
    -1_000_000,
    [...lines].map(([id, { candidate, reasons, score }]) => ({
      id,
      score,
      completeAt: (candidate.completeAt ?? new Date(0)).toISOString(),
      eligible: reasons.length === 0,
    })),
  )
  if (!decided.ok) throw new RangeError(`the allotment was refused: ${decided.refusal.code}`)
  const { allotted, waiting, refused } = decided.value
  const ordered = [
    ...allotted.map((id) => ({ id, outcome: 'allotted' as const })),
    ...waiting.map((id) => ({ id, outcome: 'waiting' as const })),
    ...refused.map(({ id }) => ({ id, outcome: 'refused' as const })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]
  return ordered.map(({ id, outcome }, index) => {
    const { points, score, reasons } = lines.get(id)!
    return { id, place: index + 1, outcome, score, points, reasons }
  })
}

/** What a preview stands on: whoever publishes publishes the list that they saw. */
export const markOf = (lines: readonly Line[]): string => lines.map(({ id, outcome, score }) => `${id}:${outcome}:${score}`).join(' ')
