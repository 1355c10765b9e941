import { startCounterpart } from '@dacsan/carriers/counterpart'
import type { Counterpart } from '@dacsan/carriers/counterpart'
import { carrierNames } from '@dacsan/carriers'
import type { CarrierName } from '@dacsan/carriers'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { ordersOf } from '../payments/fixtures.ts'
import { mustBe, withLaw } from '../shop/fixtures.ts'
import { findSellerOrder } from '../shop/index.ts'
import { aParcelForm, anAccountForm } from './fixtures.ts'
import {
  cancelParcel,
  connectAccount,
  createParcel,
  endAccount,
  findAccounts,
  findParcel,
  hearPush,
  lookNow,
  parcelsByLink,
  parcelForm,
  parcelsOfOrder,
  printLabel,
  quoteParcel,
  settleParcel,
} from './index.ts'
import { carriersWork } from './work.ts'
import { processPush } from './pushes/process-push.ts'
import { selectStoredPushes } from './pushes/push.store.ts'
import { askParcel } from './parcels/ask-parcel.ts'

const { db, files, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const later = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString()
let counterpart: Counterpart
let lines: { carriersUrl: string }
beforeAll(async () => {
  await withLaw(as)
  counterpart = await startCounterpart()
  lines = { carriersUrl: counterpart.url }
})
beforeEach(() => counterpart.loseAnswers(0))
afterAll(() => counterpart.stop())

/** A seller with an order and a carrier. */
async function world(carrier: CarrierName = 'ghn') {
  const { shop, orders, seller } = await ordersOf(as, 1)
  const { accountId } = mustBe(await connectAccount(seller, lines, anAccountForm(carrier)))
  const [order] = orders
  const at = (moment: string) => as(shop.person, moment)
  const held = () => counterpart.parcels.filter(({ clientCode }) => clientCode.startsWith(order!.code))
  return { shop, seller, at, order: order!, accountId, carrier, form: () => aParcelForm(order!.id, accountId), held }
}
type World = Awaited<ReturnType<typeof world>>
const machine = (moment = morning) => as(system('carriers'), moment)
const stateOf = async ({ seller }: World, id: `pcl_${string}`) => (await findParcel(seller, id)).state

describe.each(carrierNames)('%s', (carrier) => {
  test('takes a parcel of an order, gives its label, and gives it back until somebody came for it', async () => {
    const it = await world(carrier)
    const [quote] = await quoteParcel(it.seller, lines, it.form())
    expect(quote).toMatchObject({ carrier, feeVnd: 25_000, refusal: null })
    const { parcelId, sent } = mustBe(await createParcel(it.seller, lines, it.form()))
    expect(sent).toBe('sent')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({
      state: 'created',
      feeVnd: 25_000,
      codVnd: 170_000,
      money: { paidVnd: 0 },
    })
    const label = mustBe(await printLabel(it.seller, lines, parcelId))
    expect(label.body.length).toBeGreaterThan(50)
    expect(mustBe(await cancelParcel(it.seller, lines, parcelId))).toBeNull()
    expect(await stateOf(it, parcelId)).toBe('cancelled')
    expect(await cancelParcel(it.seller, lines, parcelId)).toMatchObject({ refusal: { code: 'parcel-gone' } })
  })

  test('is not connected with what it refuses, and the secrets of one that is stand nowhere in the clear', async () => {
    const { shop, seller } = await ordersOf(as, 1)
    const wrong = { ...anAccountForm(carrier), secrets: { ...anAccountForm(carrier).secrets, token: 'sai', password: 'sai-mat-khau' } }
    expect(await connectAccount(seller, lines, wrong)).toMatchObject({ refusal: { code: 'carrier-refuses' } })
    expect(await connectAccount(seller, { carriersUrl: 'http://127.0.0.1:9' }, anAccountForm(carrier))).toMatchObject({
      refusal: { code: 'carrier-silent' },
    })
    mustBe(await connectAccount(seller, lines, anAccountForm(carrier)))
    expect(await connectAccount(seller, lines, anAccountForm(carrier))).toMatchObject({ refusal: { code: 'connected-before' } })
    const { rows } = await sql<{
      row: string
    }>`select carrier_account::text as row from carrier_account where producer_id = ${shop.producerId}`.execute(db)
    for (const secret of Object.values(anAccountForm(carrier).secrets).filter((one) => one.length > 5))
      expect(rows[0]!.row).not.toContain(secret)
  })
})

describe('one parcel, however often it is asked for', () => {
  test('the same form ten times at once makes one parcel at the carrier', async () => {
    const it = await world()
    const form = it.form()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => createParcel(it.seller, lines, form)))
    expect(new Set(outcomes.map((one) => mustBe(one).parcelId)).size).toBe(1)
    expect(it.held()).toHaveLength(1)
    expect(await createParcel(it.seller, lines, { ...form, codVnd: 1 })).toMatchObject({ refusal: { code: 'request-key-reused' } })
  })

  test.each(['ghn', 'ghtk', 'vnpost'] as const)(
    '%s: an answer that is lost is found again by our code, and no second parcel is made',
    async (carrier) => {
      const it = await world(carrier)
      counterpart.loseAnswers(1, { ghn: 'create', ghtk: 'order', vnpost: 'CreateOrder' }[carrier])
      expect(mustBe(await createParcel(it.seller, lines, it.form())).sent).toBe('waiting')
      const [shown] = (await parcelsOfOrder(it.seller, it.order.id)).parcels
      await lookNow(it.at(later(3)), lines, shown!.id)
      expect(await stateOf(it, shown!.id)).toBe('created')
      expect(it.held()).toHaveLength(1)
    },
  )

  test('a process that ended between the call and the writing down is followed by the clock, and finds the parcel', async () => {
    const it = await world()
    counterpart.loseAnswers(1)
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    // As it stands where the process was killed while it waited.
    await db
      .updateTable('parcel')
      .set({ asked_at: new Date(morning) })
      .where('id', '=', parcelId)
      .execute()
    const { jobs } = carriersWork({ db, files, log: { info: () => {} } as never, config: { origin: 'http://x', ...lines } })
    await jobs!['carriers.send-left']!({})
    expect(await stateOf(it, parcelId)).toBe('created')
    expect(it.held()).toHaveLength(1)
  })

  test('of a carrier that cannot be asked the seller looks by hand: the code, or that there is none; nobody asks twice', async () => {
    const it = await world('viettelpost')
    counterpart.loseAnswers(1, 'createOrderNlp')
    const { parcelId, sent } = mustBe(await createParcel(it.seller, lines, it.form()))
    expect(sent).toBe('unclear')
    expect(await lookNow(it.at(later(1)), lines, parcelId)).toBe('unclear')
    expect(await lookNow(it.at(later(9)), lines, parcelId)).toBe('unclear')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ may: { settle: true, ask: false } })
    expect(it.held()).toHaveLength(1)
    expect(await settleParcel(it.at(later(10)), { parcelId, carrierCode: 'PKE1' })).toMatchObject({ refusal: { code: 'being-asked' } })
    mustBe(await settleParcel(it.at(later(12)), { parcelId, carrierCode: it.held()[0]!.code }))
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ state: 'created', isConfirmed: false })
    expect(await settleParcel(it.at(later(12)), { parcelId, carrierCode: '' })).toMatchObject({ refusal: { code: 'parcel-known' } })
  })

  test('a clear no is kept with the words of the carrier, and the buyer’s address is thrown away', async () => {
    const it = await world()
    const { parcelId, sent } = mustBe(await createParcel(it.seller, lines, { ...it.form(), toProvince: 'Ngoài vùng' }))
    expect(sent).toBe('refused')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ state: 'refused', why: 'Khu vực không được phục vụ' })
    const { request } = await db.selectFrom('parcel').where('id', '=', parcelId).select('request').executeTakeFirstOrThrow()
    expect(request).toBeNull()
    // Another form is another parcel.
    expect(mustBe(await createParcel(it.seller, lines, it.form())).sent).toBe('sent')
  })

  test('what a carrier does not take is refused before it is asked', async () => {
    const it = await world('ghtk')
    const calls = counterpart.calls.length
    for (const [more, code] of [
      [{ grams: 20_001 }, 'too-heavy'],
      [{ lengthCentimetres: 200 }, 'too-large'],
      [{ codVnd: 20_000_001 }, 'cod-too-high'],
      [{ needsCold: true }, 'no-cold-chain'],
    ] as const)
      expect(await createParcel(it.seller, lines, { ...it.form(), ...more })).toMatchObject({ refusal: { code } })
    expect(counterpart.calls).toHaveLength(calls)
  })
})

