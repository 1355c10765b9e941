import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../../context.ts'
import { monthsBefore, ruleOn } from '../../law/index.ts'
import { forgetEntries } from './entry.store.ts'
import { erasedEntryWords } from './words/personal-data.ts'

/** An entry without a prize says no more who made it and is not shown any more; its number, points and place stay in the result. */
export async function endContestRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'contest.keep-months', dateInVietnam(now))
  return { contestEntries: await forgetEntries(tx, monthsBefore(now, months), erasedEntryWords, now) }
}
