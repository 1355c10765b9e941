import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { rulesOn } from '../../law/index.ts'
import { setTopics } from '../topics.ts'

/** What the law wants said with products of a set, whether or not anybody sells them here, and where it says so. */
export async function ruleOfSet({ db, now }: Pick<Ctx, 'db' | 'now'>, setCode: string) {
  const law = await rulesOn(db, [...setTopics], dateInVietnam(now))
  const found = setTopics.map((topic) => law[topic]).find(({ value }) => value.sets.includes(setCode))
  if (!found) return null
  const { value, instrument, article, sourceUrl, certainty } = found
  return { warning: value.warning, leastAge: value.leastAge, source: { instrument, article, sourceUrl, certainty } }
}
