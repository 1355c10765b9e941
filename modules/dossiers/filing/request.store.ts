import type { ReadDb, Tx } from '../../context.ts'
import type { RequestItem, SupplementRequest } from '../rules.ts'
import type { DossierId, RequestId } from '../rules/ids.ts'

export async function selectRequests(db: ReadDb, dossierId: DossierId): Promise<SupplementRequest[]> {
  return db
    .selectFrom('dossier_request')
    .select(['id', 'move', 'items', 'requested_by_name as requestedByName', 'requested_at as requestedAt', 'answered_at as answeredAt'])
    .where('dossier_id', '=', dossierId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertRequest(
  tx: Tx,
  dossierId: DossierId,
  request: Omit<SupplementRequest, 'answeredAt'> & { requestedBy: string },
): Promise<void> {
  await tx
    .insertInto('dossier_request')
    .values({
      id: request.id,
      dossier_id: dossierId,
      move: request.move,
      items: JSON.stringify(request.items),
      requested_by: request.requestedBy,
      requested_by_name: request.requestedByName,
      requested_at: request.requestedAt,
    })
    .execute()
}

export async function updateRequest(tx: Tx, id: RequestId, change: { items?: readonly RequestItem[]; answeredAt?: Date }): Promise<void> {
  await tx
    .updateTable('dossier_request')
    .set({ items: change.items && JSON.stringify(change.items), answered_at: change.answeredAt })
    .where('id', '=', id)
    .execute()
}
