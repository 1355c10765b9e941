import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { grantsOf, requireRole } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { listRules } from './rule-on.ts'
import { declarationOf, declaredTopics, isDeclared } from './topics.ts'
import type { ListedRule } from './topics.ts'

/** A topic as the office looks it up. */
export type TopicOnFile = {
  topic: string
  title: string
  /** False: no part of the programme works by it yet. */
  implemented: boolean
  /** The row that holds today, and the day of the next one, if any. */
  now: ListedRule | null
  next: string | null
  versions: number
}

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** Every topic with the row that holds today, room by room. */
export async function lawOnFile(ctx: Reader): Promise<TopicOnFile[]> {
  requireOffice(ctx)
  const today = dateInVietnam(ctx.now)
  const rows = Map.groupBy(await listRules(ctx.db), ({ topic }) => topic)
  return declaredTopics().map((topic) => {
    const versions = rows.get(topic) ?? []
    const { title, implemented } = declarationOf(topic)
    return {
      topic,
      title,
      implemented,
      now: versions.find((row) => row.effectiveFrom <= today && (row.effectiveTo === null || row.effectiveTo >= today)) ?? null,
      next: versions.findLast((row) => row.effectiveFrom > today)?.effectiveFrom ?? null,
      versions: versions.length,
    }
  })
}

/** All versions of one topic, the newest first, and what the reader may do. */
export async function topicOnFile(
  ctx: Reader,
  topic: string,
): Promise<{ topic: string; title: string; versions: ListedRule[]; may: May<typeof ruleActs> }> {
  requireOffice(ctx)
  if (!isDeclared(topic)) throw new NotFound('No such topic', { topic })
  const may = mayOf(ruleActs, '', grantsOf(ctx.actor))
  return { topic, title: declarationOf(topic).title, versions: await listRules(ctx.db, topic), may }
}

const requireOffice = ({ actor }: Reader) => requireRole(actor, 'administrator', 'provincial-officer')
