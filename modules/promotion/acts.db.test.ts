import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { fairActTables } from './fairs/acts.ts'
import type { ApplicationStatus, FairStatus } from './fairs/acts.ts'
import { aFairForm, anApplication, anApplyForm, anExhibitor, anOpenFair, mustBe } from './fairs/fixtures.ts'
import * as fairs from './fairs/index.ts'
import { standActTable } from './stand-sales/acts.ts'
import * as stands from './stand-sales/index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people } = world
const base = asAt(system('trial'), worldDay)
const office = asAt(people['trade-department'], worldDay)
const seller = asAt(people.seller, worldDay)

const fairId = await anOpenFair(office)
const whose = await db
  .selectFrom('producer')
  .select('id')
  .where('organisation_id', '=', people.seller.organisationId)
  .executeTakeFirstOrThrow()
const { id: productId } = await db.selectFrom('product').select('id').where('producer_id', '=', whose.id).executeTakeFirstOrThrow()
const { applicationId } = await anApplication(seller, fairId, { productId })
const other = await anExhibitor((actor) => asAt(actor, worldDay), { name: 'Cơ sở vắng' })
const { applicationId: absentId } = await anApplication(asAt(other.person, worldDay), fairId, other)
mustBe(await fairs.drawFairPlan(office, { fairId, plan: 'Khu OCOP\nA1 0,0\nA2 1,0' }))
const [standId, second] = (await db.selectFrom('fair_stand').select('id').orderBy('number').execute()).map(({ id }) => id)

const past = new Date(base.now.getTime() - 1)
const later = new Date(base.now.getTime() + 86_400_000)
const fairIs = (ctx: { db: Ctx['db'] | Tx }, change: object) => ctx.db.updateTable('fair').set(change).where('id', '=', fairId).execute()
const applicationIs = (ctx: { db: Ctx['db'] | Tx }, change: object) =>
  ctx.db.updateTable('fair_application').set(change).where('id', '=', applicationId).execute()
const form = aFairForm()
const { requestKey: _, ...fields } = form

// The department leads fairs; the clock ends a call.
const department = ['trade-department'] as const
tryActs(fairActTables[0], {
  base,
  people,
  put: (tx, status: FairStatus) =>
    fairIs({ db: tx }, { status, allotted_at: base.now, cancel_reason: status === 'cancelled' ? 'Mưa bão' : null }),
  state: async (tx) => (await tx.selectFrom('fair').select('status').where('id', '=', fairId).executeTakeFirstOrThrow()).status,
  attempts: {
    create: (ctx) => fairs.createFair(ctx, { ...form, requestKey: newId('key') }),
    change: (ctx) => fairs.changeFair(ctx, { ...fields, fairId }),
    open: (ctx) => fairs.openCall(ctx, { fairId }),
    close: async (ctx) => {
      await fairIs(ctx, { apply_by: past })
      return fairs.closeCall(ctx, { fairId })
    },
    allot: async (ctx) => fairs.publishAllotment(ctx, { fairId, mark: (await fairs.previewAllotment(office, fairId)).mark }),
    'draw-plan': (ctx) => fairs.drawFairPlan(ctx, { fairId, plan: 'Khu OCOP\nA1 0,0\nA2 4,0' }),
    'print-plan': (ctx) => fairs.printPlan(ctx, { fairId }),
    place: async (ctx) => {
      await applicationIs(ctx, { status: 'confirmed' })
      return fairs.placeApplication(ctx, { fairId, standId: standId!, applicationId })
    },
    begin: async (ctx) => {
      await fairIs(ctx, { opens_on: '2026-11-23' })
      return fairs.beginRunning(ctx, { fairId })
    },
    'count-visits': async (ctx) => {
      await fairIs(ctx, { opens_on: '2026-11-20' })
      return fairs.countVisits(ctx, { fairId, day: '2026-11-21', visits: 10, countedBy: 'gate', requestKey: newId('key') })
    },
    end: async (ctx) => {
      await fairIs(ctx, { opens_on: '2026-11-20', closes_on: '2026-11-23' })
      return fairs.endFair(ctx, { fairId })
    },
    report: (ctx) => fairs.reportFair(ctx, { fairId, words: 'Đạt' }),
    cancel: (ctx) => fairs.cancelFair(ctx, { fairId, reason: 'Mưa bão' }),
  },
  expected: {
    create: { by: department },
    change: { from: ['draft', 'open'], by: department },
    open: { from: ['draft'], to: 'open', by: department },
    close: { from: ['open'], to: 'closed', by: [...department, 'system'] },
    allot: { from: ['closed'], to: 'allotted', by: department },
    'draw-plan': { from: ['draft', 'open', 'closed', 'allotted', 'running'], by: department },
    'print-plan': { from: ['allotted', 'running'], by: department },
    place: { from: ['allotted', 'running'], by: department },
    begin: { from: ['allotted'], to: 'running', by: department },
    'count-visits': { from: ['running', 'ended'], by: department },
    end: { from: ['running'], to: 'ended', by: department },
    report: { from: ['ended'], to: 'reported', by: department },
    cancel: { from: ['draft', 'open', 'closed', 'allotted'], to: 'cancelled', by: department },
  },
})

