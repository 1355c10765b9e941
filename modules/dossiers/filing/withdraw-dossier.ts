import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { lockDossier } from '../dossier.store.ts'
import { changedElsewhere } from '../drafting/edit-dossier.ts'
import { recordMove } from './record-move.ts'
import { dossierActs, tiesOf } from '../rules.ts'
import type { WithdrawRefusal } from '../rules.ts'
import { inputWords } from '../words.ts'
import type { DossierId } from '../rules/ids.ts'
import { idInput } from '@dacsan/platform/ids'

export const withdrawDossierInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  reason: z.string().trim().max(1000, inputWords.tooLong(1000)).default(''),
})
export type WithdrawDossierInput = z.infer<typeof withdrawDossierInput>

/**
 * The producer takes its dossier back, until a council has scored it. `alongside`: what the room above does to its own in the same transaction,
 * once the dossier is taken back.
 */
export async function withdrawDossier(
  ctx: Ctx,
  input: WithdrawDossierInput,
  alongside: (tx: Tx, dossierId: DossierId) => Promise<void> = async () => {},
): Promise<Outcome<{ dossierId: DossierId }, WithdrawRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    if (!dossier) throw new NotFound('No such dossier', { dossierId: input.dossierId })
    requireAct(ctx.actor, dossierActs.withdraw, tiesOf(dossier))
    const closed = refuseStatus(dossierActs.withdraw, dossier.status)
    if (closed) return closed
    const stale = changedElsewhere(dossier, input.version)
    if (stale) return stale
    await recordMove(tx, ctx, dossier, 'withdraw', { note: input.reason })
    await alongside(tx, dossier.id)
    return done({ dossierId: dossier.id })
  })
}
