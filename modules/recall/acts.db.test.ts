import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { recallActTables } from './acts.ts'
import { aCount, aRecall, aRecallForm } from './fixtures.ts'
import { acknowledgeRecall, closeRecall, countGoods, decideRecall, rehearseRecall, startRecall, tellPartner } from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people, lotId } = world
const base = asAt(system('trial'), worldDay)
const authorities = ['provincial-officer', 'science-department', 'trade-department'] as const

// The lot stays open: what is tried on the case does not ask for its state.
const recallId = await aRecall(asAt(people.seller, worldDay), lotId)
await inTransaction({ db }, (tx) =>
  tx
    .updateTable('lot')
    .set({ status: 'open', recall_reason: null, recalled_at: null, recalled_by: null })
    .where('id', '=', lotId)
    .execute(),
)
await tellPartner(asAt(people.seller, worldDay), { recallId, name: 'Cửa hàng Chợ Trà Vinh', place: null, requestKey: newId('key') })
const { id: partnerId, link_secret: secret } = await db.selectFrom('recall_partner').select(['id', 'link_secret']).executeTakeFirstOrThrow()
const decision = { recallId, number: '45/QĐ-SNNMT', decidedOn: '2026-11-23', handling: 'destroy' } as const

// The maker recalls its own goods; an authority has goods of anybody recalled, and alone decides about a recall. Whoever has the link of a point of
// sale says that it has stopped. Nobody else learns that a case is there.
tryActs(recallActTables[0], {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('recall')
      .set({ status, closed_at: status === 'closed' ? base.now : null })
      .where('id', '=', recallId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('recall').select('status').where('id', '=', recallId).executeTakeFirstOrThrow()).status,
  attempts: {
    start: (ctx) => startRecall(ctx, aRecallForm(lotId)),
    rehearse: (ctx) => rehearseRecall(ctx, aRecallForm(lotId)),
    decide: (ctx) => decideRecall(ctx, decision, null),
    'tell-partner': (ctx) => tellPartner(ctx, { recallId, name: 'Quầy bến xe', place: null, requestKey: newId('key') }),
    acknowledge: (ctx: Ctx) =>
      acknowledgeRecall(ctx, { partnerId, secret: ctx.actor === people.buyer ? secret : 'x', by: 'Chị Hai', held: 3, words: null }),
    count: (ctx) => countGoods(ctx, aCount(recallId, lotId, 'found', 1)),
    close: async (ctx) => {
      await ctx.db.updateTable('recall').set({ decided_at: ctx.now, handling: 'destroy' }).where('id', '=', recallId).execute()
      return closeRecall(ctx, { recallId, remainderReason: 'Người mua không trả lại' })
    },
  },
  expected: {
    start: { by: ['seller', ...authorities] },
    rehearse: { by: ['seller', ...authorities] },
    decide: { from: ['open'], by: authorities },
    'tell-partner': { from: ['open'], by: ['seller', ...authorities] },
    acknowledge: { from: ['open'], by: ['buyer'] },
    count: { from: ['open'], by: ['seller', ...authorities] },
    close: { from: ['open'], to: 'closed', by: ['seller', ...authorities] },
  },
})
