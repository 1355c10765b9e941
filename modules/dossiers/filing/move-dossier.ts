import { Conflict, NotFound, canMove } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import type { Role } from '../../identity/index.ts'
import { lockDossier, updateRound } from '../dossier.store.ts'
import { recordMove } from './record-move.ts'
import type { MoveDetails } from './record-move.ts'
import { dossierMoves } from '../rules.ts'
import type { DossierMove, DossierStatus, UpperMove } from '../rules.ts'

/**
 * Moves a dossier on behalf of a module above, inside that module's transaction, with the table and its roles kept.
 * The moves that ask for something carry their `items`. Throws `Conflict('dossier-status')` where the dossier has moved on meanwhile.
 * The caller writes the line of the audit trail.
 */
export async function moveDossier(
  tx: Tx,
  ctx: Ctx,
  { dossierId, move, ...details }: { dossierId: string; move: UpperMove } & MoveDetails,
): Promise<{ from: DossierStatus; to: DossierStatus }> {
  const row = dossierMoves[move]
  requireRole(ctx.actor, ...row.by)
  const dossier = await lockDossier(tx, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  if (!canMove<DossierStatus, Role, DossierMove>(dossierMoves, dossier.status, move)) {
    throw new Conflict('dossier-status', { dossierId, status: dossier.status, move })
  }
  if ('check' in row && row.check === 'items' && !details.items?.length) throw new Error(`${move} needs its items`)
  await recordMove(tx, ctx, dossier, move, details)
  return { from: dossier.status, to: row.to }
}

/** Puts a dossier in a round; the caller holds the transaction and audits. */
export async function assignRound(tx: Tx, dossierId: string, roundId: string): Promise<void> {
  if (!(await lockDossier(tx, dossierId))) throw new NotFound('No such dossier', { dossierId })
  await updateRound(tx, dossierId, roundId)
}
