import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { handOver, confirmPayment } from '../shop/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { returnActTables } from './acts.ts'
import type { ReturnStatus } from './acts.ts'
import { anAgreement, anAskForm } from './fixtures.ts'
import {
  acceptReturn,
  acknowledgeReturn,
  askReturn,
  callOffice,
  decideAgainstBuyer,
  decideForBuyer,
  escalateReturn,
  mediate,
  publishOffer,
  receiveGoods,
  refuseReturn,
  sayInReturn,
  sendGoods,
  withdrawReturn,
} from './index.ts'
import { markLate } from './lead-dispute.ts'
import { settleReturn } from './settle.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people, orderId, link } = world
const base = asAt(system('trial'), worldDay)
const seller = asAt(people.seller, worldDay)

await confirmPayment(seller, { orderId, amountVnd: 170_000, reference: '', note: '', requestKey: newId('key') })
await handOver(seller, { orderId, acceptShort: false, note: '' })
const { id: lineId } = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
const asked = await askReturn(asAt(visitor, worldDay), link, anAskForm({ lineId }))
if (!asked.ok) throw new Error(asked.refusal.code)
const { returnId } = asked.value
const lot = await db.selectFrom('reservation').select(['lot_id', 'pack_id', 'place_id']).executeTakeFirstOrThrow()
const goods = { orderLineId: lineId, lotId: lot.lot_id, packId: lot.pack_id, placeId: lot.place_id }

// Whoever holds the link of an order asks, speaks and lets it be; its seller answers and carries out; the mediators see what was brought to them. To
// everybody else no case is there.
const linkOf = (ctx: Ctx) =>
  ctx.actor === people.buyer ? link : ctx.actor === people.seller || ctx.actor.kind === 'system' ? undefined : { ...link, secret: 'x' }
const said = { returnId, words: 'Xin xem lại giúp', get requestKey() { return newId('key') } } // prettier-ignore
const past = new Date(base.now.getTime() - 1)
const make = (ctx: Ctx, change: object, status: ReturnStatus) =>
  ctx.db.updateTable('order_return').set(change).where('id', '=', returnId).where('status', '=', status).execute()

tryActs(returnActTables[0], {
  base,
  people,
  put: (tx, status: ReturnStatus) =>
    tx
      .updateTable('order_return')
      .set({
        status,
        ended_at: status === 'settled' || status === 'ended' ? base.now : null,
        // What was brought to the office is before it.
        office_at: base.now,
        refund_vnd: 0,
        sends_back: true,
        exchanges: true,
      })
      .where('id', '=', returnId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('order_return').select('status').where('id', '=', returnId).executeTakeFirstOrThrow()).status,
  attempts: {
    ask: (ctx) => askReturn(ctx, linkOf(ctx) ?? { ...link, secret: 'x' }, anAskForm({ lineId })),
    say: (ctx) => sayInReturn(ctx, said, linkOf(ctx)),
    acknowledge: (ctx) => acknowledgeReturn(ctx, { returnId }),
    accept: (ctx) => acceptReturn(ctx, anAgreement(returnId, 85_000)),
    refuse: (ctx) => refuseReturn(ctx, said),
    withdraw: (ctx) => withdrawReturn(ctx, { returnId }, linkOf(ctx) ?? { ...link, secret: 'x' }),
    receive: (ctx) => receiveGoods(ctx, { returnId, goods, quantity: 1, fate: 'restocked', note: '', requestKey: newId('key') }),
    send: (ctx) => sendGoods(ctx, { returnId, goods, quantity: 1, note: '', requestKey: newId('key') }),
    settle: async (ctx) => {
      await make(ctx, { sends_back: false, exchanges: false }, 'accepted')
      return settleReturn(ctx, returnId)
    },
    'call-office': (ctx) => callOffice(ctx, said, linkOf(ctx)),
    escalate: async (ctx) => {
      await make(ctx, { office_at: null, resolve_by: past }, 'accepted')
      return escalateReturn(ctx, said, linkOf(ctx))
    },
    'mark-late': async (ctx) => {
      await make(ctx, { answer_by: past }, 'open')
      return markLate(ctx, returnId)
    },
    mediate: (ctx) => mediate(ctx, said),
    'decide-for': (ctx) => decideForBuyer(ctx, anAgreement(returnId, 85_000)),
    'decide-against': (ctx) => decideAgainstBuyer(ctx, said),
  },
  expected: {
    ask: { by: ['buyer'] },
    say: { from: ['open', 'accepted', 'refused', 'disputed'], by: ['buyer', 'seller'] },
    acknowledge: { from: ['open'], by: ['seller'] },
    accept: { from: ['open', 'refused', 'disputed'], to: 'accepted', by: ['seller'] },
    refuse: { from: ['open'], to: 'refused', by: ['seller'] },
    withdraw: { from: ['open', 'refused', 'disputed'], to: 'ended', by: ['buyer'] },
    receive: { from: ['accepted'], by: ['seller'] },
    send: { from: ['accepted'], by: ['seller'] },
    settle: { from: ['accepted'], to: 'settled', by: ['seller', 'system'] },
    'call-office': { from: ['open', 'refused'], to: 'disputed', by: ['buyer', 'seller', 'system'] },
    escalate: { from: ['accepted'], by: ['buyer', 'seller', 'system'] },
    'mark-late': { from: ['open'], by: ['system'] },
    mediate: { from: ['accepted', 'disputed'], by: ['trade-department'] },
    'decide-for': { from: ['disputed'], to: 'accepted', by: ['trade-department'] },
    'decide-against': { from: ['disputed', 'accepted'], to: 'ended', by: ['trade-department'] },
  },
})

tryActs(returnActTables[1], {
  base,
  people,
  attempts: { publish: (ctx) => publishOffer(ctx, { reasons: [{ key: 'changed-mind', days: 14 }] }) },
  expected: { publish: { by: ['seller', 'rival'] } },
})
