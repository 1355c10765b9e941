import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'

/** What an integrity check found: how much it looked at, and what is wrong, a sentence each. */
export type IntegrityResult = { name: string; at: Date; checked: number; faults: string[] }

export async function keepIntegrityResult(db: Kysely<Tables>, { name, at, checked, faults }: IntegrityResult): Promise<void> {
  const found = { at, checked, faults: JSON.stringify(faults) }
  await db
    .insertInto('integrity_check')
    .values({ name, ...found })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(found))
    .execute()
}

export async function selectIntegrityResults(db: ReadDb): Promise<IntegrityResult[]> {
  const rows = await db.selectFrom('integrity_check').selectAll().orderBy('name').execute()
  return rows.map((row) => ({ ...row, faults: row.faults as string[] }))
}

/** How many faults each check found, without what they say. */
export function selectFaultCounts(db: ReadDb): Promise<{ name: string; at: Date; faults: number }[]> {
  return db
    .selectFrom('integrity_check')
    .select(['name', 'at', sql<number>`jsonb_array_length(faults)`.as('faults')])
    .orderBy('name')
    .execute()
}
