import type { ReadDb } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { DossierMove } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

const reviewing = ['return', 'propose'] as const satisfies readonly DossierMove[]

/** Who reviewed each dossier for its commune, returned or proposed it: for modules above, which judge who has a part in it. */
export async function reviewersOf(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, UserId[]>> {
  if (dossierIds.length === 0) return new Map()
  const reviews = await db
    .selectFrom('commune_review')
    .select(['dossier_id', 'updated_by as userId'])
    .where('dossier_id', 'in', [...dossierIds])
    .execute()
  const moves = await db
    .selectFrom('dossier_move')
    .select(['dossier_id', 'by_id as userId'])
    .where('dossier_id', 'in', [...dossierIds])
    .where('move', 'in', reviewing)
    .execute()
  const byDossier = Map.groupBy([...reviews, ...moves], (row) => row.dossier_id)
  return new Map([...byDossier].map(([dossierId, rows]) => [dossierId, [...new Set(rows.flatMap(({ userId }) => userId ?? []))]]))
}
