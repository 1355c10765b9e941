import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { changedElsewhere } from '../drafting/edit-dossier.ts'
import { recordMove } from '../filing/record-move.ts'
import { dossierActs } from '../rules.ts'
import type { DeclineRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { inputWords } from '../words.ts'
import { lockForReview, refuseOwnWriting } from './commune-review.ts'

export const declineDossierInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  /** The producer reads it, and may complain about it. */
  reason: z.string().trim().max(2000, inputWords.tooLong(2000)).default(''),
})
export type DeclineDossierInput = z.infer<typeof declineDossierInput>

/** The commune does not propose a dossier, and says why: it ends here, and the product is free for another one. */
export async function declineDossier(
  ctx: Ctx,
  { dossierId, version, reason }: DeclineDossierInput,
): Promise<Outcome<{ dossierId: DossierId }, DeclineRefusal>> {
  const act = dossierActs.decline
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockForReview(tx, ctx, 'decline', dossierId)
    const closed = refuseStatus(act, dossier.status)
    if (closed) return closed
    const own = refuseOwnWriting(ctx, 'decline', dossier)
    if (own) return own
    const stale = changedElsewhere(dossier, version)
    if (stale) return stale
    if (reason === '') return refuse('reason-missing')
    await recordMove(tx, ctx, dossier, 'decline', { note: reason })
    return done({ dossierId: dossier.id })
  })
}
