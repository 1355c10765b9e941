import { sql } from 'kysely'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { Season } from './rules/season.ts'

export type SetSeason = Season & { productId: ProductId; source: string }

/** Every product whose season somebody set; of one month where it is named. */
export const selectSeasons = (db: ReadDb): Promise<(SetSeason & { setAt: Date; setByName: string })[]> =>
  db
    .selectFrom('product_season')
    .select([
      'product_id as productId',
      'from_month as fromMonth',
      'until_month as untilMonth',
      'source',
      'set_at as setAt',
      'set_by_name as setByName',
    ])
    .orderBy('from_month')
    .orderBy('product_id')
    .limit(2000)
    .execute()

export async function upsertSeason(
  tx: Tx,
  given: SetSeason,
  { at, byId, byName }: { at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await sql`insert into product_season (product_id, from_month, until_month, source, set_at, set_by_id, set_by_name)
    values (${given.productId}, ${given.fromMonth}, ${given.untilMonth}, ${given.source}, ${at}, ${byId}, ${byName})
    on conflict (product_id) do update set from_month = excluded.from_month, until_month = excluded.until_month, source = excluded.source,
      set_at = excluded.set_at, set_by_id = excluded.set_by_id, set_by_name = excluded.set_by_name`.execute(tx)
}
export const deleteSeason = (tx: Tx, productId: ProductId) => tx.deleteFrom('product_season').where('product_id', '=', productId).execute()
