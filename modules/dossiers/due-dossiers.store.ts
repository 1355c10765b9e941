import type { ReadDb } from '../context.ts'
import { finalStatuses } from './rules.ts'

/** The dossiers that lie with communes, with the last day of each. */
export async function selectAtCommunes(db: ReadDb) {
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .select([
      'dossier.id',
      'dossier.code',
      'dossier.commune_due_on as dueOn',
      'dossier.commune_code as communeCode',
      'product.name as product',
      'producer.name as producer',
      'commune.name as commune',
    ])
    .where('dossier.status', '=', 'submitted')
    .where('dossier.commune_due_on', 'is not', null)
    .orderBy('dossier.commune_due_on')
    .execute()
  return rows.flatMap(({ code, dueOn, ...row }) => (dueOn === null ? [] : [{ ...row, code: code ?? row.id, dueOn }]))
}

/** The dossiers that were handed in and are not over, with what decides by which law they go on. */
export async function selectUnderWay(db: ReadDb) {
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .select([
      'dossier.id',
      'dossier.code',
      'dossier.status',
      'dossier.kind',
      'dossier.criteria_decision as criteriaDecision',
      'dossier.commune_code as communeCode',
      'product.name as product',
      'producer.name as producer',
      'commune.name as commune',
    ])
    .where('dossier.status', 'not in', ['draft', ...finalStatuses])
    .orderBy('dossier.id')
    .execute()
  return rows.map(({ code, ...row }) => ({ ...row, code: code ?? row.id }))
}
