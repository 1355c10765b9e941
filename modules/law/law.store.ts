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
] as const

export function selectRuleOn(db: ReadDb, topic: string, date: string): Promise<StoredRule | undefined> {
  return db
    .selectFrom('legal_rule')
    .select(columns)
    .where('topic', '=', topic)
    .where('effective_from', '<=', date)
    .where((eb) => eb.or([eb('effective_to', 'is', null), eb('effective_to', '>=', date)]))
    .orderBy('effective_from', 'desc')
    .executeTakeFirst()
}

/** One row for each topic that has a rule on that day. */
export function selectRulesOn(db: ReadDb, wanted: readonly string[], date: string): Promise<StoredRule[]> {
  return db
    .selectFrom('legal_rule')
    .distinctOn('topic')
    .select(columns)
    .where('topic', 'in', wanted)
    .where('effective_from', '<=', date)
    .where((eb) => eb.or([eb('effective_to', 'is', null), eb('effective_to', '>=', date)]))
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
    .execute()
}

/** The rows of one topic, held until the end of the transaction: two officers never supersede the same row. */
export async function lockTopic(tx: Tx, topic: string): Promise<{ id: LegalRuleId; effectiveFrom: string }[]> {
  // A lock on the rows would let the second officer go on with the rows that he saw before the first had written a new one.
  await sql`select pg_advisory_xact_lock(hashtext(${`law: ${topic}`}))`.execute(tx)
  return tx.selectFrom('legal_rule').select(['id', 'effective_from as effectiveFrom']).where('topic', '=', topic).orderBy('id').execute()
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
      })),
    )
    .onConflict((conflict) => conflict.columns(['topic', 'effective_from']).doNothing())
    .returning('id')
    .execute()
  await sql`
    update legal_rule set effective_to = chain.last_day
    from (
      select id, lead(effective_from) over (partition by topic order by effective_from) - 1 as last_day from legal_rule
    ) chain
    where legal_rule.id = chain.id and chain.last_day is not null
      and (legal_rule.effective_to is null or legal_rule.effective_to > chain.last_day)
  `.execute(tx)
  return inserted.map((row) => row.id)
}
