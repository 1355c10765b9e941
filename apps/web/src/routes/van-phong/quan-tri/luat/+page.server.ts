import { requireRole } from '@dacsan/modules/identity'
import { listRules } from '@dacsan/modules/law'
import { topics as known, topicsNotUsed } from '@dacsan/modules/law/rules'
import { topicNames } from '@dacsan/modules/law/words'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  requireRole(locals.actor, 'administrator', 'provincial-officer')
  const today = dateInVietnam(locals.ctx.now)
  const rules = await listRules(locals.ctx.db)
  const topics = [...Map.groupBy(rules, ({ topic }) => topic)].map(([topic, versions]) => ({
    topic,
    name: topicNames[topic],
    isUsed: !topicsNotUsed.includes(topic),
    now: versions.find(({ effectiveFrom, effectiveTo }) => effectiveFrom <= today && (!effectiveTo || effectiveTo >= today)) ?? null,
    next: versions.findLast(({ effectiveFrom }) => effectiveFrom > today)?.effectiveFrom ?? null,
    versions: versions.length,
  }))
  const order = Object.keys(known)
  return { topics: topics.toSorted((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic)) }
}
