import type { ReadDb } from '../context.ts'

/** The values of a topic of the law that had begun on a day, the newest first. */
export async function selectTerms(db: ReadDb, topic: string, date: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('legal_rule_card')
    .select('value')
    .where('topic', '=', topic)
    .where('effective_from', '<=', date)
    .orderBy('effective_from', 'desc')
    .execute()
  return rows.map(({ value }) => value)
}
