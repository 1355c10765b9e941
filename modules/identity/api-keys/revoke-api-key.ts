import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { actorId, actorName } from '../actor.ts'
import type { ApiKeyId } from '../ids.ts'
import { record } from '../record.ts'
import { requireAct } from '../ties.ts'
import { fieldErrors } from '../words.ts'
import { apiKeyActs } from './acts.ts'
import { lockApiKey, updateRevoked } from './api-key.store.ts'
import { apiKeyStatusOf } from './rules.ts'
import type { ApiKeyRefusal } from './rules.ts'

export const revokeApiKeyInput = z.object({
  reason: z.string(fieldErrors.keyReason).trim().min(3, fieldErrors.keyReason).max(500, fieldErrors.reasonLong),
})

/** It opens nothing from the very next request on, and never again. */
export async function revokeApiKey(
  ctx: Ctx,
  keyId: ApiKeyId,
  { reason }: z.infer<typeof revokeApiKeyInput>,
): Promise<Outcome<null, Extract<ApiKeyRefusal, { code: 'key-closed' }>>> {
  const act = apiKeyActs.revoke
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const key = await lockApiKey(tx, keyId)
    if (!key) throw new NotFound('No such key', { keyId })
    const closed = refuseStatus(act, apiKeyStatusOf(key, dateInVietnam(ctx.now)))
    if (closed) return closed
    await updateRevoked(tx, keyId, { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor), why: reason })
    const { organisationCode, label, shown } = key
    await record(tx, ctx, act, { subjectId: keyId, detail: { organisation: organisationCode, label, shown, reason } })
    return done(null)
  })
}
