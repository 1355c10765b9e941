import { randomBytes, timingSafeEqual } from 'node:crypto'
import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { actorId, record, requireAct } from '../identity/index.ts'
import { recallActs } from './acts.ts'
import { selectLotsToRecall } from './affected-lot.store.ts'
import { lockRecall, selectLotIds, selectRecall } from './case.store.ts'
import type { AcknowledgeInput, PartnerLinkInput, TellPartnerInput } from './inputs.ts'
import { beginAct, movedOf } from './open-case.ts'
import { insertPartner, selectPartner, updateAnswered } from './partner.store.ts'
import type { RecallClosed } from './rules/refusals.ts'

/** A point of sale or partner that may hold goods is told, and gets a link by which it says that it has stopped. */
export async function tellPartner(
  ctx: Ctx,
  { recallId, name, place, phone, email, requestKey }: TellPartnerInput,
): Promise<Outcome<null, RecallClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'tell-partner', recallId)
    if (!begun.ok) return begun
    const partnerId = ctx.newId('rcp')
    const linkSecret = randomBytes(18).toString('base64url')
    const by = { at: ctx.now, byId: actorId(ctx.actor) }
    if (
      !(await insertPartner(tx, {
        id: partnerId,
        recallId,
        name,
        place,
        phone: phone ?? null,
        email: email ?? null,
        linkSecret,
        requestKey,
        ...by,
      }))
    )
      return done(null)
    const payload = { ...(await movedOf(tx, begun.value.recall)), partnerId }
    await record(tx, ctx, recallActs['tell-partner'], { subjectId: recallId, payload, detail: { name } })
    return done(null)
  })
}

/** Compares in the same time whatever the difference is. */
function isSecret(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What a partner reads by its link: what is recalled, why, and what it is asked. */
export async function findForPartner(ctx: Pick<Ctx, 'db'>, { partnerId, secret }: PartnerLinkInput) {
  const found = await selectPartner(ctx.db, partnerId)
  if (!found || !isSecret(found.linkSecret, secret)) throw new NotFound('No such partner of a recall')
  const { linkSecret: _, ...partner } = found
  const [recall, lotIds] = await Promise.all([selectRecall(ctx.db, partner.recallId), selectLotIds(ctx.db, partner.recallId)])
  const lots = await selectLotsToRecall(ctx.db, lotIds)
  const { code, status, isDrill, producerName, reason, startedAt } = recall!
  return {
    partner,
    recall: { code, status, isDrill, producerName, reason, startedAt },
    lots: lots.map(({ id, number, productName, madeOn, expiresOn, traceCode }) => ({
      id,
      number,
      productName,
      madeOn,
      expiresOn,
      traceCode,
    })),
    mayAnswer: status === 'open',
  }
}

/** The partner has read it, sells no more, and says how much it still holds. It may say so again: the last word counts. */
export async function acknowledgeRecall(
  ctx: Ctx,
  { partnerId, secret, by, held, words }: AcknowledgeInput,
): Promise<Outcome<null, RecallClosed>> {
  return inTransaction(ctx, async (tx) => {
    const partner = await selectPartner(tx, partnerId)
    if (!partner) throw new NotFound('No such partner of a recall')
    requireAct(ctx.actor, recallActs.acknowledge, { link: isSecret(partner.linkSecret, secret) })
    const recall = (await lockRecall(tx, partner.recallId))!
    const closed = refuseStatus(recallActs.acknowledge, recall.status)
    if (closed) return closed
    await updateAnswered(tx, partnerId, { at: ctx.now, by, held, words })
    const payload = { ...(await movedOf(tx, recall)), partnerId }
    await record(tx, ctx, recallActs.acknowledge, { subjectId: recall.id, payload, detail: { by, held } })
    return done(null)
  })
}
