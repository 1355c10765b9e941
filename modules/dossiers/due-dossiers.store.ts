import type { ReadDb } from '../context.ts'

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
