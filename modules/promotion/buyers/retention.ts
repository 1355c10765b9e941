import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../../context.ts'
import { monthsBefore, ruleOn } from '../../law/index.ts'
import { forgetBuyers } from './personal-data.store.ts'

/** Whom to call about an enquiry that is closed is forgotten once it is old. */
export async function endBuyersRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.user-data-months', dateInVietnam(now))
  return { 'buyer-enquiries': await forgetBuyers(tx, monthsBefore(now, months), now) }
}
