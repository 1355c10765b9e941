import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { buyerActTables } from './buyers/acts.ts'
import type { EnquiryStatus, SessionStatus } from './buyers/acts.ts'
import { aRelation, aSessionForm, aStep, aTradeOffice, anAskForm, anOfferForm, anOfficer, mustBe } from './buyers/fixtures.ts'
import * as buyers from './buyers/index.ts'
import { stages } from './buyers/rules/stages.ts'
import type { Stage } from './buyers/rules/stages.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, worldDay)
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const people = { ...world.people, otherTradeOffice: aTradeOffice('org_far') }
const base = as(system('trial'))
for (const id of ['org_office', 'org_far'] as const)
  await db.insertInto('organisation').values({ id, code: id, kind: 'partner', name: id, created_at: base.now }).onConflict((conflict) => conflict.doNothing()).execute() // prettier-ignore

// Asked by the trade office of the world: its organisation is a side of what comes of it.
const { enquiryId, code, relationId } = await aRelation(as, as(people['trade-office']), world.producerId)
const office = as(anOfficer)
const { sessionId } = mustBe(await buyers.planSession(office, aSessionForm()))
mustBe(await buyers.wishMeeting(office, { sessionId, code, producerId: [world.producerId], isWish: true }))
mustBe(await buyers.allotSession(office, { sessionId }))
const pair = { sessionId, enquiryId, producerId: world.producerId }
const somewhere = () => `2001:db8::${Math.floor(Math.random() * 65_536).toString(16)}:${Math.floor(Math.random() * 65_536).toString(16)}`
const department = ['trade-department'] as const
const going = stages.filter((stage) => stage !== 'ended')
const sides = ['seller', 'trade-department', 'trade-office'] as const

tryActs(buyerActTables[0], {
  base,
  people,
  put: (tx, status: EnquiryStatus) =>
    tx
      .updateTable('buyer_enquiry')
      .set({ status, introduced_at: base.now, close_reason: status === 'closed' ? 'Đã mua' : null })
      .where('id', '=', enquiryId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('buyer_enquiry').select('status').where('id', '=', enquiryId).executeTakeFirstOrThrow()).status,
  attempts: {
    ask: (ctx) => buyers.askForGoods(ctx, anAskForm(), { language: 'vi', address: somewhere() }),
    introduce: async (ctx) => {
      const rival = await ctx.db
        .selectFrom('producer_card')
        .select('id')
        .where('id', '<>', world.producerId)
        .orderBy('id')
        .executeTakeFirstOrThrow()
      return buyers.introduceProducers(ctx, { enquiryId, producerId: [rival.id], fairId: null })
    },
    close: (ctx) => buyers.closeEnquiry(ctx, { enquiryId, reason: 'Đã mua nơi khác' }),
  },
  expected: {
    ask: { by: ['visitor', ...(Object.keys(people) as (keyof typeof people)[]), 'system'] },
    introduce: { from: ['open', 'introduced'], to: 'introduced', by: department },
    close: { from: ['open', 'introduced'], to: 'closed', by: ['trade-department', 'trade-office'] },
  },
})

tryActs(buyerActTables[1], {
  base,
  people,
  put: (tx, stage: Stage) => tx.updateTable('buyer_relation').set({ stage }).where('id', '=', relationId).execute(),
  attempts: {
    offer: (ctx) => buyers.offerGoods(ctx, anOfferForm(relationId)),
    'share-papers': (ctx) => buyers.sharePapers(ctx, { relationId }),
    advance: (ctx) => buyers.advanceRelation(ctx, aStep(relationId, { stage: 'sample' }), null),
    correct: (ctx) => buyers.correctStep(ctx, { relationId, seq: 1, words: 'Ghi nhầm', requestKey: newId('key') }),
    confirm: (ctx) =>
      ctx.actor === visitor
        ? buyers.confirmByCode(ctx, code, { relationId, seq: 1 }, somewhere())
        : buyers.confirmStep(ctx, { relationId, seq: 1 }),
  },
  expected: {
    offer: { from: going, by: ['seller'] },
    'share-papers': { from: going, by: ['seller'] },
    advance: { from: going, by: sides },
    correct: { from: stages, by: sides },
    confirm: { from: stages, by: ['seller', 'trade-office', 'visitor'] },
  },
})

tryActs(buyerActTables[2], {
  base,
  people,
  put: (tx, status: SessionStatus) =>
    tx
      .updateTable('matching_session')
      .set({ status, cancel_reason: status === 'cancelled' ? 'Mưa bão' : null })
      .where('id', '=', sessionId)
      .execute(),
  state: async (tx) =>
    (await tx.selectFrom('matching_session').select('status').where('id', '=', sessionId).executeTakeFirstOrThrow()).status,
  attempts: {
    plan: (ctx) => buyers.planSession(ctx, aSessionForm()),
    wish: (ctx) => buyers.wishMeeting(ctx, { sessionId, code, producerId: [world.producerId], isWish: false }),
    allot: (ctx) => buyers.allotSession(ctx, { sessionId }),
    move: (ctx) => buyers.moveSlot(ctx, { ...pair, round: 2, table: 1 }),
    note: (ctx) => buyers.noteSlot(ctx, { ...pair, outcome: 'buyer-absent', words: '' }),
    finish: (ctx) => buyers.finishSession(ctx, { sessionId }),
    cancel: (ctx) => buyers.cancelSession(ctx, { sessionId, reason: 'Mưa bão lớn' }),
  },
  expected: {
    plan: { by: department },
    wish: { from: ['planned', 'allotted'], by: department },
    allot: { from: ['planned', 'allotted'], to: 'allotted', by: department },
    move: { from: ['allotted'], by: department },
    note: { from: ['allotted', 'held'], by: department },
    finish: { from: ['allotted'], to: 'held', by: department },
    cancel: { from: ['planned', 'allotted'], to: 'cancelled', by: department },
  },
})