test('C25: no parcel is made of an order of which a lot was recalled', async () => {
  const it = await world()
  const recalled = { status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(morning) } as const
  await db.updateTable('lot').set(recalled).where('id', '=', it.shop.lotId).execute()
  expect(await createParcel(it.seller, lines, it.form())).toMatchObject({ refusal: { code: 'goods-recalled' } })
  expect(it.held()).toEqual([])
})

test('no parcel is made of goods by weight before they were weighed: nobody knows yet what is collected for them', async () => {
  const it = await world()
  const byWeight = { per_kg_vnd: 85_000, piece_least_grams: 800, piece_most_grams: 1000 }
  await db.updateTable('order_line').set(byWeight).where('order_id', '=', it.form().orderId).execute()
  expect(await createParcel(it.seller, lines, it.form())).toMatchObject({ refusal: { code: 'order-not-weighed' } })
  // It is weighed first, so it must not be marked as packed.
  const orders = await db.selectFrom('shop_order').where('id', '=', it.form().orderId).select('packed_at').execute()
  expect(orders).toEqual([{ packed_at: null }])
  expect(it.held()).toEqual([])
})

test('a gift is brought to whom it is for, and nobody collects money for it there', async () => {
  const it = await world()
  const receiver = { order_id: it.order.id, place: 0, name: 'Bà Ngoại', phone: '0987654321', address: 'Ấp 3, xã Vinh Kim', is_gift: true }
  await db.insertInto('order_receiver').values(receiver).execute()
  expect(await createParcel(it.seller, lines, { ...it.form(), codVnd: 1000 })).toMatchObject({ refusal: { code: 'gift-asks-money' } })
  expect(await parcelForm(it.seller, it.order.id)).toMatchObject({ receiver: { name: 'Bà Ngoại' }, missingVnd: 0 })
  expect(it.held()).toEqual([])
  mustBe(await createParcel(it.seller, lines, { ...it.form(), codVnd: 0 }))
  expect(it.held()).toMatchObject([{ codVnd: 0, toName: 'Bà Ngoại' }])
})

