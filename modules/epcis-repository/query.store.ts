import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { Partners } from './partner.store.ts'

/** A query as it was defined: its name, and the `query` member with its context. */
export type NamedQuery = { name: string; query: unknown; createdAt: Date }

/** Whether it is new: two of one name are refused. */
export async function insertQuery(tx: Tx, partnerId: number, { name, query, createdAt }: NamedQuery): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('epcis_query')
    .values({ partner_id: partnerId, name, definition: JSON.stringify(query), created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteQuery(tx: Tx, partners: Partners, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('epcis_query')
    .where('partner_id', 'in', partners)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

const columns = ['name', 'definition as query', 'created_at as createdAt'] as const

export async function selectQuery(db: ReadDb, partners: Partners, name: string): Promise<NamedQuery | undefined> {
  return db.selectFrom('epcis_query').select(columns).where('partner_id', 'in', partners).where('name', '=', name).executeTakeFirst()
}

/** The queries after a name, in the order of the code points: a machine asks for the next page by it. */
export async function selectQueries(
  db: ReadDb,
  partners: Partners,
  { after, limit }: { after: string; limit: number },
): Promise<NamedQuery[]> {
  return db
    .selectFrom('epcis_query')
    .select(columns)
    .where('partner_id', 'in', partners)
    .where(sql<boolean>`name collate "C" > ${after}`)
    .orderBy(sql`name collate "C"`)
    .limit(limit)
    .execute()
}
