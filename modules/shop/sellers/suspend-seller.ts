import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, record, requireAct, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { suspensionActs } from '../acts.ts'
import type { AnnounceSuspensionInput, ReceiveOrderInput } from '../inputs.ts'
import { beginningOf, carryOutBy, refuseNotice } from '../rules.ts'
import type { AnnounceRefusal, ReceiveOrderRefusal } from '../rules.ts'
import type { SuspensionId } from '../rules/ids.ts'
import { hoursOfOrder } from './order-hours.ts'
import { lockSeller } from './seller.store.ts'
import { insertSuspension, selectSuspensionByKey } from './suspension.store.ts'

type Made<Refusal extends { code: string }> = Promise<Outcome<{ suspensionId: SuspensionId }, Refusal>>

/** A seller is told that it will be stopped from a day on, and why; the day itself does it. */
export async function announceSuspension(ctx: Ctx, input: AnnounceSuspensionInput): Made<AnnounceRefusal> {
  const act = suspensionActs.announce
  requireAct(ctx.actor, act)
  const today = dateInVietnam(ctx.now)
  const { value: noticeDays } = await ruleOn(ctx.db, 'seller.suspension-notice-days', today)
  return inTransaction(ctx, async (tx): Made<AnnounceRefusal> => {
    await mustSell(tx, input.producerId)
    const before = await sameForm(tx, input, 'notice')
    if (before) return before
    const tooShort = refuseNotice(input, { today, noticeDays })
    if (tooShort) return tooShort
    const id = ctx.newId('sus')
    const { producerId, reason, requestKey } = input
    await insertSuspension(tx, { id, producerId, reason, requestKey, kind: 'notice', startsAt: beginningOf(input.startsOn), ...by(ctx) })
    await record(tx, ctx, act, {
      subjectId: id,
      payload: { suspensionId: id, producerId },
      detail: { producerId, reason, startsOn: input.startsOn },
    })
    return done({ suspensionId: id })
  })
}

/** The order of an authority came: from its receipt the hours run in which it is to be carried out. */
export async function receiveSuspensionOrder(ctx: Ctx, input: ReceiveOrderInput, upload: Upload | null): Made<ReceiveOrderRefusal> {
  const act = suspensionActs.receive
  requireAct(ctx.actor, act)
  if (input.receivedAt > ctx.now) return refuse('received-in-future')
  const known = await sameForm(ctx.db, input, 'order')
  if (known) return known
  if (!upload) return refuse('file-missing')
  const { value: hours } = await hoursOfOrder(ctx.db, dateInVietnam(input.receivedAt))
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx): Made<ReceiveOrderRefusal> => {
    await mustSell(tx, input.producerId)
    const before = await sameForm(tx, input, 'order')
    if (before) return before
    const id = ctx.newId('sus')
    const { producerId, authority, documentNumber, receivedAt } = input
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const file = { hash: kept.value.hash, name: kept.value.originalName }
    await insertSuspension(tx, { ...input, id, kind: 'order', carryOutBy: carryOutBy(receivedAt, hours), file, ...by(ctx) })
    await record(tx, ctx, act, {
      subjectId: id,
      payload: { suspensionId: id, producerId },
      detail: { producerId, authority, documentNumber, receivedAt: receivedAt.toISOString() },
    })
    return done({ suspensionId: id })
  })
}

const by = (ctx: Pick<Ctx, 'actor' | 'now'>) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** One suspension of a seller after the other. */
async function mustSell(tx: Tx, producerId: ProducerId): Promise<void> {
  if (!(await lockSeller(tx, producerId))) throw new NotFound('No such seller', { producerId })
}

/** The same form sent twice is one suspension; with other contents it is refused. */
async function sameForm(
  db: Ctx['db'] | Tx,
  input: { requestKey: string; producerId: ProducerId; reason: string },
  kind: 'notice' | 'order',
) {
  const before = await selectSuspensionByKey(db, input.requestKey)
  if (!before) return null
  const isSame = before.producerId === input.producerId && before.kind === kind && before.reason === input.reason
  return isSame ? done({ suspensionId: before.id }) : refuse('request-key-reused')
}
