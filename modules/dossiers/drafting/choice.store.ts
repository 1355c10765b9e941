import type { ReadDb, Tx } from '../../context.ts'
import type { Choice } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

export async function selectChoices(db: ReadDb, dossierId: DossierId): Promise<Choice[]> {
  const rows = await db
    .selectFrom('dossier_choice')
    .select(['criterion', 'option_index as optionIndex', 'points', 'reason'])
    .where('dossier_id', '=', dossierId)
    .execute()
  return rows
}

export async function upsertChoices(tx: Tx, dossierId: DossierId, choices: readonly Choice[], at: Date): Promise<void> {
  if (choices.length === 0) return
  await tx
    .insertInto('dossier_choice')
    .values(
      choices.map((choice) => ({
        dossier_id: dossierId,
        criterion: choice.criterion,
        option_index: choice.optionIndex,
        points: choice.points,
        reason: choice.reason,
        updated_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['dossier_id', 'criterion']).doUpdateSet((eb) => ({
        option_index: eb.ref('excluded.option_index'),
        points: eb.ref('excluded.points'),
        reason: eb.ref('excluded.reason'),
        updated_at: at,
      })),
    )
    .execute()
}

export async function deleteChoices(tx: Tx, dossierId: DossierId, criteria: readonly string[]): Promise<void> {
  if (criteria.length === 0) return
  await tx.deleteFrom('dossier_choice').where('dossier_id', '=', dossierId).where('criterion', 'in', criteria).execute()
}
