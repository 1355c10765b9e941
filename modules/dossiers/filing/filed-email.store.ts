import type { ReadDb } from '../../context.ts'
import type { DossierId } from '../rules/ids.ts'

/** The e-mail address of the producer in each dossier as it was filed, whatever its file says now: for modules above, which judge ties of interest. */
export async function filedEmailsOf(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, string>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'answers'])
    .where('id', 'in', [...dossierIds])
    .where('submitted_at', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, answers }): [DossierId, string][] => {
      const email = answers.producer?.['email']
      return typeof email === 'string' && email.trim() !== '' ? [[id, email.trim()]] : []
    }),
  )
}
