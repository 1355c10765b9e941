import { createHash } from 'node:crypto'
import { NotFound } from '@dacsan/decisions'
import { holdKeys } from '@dacsan/platform/locked-text'
import { readSecret } from '@dacsan/platform/secrets'
import { testDatabase } from '@dacsan/platform/testing'
import { parseVietQr } from '@dacsan/vietqr'
import { Kysely, PostgresDialect } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { publishPolicy } from '../../disclosure/index.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import type { LotId } from '../../traceability/rules.ts'
import { packLot } from '../../inventory/fixtures.ts'
import { aLot, aShop, anOrderForm, stockMustBeIntact, suspendByOrder, mustBe, withLaw } from '../fixtures.ts'
import { findOrderByLink, pauseListing, placeOrder } from '../index.ts'
import type { OrderId } from '../rules/ids.ts'
import { expireHolds } from './expire-holds.ts'
import { forgetPlaces } from './placement.store.ts'

const { db, pool, as: asAt, dataDir } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
// Whatever a test did, goods and money must add up.
afterEach(() => stockMustBeIntact(db))

const count = async (table: 'shop_order' | 'order_group' | 'reservation' | 'payment_event') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const balance = (lotId: LotId) =>
  db.selectFrom('stock_balance').where('lot_id', '=', lotId).select(['on_hand', 'reserved']).executeTakeFirst()

