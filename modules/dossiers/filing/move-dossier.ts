import { Conflict, Forbidden, NotFound, refuseStatus } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { lockDossier, updateRound } from '../dossier.store.ts'
import { everWrote } from '../policy.ts'
import { recordMove } from './record-move.ts'
import type { MoveDetails } from './record-move.ts'
import { dossierActs, tiesOf } from '../rules.ts'
import type { DossierStatus, UpperMove } from '../rules.ts'
import type { DossierId, RoundId } from '../rules/ids.ts'

/** Moves that ask for something carry what they ask for. */
const withItems: readonly UpperMove[] = ['return-by-province', 'return-to-commune']

/**
 * Moves a dossier on behalf of a room above, inside that room's transaction, by the table of acts and with its line in the audit trail.
 * Throws `Conflict('dossier-status')` where the dossier has moved on meanwhile.
 */
export async function moveDossier(
  tx: Tx,
  ctx: Ctx,
  { dossierId, move, ...details }: { dossierId: DossierId; move: UpperMove } & MoveDetails,
): Promise<{ from: DossierStatus; to: DossierStatus }> {
  const act = dossierActs[move]
  const dossier = await lockDossier(tx, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  requireAct(ctx.actor, act, tiesOf(dossier))
  // Whoever wrote it for the producer moves it on for nobody: another one of the office does.
  if (everWrote(ctx.actor, dossier)) throw new Forbidden('tie', { dossierId, move })
  if (refuseStatus(act, dossier.status)) throw new Conflict('dossier-status', { dossierId, status: dossier.status, move })
  if (withItems.includes(move) && !details.items?.length) throw new Error(`${move} needs its items`)
  await recordMove(tx, ctx, dossier, move, details)
  return { from: dossier.status, to: act.to }
}

/** Puts a dossier in a round; the caller holds the transaction and records it. */
export async function assignRound(tx: Tx, dossierId: DossierId, roundId: RoundId): Promise<void> {
  if (!(await lockDossier(tx, dossierId))) throw new NotFound('No such dossier', { dossierId })
  await updateRound(tx, dossierId, roundId)
}
