export const outcomes = ['recognised', 'potential-five', 'not-recognised'] as const
export type RecognitionOutcome = (typeof outcomes)[number]

/**
 * Who may grant which rank, from which rank on anything is granted, and from how many points a dossier goes to the ministry: rows of the
 * law, `star.authority`, `star.recognised-from` and `star.ministry-from-points`.
 */
export type Ranks = { recognisedFrom: number; ministryFromPoints: number; authorities: Readonly<Record<string, string>> }

/** What a council found: its stars, and the points of all sheets together, so that the average is never rounded. */
export type Found = { stars: number; totalPoints: number; sheetCount: number }

/**
 * What follows from it. The points decide who goes to the ministry, also where a five-star minimum is missed: the ministry judges those
 * (Quyết định 26/2026/QĐ-TTg, Điều 7; decision 012). A dossier that the province could not recognise itself does not go.
 */
export function outcomeOf({ stars, totalPoints, sheetCount }: Found, ranks: Ranks): RecognitionOutcome {
  if (stars < ranks.recognisedFrom) return 'not-recognised'
  const reachesMinistry = totalPoints >= ranks.ministryFromPoints * sheetCount
  return reachesMinistry || !isProvincesToGrant(stars, ranks) ? 'potential-five' : 'recognised'
}

/** Whether the province itself grants this rank. */
export function isProvincesToGrant(stars: number, { recognisedFrom, authorities }: Ranks): boolean {
  return authorities[stars] === authorities[recognisedFrom]
}
