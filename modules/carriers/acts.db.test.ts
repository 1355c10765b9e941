import { startCounterpart } from '@dacsan/carriers/counterpart'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { carrierActTables } from './acts.ts'
import { aParcelForm, anAccountForm, payoutFile } from './fixtures.ts'
import {
  answerPayoutLine,
  cancelParcel,
  changeAccount,
  connectAccount,
  createParcel,
  endAccount,
  findCodQueue,
  lookNow,
  readPayout,
  settleParcel,
  takePayout,
} from './index.ts'

const counterpart = await startCounterpart()
afterAll(() => counterpart.stop())
const carriers = { carriersUrl: counterpart.url }

const { as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people, orderId } = world
const base = asAt(system('trial'), worldDay)
const seller = asAt(people.seller, worldDay)
const [accounts, parcels, payouts, payoutLines] = carrierActTables

const { accountId } = mustBe(await connectAccount(seller, carriers, anAccountForm('ghn')))
// One without parcels: it may be ended.
const { accountId: idle } = mustBe(await connectAccount(seller, carriers, anAccountForm('ghtk')))
const { parcelId } = mustBe(await createParcel(seller, carriers, aParcelForm(orderId, accountId)))
const { code } = counterpart.parcels[0]!
const byHand = { receivedVnd: 1000, receivedOn: '2026-11-23', note: 'thử' }
const first = mustBe(await readPayout(seller, accountId, payoutFile([{ code: 'LA-1', cod: 1000 }])))
mustBe(await takePayout(seller, { ...first, ...byHand }))
const lineId = (await findCodQueue(seller)).lines[0]!.id
const { payoutId } = mustBe(await readPayout(seller, accountId, payoutFile([{ code: 'LA-2', cod: 1000 }])))
const draft = JSON.stringify([{ parcelCode: 'LA-2', codVnd: 1000, carriageVnd: 0, returnVnd: 0, reweighVnd: 0, otherVnd: 0, grams: null }])

// Every producer may connect a carrier of its own contract; what opens it is changed, and the connection ended, by it alone.
tryActs(accounts, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('carrier_account')
      .set({ ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', idle)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('carrier_account').select('ended_at').where('id', '=', idle).executeTakeFirstOrThrow()
    return row.ended_at ? 'ended' : 'connected'
  },
  attempts: {
    connect: (ctx) => connectAccount(ctx, carriers, anAccountForm('vnpost')),
    rotate: (ctx) => {
      const { sender, secrets } = anAccountForm('ghtk')
      return changeAccount(ctx, carriers, { accountId: idle, sender, secrets })
    },
    end: (ctx) => endAccount(ctx, { accountId: idle }),
  },
  expected: {
    connect: { by: ['seller', 'rival'] },
    rotate: { from: ['connected'], by: ['seller'] },
    end: { from: ['connected'], to: 'ended', by: ['seller'] },
  },
})

// A parcel of an order is its seller's; that it moves, the machine writes down as well.
tryActs(parcels, {
  base,
  people,
  put: (tx, state) => {
    // What the carrier did in a trial before is undone as well.
    counterpart.parcels[0]!.status = 'ready_to_pick'
    const isWaiting = state === 'planned'
    const carrier_code = isWaiting || state === 'refused' ? null : code
    return tx
      .updateTable('parcel')
      .set({ state, carrier_code, request: (isWaiting ? 'locked:1:x' : null) as never, asked_at: null })
      .where('id', '=', parcelId)
      .execute()
  },
  state: async (tx) => (await tx.selectFrom('parcel').select('state').where('id', '=', parcelId).executeTakeFirstOrThrow()).state,
  attempts: {
    create: (ctx) => createParcel(ctx, carriers, aParcelForm(orderId, accountId)),
    cancel: (ctx) => cancelParcel(ctx, carriers, parcelId),
    settle: (ctx) => settleParcel(ctx, { parcelId, carrierCode: '' }),
    move: (ctx) => lookNow(ctx, carriers, parcelId),
  },
  expected: {
    create: { by: ['seller'] },
    cancel: { from: ['created'], to: 'cancelled', by: ['seller'] },
    settle: { from: ['planned'], by: ['seller'] },
    move: { by: ['seller', 'system'] },
  },
})

tryActs(payouts, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('cod_payout')
      .set(
        status === 'taken'
          ? { status, draft: null, taken_at: base.now, received_vnd: 1000, received_on: '2026-11-23' }
          : { status, draft, taken_at: null, received_vnd: null, received_on: null },
      )
      .where('id', '=', payoutId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('cod_payout').select('status').where('id', '=', payoutId).executeTakeFirstOrThrow()).status,
  attempts: {
    read: (ctx) => readPayout(ctx, accountId, payoutFile([{ code: 'LA-3', cod: 1000 }])),
    take: (ctx) => takePayout(ctx, { payoutId, ...byHand }),
  },
  expected: { read: { by: ['seller'] }, take: { from: ['read'], to: 'taken', by: ['seller'] } },
})

// What a line is only its seller says, once.
tryActs(payoutLines, {
  base,
  people,
  put: async (tx, status) => {
    if (status === 'open') return
    const answer = { line_id: lineId, answer: 'set-aside' as const, at: base.now, by_name: 'thử' }
    await tx.insertInto('cod_payout_answer').values(answer).execute()
  },
  attempts: { answer: (ctx) => answerPayoutLine(ctx, { lineId, answer: 'set-aside', parcelCode: '', note: 'Không phải của tôi' }) },
  expected: { answer: { from: ['open'], by: ['seller'] } },
})
