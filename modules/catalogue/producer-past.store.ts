import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { ProducerId } from './rules/ids.ts'
import type { ProducerKind } from './rules/producer-kind.ts'

export type ProducerPast = { until: string; name: string; kind: ProducerKind; communeCode: string | null; commune: string | null }

/** What a producer was before, the latest first. */
export async function selectPasts(db: ReadDb, producerId: ProducerId): Promise<ProducerPast[]> {
  const rows = await db
    .selectFrom('producer_past as past')
    .leftJoin('commune_card as commune', 'commune.code', 'past.commune_code')
    .select(['past.until', 'past.name', 'past.kind', 'past.commune_code as communeCode', 'commune.name as commune'])
    .where('past.producer_id', '=', producerId)
    .orderBy('past.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ProducerKind }))
}

/** How many lines the history of a producer has: they are numbered from one. */
export async function countPasts(db: ReadDb, producerId: ProducerId): Promise<number> {
  const row = await db
    .selectFrom('producer_past')
    .select(sql<number>`coalesce(max(number), 0)`.as('count'))
    .where('producer_id', '=', producerId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Takes lines out that were never true. */
export async function deletePasts(tx: Tx, producerId: ProducerId, { from, to }: { from: number; to?: number }): Promise<void> {
  await tx
    .deleteFrom('producer_past')
    .where('producer_id', '=', producerId)
    .where('number', '>=', from)
    .$if(to !== undefined, (query) => query.where('number', '<=', to!))
    .execute()
}

/** Keeps what a producer was until a day; its row is locked by whoever changes it. */
export async function insertPast(
  tx: Tx,
  producerId: ProducerId,
  past: { until: string; name: string; kind: ProducerKind; communeCode: string | null },
): Promise<void> {
  await tx
    .insertInto('producer_past')
    .values({
      producer_id: producerId,
      until: past.until,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from producer_past where producer_id = ${producerId})`,
      name: past.name,
      kind: past.kind,
      commune_code: past.communeCode,
    })
    .execute()
}
