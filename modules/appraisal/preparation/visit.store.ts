import type { ReadDb, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { FieldVisitId, FieldVisitPhotoId } from '../rules/ids.ts'

export type VisitPhoto = { id: FieldVisitPhotoId; name: string }

export type FieldVisit = {
  id: FieldVisitId
  dossierId: DossierId
  plannedOn: string
  visitors: string
  plannedByName: string
  visitedOn: string | null
  place: string
  findings: string
  reportedAt: Date | null
  reportedByName: string | null
  photos: VisitPhoto[]
}

export async function selectVisits(db: ReadDb, dossierIds: readonly DossierId[]): Promise<FieldVisit[]> {
  if (dossierIds.length === 0) return []
  const visits = await db
    .selectFrom('field_visit')
    .select([
      'id',
      'dossier_id as dossierId',
      'planned_on as plannedOn',
      'visitors',
      'planned_by_name as plannedByName',
      'visited_on as visitedOn',
      'place',
      'findings',
      'reported_at as reportedAt',
      'reported_by_name as reportedByName',
    ])
    .where('dossier_id', 'in', [...dossierIds])
    .orderBy('planned_on')
    .orderBy('id')
    .execute()
  const photos = await db
    .selectFrom('field_visit_photo as photo')
    .innerJoin('field_visit as visit', 'visit.id', 'photo.visit_id')
    .select(['photo.id', 'photo.name', 'photo.visit_id as visitId'])
    .where('visit.dossier_id', 'in', [...dossierIds])
    .orderBy('photo.id')
    .execute()
  return visits.map((visit) => ({
    ...visit,
    photos: photos.filter(({ visitId }) => visitId === visit.id).map(({ id, name }) => ({ id, name })),
  }))
}

/** Held until the end of the transaction: a visit is told once. */
export async function lockVisit(tx: Tx, id: FieldVisitId): Promise<{ dossierId: DossierId; reportedAt: Date | null } | undefined> {
  return tx
    .selectFrom('field_visit')
    .select(['dossier_id as dossierId', 'reported_at as reportedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertVisit(
  tx: Tx,
  visit: Pick<FieldVisit, 'id' | 'dossierId' | 'plannedOn' | 'visitors' | 'plannedByName'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('field_visit')
    .values({
      id: visit.id,
      dossier_id: visit.dossierId,
      planned_on: visit.plannedOn,
      visitors: visit.visitors,
      planned_at: at,
      planned_by_name: visit.plannedByName,
    })
    .execute()
}

export async function updateVisitReported(
  tx: Tx,
  id: FieldVisitId,
  told: { visitedOn: string; place: string; findings: string; at: Date; byName: string },
): Promise<void> {
  await tx
    .updateTable('field_visit')
    .set({
      visited_on: told.visitedOn,
      place: told.place,
      findings: told.findings,
      reported_at: told.at,
      reported_by_name: told.byName,
    })
    .where('id', '=', id)
    .execute()
}

export async function insertVisitPhoto(
  tx: Tx,
  photo: { id: FieldVisitPhotoId; visitId: FieldVisitId; hash: string; name: string },
): Promise<void> {
  await tx
    .insertInto('field_visit_photo')
    .values({ id: photo.id, visit_id: photo.visitId, file_hash: photo.hash, name: photo.name })
    .execute()
}

/** Which dossier a photo belongs to, and where it lies. */
export function selectVisitPhoto(db: ReadDb, id: FieldVisitPhotoId) {
  return db
    .selectFrom('field_visit_photo as photo')
    .innerJoin('field_visit as visit', 'visit.id', 'photo.visit_id')
    .innerJoin('stored_file_card as file', 'file.hash', 'photo.file_hash')
    .select(['visit.dossier_id as dossierId', 'file.hash', 'file.media_type as mediaType', 'photo.name'])
    .where('photo.id', '=', id)
    .executeTakeFirst()
}
