import './topics-of-ranks.ts'
import type { ReadDb } from '../context.ts'
import { rulesOn } from './rule-on.ts'
import type { Ranks } from './rules/recognition.ts'

/** Who grants which rank, on a day. */
export async function ranksOn(db: ReadDb, day: string): Promise<Ranks> {
  const rules = await rulesOn(
    db,
    ['star.recognised-from', 'star.ministry-from-points', 'star.ministry-needs-minimums', 'star.authority'],
    day,
  )
  return {
    recognisedFrom: rules['star.recognised-from'].value,
    ministryFromPoints: rules['star.ministry-from-points'].value,
    ministryNeedsMinimums: rules['star.ministry-needs-minimums'].value,
    authorities: rules['star.authority'].value,
  }
}
