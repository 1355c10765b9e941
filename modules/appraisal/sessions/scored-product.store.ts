import type { ReadDb } from '../../context.ts'

/** Dossiers that were eliminated were not scored: they say nothing of a criterion. */
export async function selectScoredProducts(db: ReadDb) {
  const rows = await db
    .selectFrom('appraisal_result as result')
    .innerJoin('session_dossier as seat', (join) =>
      join.onRef('seat.session_id', '=', 'result.session_id').onRef('seat.dossier_id', '=', 'result.dossier_id'),
    )
    .innerJoin('dossier_card as dossier', 'dossier.id', 'result.dossier_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .where('seat.finding', 'is', null)
    .select([
      'dossier.product_id as productId',
      'dossier.producer_id as producerId',
      'dossier.commune_code as communeCode',
      'commune.name as communeName',
      'dossier.set_code as setCode',
      'result.closed_at as closedAt',
      'result.outcome',
    ])
    .orderBy('result.closed_at')
    .orderBy('result.dossier_id')
    .execute()
  return rows.map(({ outcome, ...row }) => ({
    ...row,
    criteria: outcome.criteria.map(({ code, name, max, average: { numerator, denominator } }) => ({
      code,
      name,
      max,
      numerator,
      denominator,
    })),
  }))
}
