import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aDeliveryTable, aListing, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  changeOrder,
  confirmPayment,
  createVoucher,
  cutGoods,
  exportInvoices,
  findOrderByLink,
  findPacking,
  findSellerOrder,
  handOver,
  packOrder,
  placeOrder,
  printAddressLabels,
  refundPayment,
  reopenOrder,
  saveDelivery,
  unpackOrder,
} from '../index.ts'
import type { ChangeOrderInput, PlaceOrderInput } from '../inputs.ts'
import { selectToInvoice } from '../invoices/export.store.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const noon = '2026-11-23T12:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const money = (orderId: OrderId, amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })

/** An order of so many jars at 85 000 đ, brought within the commune of the seller for 15 000 đ. */
async function anOrder(quantity = 3, more: Partial<PlaceOrderInput> = {}) {
  const shop = await aShop(as, { stock: 40, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }], more)))
  const { id, code } = placed.orders[0]!
  const link = { code, secret: placed.secret }
  const view = async () => (await findOrderByLink(buyer, link)).order
  const first = (await view()).lines[0]!.id
  return { shop, seller, id, link, view, first, pay: (sum: number) => confirmPayment(seller, money(id, sum)).then(mustBe) }
}

const wanted = (more: Partial<ChangeOrderInput> = {}): ChangeOrderInput => ({
  name: 'Nguyễn Thị Mua',
  phone: '0912345678',
  address: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long',
  note: '',
  wish: '',
  ...more,
})

