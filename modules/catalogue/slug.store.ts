import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/** The slugs that are taken of these, with and without a number behind them. */
export async function selectSlugs(db: ReadDb, table: 'product' | 'producer', bases: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select('slug')
    .where(sql<boolean>`slug = any(${[...bases]}::text[]) or regexp_replace(slug, '-[0-9]+$', '') = any(${[...bases]}::text[])`)
    .execute()
  return rows.map((row) => row.slug)
}
