import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { forgetOldTransfers, forgetRequests } from './personal-data.store.ts'

/** Who asked for a producer and did not get it is forgotten once the answer is old; the paper with it. */
export async function endJoiningRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.user-data-months', dateInVietnam(now))
  const before = monthsBefore(now, months)
  return { 'producer-requests': await forgetRequests(tx, before), 'product-transfers': await forgetOldTransfers(tx, before) }
}