describe('an order', () => {
  test('a cart of two sellers becomes two orders with one secret link, each held, priced, expected and recorded', async () => {
    const [one, two] = [await aShop(as, { name: 'HTX Một', priceVnd: 85_000 }), await aShop(as, { name: 'Cơ sở Hai', priceVnd: 120_000 })]
    const form = anOrderForm([
      { listingId: one.listingId, quantity: 2 },
      { listingId: two.listingId, quantity: 1 },
    ])
    const placed = mustBe(await placeOrder(buyer, form))
    expect(placed.orders).toHaveLength(2)

    const { group, secret } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
    const { order } = await findOrderByLink(buyer, { code: group[1]!.code, secret })
    expect(order).toMatchObject({ payment: 'awaiting', fulfilment: 'held', totalVnd: 170_000, receivedVnd: 0 })
    expect(order.lines).toMatchObject([
      { quantity: 2, unitPriceVnd: 85_000, stars: 4, netContent: '200 g', lots: [{ lotId: one.lotId, quantity: 2 }] },
    ])
    expect(order.holdUntil).toEqual(new Date('2026-11-23T11:00:00+07:00'))
    expect(group.map(({ producerName, totalVnd }) => [producerName, totalVnd])).toEqual([
      ['Cơ sở Hai', 120_000],
      ['HTX Một', 170_000],
    ])
    expect(await balance(one.lotId)).toEqual({ on_hand: 10, reserved: 2 })

    const orderIds = placed.orders.map(({ id }) => id)
    expect(
      await db.selectFrom('payment_event').where('order_id', 'in', orderIds).select(['kind', 'amount_vnd']).orderBy('amount_vnd').execute(),
    ).toEqual([
      { kind: 'expected', amount_vnd: 120_000 },
      { kind: 'expected', amount_vnd: 170_000 },
    ])
    const told = await db.selectFrom('event').where('type', '=', 'order.placed').select('payload').execute()
    expect(told.map(({ payload }) => (payload as { orderId: OrderId }).orderId)).toEqual(expect.arrayContaining(orderIds))
    const audited = await db.selectFrom('audit_entry').where('subject_id', 'in', orderIds).select(['action', 'actor_name']).execute()
    expect(audited).toEqual([
      { action: 'order.placed', actor_name: 'Khách' },
      { action: 'order.placed', actor_name: 'Khách' },
    ])
  })

  test('an order carries a VietQR that a reader of the standard reads as its amount, account and code', async () => {
    const shop = await aShop(as, { priceVnd: 85_000 })
    const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 3 }])))
    const { code } = placed.orders[0]!
    const { order } = await findOrderByLink(buyer, { code, secret: placed.secret })
    expect(parseVietQr(order.transfer!.payload)).toEqual({
      ok: true,
      value: { bin: '970415', account: '0011001932418', service: 'QRIBFTTA', amount: 255_000, purpose: code, initiation: '12' },
    })
    expect(code).toMatch(/^DS[A-HJKMNP-Z2-9]{8}$/)
  })

  test('an order takes the lot that expires first, and no expired or recalled lot', async () => {
    const shop = await aShop(as, { stock: 5 })
    const lots = { productId: shop.productId, producerId: shop.producerId }
    const soon = await aLot(as, { ...lots, expiresOn: '2026-12-24' })
    const past = await aLot(as, { ...lots, expiresOn: '2026-11-22' })
    const recalled = await aLot(as, { ...lots, expiresOn: '2026-12-01' })
    for (const lotId of [soon, recalled]) mustBe(await packLot(as(shop.person), lotId, 2))
    mustBe(await packLot(as(shop.person, '2026-11-20T10:00:00+07:00'), past, 9))
    await db
      .updateTable('lot')
      .set({ status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(now) })
      .where('id', '=', recalled)
      .execute()

    const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 6 }])))
    const { order } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
    expect(order.lines[0]!.lots.map(({ lotId, quantity }) => [lotId, quantity]).toSorted()).toEqual(
      [
        [shop.lotId, 4],
        [soon, 2],
      ].toSorted(),
    )
    const refused = await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 2 }]))
    expect(refused).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 1 }] } })
  })

  test('B5: an order that is refused leaves nothing behind', async () => {
    const shop = await aShop(as, { stock: 1 })
    const before = [await count('order_group'), await count('shop_order'), await count('reservation'), await count('payment_event')]
    expect(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 2 }]))).toMatchObject({
      refusal: { code: 'sold-out' },
    })
    expect(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { seenVnd: 1 }))).toMatchObject({
      refusal: { code: 'price-changed', nowVnd: 85_000 },
    })
    expect(await placeOrder(buyer, anOrderForm([{ listingId: 'lst_none', quantity: 1 }]))).toMatchObject({
      refusal: { code: 'not-for-sale' },
    })
    expect([await count('order_group'), await count('shop_order'), await count('reservation'), await count('payment_event')]).toEqual(
      before,
    )
    expect(await balance(shop.lotId)).toEqual({ on_hand: 1, reserved: 0 })
  })

  test('C2, B2: an order with the same listing on two lines needs the stock of both', async () => {
    const shop = await aShop(as, { stock: 3 })
    const lines = [
      { listingId: shop.listingId, quantity: 2 },
      { listingId: shop.listingId, quantity: 2 },
    ]
    expect(await placeOrder(buyer, anOrderForm(lines))).toMatchObject({
      refusal: { code: 'sold-out', items: [{ wanted: 4, available: 3 }] },
    })
  })

  test('an order is not taken for a paused listing, a suspended seller or an expired certificate', async () => {
    const shop = await aShop(as)
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 1 }])
    expect(await placeOrder(as(visitor, '2028-07-01T08:00:00+07:00'), form())).toMatchObject({ refusal: { code: 'not-for-sale' } })
    await suspendByOrder(as(shop.officer), shop.producerId, 'Theo yêu cầu của cơ quan')
    expect(await placeOrder(buyer, form())).toMatchObject({ refusal: { code: 'not-for-sale' } })
    const other = await aShop(as)
    mustBe(await pauseListing(as(other.person), { listingId: other.listingId }))
    expect(await placeOrder(buyer, anOrderForm([{ listingId: other.listingId, quantity: 1 }]))).toMatchObject({
      refusal: { code: 'not-for-sale' },
    })
  })

  test('C24: an order keeps the price and the stars of its day after the certificate ended and the price changed', async () => {
    const shop = await aShop(as)
    const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
    const link = { code: placed.orders[0]!.code, secret: placed.secret }
    const lineOn = async (moment: string) => (await findOrderByLink(as(visitor, moment), link)).order.lines[0]
    const before = await lineOn('2026-11-23T10:00:01+07:00')
    expect(before).toMatchObject({ stars: 4, unitPriceVnd: 85_000 })
    await db.updateTable('listing').set({ price_vnd: 99_000 }).where('id', '=', shop.listingId).execute()
    await db.updateTable('product').set({ standing: 'withdrawn', stars: null }).where('id', '=', shop.productId).execute()
    expect(await lineOn('2028-07-01T00:00:00+07:00')).toEqual(before)
  })

  test('an order is not found without its secret', async () => {
    const shop = await aShop(as)
    const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
    const { code } = placed.orders[0]!
    for (const secret of ['', 'x', placed.secret.slice(1), `${placed.secret}x`]) {
      await expect(findOrderByLink(buyer, { code, secret })).rejects.toThrow(NotFound)
    }
  })
})

