import type { ReadDb } from '../context.ts'
import { selectRuleOn, selectRules, selectRulesOn } from './law.store.ts'
import type { StoredRule } from './law.store.ts'
import { declarationOf, isDeclared, sayValue } from './topics.ts'
import type { Certainty, ListedRule, Rule, Topic } from './topics.ts'

/** The legal value of a topic on a day, with the row it stands on. Throws where no law is known for that day. */
export async function ruleOn<T extends Topic>(db: ReadDb, topic: T, date: string): Promise<Rule<T>> {
  const row = await selectRuleOn(db, topic, date)
  if (!row) throw new Error(`no rule is known for ${topic} on ${date}`)
  return typed(row) as Rule<T>
}

/** Every version of one topic, the newest first. */
export async function versionsOf<T extends Topic>(db: ReadDb, topic: T): Promise<Rule<T>[]> {
  return (await selectRules(db, topic)).map((row) => typed(row) as Rule<T>)
}

/** The same for several topics at once, by topic. */
export async function rulesOn<const T extends Topic>(db: ReadDb, wanted: readonly T[], date: string): Promise<{ [K in T]: Rule<K> }> {
  const rows = new Map((await selectRulesOn(db, wanted, date)).map((row) => [row.topic, row]))
  const missing = wanted.find((topic) => !rows.has(topic))
  if (missing) throw new Error(`no rule is known for ${missing} on ${date}`)
  return Object.fromEntries(wanted.map((topic) => [topic, typed(rows.get(topic)!)])) as { [K in T]: Rule<K> }
}

/** Every version of every rule, the newest first within a topic. Law is public: anyone may read it. */
export async function listRules(db: ReadDb, topic?: string): Promise<ListedRule[]> {
  return (await selectRules(db, topic)).filter((row) => isDeclared(row.topic)).map(typed)
}

function typed(row: StoredRule): ListedRule {
  const value = declarationOf(row.topic).shape.parse(row.value)
  return { ...row, value, said: sayValue(row.topic, value), certainty: row.certainty as Certainty }
}
