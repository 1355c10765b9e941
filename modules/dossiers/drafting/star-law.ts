import type { Band } from '@dacsan/scorecard'
import type { ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'

/** The levels by points, and the law that they stand on. */
export type StarLaw = { bands: Band[]; recognisedFrom: number } & LegalSource

/** The levels of a day. */
export async function starLawOn(db: ReadDb, day: string): Promise<StarLaw> {
  const { value, instrument, article, sourceUrl, certainty } = await ruleOn(db, 'star.bands', day)
  const recognised = await ruleOn(db, 'star.recognised-from', day)
  const bands = value.map(({ level, min }) => ({ level, min }))
  return { bands, recognisedFrom: recognised.value, instrument, article, sourceUrl, certainty }
}