describe('a shelf', () => {
  test('one telephone number that does not pay cannot empty a shelf', async () => {
    const shop = await aShop(as, { stock: 20 })
    const buyerPhone = '0911000001'
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone })
    for (let n = 0; n < 5; n++) mustBe(await placeOrder(buyer, form()))
    expect(await placeOrder(buyer, form())).toEqual({ ok: false, refusal: { code: 'too-many-open', most: 5 } })
    expect(await placeOrder(as(visitor, '2026-11-23T12:00:00+07:00'), form())).toMatchObject({ ok: true })
  })

  test('one telephone number cannot empty a shelf by parallel orders either', async () => {
    const shop = await aShop(as, { stock: 20 })
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone: '0911000002' })
    const answers = await Promise.all(Array.from({ length: 12 }, () => placeOrder(buyer, form())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  })

  test('one place that does not pay holds a share of a shelf and no more, whatever telephone numbers it types', async () => {
    const shop = await aShop(as, { stock: 40 })
    let n = 0
    const order = (quantity: number, address: string) =>
      placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }], { buyerPhone: `09130001${10 + n++}` }), { address })
    expect(await order(39, '203.0.113.40')).toMatchObject({ refusal: { code: 'too-much-unpaid', items: [{ wanted: 39, limit: 20 }] } })
    mustBe(await order(15, '203.0.113.40'))
    expect(await order(6, '203.0.113.40')).toMatchObject({ refusal: { code: 'too-much-unpaid', items: [{ limit: 5 }] } })
    mustBe(await order(5, '203.0.113.40'))
    mustBe(await order(10, '203.0.113.41'))
  })

  test('M3: two places that do not pay leave something of a shelf for a third', async () => {
    const shop = await aShop(as, { stock: 40 })
    let n = 0
    const order = (quantity: number, address: string) =>
      placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }], { buyerPhone: `09130005${10 + n++}` }), { address })
    mustBe(await order(20, '203.0.113.60'))
    expect(await order(20, '203.0.113.61')).toMatchObject({ refusal: { code: 'too-much-unpaid', items: [{ wanted: 20, limit: 12 }] } })
    mustBe(await order(12, '203.0.113.61'))
    expect(await order(1, '203.0.113.61')).toMatchObject({ refusal: { code: 'too-much-unpaid', items: [{ limit: 0 }] } })
    mustBe(await order(5, '203.0.113.62'))
    mustBe(await order(3, '203.0.113.63'))
  })

  test('a small shelf is for whoever comes first', async () => {
    const shop = await aShop(as, { stock: 5 })
    const form = anOrderForm([{ listingId: shop.listingId, quantity: 5 }])
    expect(await placeOrder(buyer, form, { address: '203.0.113.42' })).toMatchObject({ ok: true })
  })

  test('fifty buyers of a fair behind one address order within a quarter of an hour, each from another shelf or within the share', async () => {
    const shop = await aShop(as, { stock: 100 })
    for (let n = 10; n < 60; n++) {
      const form = anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone: `09130002${n}` })
      expect(await placeOrder(buyer, form, { address: '203.0.113.43' })).toMatchObject({ ok: true })
    }
  })

  test('B8: a form that is sent again and again is one order, and counts once', async () => {
    const shop = await aShop(as, { stock: 10 })
    const form = anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone: '0913000400' })
    const first = mustBe(await placeOrder(buyer, form, { address: '203.0.113.44' }))
    const uses = () => db.selectFrom('rate_limit').select('count').where('key', 'like', 'order-placed:%').orderBy('since', 'desc').execute()
    const before = await uses()
    for (let n = 0; n < 5; n++) expect(mustBe(await placeOrder(buyer, form, { address: '203.0.113.44' }))).toEqual(first)
    expect(await uses()).toEqual(before)
  })

  test('M3: somebody who types a stranger’s telephone number does not keep the stranger from ordering', async () => {
    const shop = await aShop(as, { stock: 40 })
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { buyerPhone: '0913000300' })
    for (let n = 0; n < 5; n++) mustBe(await placeOrder(buyer, form(), { address: '203.0.113.45' }))
    expect(await placeOrder(buyer, form(), { address: '203.0.113.45' })).toMatchObject({ refusal: { code: 'too-many-open' } })
    mustBe(await placeOrder(buyer, form(), { address: '203.0.113.46' }))
  })

  // Nghị định 248/2026/NĐ-CP, Điều 9–16: whoever ordered can show under which text.
  test('an order keeps the versions of the policies under which it was placed, whatever is published later', async () => {
    const administrator = as({ ...(someoneWith('administrator') as Person), userId: 'usr_cong_bo' }, '2026-11-23T09:00:00+07:00')
    const returns = {
      kind: 'returns',
      text: 'Hàng không đúng mô tả thì đổi hoặc trả tiền.',
      effectiveFrom: '2026-11-23',
      after: 0,
    } as const
    mustBe(await publishPolicy(administrator, returns))
    const shop = await aShop(as, { stock: 10 })
    const { groupId } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
    mustBe(
      await publishPolicy(administrator, { ...returns, text: `${returns.text} Trong bảy ngày.`, effectiveFrom: '2026-11-24', after: 1 }),
    )
    const kept = await db.selectFrom('order_group').select('policies').where('id', '=', groupId).executeTakeFirstOrThrow()
    expect(kept.policies).toEqual([{ kind: 'returns', version: 1, textHash: createHash('sha256').update(returns.text).digest('hex') }])
  })

  test('where an order came from is forgotten after a fortnight', async () => {
    const shop = await aShop(as, { stock: 10 })
    mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }]), { address: '203.0.113.47' }))
    const known = () => db.selectFrom('order_group').select('id').where('placed_from', 'is not', null).execute()
    expect(await known()).not.toEqual([])
    await db.transaction().execute((tx) => forgetPlaces(tx, new Date('2026-12-08T10:00:00+07:00')))
    expect(await known()).toEqual([])
  })

  test('overdue holds of other goods make nobody who orders wait: the clock ends them', async () => {
    const [other, shop] = [await aShop(as, { stock: 10 }), await aShop(as, { stock: 10 })]
    mustBe(await placeOrder(buyer, anOrderForm([{ listingId: other.listingId, quantity: 2 }])))
    const afternoon = as(visitor, '2026-11-23T15:00:00+07:00')
    mustBe(await placeOrder(afternoon, anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
    expect(await balance(other.lotId)).toMatchObject({ reserved: 2 })
    expect(await expireHolds(afternoon)).toBeGreaterThan(0)
    expect(await balance(other.lotId)).toMatchObject({ reserved: 0 })
  })
})

