import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { forgetCases } from './personal-data.store.ts'

/** What happened is forgotten when the term of the order ends, as whoever bought is. What both sides said stays with the books, without a name of who bought. */
export async function endReturnsRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.order-months', dateInVietnam(now))
  return { returns: await forgetCases(tx, monthsBefore(now, months)) }
}
