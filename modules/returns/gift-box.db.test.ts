import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { findStatement, proveRefund } from '../payments/index.ts'
import { carriesOver } from '../payments/rules.ts'
import { aGiftBox, anOrderForm, mustBe, stockMustBeIntact } from '../shop/fixtures.ts'
import { confirmPayment, cutGoods, exportInvoices, findOrderByLink, handOver, invoiceFile, placeOrder } from '../shop/index.ts'
import { byBox } from '../shop/rules.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { anAgreement } from './fixtures.ts'
import { acceptReturn, askReturn, findReturn, receiveGoods, returnForm, settleReturnsOf } from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, worldDay)
const buyer = as(visitor)
const month = { from: '2026-11-01', to: '2026-11-30' }

beforeAll(async () => {
  await shopWorld((actor: Actor, moment) => asAt(actor, moment))
})
afterEach(() => stockMustBeIntact(db))

/** Boxes of 250.001 đồng, of which no price divides evenly, and one loose jar of 85.000, handed over. */
async function boxesHandedOver({ boxes, left = boxes }: { boxes: number; left?: number }) {
  const shop = await aGiftBox(as, { priceVnd: 250_001 })
  const lines = [
    { listingId: shop.boxId, quantity: boxes },
    { listingId: shop.listingId, quantity: 1 },
  ]
  const placed = mustBe(await placeOrder(buyer, anOrderForm(lines)))
  const [{ id: orderId, code }] = placed.orders as [(typeof placed.orders)[number]]
  const link = { code, secret: placed.secret }
  if (left < boxes) mustBe(await cutGoods(buyer, link, { left: {}, boxes: { [shop.boxId]: left } }))
  const paidVnd = left * 250_001 + 85_000
  mustBe(await confirmPayment(shop.seller, { orderId, amountVnd: paidVnd, reference: '', note: '', requestKey: newId('key') }))
  mustBe(await handOver(shop.seller, { orderId, acceptShort: false, note: '' }))
  return { shop, orderId, link, paidVnd }
}

test('a complaint about a whole box names every jar in it, its money is the price of the box, and each jar goes back to its lot', async () => {
  const { shop, orderId, link, paidVnd } = await boxesHandedOver({ boxes: 1 })
  const form = await returnForm(buyer, link)
  const [box] = byBox(form.lines).filter((group) => group.box !== null)
  const lines = box!.lines.map(({ id, left }) => ({ orderLineId: id, quantity: left }))
  const ask = { reason: 'damaged', wanted: 'refund', words: 'Hộp vỡ, mọi lọ trong đó đều nứt', requestKey: newId('key') } as const
  const { returnId } = mustBe(await askReturn(buyer, link, { ...ask, lines }))
  const after = byBox((await returnForm(buyer, link)).lines)
  expect(after.map(({ box: in_, lines: rest }) => [in_ !== null, rest.reduce((sum, { left }) => sum + left, 0)]).toSorted()).toEqual([
    [false, 1],
    [true, 0],
  ])
  const seen = await findReturn(shop.seller, returnId)
  expect([seen.goodsVnd, seen.mostVnd]).toEqual([250_001, 250_001])
  mustBe(await acceptReturn(shop.seller, anAgreement(returnId, 250_001)))
  const taken = await db
    .selectFrom('reservation')
    .where('status', '=', 'consumed')
    .where(
      'order_line_id',
      'in',
      lines.map(({ orderLineId }) => orderLineId),
    )
    .select(['order_line_id as orderLineId', 'lot_id as lotId', 'pack_id as packId', 'place_id as placeId', 'quantity'])
    .execute()
  for (const { quantity, ...goods } of taken)
    mustBe(await receiveGoods(shop.seller, { returnId, goods, quantity, fate: 'restocked', note: '', requestKey: newId('key') }))
  const key = newId('key')
  mustBe(await proveRefund(shop.seller, { orderId, amountVnd: 250_001, reference: '', sentOn: '2026-11-23', requestKey: key }, null))
  expect(await settleReturnsOf(as(system('returns')), orderId)).toBe(1)
  expect((await findReturn(shop.seller, returnId)).facts.isSettled).toBe(true)
  const { order } = await findOrderByLink(buyer, link)
  expect([order.payment, order.totalVnd]).toEqual(['paid', paidVnd])
  // The statement of that month has sold the loose jar alone.
  const { sums, rows } = mustBe(await findStatement(shop.seller, month))
  expect([carriesOver(sums), rows.length]).toEqual([true, 1])
  expect(sums).toMatchObject({ goodsVnd: paidVnd, receivedVnd: paidVnd, refundedVnd: 250_001, closingVnd: 0, revenueVnd: 85_000 })
})

test('an invoice of boxes has a line for each jar with its lot, and they add up to what was paid, also when a box was taken out before', async () => {
  for (const left of [3, 2]) {
    const { shop, orderId, paidVnd } = await boxesHandedOver({ boxes: 3, left })
    const asked = { ...month, format: 'misa', rate: '8%', again: false, note: '', requestKey: newId('key') }
    const { exportId } = mustBe(await exportInvoices(shop.seller, asked))
    const { sheets } = await readXlsx(mustBe(await invoiceFile(shop.seller, exportId)))
    const [headings, ...rows] = sheets[0]!.rows
    const lines = rows.map((row) => Object.fromEntries(headings!.map((heading, at) => [String(heading), row[at]])))
    const signed = (line: (typeof lines)[number], field: string) => (line['ItemType'] === 3 ? -1 : 1) * Number(line[field])
    const sum = (field: string) => lines.reduce((so, line) => so + signed(line, field), 0)
    expect(sum('AmountWithoutVATOC') + sum('VATAmountOC')).toBe(paidVnd)
    const pieces = lines.filter((line) => line['ItemType'] === 1)
    expect(pieces.reduce((so, line) => so + Number(line['Quantity']), 0)).toBe(left * 3 + 1)
    for (const line of pieces) expect(line['LotNo']).toBeTruthy()
    const { rows: told, sums } = mustBe(await findStatement(shop.seller, month))
    expect(told.map(({ id }) => id)).toEqual([orderId])
    expect([carriesOver(sums), sums.revenueVnd, sums.closingVnd]).toEqual([true, paidVnd, 0])
  }
})