describe('what a carrier tells by itself', () => {
  const secretOf = async ({ seller, accountId }: World) =>
    (await findAccounts(seller)).accounts.find(({ id }) => id === accountId)!.pushSecret!
  const door = { db, newId }
  const hear = async (it: World, body: string, hash: string | null, moment = morning) => {
    const heard = await hearPush(door, it.carrier, { body: new TextEncoder().encode(body), hash, now: new Date(moment) })
    for (const id of await selectStoredPushes(db, 100)) await processPush(machine(moment), lines, id)
    return heard
  }
  const ghnSays = (code: string, status: string) => JSON.stringify({ OrderCode: code, Status: status, Time: status })

  test('is a hint: it is the carrier’s own answer that counts, and a forged message changes nothing', async () => {
    const it = await world()
    const secret = await secretOf(it)
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    const [held] = it.held()
    expect(await hear(it, ghnSays(held!.code, 'delivered'), secret)).toBe('stored')
    expect(await stateOf(it, parcelId)).toBe('created')
    held!.status = 'delivering'
    await hear(it, ghnSays(held!.code, 'delivered '), secret)
    expect(await stateOf(it, parcelId)).toBe('out-for-delivery')
    expect((await findSellerOrder(it.seller, it.order.id)).payment).toBe('awaiting')
  })

  test('is turned away without the secret of a seller, and is for nobody where no seller has that carrier', async () => {
    const it = await world()
    expect(await hear(it, ghnSays('GHN1', 'delivered'), null)).toBe('rejected')
    expect(await hear(it, ghnSays('GHN1', 'delivered'), 'sai')).toBe('rejected')
    const { rows } = await sql`select from carrier_push where account_id = ${it.accountId}`.execute(db)
    expect(rows).toEqual([])
  })

  test('comes twice and is one message; of a parcel of nobody it is kept and shown', async () => {
    const it = await world()
    const secret = await secretOf(it)
    await Promise.all(
      Array.from({ length: 20 }, () =>
        hearPush(door, 'ghn', { body: new TextEncoder().encode(ghnSays('GHN0', 'x')), hash: secret, now: new Date(morning) }),
      ),
    )
    await hear(it, ghnSays('GHN0', 'x'), secret)
    const { accounts, unknown } = await findAccounts(it.seller)
    expect([accounts[0]!.pushes!.count, unknown.length]).toEqual([1, 1])
  })

  test('a status that nobody knows is shown as the carrier says it, and the parcel stays where it was', async () => {
    const it = await world()
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    it.held()[0]!.status = 'di_bang_xuong'
    expect(await lookNow(it.seller, lines, parcelId)).toBe('asked')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ state: 'created', said: 'di_bang_xuong', isUnknown: true })
  })

  test('of Viettel Post, which nobody can ask, is shown as told and unconfirmed; an older message takes nothing back', async () => {
    const it = await world('viettelpost')
    const secret = await secretOf(it)
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    const [held] = it.held()
    const says = (status: number, at: string, token = secret) =>
      JSON.stringify({ DATA: { ORDER_NUMBER: held!.code, ORDER_STATUS: status, ORDER_STATUSDATE: at }, TOKEN: token })
    expect(await hear(it, says(501, '23/11/2026 09:30:00', 'sai'), null)).toBe('rejected')
    expect(await hear(it, says(501, '23/11/2026 09:30:00'), null)).toBe('stored')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ state: 'delivered', isConfirmed: false })
    await hear(it, says(500, '23/11/2026 09:00:00'), null)
    expect(await stateOf(it, parcelId)).toBe('delivered')
    expect(await findParcel(it.seller, parcelId)).toMatchObject({ may: { ask: false } })
  })
})

