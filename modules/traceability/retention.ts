import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { forgetReporters } from './personal-data.store.ts'
import './topics.ts'

/** How to reach whoever reported a doubt is forgotten once the answer is old. */
export async function endTraceRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.user-data-months', dateInVietnam(now))
  return { reporters: await forgetReporters(tx, monthsBefore(now, months)) }
}
