import type { ReadDb } from '../../context.ts'
import type { DossierId } from '../rules/ids.ts'

/** `trade`: of whom the producer buys, to whom it sells and with whom it works. */
export type FiledStatements = { email: string; representative: string; address: string; trade: string }

/** What each producer says of itself in its dossier as it was filed, whatever its file says now: for modules above, which judge ties of interest. */
export async function filedStatementsOf(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, FiledStatements>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'answers'])
    .where('id', 'in', [...dossierIds])
    .where('submitted_at', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ id, answers: { producer, business } }) => [
      id,
      {
        email: written(producer?.email),
        representative: written(producer?.representative),
        address: written(producer?.address),
        trade: [business?.materials, business?.markets, business?.linkage].map(written).join('\n'),
      },
    ]),
  )
}

const written = (answer: unknown): string => (typeof answer === 'string' ? answer.trim() : '')