describe('until it is packed', () => {
  test('the receiver, the message, the wished time and the invoice are changed; the purchase and its telephone number stay', async () => {
    const { id, link, view, seller } = await anOrder()
    const bought = (await view()).buyer
    const invoice = { name: 'Công ty Dừa', taxCode: '0100109106', address: 'Xã Cầu Kè, Vĩnh Long', email: '' }
    const form = wanted({ name: 'Lê Thị Nhận', phone: '0987654321', address: 'Ấp 2, xã Cầu Kè, Vĩnh Long', wish: 'Sau 17 giờ', invoice })
    expect(mustBe(await changeOrder(buyer, link, form)).fields).toEqual(['name', 'phone', 'address', 'wish', 'invoice'])
    // The same form sent again changes nothing and is written down once.
    expect(mustBe(await changeOrder(buyer, link, form)).fields).toEqual([])
    const order = await findSellerOrder(seller, id)
    expect(order.receiver).toMatchObject({
      name: 'Lê Thị Nhận',
      phone: '0987654321',
      address: 'Ấp 2, xã Cầu Kè, Vĩnh Long',
      note: '',
      wish: 'Sau 17 giờ',
    })
    expect(order.invoice).toEqual(invoice)
    expect(order.buyer).toEqual(bought)
    expect(order.edits).toMatchObject([{ fields: ['name', 'phone', 'address', 'wish', 'invoice'], byName: 'Người mua' }])
    expect((await findPacking(seller)).orders).toEqual([])
  })

  test('an address for which bringing the goods costs another sum is refused, and one that does not tell its commune is asked for', async () => {
    const { link, view } = await anOrder()
    expect(await changeOrder(buyer, link, wanted({ address: 'Ấp 3, xã Vinh Kim, Vĩnh Long' }))).toEqual({
      ok: false,
      refusal: { code: 'fee-differs', promisedVnd: 15_000, nowVnd: 20_000 },
    })
    expect(await changeOrder(buyer, link, wanted({ address: 'Số 1 Lê Lợi, Huế', deliverTo: 'elsewhere' }))).toMatchObject({
      refusal: { code: 'fee-differs', nowVnd: null },
    })
    expect(await changeOrder(buyer, link, wanted({ address: 'Ấp Chợ' }))).toEqual({ ok: false, refusal: { code: 'address-unclear' } })
    expect((await view()).receiver.address).toBe('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
    mustBe(await changeOrder(buyer, link, wanted({ address: 'Nhà cũ, Ấp Chợ', deliverTo: '29308' })))
    expect((await view()).delivery).toMatchObject({ zone: 'commune', feeVnd: 15_000 })
  })

  test('once it is packed nothing is changed, cut or cancelled; when the mark is taken away it is open again', async () => {
    const { id, link, seller, first, pay } = await anOrder()
    await pay(270_000)
    mustBe(await packOrder(seller, { orderId: id }))
    const packed = { ok: false, refusal: { code: 'order-packed' } }
    expect(await changeOrder(buyer, link, wanted({ note: 'Gọi trước' }))).toEqual(packed)
    expect(await cutGoods(buyer, link, { left: { [first]: 1 } })).toEqual(packed)
    expect(await cancelByLink(buyer, link)).toEqual(packed)
    mustBe(await unpackOrder(seller, { orderId: id }))
    mustBe(await changeOrder(buyer, link, wanted({ note: 'Gọi trước' })))
  })

  test('whoever has not the link changes nothing, and no other seller sees the order', async () => {
    const { id, link, first } = await anOrder()
    const stranger = { ...link, secret: 'x' }
    await expect(changeOrder(buyer, stranger, wanted({ note: 'a' }))).rejects.toThrow(NotFound)
    await expect(cutGoods(buyer, stranger, { left: { [first]: 1 } })).rejects.toThrow(NotFound)
    await expect(findSellerOrder(as((await aShop(as)).person), id)).rejects.toThrow(NotFound)
  })

  test('what was changed after the label was printed is told to the seller and stands on the new label', async () => {
    const { id, link, seller, shop, pay } = await anOrder()
    await pay(270_000)
    const first = await pagesOfPdf(mustBe(await printAddressLabels(seller, [id], 'a6')))
    expect(first.join(' ')).not.toContain('IN LẠI')
    expect((await findPacking(seller)).orders[0]!.changedSincePrint).toBeNull()
    mustBe(await changeOrder(as(visitor, noon), link, wanted({ name: 'Lê Thị Nhận', note: 'Gọi trước' })))
    const late = as(shop.person, '2026-11-23T13:00:00+07:00')
    expect((await findPacking(late)).orders[0]!.changedSincePrint).toEqual(['name', 'phone', 'note'])
    const again = (await pagesOfPdf(mustBe(await printAddressLabels(late, [id], 'a6')))).join(' ')
    for (const words of ['IN LẠI', 'tên người nhận', 'Lê Thị Nhận', 'Gọi trước']) expect(again).toContain(words)
    expect((await findPacking(late)).orders[0]!.changedSincePrint).toBeNull()
  })
})

describe('fewer goods', () => {
  test('are owed no more and lie on the shelf again, lot by lot; what was ordered stays as it was sealed', async () => {
    const { link, view, first, shop } = await anOrder(4)
    const before = await view()
    expect(mustBe(await cutGoods(buyer, link, { left: { [first]: 1 } }))).toEqual({ amountVnd: 255_000 })
    expect(mustBe(await cutGoods(buyer, link, { left: { [first]: 1 } }))).toEqual({ amountVnd: 0 })
    const order = await view()
    expect(order).toMatchObject({ totalVnd: before.totalVnd, returnedVnd: 255_000, payment: 'awaiting' })
    expect(order.lines[0]).toMatchObject({ quantity: 4, left: 1, lineTotalVnd: 340_000, lots: [{ quantity: 1 }] })
    expect(order.transfer!.amountVnd).toBe(100_000)
    expect(await db.selectFrom('stock_balance').where('lot_id', '=', shop.lotId).select('reserved').executeTakeFirst()).toEqual({
      reserved: 1,
    })
  })

  test('that were paid are to be refunded, and the order is packed and handed over all the same', async () => {
    const { id, link, first, seller, pay, view } = await anOrder(3)
    await pay(270_000)
    mustBe(await cutGoods(buyer, link, { left: { [first]: 2 } }))
    expect(await view()).toMatchObject({ payment: 'over', facts: { refundableVnd: 85_000, owedVnd: 185_000 } })
    expect((await findPacking(seller)).orders).toMatchObject([{ id, lines: [{ quantity: 2, takes: [{ quantity: 2 }] }] }])
    expect(await refundPayment(seller, money(id, 85_001))).toMatchObject({ refusal: { code: 'refund-too-large' } })
    expect(await refundPayment(seller, money(id, 85_000))).toMatchObject({ value: { payment: 'paid' } })
    mustBe(await packOrder(seller, { orderId: id }))
    mustBe(await handOver(seller, { orderId: id, acceptShort: false, note: '' }))
    expect(await view()).toMatchObject({ payment: 'paid', keptVnd: 185_000 })
  })

  test('stand on the invoice as they were handed over, to the đồng', async () => {
    const { id, link, first, seller, pay } = await anOrder(3)
    mustBe(await cutGoods(buyer, link, { left: { [first]: 2 } }))
    await pay(185_000)
    mustBe(await handOver(seller, { orderId: id, acceptShort: false, note: '' }))
    const { exportId } = mustBe(
      await exportInvoices(seller, {
        from: '2026-11-01',
        to: '2026-11-30',
        format: 'general',
        rate: 'KCT',
        again: false,
        note: '',
        requestKey: newId('key'),
      }),
    )
    expect(await selectToInvoice(db, exportId)).toMatchObject([{ totalVnd: 185_000, lines: [{ lots: [{ quantity: 2 }] }] }])
  })

  test('can neither be more nor all of it, and what made the rest cheaper must hold for the rest', async () => {
    const { link, first, shop, seller } = await anOrder(3)
    expect(await cutGoods(buyer, link, { left: { [first]: 4 } })).toMatchObject({ refusal: { code: 'cut-is-more' } })
    expect(await cutGoods(buyer, link, { left: { [first]: 0 } })).toMatchObject({ refusal: { code: 'cut-everything' } })
    await db
      .updateTable('listing')
      .set({ price_steps: JSON.stringify([{ from: 3, priceVnd: 80_000 }]) })
      .where('id', '=', shop.listingId)
      .execute()
    expect(await cutGoods(buyer, link, { left: { [first]: 2 } })).toMatchObject({ refusal: { code: 'cut-price', from: 3 } })
    await db.updateTable('listing').set({ price_steps: '[]', multiple: 3, least_quantity: 3 }).where('id', '=', shop.listingId).execute()
    expect(await cutGoods(buyer, link, { left: { [first]: 2 } })).toMatchObject({ refusal: { code: 'cut-number', multiple: 3 } })
    const other = await aListing(as, shop, { priceVnd: 50_000 })
    mustBe(
      await createVoucher(seller, {
        code: 'GIAM10',
        percent: 10,
        amountVnd: null,
        fromVnd: 200_000,
        untilOn: '2026-12-31',
        mostUses: 5,
        packIds: [],
      }),
    )
    const placed = mustBe(
      await placeOrder(buyer, anOrderForm([{ listingId: other.listingId, quantity: 5 }], { vouchers: { [shop.producerId]: 'GIAM10' } })),
    )
    const reduced = { code: placed.orders[0]!.code, secret: placed.secret }
    const line = (await findOrderByLink(buyer, reduced)).order.lines[0]!.id
    expect(await cutGoods(buyer, reduced, { left: { [line]: 3 } })).toMatchObject({ refusal: { code: 'cut-voucher', fromVnd: 200_000 } })
    expect(mustBe(await cutGoods(buyer, reduced, { left: { [line]: 4 } }))).toEqual({ amountVnd: 45_000 })
  })

  test('taken out by two forms at once are taken out once', async () => {
    const { link, first, view } = await anOrder(4)
    const answers = await Promise.all(Array.from({ length: 4 }, () => cutGoods(buyer, link, { left: { [first]: 2 } })))
    expect(answers.map((answer) => mustBe(answer).amountVnd).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 170_000])
    expect((await view()).returnedVnd).toBe(170_000)
  })

  test('stay taken out when the order is given up and held again', async () => {
    const { id, link, first, seller, pay, view } = await anOrder(4)
    mustBe(await cutGoods(buyer, link, { left: { [first]: 1 } }))
    await pay(50_000)
    mustBe(await cancelByLink(buyer, link))
    expect(await view()).toMatchObject({ payment: 'to-settle', fulfilment: 'cancelled' })
    expect(await reopenOrder(seller, { orderId: id })).toMatchObject({ value: { payment: 'under', fulfilment: 'held' } })
    expect((await view()).lines[0]).toMatchObject({ left: 1, lots: [{ quantity: 1 }] })
  })
})
