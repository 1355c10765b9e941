import type { ReadDb, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { SampleMove } from '../rules.ts'
import type { SampleMovementId } from '../rules/ids.ts'

export type SampleMovement = {
  what: SampleMove
  pieces: number
  movedOn: string
  place: string
  condition: string
  recordedAt: Date
  recordedByName: string
}

export async function selectSamples(db: ReadDb, dossierId: DossierId): Promise<SampleMovement[]> {
  return db
    .selectFrom('sample_movement')
    .select([
      'what',
      'pieces',
      'moved_on as movedOn',
      'place',
      'condition',
      'recorded_at as recordedAt',
      'recorded_by_name as recordedByName',
    ])
    .where('dossier_id', '=', dossierId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** What the books of several dossiers say, for counts. */
export async function selectSamplesOf(
  db: ReadDb,
  dossierIds: readonly DossierId[],
): Promise<{ dossierId: DossierId; what: SampleMove; pieces: number }[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('sample_movement')
    .select(['dossier_id as dossierId', 'what', 'pieces'])
    .where('dossier_id', 'in', [...dossierIds])
    .execute()
}

export async function insertSample(
  tx: Tx,
  { id, dossierId, ...movement }: SampleMovement & { id: SampleMovementId; dossierId: DossierId },
): Promise<void> {
  await tx
    .insertInto('sample_movement')
    .values({
      id,
      dossier_id: dossierId,
      what: movement.what,
      pieces: movement.pieces,
      moved_on: movement.movedOn,
      place: movement.place,
      condition: movement.condition,
      recorded_at: movement.recordedAt,
      recorded_by_name: movement.recordedByName,
    })
    .execute()
}
