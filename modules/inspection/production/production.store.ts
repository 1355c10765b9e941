import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { ProductionAnswer } from '../acts.ts'
import { recognised } from '../recognised.store.ts'

/** Recognised products with what their commune said for a year; of some communes, or of all (null). */
export function selectProduction(db: ReadDb, { year, communes }: { year: number; communes: readonly string[] | null }) {
  return recognised(db, year)
    .select(['checked.note', 'checked.at', 'checked.by_name as byName'])
    .$if(communes !== null, (query) => query.where('producer.commune_code', 'in', communes!.length > 0 ? [...communes!] : ['']))
    .orderBy('producer.name', inVietnamese)
    .orderBy('product.name', inVietnamese)
    .execute()
}

export type NewAnswer = {
  year: number
  productId: ProductId
  communeCode: string
  answer: ProductionAnswer
  note: string | null
  at: Date
  byId: UserId | null
  byName: string
}

/** The last answer of a year counts; those before stand in the audit trail. */
export async function putAnswer(tx: Tx, given: NewAnswer): Promise<void> {
  const said = {
    commune_code: given.communeCode,
    answer: given.answer,
    note: given.note,
    at: given.at,
    by_id: given.byId,
    by_name: given.byName,
  }
  await tx
    .insertInto('production_check')
    .values({ year: given.year, product_id: given.productId, ...said })
    .onConflict((conflict) => conflict.columns(['year', 'product_id']).doUpdateSet(said))
    .execute()
}
