import type { ReadDb, Tx } from '../../context.ts'
import type { DossierAnswers, DossierContent, Filing, FilingContent } from '../rules.ts'
import type { DossierId, FilingId } from '../rules/ids.ts'

/** The first to the last. */
export async function selectFilings(db: ReadDb, dossierId: DossierId): Promise<Filing[]> {
  return db
    .selectFrom('dossier_filing')
    .select([
      'number',
      'filed_at as filedAt',
      'filed_by_name as filedByName',
      'filed_for_name as filedForName',
      'is_backfilled as isBackfilled',
      'content',
    ])
    .where('dossier_id', '=', dossierId)
    .orderBy('number')
    .execute()
}

export async function insertFiling(
  tx: Tx,
  filing: { id: FilingId; dossierId: DossierId; number: number; at: Date; byName: string; forName: string | null; content: FilingContent },
): Promise<void> {
  await tx
    .insertInto('dossier_filing')
    .values({
      id: filing.id,
      dossier_id: filing.dossierId,
      number: filing.number,
      filed_at: filing.at,
      filed_by_name: filing.byName,
      filed_for_name: filing.forName,
      content: JSON.stringify(filing.content),
    })
    .execute()
}

/** What of a dossier is kept of its filing: without the numbers of people and households, which stand locked in the dossier alone. */
export function contentOf({ answers, choices, evidence }: Pick<DossierContent, 'answers' | 'choices' | 'evidence'>): FilingContent {
  const { taxCode: _, registrationNo: __, ...producer } = answers.producer as DossierAnswers['producer'] & Record<string, unknown>
  return {
    answers: { ...answers, producer },
    choices: choices.map(({ criterion, optionIndex, points, reason }) => ({ criterion, optionIndex, points, reason })),
    evidence: evidence.map(({ id, kind, title, fileHash, criteria }) => ({ id, kind, title, hash: fileHash, criteria })),
  }
}
