export const outcomes = ['recognised', 'potential-five', 'not-recognised'] as const
export type RecognitionOutcome = (typeof outcomes)[number]

/**
 * Who may grant which rank, from which rank on anything is granted, from how many points a dossier goes to the ministry, and whether only with the
 * minimums of five stars: rows of the law, `star.authority`, `star.recognised-from`, `star.ministry-from-points` and `star.ministry-needs-minimums`.
 */
export type Ranks = {
  recognisedFrom: number
  ministryFromPoints: number
  ministryNeedsMinimums: boolean
  authorities: Readonly<Record<string, string>>
}

/** What a council found: its stars, and the points of all sheets together, so that the average is never rounded. */
export type Found = { stars: number; totalPoints: number; sheetCount: number }

/**
 * What follows from it. Five stars, which no province grants, go to the ministry (Quyết định 26/2026/QĐ-TTg, Điều 7). Where points are enough for it,
 * they go also without a five-star minimum; where it needs the minimums (decision 053), the province recognises the stars that they allow.
 */
export function outcomeOf({ stars, totalPoints, sheetCount }: Found, ranks: Ranks): RecognitionOutcome {
  if (stars < ranks.recognisedFrom) return 'not-recognised'
  const reachesMinistry = !ranks.ministryNeedsMinimums && totalPoints >= ranks.ministryFromPoints * sheetCount
  return reachesMinistry || !isProvincesToGrant(stars, ranks) ? 'potential-five' : 'recognised'
}

/** Whether the province itself grants this rank. */
export function isProvincesToGrant(stars: number, { recognisedFrom, authorities }: Ranks): boolean {
  return authorities[stars] === authorities[recognisedFrom]
}
