import { keptOf } from '@dacsan/platform/changes'
import type { ReadDb } from '../context.ts'
import { selectRules, selectRulesUpTo } from './law.store.ts'
import type { StoredRule } from './law.store.ts'
import { readLegalRules } from './legal-rules.ts'
import { reportUnusable } from './report-unusable.ts'
import { isDeclared, judgeValue, sayValue } from './topics.ts'
import type { Certainty, ListedRule, Rule, Topic } from './topics.ts'
import { unknownValue } from './words/values.ts'

/** Every version of the law by its topic, the newest first: some hundred rows, which nearly every page asks for. Kept until one of them changes. */
const keptLaw = keptOf('law', async (db: ReadDb) => Map.groupBy(await selectRules(db), ({ topic }) => topic))

/** The rows of topics that had begun on a day and were not taken back, the newest first within a topic. */
async function rowsUpTo(db: ReadDb, wanted: readonly string[], date: string): Promise<StoredRule[]> {
  const kept = keptLaw(db)
  if (!kept) return selectRulesUpTo(db, wanted, date)
  const rows = await kept
  return wanted.flatMap((topic) => (rows.get(topic) ?? []).filter((row) => row.takenBackAt === null && row.effectiveFrom <= date))
}

async function rowsOf(db: ReadDb, topic: string): Promise<StoredRule[]> {
  const kept = keptLaw(db)
  return kept ? ((await kept).get(topic) ?? []) : selectRules(db, topic)
}

/**
 * The legal value of a topic on a day, with the row it stands on. A row whose value cannot be used stops no page: the newest usable one
 * before it stands in, marked as without ground. Throws where no law is known for that day.
 */
export async function ruleOn<T extends Topic>(db: ReadDb, topic: T, date: string): Promise<Rule<T>> {
  return inForce(topic, await rowsUpTo(db, [topic], date), date)
}

/** Every version of one topic that counts or counted, the newest first. */
export async function versionsOf<T extends Topic>(db: ReadDb, topic: T): Promise<Rule<T>[]> {
  const rows = (await rowsOf(db, topic)).map(listed)
  return rows.filter(({ usable, takenBackAt }) => usable && takenBackAt === null) as unknown as Rule<T>[]
}

/** The same for several topics at once, by topic. */
export async function rulesOn<const T extends Topic>(db: ReadDb, wanted: readonly T[], date: string): Promise<{ [K in T]: Rule<K> }> {
  const rows = Map.groupBy(await rowsUpTo(db, wanted, date), ({ topic }) => topic)
  return Object.fromEntries(wanted.map((topic) => [topic, inForce(topic, rows.get(topic) ?? [], date)])) as { [K in T]: Rule<K> }
}

/** The same for a page that has more to say than the law: null where no law is known for that day. */
export async function rulesKnownOn<const T extends Topic>(
  db: ReadDb,
  wanted: readonly T[],
  date: string,
): Promise<{ [K in T]: Rule<K> | null }> {
  const rows = Map.groupBy(await rowsUpTo(db, wanted, date), ({ topic }) => topic)
  const known = wanted.map((topic) => [topic, rows.has(topic) ? inForce(topic, rows.get(topic)!, date) : null])
  return Object.fromEntries(known) as { [K in T]: Rule<K> | null }
}

/** Every version of every rule, the newest first within a topic, with what was taken back and what cannot be used. Law is public: anyone may read it. */
export async function listRules(db: ReadDb, topic?: string): Promise<ListedRule[]> {
  return (await selectRules(db, topic)).filter((row) => isDeclared(row.topic)).map(listed)
}

/** Nothing is known of a topic: the law was never brought into this database, or its clock is wrong. */
export class LawUnknown extends Error {}

/** Out of the rows of a topic that had begun on the day, newest first, the one to work by. */
function inForce<T extends Topic>(topic: T, rows: readonly StoredRule[], date: string): Rule<T> {
  const [holds] = rows
  if (!holds) throw new LawUnknown(`no rule is known for ${topic} on ${date}`)
  const used = rows.map(listed).find(({ usable }) => usable) ?? fromFile(topic, date)
  if (!used) throw new Error(`no rule that can be used is known for ${topic} on ${date}`)
  if (used.id === holds.id && used.standsInFor === null) return used as unknown as Rule<T>
  reportUnusable(holds)
  return { ...used, certainty: 'unknown', standsInFor: holds.effectiveFrom } as unknown as Rule<T>
}

/** What the law's own file says: the last resort where no row of the database can be used. */
function fromFile(topic: string, date: string): ListedRule | undefined {
  const row = readLegalRules()
    .filter((rule) => rule.topic === topic && rule.effectiveFrom <= date)
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0]
  return row && { ...listed({ ...row, effectiveTo: null, takenBackAt: null }), standsInFor: row.effectiveFrom }
}

const known = new WeakMap<object, ListedRule>()

/** Judged once for each row that is kept. */
export function listed(row: Omit<StoredRule, 'confirmedAt'>): ListedRule {
  const found = known.get(row) ?? judge(row)
  known.set(row, found)
  return found
}

function judge(row: Omit<StoredRule, 'confirmedAt'>): ListedRule {
  const judged = judgeValue(row.topic, row.value)
  return {
    id: row.id,
    topic: row.topic,
    instrument: row.instrument,
    article: row.article,
    sourceUrl: row.sourceUrl,
    note: row.note,
    checkedOn: row.checkedOn,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    takenBackAt: row.takenBackAt,
    value: judged.usable ? judged.value : row.value,
    said: judged.usable ? sayValue(row.topic, judged.value) : unknownValue,
    usable: judged.usable,
    certainty: row.certainty as Certainty,
    standsInFor: null,
  }
}
