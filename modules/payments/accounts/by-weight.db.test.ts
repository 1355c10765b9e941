import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { formatDong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { aDeliveryTable, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../../shop/fixtures.ts'
import {
  confirmPayment,
  createVoucher,
  exportInvoices,
  findOrderByLink,
  findPacking,
  handOver,
  invoiceFile,
  packOrder,
  placeOrder,
  printReceipt,
  refundPayment,
  saveDelivery,
  saveListing,
  weighOrder,
} from '../../shop/index.ts'
import { findStatement } from '../index.ts'
import { carriesOver } from '../rules/statement.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const november = { from: '2026-11-01', to: '2026-11-30' } as const
const textOf = async (pdf: Uint8Array) => (await pagesOfPdf(pdf)).join(' ').replaceAll(/\s+/gu, ' ')

/** A seller of chickens by weight, with a code of 10 %, who brings them for 15.000 đồng. */
async function aFarm(perKgVnd: number, leastGrams: number, mostGrams: number) {
  const shop = await aShop(as, { stock: 200, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, { ...aDeliveryTable, stepGrams: [100_000, 900_000] }))
  const byWeight = { perKgVnd, leastGrams, mostGrams }
  mustBe(await saveListing(seller, { productId: shop.productId, priceVnd: 1, unit: 'hũ', description: '', byWeight }))
  await db.updateTable('listing').set({ status: 'published' }).where('id', '=', shop.listingId).execute()
  const voucher = { code: 'TET2027', percent: 10, amountVnd: null, fromVnd: 0, untilOn: '2026-12-31', mostUses: 100, packIds: [] } as const
  mustBe(await createVoucher(seller, { ...voucher, packIds: [] }))
  return { ...shop, seller }
}

test('whatever the scale says, order, statement, invoice and receipt tell one sum, which is at most what was said', async () => {
  const cases = fc.record({
    perKgVnd: fc.integer({ min: 1001, max: 400_003 }),
    leastGrams: fc.integer({ min: 300, max: 2000 }),
    wider: fc.integer({ min: 0, max: 900 }),
    grams: fc.array(fc.integer({ min: 150, max: 3500 }), { minLength: 1, maxLength: 4 }),
    voucher: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(cases, async ({ perKgVnd, leastGrams, wider, grams, voucher }) => {
      const { seller, listingId, producerId } = await aFarm(perKgVnd, leastGrams, leastGrams + wider)
      const form = anOrderForm([{ listingId, quantity: grams.length }], voucher ? { vouchers: { [producerId]: 'TET2027' } } : {})
      const placed = mustBe(await placeOrder(as(visitor), form))
      const [{ id: orderId, code }] = placed.orders as [(typeof placed.orders)[0]]
      const link = { code, secret: placed.secret }
      const view = async () => (await findOrderByLink(as(visitor), link)).order
      const saidVnd = (await view()).totalVnd
      const money = (amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })
      mustBe(await confirmPayment(seller, money(saidVnd)))
      expect(await packOrder(seller, { orderId })).toMatchObject({ refusal: { code: 'not-weighed' } })
      const [line] = (await findPacking(seller)).orders[0]!.lines
      mustBe(await weighOrder(seller, { orderId, grams: { [line!.id]: grams } }))
      const order = await view()
      expect(order.sumVnd).toBeLessThanOrEqual(saidVnd)
      const sumOfLines = order.lines.reduce((sum, one) => sum + one.sumVnd, 0)
      expect(sumOfLines - (order.voucher?.discountVnd ?? 0) + order.delivery.feeVnd).toBe(order.sumVnd)
      expect(order.facts.refundableVnd).toBe(saidVnd - order.sumVnd)
      if (order.facts.refundableVnd > 0) mustBe(await refundPayment(seller, money(order.facts.refundableVnd)))
      mustBe(await packOrder(seller, { orderId }))
      mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))

      const statement = mustBe(await findStatement(seller, november))
      expect(carriesOver(statement.sums)).toBe(true)
      expect(statement.sums).toMatchObject({ closingVnd: 0, revenueVnd: order.sumVnd })

      const asked = { ...november, format: 'misa', rate: '8%', again: false, note: '', requestKey: newId('key') }
      const { exportId } = mustBe(await exportInvoices(seller, asked))
      const { sheets } = await readXlsx(mustBe(await invoiceFile(seller, exportId)))
      const [headings, ...rows] = sheets[0]!.rows
      const lines = rows.map((row) => Object.fromEntries(headings!.map((heading, at) => [String(heading), row[at]])))
      const gross = lines.reduce(
        (sum, one) => sum + (one['ItemType'] === 3 ? -1 : 1) * (Number(one['AmountWithoutVATOC']) + Number(one['VATAmountOC'])),
        0,
      )
      expect(gross).toBe(order.sumVnd)
      const goods = lines.filter((one) => one['UnitName'] === 'kg')
      const billed = grams.reduce((sum, one) => sum + Math.min(one, leastGrams + wider), 0)
      expect(Math.round(goods.reduce((sum, one) => sum + Number(one['Quantity']), 0) * 1000)).toBe(billed)
      for (const one of goods)
        expect(Math.abs(Number(one['UnitPrice']) * Number(one['Quantity']) - Number(one['AmountWithoutVATOC']))).toBeLessThan(0.5)

      const receipt = await textOf(mustBe(await printReceipt(as(visitor), link)))
      expect(receipt).toContain(formatDong(order.sumVnd).replaceAll(/\s+/gu, ' '))
    }),
    { numRuns: 6 },
  )
}, 120_000)
