import type { ReadDb } from '../context.ts'
import { selectRuleOn, selectRules, selectRulesOn } from './law.store.ts'
import { isTopic, topics } from './topics.ts'
import type { Certainty, Rule, Topic, ValueOf } from './topics.ts'

/** The legal value of a topic on a day, with the row it stands on. Throws where no law is known for that day. */
export async function ruleOn<T extends Topic>(db: ReadDb, topic: T, date: string): Promise<Rule<T>> {
  const row = await selectRuleOn(db, topic, date)
  if (!row) throw new Error(`no rule is known for ${topic} on ${date}`)
  return typed(topic, row)
}

/** The same for several topics at once, by topic. */
export async function rulesOn<const T extends Topic>(db: ReadDb, wanted: readonly T[], date: string): Promise<{ [K in T]: Rule<K> }> {
  const rows = new Map((await selectRulesOn(db, wanted, date)).map((row) => [row.topic, row]))
  const missing = wanted.find((topic) => !rows.has(topic))
  if (missing) throw new Error(`no rule is known for ${missing} on ${date}`)
  return Object.fromEntries(wanted.map((topic) => [topic, typed(topic, rows.get(topic)!)])) as { [K in T]: Rule<K> }
}

/** Every version of every rule, the newest first within a topic. Law is public: anyone may read it. */
export async function listRules(db: ReadDb, topic?: Topic): Promise<Rule[]> {
  const rows = await selectRules(db, topic)
  return rows.flatMap((row) => (isTopic(row.topic) ? [typed(row.topic, row)] : []))
}

function typed<T extends Topic>(topic: T, row: Awaited<ReturnType<typeof selectRules>>[number]): Rule<T> {
  return { ...row, topic, value: topics[topic].parse(row.value) as ValueOf<T>, certainty: row.certainty as Certainty }
}
