import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { grantsOf, record, requireAct, requireRole } from '../identity/index.ts'
import type { Recipient } from '../message.ts'
import { deliveryActs, deliveryStatuses } from './acts.ts'
import type { DeliveryStatus } from './acts.ts'
import { channelFigures, insertDelivery, lastSentAgain, lockDelivery, selectOutgoing } from './delivery.store.ts'
import type { ChannelFigures, Outgoing } from './delivery.store.ts'
import { forgetRefused, selectBrowsers, selectPersonToReach, selectReach } from './reach.store.ts'
import { channels } from './rules/channels.ts'
import type { Channel } from './rules/channels.ts'
import type { DeliveryId } from './rules/ids.ts'
import type { SendAgainRefusal } from './rules.ts'
import { sendJob } from './tell.ts'
import type { ChannelsOn } from './tell.ts'

/** On a telephone each is a card. */
const perPage = 15
const figureDays = 30

export const outgoingFilter = z.object({
  state: z
    .enum(['faults', ...deliveryStatuses])
    .optional()
    .catch(undefined),
  channel: z.enum(channels).optional().catch(undefined),
  search: z.string().trim().max(200).default('').catch(''),
  to: z
    .string()
    .regex(/^(usr|grp|dbt|jrq)_[0-9a-z]+$/)
    .optional()
    .catch(undefined),
  object: z.string().max(80).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

export type ListedDelivery = Outgoing & { may: May<typeof deliveryActs, DeliveryStatus> }

/** What went out, to whom, why, and how it ended. */
export async function listOutgoing(
  ctx: Ctx,
  { page, to, ...filter }: z.infer<typeof outgoingFilter>,
  on: ChannelsOn,
): Promise<{ deliveries: ListedDelivery[]; more: boolean; channels: (ChannelFigures & { isOn: boolean })[] }> {
  requireRole(ctx.actor, 'administrator', 'provincial-officer')
  const rows = await selectOutgoing(ctx.db, {
    ...filter,
    recipient: to as Recipient | undefined,
    limit: perPage + 1,
    offset: (page - 1) * perPage,
  })
  const figures = await channelFigures(ctx.db, new Date(ctx.now.getTime() - figureDays * 86_400_000))
  const grants = grantsOf(ctx.actor)
  return {
    deliveries: rows.slice(0, perPage).map((row) => ({ ...row, may: mayOf(deliveryActs, row.state, grants) })),
    more: rows.length > perPage,
    channels: channels.map((channel) => ({
      ...(figures.find((one) => one.channel === channel) ?? { channel, waiting: 0, oldest: null, taken: 0, faults: 0, off: 0 }),
      isOn: on.has(channel),
    })),
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
