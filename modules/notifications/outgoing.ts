import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../context.ts'
import { grantsOf, record, requireAct, requireRole } from '../identity/index.ts'
import { deliveryActs, deliveryStatuses } from './acts.ts'
import type { DeliveryStatus } from './acts.ts'
import { channelFigures, insertDelivery, lastSentAgain, lockDelivery } from './delivery.store.ts'
import type { ChannelFigures } from './delivery.store.ts'
import { forgetRefused, selectBrowsers, selectPersonToReach, selectReach } from './reach.store.ts'
import { channels } from './rules/channels.ts'
import type { Channel } from './rules/channels.ts'
import type { DeliveryId } from './rules/ids.ts'
import type { SendAgainRefusal } from './rules.ts'
import { sendJob } from './tell.ts'
import type { ChannelsOn } from './tell.ts'

const figureDays = 30

export type OutgoingDesk = {
  channels: (ChannelFigures & { isOn: boolean })[]
  /** What may be done with a delivery in a state. */
  may: Readonly<Record<DeliveryStatus, May<typeof deliveryActs, DeliveryStatus>>>
}

/** How the channels are doing, for whoever looks after what goes out. */
export async function outgoingDesk(ctx: Ctx, on: ChannelsOn): Promise<OutgoingDesk> {
  requireRole(ctx.actor, 'administrator', 'provincial-officer')
  const figures = await channelFigures(ctx.db, new Date(ctx.now.getTime() - figureDays * 86_400_000))
  const grants = grantsOf(ctx.actor)
  return {
    channels: channels.map((channel) => ({
      ...(figures.find((one) => one.channel === channel) ?? { channel, waiting: 0, oldest: null, taken: 0, faults: 0, off: 0 }),
      isOn: on.has(channel),
    })),
    may: Object.fromEntries(deliveryStatuses.map((state) => [state, mayOf(deliveryActs, state, grants)] as const)) as OutgoingDesk['may'],
  }
}

/** Sends a message another time by the same channel; an address that was refused gets its chance. */
export async function sendAgain(ctx: Ctx, id: DeliveryId, on: ChannelsOn): Promise<Outcome<{ deliveryId: DeliveryId }, SendAgainRefusal>> {
  const act = deliveryActs['send-again']
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, id)
    if (!delivery) throw new NotFound('No such delivery', { id })
    const { messageId, channel, recipient, userId } = delivery
    const last = await lastSentAgain(tx, messageId, channel)
    const closed = refuseStatus(act, delivery.state) ?? refuseStatus(act, last.state)
    if (closed) return closed
    if (!on.has(channel)) return refuse('channel-off', { channel })
    if (userId !== null && !(await hasAddress(tx, userId, channel))) return refuse('address-unknown', { channel })
    if (channel !== 'push') await forgetRefused(tx, recipient, channel)
    const deliveryId = ctx.newId('dlv')
    await insertDelivery(tx, {
      id: deliveryId,
      messageId,
      recipient,
      channel,
      state: 'waiting',
      dueAt: ctx.now,
      at: ctx.now,
      sentAgain: last.sentAgain + 1,
    })
    await addJob(tx, sendJob, {}, { key: sendJob })
    await record(tx, ctx, act, { subjectId: messageId, detail: { channel, deliveryId } })
    return done({ deliveryId })
  })
}

async function hasAddress(db: ReadDb, userId: Parameters<typeof selectReach>[1], channel: Channel): Promise<boolean> {
  if (channel === 'mail') return typeof (await selectPersonToReach(db, userId))?.email === 'string'
  if (channel === 'push') return (await selectBrowsers(db, userId)).length > 0
  return (await selectReach(db, userId)).phone !== null
}
