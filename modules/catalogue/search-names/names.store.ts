import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { GoodsNames, NameGroup } from '../rules/search-names.ts'

/** The latest version of each group that somebody changed. */
export function selectChangedGroups(db: ReadDb): Promise<NameGroup[]> {
  return db
    .selectFrom('goods_names')
    .distinctOn('key')
    .select(['key', 'version', 'names', 'in_use as inUse'])
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()
}

/** Every version of one group, the latest first. */
export function selectVersionsOf(db: ReadDb, key: string): Promise<(NameGroup & { changedAt: Date })[]> {
  return db
    .selectFrom('goods_names')
    .select(['key', 'version', 'names', 'in_use as inUse', 'changed_at as changedAt'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .execute()
}

/** False where that version was published meanwhile. */
export async function insertNames(
  tx: Tx,
  { key, version, names, inUse }: { key: string; version: number; names: GoodsNames; inUse: boolean },
  made: { by: UserId | null; at: Date },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('goods_names')
    .values({ key, version, names: JSON.stringify(names), in_use: inUse, changed_by: made.by, changed_at: made.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
