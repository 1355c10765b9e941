import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { LegalRuleId } from './rules/ids.ts'
import type { Certainty } from './topics.ts'

export type StoredRule = {
  id: LegalRuleId
  topic: string
  value: unknown
  instrument: string
  article: string | null
  sourceUrl: string | null
  certainty: string
  note: string | null
  checkedOn: string | null
  effectiveFrom: string
  effectiveTo: string | null
  /** When a second person confirmed it; null for the rows of the file. */
  confirmedAt: Date | null
  takenBackAt: Date | null
}

const columns = [
  'id',
  'topic',
  'value',
  'instrument',
  'article',
  'source_url as sourceUrl',
  'certainty',
  'note',
  'checked_on as checkedOn',
  'effective_from as effectiveFrom',
  'effective_to as effectiveTo',
  'confirmed_at as confirmedAt',
  'taken_back_at as takenBackAt',
] as const

/**
 * The rows of these topics that had begun on that day, the newest first within a topic: the first holds, the others stand in for it where its
 * value cannot be used. What was taken back is not among them.
 */
export function selectRulesUpTo(db: ReadDb, wanted: readonly string[], date: string): Promise<StoredRule[]> {
  return db
    .selectFrom('legal_rule')
    .select(columns)
    .where('topic', 'in', wanted)
    .where('taken_back_at', 'is', null)
    .where('effective_from', '<=', date)
    .orderBy('topic')
    .orderBy('effective_from', 'desc')
    .execute()
}

export function selectRules(db: ReadDb, topic?: string): Promise<StoredRule[]> {
  return db
    .selectFrom('legal_rule')
    .select(columns)
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic!))
    .orderBy('topic')
    .orderBy('effective_from', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
}

/** The rows of one topic, held until the end of the transaction: two officers never supersede the same row. */
export async function lockTopic(tx: Tx, topic: string): Promise<StoredRule[]> {
  // A lock on the rows would let the second officer go on with the rows that he saw before the first had written a new one.
  await sql`select pg_advisory_xact_lock(hashtext(${`law: ${topic}`}))`.execute(tx)
  return selectRules(tx, topic)
}

export type NewRule = {
  id: LegalRuleId
  topic: string
  value: unknown
  instrument: string
  article: string | null
  sourceUrl: string | null
  certainty: Certainty
  note: string | null
  checkedOn: string
  effectiveFrom: string
  confirmedAt?: Date
}

/** Adds rows that are not there yet and returns the topics and days that were; a row that is there stays as it is. */
export async function insertRules(tx: Tx, rules: readonly NewRule[]): Promise<string[]> {
  const inserted = await tx
    .insertInto('legal_rule')
    .values(
      rules.map((rule) => ({
        id: rule.id,
        topic: rule.topic,
        value: JSON.stringify(rule.value),
        instrument: rule.instrument,
        article: rule.article,
        source_url: rule.sourceUrl,
        certainty: rule.certainty,
        note: rule.note,
        checked_on: rule.checkedOn,
        effective_from: rule.effectiveFrom,
        confirmed_at: rule.confirmedAt ?? null,
      })),
    )
    // By any key: a row of the file that was taken back keeps its id, and does not come back with the next start.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  await chainRules(tx)
  return inserted.map((row) => row.id)
}

/** A row taken back counts for no day, and the one before it holds again. */
export async function takeBackRule(tx: Tx, id: LegalRuleId, at: Date): Promise<void> {
  await tx.updateTable('legal_rule').set({ taken_back_at: at }).where('id', '=', id).execute()
  await chainRules(tx)
}

/** Each row holds to the day before the next one of its topic. */
async function chainRules(tx: Tx): Promise<void> {
  await sql`
    update legal_rule set effective_to = chain.last_day
    from (
      select id, lead(effective_from) over (partition by topic order by effective_from) - 1 as last_day
      from legal_rule where taken_back_at is null
    ) chain
    where legal_rule.id = chain.id and legal_rule.effective_to is distinct from chain.last_day
  `.execute(tx)
}