describe('many at once', () => {
  test('C1, B1: fifty buyers of the last jar make one order and forty-nine clear refusals', async () => {
    const shop = await aShop(as, { stock: 1 })
    const results = await Promise.all(
      Array.from({ length: 50 }, () => placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }]))),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(result.refusal).toMatchObject({ code: 'sold-out', items: [{ available: 0 }] })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 1, reserved: 1 })
  })

  test('C3, B12: carts that name the same goods in opposite order never lock each other out', async () => {
    const [a, b] = [await aShop(as, { stock: 100 }), await aShop(as, { stock: 100 })]
    const forms = Array.from({ length: 60 }, (_, i) => {
      const lines = [
        { listingId: a.listingId, quantity: 1 },
        { listingId: b.listingId, quantity: 1 },
      ]
      return anOrderForm(i % 2 ? lines : lines.toReversed())
    })
    let attempts = 0
    const counting = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool }),
      log: ({ query }) => {
        if (query.sql.includes('pg_advisory_xact_lock')) attempts++
      },
    })
    holdKeys(counting, (purpose) => readSecret(dataDir, purpose))
    const results = await Promise.all(forms.map((form) => placeOrder({ ...buyer, db: counting }, form)))
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await balance(a.lotId)).toEqual({ on_hand: 100, reserved: 60 })
    // A deadlock would have been tried again in silence: nothing was tried twice, and each order takes its locks once.
    expect(attempts).toBe(60)
  })

  test('C6: the same form sent five times in parallel is one order for each seller and five identical answers', async () => {
    const [shop, other] = [await aShop(as, { stock: 1 }), await aShop(as, { stock: 1 })]
    const form = anOrderForm([shop, other].map(({ listingId }) => ({ listingId, quantity: 1 })))
    const before = await count('shop_order')
    const answers = await Promise.all(Array.from({ length: 5 }, () => placeOrder(buyer, form)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]!.ok).toBe(true)
    expect(await count('shop_order')).toBe(before + 2)
  })

  test('C7: the same key with another cart or another buyer is refused and creates nothing', async () => {
    const shop = await aShop(as)
    const form = anOrderForm([{ listingId: shop.listingId, quantity: 1 }])
    mustBe(await placeOrder(buyer, form))
    const before = await count('shop_order')
    for (const other of [
      { ...form, lines: [{ listingId: shop.listingId, quantity: 2 }] },
      { ...form, buyerPhone: '0987654321' },
    ]) {
      expect(await placeOrder(buyer, other)).toEqual({ ok: false, refusal: { code: 'request-key-reused' } })
    }
    expect(await count('shop_order')).toBe(before)
  })
})
