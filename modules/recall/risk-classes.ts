import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { ruleOn } from '../law/index.ts'

/** The classes of risk as of today, as a form lets choose them. */
export async function riskClasses({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<{ value: string; label: string }[]> {
  const { value } = await ruleOn(db, 'recall.risk-classes', dateInVietnam(now))
  return value.map(({ key, says }) => ({ value: key, label: says }))
}