// Who applied does what is theirs; the department enters it for whoever telephones, answers, and leads the list. Nobody else finds an application.
const either = ['seller', 'trade-department'] as const
const running = { status: 'running', opens_on: '2026-11-20', allotted_at: base.now }
const said = { applicationId, words: 'Xin xem lại' }
tryActs(fairActTables[1], {
  base,
  people,
  put: (tx, status: ApplicationStatus) =>
    applicationIs({ db: tx }, { status, waiting_place: status === 'waiting' ? 3 : null, confirm_by: later }),
  state: async (tx) =>
    (await tx.selectFrom('fair_application').select('status').where('id', '=', applicationId).executeTakeFirstOrThrow()).status,
  attempts: {
    apply: (ctx) => fairs.applyForStand(ctx, anApplyForm(fairId, { producerId: whose.id })),
    change: (ctx) => fairs.changeApplication(ctx, { ...anApplyForm(fairId), applicationId }),
    withdraw: (ctx) => fairs.withdrawApplication(ctx, { applicationId }),
    confirm: async (ctx) => {
      await fairIs(ctx, running)
      return fairs.confirmStand(ctx, { applicationId })
    },
    decline: async (ctx) => {
      await fairIs(ctx, running)
      return fairs.declineStand(ctx, said)
    },
    lapse: async (ctx) => {
      await applicationIs(ctx, { confirm_by: past })
      return fairs.lapseStand(ctx, { applicationId })
    },
    offer: async (ctx) => {
      await fairIs(ctx, running)
      return fairs.offerStand(ctx, { applicationId })
    },
    appeal: async (ctx) => {
      await fairIs(ctx, { appeal_by: later })
      return fairs.appealAllotment(ctx, said)
    },
    'grant-appeal': async (ctx) => {
      // No stand is free: whoever is right stands first of all who wait.
      await fairIs(ctx, { ...running, stands: 1 })
      await ctx.db.updateTable('fair_application').set({ status: 'confirmed' }).where('id', '=', absentId).execute()
      await ctx.db.insertInto('fair_appeal').values({ application_id: applicationId, words: 'x', asked_at: past }).execute()
      return fairs.grantAppeal(ctx, said)
    },
    'reject-appeal': async (ctx) => {
      await ctx.db.insertInto('fair_appeal').values({ application_id: applicationId, words: 'x', asked_at: past }).execute()
      return fairs.rejectAppeal(ctx, said)
    },
    'mark-absent': async (ctx) => {
      await fairIs(ctx, running)
      return fairs.markAbsent(ctx, said)
    },
    substitute: async (ctx) => {
      await fairIs(ctx, running)
      await ctx.db.updateTable('fair_application').set({ status: 'absent' }).where('id', '=', absentId).execute()
      return fairs.substitute(ctx, { applicationId, absentId })
    },
    'declare-sales': async (ctx) => {
      await fairIs(ctx, running)
      const sold = { applicationId, day: '2026-11-21', cashVnd: 1000, transferVnd: 0, orderVnd: 0, shopVnd: 0 }
      return fairs.declareSales(ctx, { ...sold, requestKey: newId('key') })
    },
    'record-cost': async (ctx) => {
      await ctx.db.updateTable('fair_stand').set({ application_id: applicationId }).where('id', '=', second!).execute()
      const cost = { applicationId, contractNumber: '7/HĐ', contractOn: '2026-11-20', priceVnd: 8_000_000, supportedVnd: 5_000_000 }
      return fairs.recordCost(ctx, { ...cost, budget: 'Khuyến công', requestKey: newId('key') })
    },
    'record-result': async (ctx) => {
      await fairIs(ctx, { status: 'ended', opens_on: '2026-08-01', closes_on: '2026-08-05', allotted_at: past })
      const result = { applicationId, afterDays: 90, contracts: 1, contractVnd: 1, salesVnd: 1, method: 'Hóa đơn' }
      return fairs.recordResult(ctx, { ...result, requestKey: newId('key') })
    },
  },
  expected: {
    apply: { by: ['seller', 'rival', 'trade-department'] },
    change: { from: ['open'], by: either },
    withdraw: { from: ['open'], to: 'withdrawn', by: either },
    confirm: { from: ['allotted'], to: 'confirmed', by: either },
    decline: { from: ['allotted', 'waiting', 'confirmed'], to: 'declined', by: either },
    lapse: { from: ['allotted'], to: 'lapsed', by: ['trade-department', 'system'] },
    offer: { from: ['waiting'], to: 'allotted', by: ['trade-department', 'system'] },
    appeal: { from: ['waiting', 'refused'], by: ['seller'] },
    'grant-appeal': { from: ['waiting', 'refused'], to: 'waiting', by: department },
    'reject-appeal': { from: ['waiting', 'refused'], by: department },
    'mark-absent': { from: ['confirmed'], to: 'absent', by: department },
    substitute: { from: ['waiting'], to: 'confirmed', by: department },
    'declare-sales': { from: ['confirmed'], by: either },
    'record-cost': { from: ['confirmed', 'absent'], by: department },
    'record-result': { from: ['confirmed'], by: either },
  },
})

