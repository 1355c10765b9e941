import type { Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { Presentation } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'

export async function updateOrder(tx: Tx, sessionId: SessionId, order: readonly DossierId[]): Promise<void> {
  for (const [at, dossierId] of order.entries()) {
    await tx
      .updateTable('session_dossier')
      .set({ position: at + 1 })
      .where('session_id', '=', sessionId)
      .where('dossier_id', '=', dossierId)
      .execute()
  }
}

export async function updateOnTable(tx: Tx, sessionId: SessionId, dossierId: DossierId): Promise<void> {
  await tx.updateTable('council_session').set({ on_table: dossierId }).where('id', '=', sessionId).execute()
}

export async function updatePresentation(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  { presentedFrom, presentedTo }: Presentation,
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ presented_from: presentedFrom, presented_to: presentedTo })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}
