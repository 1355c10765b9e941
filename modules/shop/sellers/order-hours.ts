import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { rulesOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'

const topics = ['seller.suspension-order-hours', 'platform.takedown-hours'] as const

/**
 * The hours in which an authority's order to stop a seller is carried out. Stopping a seller takes what it published off the platform as well, so both clocks
 * of Nghị định 248/2026 run (Điều 18 khoản 2, Điều 17 khoản 1 điểm c): the shorter counts.
 */
export async function hoursOfOrder(db: ReadDb, day: PlainDate): Promise<Rule<(typeof topics)[number]>> {
  const rules = await rulesOn(db, [...topics], day)
  const [stop, takedown] = topics.map((topic) => rules[topic])
  return takedown!.value < stop!.value ? takedown! : stop!
}
