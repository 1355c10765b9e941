import type { Tx } from '../context.ts'
import { selectSlugs } from './slug.store.ts'
import { freeSlug } from './slug.ts'

/**
 * Inserts rows under free slugs, made of the one that each asks for. Nobody is kept waiting: two who take the same slug at once meet at the index,
 * and the later one takes the next. `insert` gives back the ids of those that came in.
 */
export async function insertWithSlugs<Id extends string, Row extends { id: Id }>(
  tx: Tx,
  table: 'product' | 'producer',
  rows: readonly (Row & { slug: string })[],
  insert: (rows: readonly (Row & { slug: string })[]) => Promise<Id[]>,
): Promise<Map<Id, string>> {
  const slugs = new Map<Id, string>()
  let left = rows
  while (left.length > 0) {
    const taken = new Set(await selectSlugs(tx, table, [...new Set(left.map(({ slug }) => slug))]))
    const next = new Map<string, number>()
    const named = left.map((row) => {
      const { slug, number } = freeSlug(row.slug, taken, next.get(row.slug))
      taken.add(slug)
      next.set(row.slug, number + 1)
      return { ...row, slug }
    })
    const inserted = new Set(await insert(named))
    for (const { id, slug } of named) if (inserted.has(id)) slugs.set(id, slug)
    left = left.filter(({ id }) => !inserted.has(id))
  }
  return slugs
}
