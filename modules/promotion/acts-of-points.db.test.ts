import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { aPhoto } from '../recall/fixtures.ts'
import { tryActs } from '../test-acts.ts'
import { consignmentActTables } from './consignment/acts.ts'
import type { ConsignmentStatus } from './consignment/acts.ts'
import { aConsignment, aCount, aPoint, aPointForm, aSale, aVisit, mustBe, someTerms } from './consignment/fixtures.ts'
import { insertTerms } from './consignment/consignment.store.ts'
import { loseInput, proposeInput, reviseInput, sellInput } from './consignment/inputs.ts'
import * as rooms from './index.ts'
import { pointActTables } from './points-of-sale/acts.ts'
import type { PointStatus } from './points-of-sale/acts.ts'

const { as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const as = (actor: Actor) => asAt(actor, worldDay)
const base = as(system('trial'))
const one = await aConsignment(as, { jars: 5 })
const people = { ...world.people, maker: one.owner, keeper: one.keeper }
const { consignmentId, lotId, packId, placeId } = one
const [keeper, maker] = [as(one.keeper), as(one.owner)]

// The department keeps the register.
const office = ['trade-department'] as const
const pointId = await aPoint(as, one.keeper)
const named = { number: '1/QĐ', on: '2026-11-23' }
const withdrawn = { withdrawn_number: '2/QĐ', withdrawn_on: '2026-11-23', withdrawn_reason: 'Đóng cửa' }
const nothing = { withdrawn_number: null, withdrawn_on: null, withdrawn_reason: null }
const { requestKey: _, ...fields } = aPointForm(one.keeper.organisationId)
const photo = await aPhoto()
tryActs(pointActTables[0], {
  base,
  people,
  put: (tx, status: PointStatus) =>
    tx
      .updateTable('point_of_sale')
      .set({ status, ...(status === 'withdrawn' ? withdrawn : nothing) })
      .where('id', '=', pointId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('point_of_sale').select('status').where('id', '=', pointId).executeTakeFirstOrThrow()).status,
  attempts: {
    register: (ctx) => rooms.registerPoint(ctx, aPointForm(one.keeper.organisationId)),
    change: (ctx) => rooms.changePoint(ctx, { ...fields, pointId }),
    inspect: (ctx) => rooms.inspectPoint(ctx, aVisit(pointId)),
    photograph: (ctx) => rooms.photographPoint(ctx, { pointId, caption: 'Mặt tiền', isPublic: true, requestKey: newId('key') }, photo),
    recognise: (ctx) => rooms.recognisePoint(ctx, { pointId, ...named, supportVnd: null, supportNumber: null }),
    withdraw: (ctx) => rooms.withdrawPoint(ctx, { pointId, ...named, reason: 'Đóng cửa' }),
  },
  expected: {
    register: { by: office },
    change: { from: ['draft', 'recognised'], by: office },
    inspect: { from: ['draft', 'recognised'], by: office },
    photograph: { from: ['draft', 'recognised'], by: office },
    recognise: { from: ['draft'], to: 'recognised', by: office },
    withdraw: { from: ['recognised'], to: 'withdrawn', by: office },
  },
})

// Whose goods they are sends them; whoever runs the point sells them; what binds both is done by both. Nobody else finds them.
const both = ['maker', 'keeper'] as const
const terms = { ...someTerms, requestKey: newId('key') }
const { statementId } = mustBe(await rooms.settleConsignment(keeper, aCount(one, 5)))
const carried = { carrier: 'Anh Ba', vehicle: 'Xe máy', reason: 'Gửi bán', consignmentId }
const onRoad = mustBe(await rooms.sendGoods(maker, { ...carried, vatName: 'KCT', requestKey: newId('key'), lines: [{ lotId, packId, placeId, quantity: 1, priceVnd: 85_000 }] })) // prettier-ignore
const { entryId } = mustBe(await rooms.sellAtCounter(keeper, aSale(one)))
const withdrawStatement = (tx: Tx) =>
  tx.updateTable('consignment_statement').set({ status: 'withdrawn', withdrawn_reason: 'x' }).where('id', '=', statementId).execute()
tryActs(consignmentActTables[0], {
  base,
  people,
  put: (tx, status: ConsignmentStatus) =>
    tx
      .updateTable('consignment')
      .set({ status, ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', consignmentId)
      .execute(),
  state: async (tx) =>
    (await tx.selectFrom('consignment').select('status').where('id', '=', consignmentId).executeTakeFirstOrThrow()).status,
  attempts: {
    propose: (ctx) => rooms.proposeConsignment(ctx, proposeInput.parse({ ...terms, pointId, requestKey: newId('key') })),
    revise: (ctx) => rooms.reviseTerms(ctx, reviseInput.parse({ ...terms, consignmentId, requestKey: newId('key') })),
    // What the other side wrote.
    agree: async (ctx) => {
      const side = ctx.actor === one.keeper ? ('owner' as const) : ('point' as const)
      const proposed = { id: newId('cst'), consignmentId, version: 2, side, at: ctx.now, byName: 'x', requestKey: newId('key') }
      await insertTerms(ctx.db as Tx, { ...reviseInput.parse({ ...terms, consignmentId }), ...proposed })
      return rooms.agreeTerms(ctx, { consignmentId, termsId: proposed.id })
    },
    // Everything was received, sold, counted and signed before.
    end: async (ctx) => {
      const [point, owner]: [Ctx, Ctx] = [
        { ...ctx, actor: one.keeper },
        { ...ctx, actor: one.owner },
      ]
      await withdrawStatement(ctx.db as Tx)
      await rooms.receiveGoods(point, { ...onRoad, minute: '', lines: [{ line: 1, received: 1, broken: 0 }] })
      await rooms.sellAtCounter(point, aSale(one, 5))
      const settled = await rooms.settleConsignment(point, { ...aCount(one, 0), counts: [] })
      for (const side of settled.ok ? [point, owner] : []) if (settled.ok) await rooms.signStatementOf(side, settled.value)
      return rooms.endConsignment(ctx, { consignmentId })
    },
    send: (ctx) => rooms.sendGoods(ctx, { ...carried, vatName: 'KCT', requestKey: newId('key'), lines: [{ lotId, packId, placeId, quantity: 1, priceVnd: 85_000 }] }), // prettier-ignore
    'send-back': (ctx) => rooms.sendGoodsBack(ctx, { ...carried, requestKey: newId('key'), lines: [{ lotId, packId, quantity: 1 }] }),
    receive: (ctx) => rooms.receiveGoods(ctx, { ...onRoad, minute: '', lines: [{ line: 1, received: 1, broken: 0 }] }),
    sell: (ctx) => rooms.sellAtCounter(ctx, sellInput.parse(aSale(one))),
    'cancel-sale': (ctx) => rooms.cancelSale(ctx, { entryId }),
    lose: (ctx) => rooms.loseAtCounter(ctx, loseInput.parse({ ...aSale(one), cause: 'spoiled', note: 'Vỡ' })),
    settle: async (ctx) => {
      await withdrawStatement(ctx.db as Tx)
      return rooms.settleConsignment(ctx, aCount(one, 4))
    },
    sign: (ctx) => rooms.signStatementOf(ctx, { statementId }),
    'withdraw-statement': (ctx) => rooms.withdrawStatement(ctx, { statementId, reason: 'Đếm lại' }),
  },
  expected: {
    propose: { by: ['seller', 'rival', 'maker'] },
    revise: { from: ['proposed', 'open'], by: both },
    agree: { from: ['proposed', 'open'], to: 'open', by: both },
    end: { from: ['proposed', 'open'], to: 'ended', by: both },
    send: { from: ['open'], by: ['maker'] },
    'send-back': { from: ['open'], by: ['keeper'] },
    receive: { from: ['open'], by: both },
    sell: { from: ['open'], by: ['keeper'] },
    'cancel-sale': { from: ['open'], by: ['keeper'] },
    lose: { from: ['open'], by: ['keeper'] },
    settle: { from: ['open'], by: ['keeper'] },
    sign: { from: ['open'], by: both },
    'withdraw-statement': { from: ['open'], by: both },
  },
})
