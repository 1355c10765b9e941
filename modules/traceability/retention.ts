import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { forgetReporters } from './personal-data.store.ts'
import './topics.ts'
import { forgetDevices } from './units/unit.store.ts'

/** How to reach whoever reported a doubt is forgotten once the answer is old, and what scanned the units of a lot soon after it did. */
export async function endTraceRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'retention.user-data-months', dateInVietnam(now))
  const { value: days } = await ruleOn(tx, 'label.scan-days', dateInVietnam(now))
  const devices = await forgetDevices(tx, new Date(now.getTime() - days * 86_400_000))
  return { reporters: await forgetReporters(tx, monthsBefore(now, months)), devices }
}
