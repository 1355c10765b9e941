import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { deleteMessagesBefore } from './message.store.ts'
import './topics.ts'

/** Messages are kept for months (`retention.message-months`); what they spoke of is kept where it happened. */
export async function endMessages(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.message-months', dateInVietnam(now))
  return { messages: await deleteMessagesBefore(tx, monthsBefore(now, months)) }
}