// Whoever stands at a stand sells there; the office sees the sums, and sells nothing.
const { id: ownPlaceId } = await db
  .selectFrom('place')
  .select('id')
  .where('producer_id', '=', whose.id)
  .where('is_default', '=', true)
  .executeTakeFirstOrThrow()
const { id: ownPackId } = await db.selectFrom('product_pack').select('id').where('product_id', '=', productId).executeTakeFirstOrThrow()
const aSale = { applicationId, paidBy: 'cash' as const, lines: [{ packId: ownPackId, quantity: 1, unitVnd: 85_000 }] }
const sellOne = async (ctx: Ctx) => {
  await fairIs(ctx, running)
  return stands.sellAtStand(ctx, { ...aSale, requestKey: newId('key') })
}
tryActs(standActTable, {
  base,
  people,
  put: (tx, status: ApplicationStatus) => applicationIs({ db: tx }, { status, stand_place_id: ownPlaceId }),
  state: async (tx) =>
    (await tx.selectFrom('fair_application').select('status').where('id', '=', applicationId).executeTakeFirstOrThrow()).status,
  attempts: {
    'choose-place': (ctx) => stands.chooseStandPlace(ctx, { applicationId, placeId: ownPlaceId }),
    sell: sellOne,
    'take-back': async (ctx) => {
      await fairIs(ctx, running)
      const sale = { id: newId('ssl'), application_id: applicationId, day: '2026-11-21', sold_at: past, at: past }
      await ctx.db
        .insertInto('stand_sale')
        .values({ ...sale, paid_by: 'cash', sum_vnd: 1, request_key: newId('key'), by_name: 'x' })
        .execute()
      return stands.takeBackStandSale(ctx, { applicationId, saleId: sale.id, reason: 'Ghi nhầm' })
    },
    'book-goods': (ctx) => stands.bookStandGoods(ctx, { applicationId }),
  },
  expected: {
    'choose-place': { from: ['confirmed'], by: ['seller'] },
    sell: { from: ['confirmed'], by: ['seller'] },
    'take-back': { from: ['confirmed'], by: ['seller'] },
    'book-goods': { from: ['confirmed'], by: ['seller'] },
  },
})