describe('a parcel on its way', () => {
  test('is asked about by the clock until its end, and delivered is not paid', async () => {
    const it = await world()
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    const next = async () =>
      (await db.selectFrom('parcel').where('id', '=', parcelId).select('next_ask_at').executeTakeFirstOrThrow()).next_ask_at
    expect(await next()).toEqual(new Date(later(60)))
    const [held] = it.held()
    held!.status = 'delivered'
    expect(await askParcel(machine(later(61)), lines, parcelId)).toBe(true)
    expect(await stateOf(it, parcelId)).toBe('delivered')
    expect(await next()).toBeNull()
    expect((await findSellerOrder(it.seller, it.order.id)).receivedVnd).toBe(0)
  })

  test('whose carrier does not answer is asked again later', async () => {
    const it = await world()
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    counterpart.loseAnswers(1)
    expect(await askParcel(machine(later(61)), lines, parcelId)).toBe(false)
    const row = await db.selectFrom('parcel').where('id', '=', parcelId).select('next_ask_at').executeTakeFirstOrThrow()
    expect(row.next_ask_at).toEqual(new Date(later(91)))
  })

  test('is seen by its buyer with the link of the order, without what the seller pays, and by nobody else', async () => {
    const it = await world()
    mustBe(await createParcel(it.seller, lines, it.form()))
    const [shown] = await parcelsByLink(as(visitor), { code: it.order.code, secret: it.order.secret })
    expect(shown).toMatchObject({ carrier: 'ghn', state: 'created', codVnd: 170_000 })
    expect(shown).not.toHaveProperty('feeVnd')
    await expect(parcelsByLink(as(visitor), { code: it.order.code, secret: 'sai' })).rejects.toThrow('No such order')
    const other = await world()
    await expect(parcelsOfOrder(other.seller, it.order.id)).rejects.toThrow('No such')
    const [parcel] = (await parcelsOfOrder(it.seller, it.order.id)).parcels
    await expect(findParcel(other.seller, parcel!.id)).rejects.toThrow('No such')
    await expect(printLabel(other.seller, lines, parcel!.id)).rejects.toThrow('No such')
    await expect(createParcel(other.seller, lines, it.form())).rejects.toThrow('No such')
    expect(await createParcel(it.seller, lines, { ...it.form(), accountId: other.accountId })).toMatchObject({
      refusal: { code: 'account-missing' },
    })
  })

  test('keeps its connection: one with parcels on their way is not ended', async () => {
    const it = await world()
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    expect(await endAccount(it.seller, { accountId: it.accountId })).toMatchObject({ refusal: { code: 'parcels-on-way', count: 1 } })
    mustBe(await cancelParcel(it.seller, lines, parcelId))
    expect(mustBe(await endAccount(it.seller, { accountId: it.accountId }))).toBeNull()
  })

  test('that was picked up is not cancelled: the carrier says so, and the page knows it then', async () => {
    const it = await world()
    const { parcelId } = mustBe(await createParcel(it.seller, lines, it.form()))
    it.held()[0]!.status = 'picked'
    expect(await cancelParcel(it.seller, lines, parcelId)).toMatchObject({ refusal: { code: 'carrier-refuses' } })
    expect(await stateOf(it, parcelId)).toBe('picked')
  })
})
