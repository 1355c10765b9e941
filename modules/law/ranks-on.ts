import type { ReadDb } from '../context.ts'
import { ruleOn } from './rule-on.ts'
import type { Ranks } from './rules/recognition.ts'

/** Who grants which rank, on a day. */
export async function ranksOn(db: ReadDb, day: string): Promise<Ranks> {
  const { value: recognisedFrom } = await ruleOn(db, 'star.recognised-from', day)
  const { value: ministryFromPoints } = await ruleOn(db, 'star.ministry-from-points', day)
  const { value: authorities } = await ruleOn(db, 'star.authority', day)
  return { recognisedFrom, ministryFromPoints, authorities }
}
