import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aListing, aProducer, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addAgreedBuyer,
  addToCart,
  agreeTerms,
  agreedShelves,
  closeAgreedShelf,
  createVoucher,
  endAgreedBuyer,
  findAgreedBuyer,
  findCart,
  findOrderByLink,
  findPriceList,
  listingsFor,
  offerOf,
  openAgreedShelf,
  ownAgreedBuyers,
  placeOrder,
  quoteOrder,
  renewAccessCode,
} from '../index.ts'
import { agreeTermsInput } from '../inputs.ts'
import type { AgreeTermsInput } from '../inputs.ts'

const { db, owner, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)
const address = '203.0.113.7'
let serial = 0
const aPhone = () => `0912${String(345_000 + serial++).padStart(6, '0')}`

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** Jars at 85 000 đ, and a canteen that gets ten percent off, and 70 000 đ of the jars in sixes from twelve. */
async function aCanteen(terms: Partial<AgreeTermsInput> = {}, { stock = 200 } = {}) {
  const shop = await aShop(as, { stock, priceVnd: 85_000, maxPerOrder: 20 })
  const seller = as(shop.person)
  const phone = aPhone()
  const { buyerId } = mustBe(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn Trường Cầu Kè', phone, taxCode: '2100000004' }))
  const { pack_id: packId } = await db.selectFrom('listing').where('id', '=', shop.listingId).select('pack_id').executeTakeFirstOrThrow()
  const prices = [{ packId, priceVnd: dong(70_000), leastQuantity: 12, multiple: 6 }]
  const agreed = { buyerId, percent: 10, credit: null, fromOn: '2026-11-01', untilOn: '2026-12-31', prices, ...terms } as AgreeTermsInput
  const { agreementId } = mustBe(await agreeTerms(seller, agreed))
  const code = (await findAgreedBuyer(seller, buyerId)).buyer.accessCode
  const open = async () => mustBe(await openAgreedShelf(buyer, { phone, code }, { cartId: null, address })).cartId
  return { ...shop, seller, phone, buyerId, packId, agreementId, code, open, agreed }
}

describe('whoever buys by agreement', () => {
  test('opens the shelf with telephone number and code, and cart, quote, order and its page say one price and by which list', async () => {
    const canteen = await aCanteen()
    const other = await aListing(as, canteen, { priceVnd: 40_000, stock: 50 })
    const cartId = await canteen.open()
    expect(await agreedShelves(buyer, cartId)).toMatchObject([
      {
        buyerName: 'Bếp ăn Trường Cầu Kè',
        untilOn: '2026-12-31',
        offers: expect.arrayContaining([
          expect.objectContaining({
            listingId: canteen.listingId,
            priceVnd: 70_000,
            publicVnd: 85_000,
            leastQuantity: 12,
            multiple: 6,
            agreed: true,
          }),
          expect.objectContaining({ listingId: other.listingId, priceVnd: 36_000, publicVnd: 40_000, agreed: true }),
        ]),
      },
    ])
    const lines = [
      { listingId: canteen.listingId, quantity: 24 },
      { listingId: other.listingId, quantity: 2 },
    ]
    for (const line of lines) mustBe(await addToCart(buyer, { cartId, ...line }))
    const cart = await findCart(buyer, cartId)
    const quote = await quoteOrder(buyer, { cartId, lines, buyerAddress: '' })
    const placed = mustBe(await placeOrder(buyer, anOrderForm(lines, { seenVnd: quote.totalVnd }), { cartId }))
    const { order } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
    const expected = 24 * 70_000 + 2 * 36_000
    expect([cart.totalVnd, quote.totalVnd, order.totalVnd]).toEqual([expected, expected, expected])
    expect(cart.ready).toBe(true)
    expect(order.lines.map(({ agreementNumber }) => agreementNumber)).toEqual([1, 1])
    const kept = await db
      .selectFrom('order_line')
      .innerJoin('shop_order', 'shop_order.id', 'order_line.order_id')
      .where('shop_order.id', '=', order.id)
      .select(['agreement_id', 'agreed_buyer_id'])
      .distinct()
      .execute()
    expect(kept).toEqual([{ agreement_id: canteen.agreementId, agreed_buyer_id: canteen.buyerId }])
  })

  test('is refused other numbers than the list has, and may order more than a stranger', async () => {
    const canteen = await aCanteen()
    const cartId = await canteen.open()
    const order = (quantity: number) => placeOrder(buyer, anOrderForm([{ listingId: canteen.listingId, quantity }]), { cartId })
    expect(await order(13)).toMatchObject({ refusal: { code: 'quantity-not-sold', items: [{ next: 18, least: 12, multiple: 6 }] } })
    expect((await order(36)).ok).toBe(true)
    expect(await placeOrder(buyer, anOrderForm([{ listingId: canteen.listingId, quantity: 36 }]))).toMatchObject({
      refusal: { code: 'over-limit' },
    })
  })

  test('keeps the price of an order when another list follows, and of a list that has not begun nothing counts', async () => {
    const canteen = await aCanteen()
    const cartId = await canteen.open()
    const lines = [{ listingId: canteen.listingId, quantity: 12 }]
    const first = mustBe(await placeOrder(buyer, anOrderForm(lines), { cartId }))
    const later = { ...canteen.agreed, percent: 20, prices: [], fromOn: '2026-11-24' as const }
    mustBe(await agreeTerms(canteen.seller, later))
    expect((await findCart(buyer, cartId)).lineCount).toBe(0)
    expect((await quoteOrder(buyer, { cartId, lines, buyerAddress: '' })).totalVnd).toBe(12 * 70_000)
    expect((await quoteOrder(as(visitor, '2026-11-24T08:00:00+07:00'), { cartId, lines, buyerAddress: '' })).totalVnd).toBe(12 * 68_000)
    expect((await findOrderByLink(buyer, { code: first.orders[0]!.code, secret: first.secret })).order).toMatchObject({
      totalVnd: 840_000,
      lines: [{ agreementNumber: 1, unitPriceVnd: 70_000 }],
    })
    // After the last day of every list the price of the shelf counts.
    expect((await quoteOrder(as(visitor, '2027-01-01T08:00:00+07:00'), { cartId, lines, buyerAddress: '' })).totalVnd).toBe(12 * 85_000)
  })

  test('is told nothing by a wrong code, and after some tries nothing by the right one', async () => {
    const canteen = await aCanteen()
    const open = (code: string, phone = canteen.phone) => openAgreedShelf(buyer, { phone, code }, { cartId: null, address: '198.51.100.4' })
    expect(await open(canteen.code, aPhone())).toMatchObject({ refusal: { code: 'agreement-unknown' } })
    const wrong = canteen.code.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    for (let tries = 0; tries < 8; tries++) expect(await open(wrong)).toMatchObject({ refusal: { code: 'agreement-unknown' } })
    expect(await open(canteen.code)).toMatchObject({ refusal: { code: 'too-many-attempts' } })
  })

  test('sees the price of the shelf again once the cart was closed, the code was changed, or the seller ended it', async () => {
    const canteen = await aCanteen()
    const lines = [{ listingId: canteen.listingId, quantity: 12 }]
    const sum = async (cartId: Awaited<ReturnType<typeof canteen.open>>) =>
      (await quoteOrder(buyer, { cartId, lines, buyerAddress: '' })).totalVnd
    const closed = await canteen.open()
    await closeAgreedShelf(buyer, { cartId: closed, buyerId: canteen.buyerId })
    const before = await canteen.open()
    expect([await sum(closed), await sum(before)]).toEqual([1_020_000, 840_000])
    mustBe(await renewAccessCode(canteen.seller, { buyerId: canteen.buyerId }))
    expect(await sum(before)).toBe(1_020_000)
    const { accessCode: code } = (await findAgreedBuyer(canteen.seller, canteen.buyerId)).buyer
    expect(code).not.toBe(canteen.code)
    const after = mustBe(await openAgreedShelf(buyer, { phone: canteen.phone, code }, { cartId: null, address })).cartId
    expect(await sum(after)).toBe(840_000)
    mustBe(await endAgreedBuyer(canteen.seller, { buyerId: canteen.buyerId }))
    expect(await sum(after)).toBe(1_020_000)
    expect(await openAgreedShelf(buyer, { phone: canteen.phone, code }, { cartId: null, address })).toMatchObject({ ok: false })
    expect(await agreeTerms(canteen.seller, canteen.agreed)).toMatchObject({ refusal: { code: 'buyer-status' } })
  })
})

test('no public page, list or paper names an agreed price, whoever has agreed on one', async () => {
  const canteen = await aCanteen()
  const cartId = await canteen.open()
  mustBe(await addToCart(buyer, { cartId, listingId: canteen.listingId, quantity: 12 }))
  const shown = [
    await offerOf(buyer, canteen.productId),
    await listingsFor(db, [canteen.productId], buyer.now),
    await findPriceList(canteen.seller),
    await findCart(buyer, null),
    await agreedShelves(buyer, null),
    // The cart of a stranger.
    await findCart(buyer, mustBe(await addToCart(buyer, { cartId: null, listingId: canteen.listingId, quantity: 12 })).cartId),
  ]
  const said = JSON.stringify(shown, (_, value: unknown) => (value instanceof Map ? [...value] : value))
  expect(said).toContain('85000')
  for (const secret of ['70000', '76500', 'agreementId', canteen.buyerId, canteen.code]) expect(said, secret).not.toContain(secret)
})

test('another seller finds neither the buyer nor its lists, and changes nothing of them', async () => {
  const canteen = await aCanteen()
  const rival = as((await aProducer(as, { name: 'HTX Vinh Kim' })).person)
  await expect(findAgreedBuyer(rival, canteen.buyerId)).rejects.toThrow(NotFound)
  await expect(agreeTerms(rival, canteen.agreed)).rejects.toThrow()
  await expect(renewAccessCode(rival, canteen)).rejects.toThrow()
  await expect(endAgreedBuyer(rival, canteen)).rejects.toThrow()
  await expect(ownAgreedBuyers(buyer)).rejects.toThrow()
  expect(await ownAgreedBuyers(rival)).toEqual([])
  expect(await ownAgreedBuyers(canteen.seller)).toMatchObject([{ id: canteen.buyerId, lists: 1, ended: false, taxCode: '2100000004' }])
  expect((await agreedShelves(buyer, await canteen.open()))[0]!.offers).toHaveLength(1)
})

test('a list is not altered by anybody, and one telephone number is one buyer of a seller', async () => {
  const canteen = await aCanteen()
  await expect(owner.pool.query('update buyer_agreement set percent = 90')).rejects.toThrow('append only')
  await expect(owner.pool.query('delete from buyer_agreement_price')).rejects.toThrow('append only')
  const again = { kind: 'shop' as const, name: 'Cửa hàng khác', phone: canteen.phone, taxCode: null }
  expect(await addAgreedBuyer(canteen.seller, again)).toMatchObject({ refusal: { code: 'buyer-known' } })
  const both = await Promise.all([0, 1].map(() => addAgreedBuyer(canteen.seller, { ...again, phone: '0912999999' })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const rows = await db.selectFrom('agreed_buyer').select('tax_code').where('id', '=', canteen.buyerId).execute()
  expect(JSON.stringify(rows)).not.toContain('2100000004')
})

test('a form says a price list as fields of each pack; what is half of a row is refused beside its field', () => {
  const form = { buyerId: 'agb_1234567890123456', percent: '', fromOn: '2026-11-01', untilOn: '2026-12-31' }
  const read = agreeTermsInput.parse({
    ...form,
    'price-pck_1234567890123456': '70.000',
    'least-pck_1234567890123456': '',
    'multiple-pck_1234567890123456': '6',
  })
  expect(read).toMatchObject({ percent: null, prices: [{ priceVnd: 70_000, leastQuantity: 6, multiple: 6 }] })
  const half = agreeTermsInput.safeParse({ ...form, 'price-pck_1234567890123456': '', 'least-pck_1234567890123456': '6' })
  expect(half.error?.issues.map(({ path }) => path.join('.'))).toEqual(['prices.0.priceVnd'])
})

test('B16: of goods whose price falls with their number the quote takes off by a code what the order does', async () => {
  const shop = await aShop(as, { stock: 50, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db
    .updateTable('listing')
    .set({ price_steps: JSON.stringify([{ from: 3, priceVnd: 80_000 }]) })
    .where('id', '=', shop.listingId)
    .execute()
  mustBe(
    await createVoucher(seller, {
      code: 'MUOI',
      percent: 10,
      amountVnd: null,
      fromVnd: 0,
      untilOn: '2026-12-31',
      mostUses: 9,
      packIds: [],
    }),
  )
  const lines = [{ listingId: shop.listingId, quantity: 3 }]
  const vouchers = { [shop.producerId]: 'MUOI' }
  const quote = await quoteOrder(buyer, { lines, buyerAddress: '', vouchers })
  expect(quote.totalVnd).toBe(216_000)
  expect((await placeOrder(buyer, anOrderForm(lines, { vouchers, seenVnd: quote.totalVnd }))).ok).toBe(true)
})
