import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { dossierActs, tiesOf } from '../../dossiers/rules.ts'
import { requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { sayGround } from '../../dossiers/words.ts'
import type { RefuseDossierRefusal } from '../rules.ts'
import { lockFiledDossier } from './receive-dossier.ts'

export const refuseDossierInput = z.object({
  dossierId: idInput('dos'),
  /** One of the grounds of the law of the day (`dossier.immediate-refusals`). */
  ground: z.string().max(60).default(''),
  /** What was found; the producer and the commune read it. */
  reason: z.string().trim().max(2000).default(''),
})
export type RefuseDossierInput = z.infer<typeof refuseDossierInput>

/**
 * The provincial office refuses a proposed or received dossier at once, without a supplement, on a ground that the law of the day has (Quyết định
 * 26/2026/QĐ-TTg: forged, against the certificate of food safety, improperly registered).
 */
export async function refuseDossier(
  ctx: Ctx,
  { dossierId, ground, reason }: RefuseDossierInput,
): Promise<Outcome<{ code: string }, RefuseDossierRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockFiledDossier(tx, dossierId)
    requireAct(ctx.actor, dossierActs.refuse, tiesOf(dossier))
    const closed = refuseStatus(dossierActs.refuse, dossier.status)
    if (closed) return closed
    const { value: grounds } = await ruleOn(tx, 'dossier.immediate-refusals', dateInVietnam(ctx.now))
    if (!grounds.includes(ground)) return refuse('ground-missing')
    if (reason === '') return refuse('finding-missing')
    await moveDossier(tx, ctx, { dossierId: dossier.id, move: 'refuse', note: `${sayGround(ground)}. ${reason}`, detail: { ground } })
    return done({ code: dossier.code })
  })
}
