import type { Kysely } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'

/** What a proof found: how much it looked at, and what is wrong, a sentence each. */
export type Proof = { name: string; at: Date; checked: number; faults: string[] }

export async function keepProof(db: Kysely<Tables>, { name, at, checked, faults }: Proof): Promise<void> {
  const found = { at, checked, faults: JSON.stringify(faults) }
  await db
    .insertInto('proof')
    .values({ name, ...found })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(found))
    .execute()
}

export async function selectProofs(db: ReadDb): Promise<Proof[]> {
  const rows = await db.selectFrom('proof').selectAll().orderBy('name').execute()
  return rows.map((row) => ({ ...row, faults: row.faults as string[] }))
}
