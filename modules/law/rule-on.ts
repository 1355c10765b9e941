import { keptOf } from '@dacsan/platform/changes'
import type { ReadDb } from '../context.ts'
import { selectRuleOn, selectRules, selectRulesOn } from './law.store.ts'
import type { StoredRule } from './law.store.ts'
import { declarationOf, isDeclared, sayValue } from './topics.ts'
import type { Certainty, ListedRule, Rule, Topic } from './topics.ts'

/** Every version of the law by its topic, the newest first: some hundred rows, which nearly every page asks for. Kept until one of them changes. */
const keptLaw = keptOf('law', async (db: ReadDb) => Map.groupBy(await selectRules(db), ({ topic }) => topic))

/** The row of a topic that holds on a day. */
async function rowOn(db: ReadDb, topic: string, date: string): Promise<StoredRule | undefined> {
  const kept = keptLaw(db)
  if (!kept) return selectRuleOn(db, topic, date)
  return (await kept).get(topic)?.find((row) => row.effectiveFrom <= date && (row.effectiveTo === null || row.effectiveTo >= date))
}

async function rowsOf(db: ReadDb, topic: string): Promise<StoredRule[]> {
  const kept = keptLaw(db)
  return kept ? ((await kept).get(topic) ?? []) : selectRules(db, topic)
}

/** The legal value of a topic on a day, with the row it stands on. Throws where no law is known for that day. */
export async function ruleOn<T extends Topic>(db: ReadDb, topic: T, date: string): Promise<Rule<T>> {
  const row = await rowOn(db, topic, date)
  if (!row) throw new Error(`no rule is known for ${topic} on ${date}`)
  return typed(row) as Rule<T>
}

/** Every version of one topic, the newest first. */
export async function versionsOf<T extends Topic>(db: ReadDb, topic: T): Promise<Rule<T>[]> {
  return (await rowsOf(db, topic)).map((row) => typed(row) as Rule<T>)
}

/** The same for several topics at once, by topic. */
export async function rulesOn<const T extends Topic>(db: ReadDb, wanted: readonly T[], date: string): Promise<{ [K in T]: Rule<K> }> {
  const kept = keptLaw(db)
  const found = kept
    ? (await Promise.all(wanted.map((topic) => rowOn(db, topic, date)))).filter((row) => row !== undefined)
    : await selectRulesOn(db, wanted, date)
  const rows = new Map(found.map((row) => [row.topic, row]))
  const missing = wanted.find((topic) => !rows.has(topic))
  if (missing) throw new Error(`no rule is known for ${missing} on ${date}`)
  return Object.fromEntries(wanted.map((topic) => [topic, typed(rows.get(topic)!)])) as { [K in T]: Rule<K> }
}

/** Every version of every rule, the newest first within a topic. Law is public: anyone may read it. */
export async function listRules(db: ReadDb, topic?: string): Promise<ListedRule[]> {
  return (await selectRules(db, topic)).filter((row) => isDeclared(row.topic)).map(typed)
}

const judged = new WeakMap<StoredRule, ListedRule>()

function typed(row: StoredRule): ListedRule {
  const known = judged.get(row) ?? judge(row)
  judged.set(row, known)
  return known
}

function judge(row: StoredRule): ListedRule {
  const value = declarationOf(row.topic).shape.parse(row.value)
  return { ...row, value, said: sayValue(row.topic, value), certainty: row.certainty as Certainty }
}
