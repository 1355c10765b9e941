import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aDeliveryTable, aProducer, aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { confirmPayment, exportInvoices, findExports, handOver, invoiceFile, placeOrder, saveDelivery } from '../index.ts'
import type { ExportInvoicesInput } from '../inputs.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
beforeAll(() => withLaw(as))

let serial = 0
const asked = (more: Partial<ExportInvoicesInput> = {}): ExportInvoicesInput => ({
  from: '2026-11-01',
  to: '2026-11-30',
  format: 'misa',
  rate: '8%',
  again: false,
  note: '',
  requestKey: `key-of-export-${(serial += 1)}`,
  ...more,
})

/** A seller of Xã Cầu Kè with so many orders of two jars, each brought for 15.000 đồng, handed over. */
async function sold(count: number) {
  const shop = await aShop(as, { stock: 50, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  const sell = async () => {
    const order = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }]))).orders[0]!
    mustBe(await confirmPayment(seller, { orderId: order.id, amountVnd: 185_000, reference: '', note: '', requestKey: `key-${order.id}` }))
    mustBe(await handOver(seller, { orderId: order.id, acceptShort: false, note: '' }))
    return order
  }
  const orders = []
  for (let n = 0; n < count; n += 1) orders.push(await sell())
  return { seller, sell, orders }
}

const linesIn = async (bytes: Uint8Array) => {
  const { sheets } = await readXlsx(bytes)
  const [headings, ...rows] = sheets[0]!.rows
  return rows.map((row) => Object.fromEntries(headings!.map((heading, at) => [String(heading), row[at]])))
}

test('B18: an export has a line for goods and one for bringing them of each order, which add up to what the buyer paid', async () => {
  const { seller, orders } = await sold(2)
  const { exportId } = mustBe(await exportInvoices(seller, asked()))
  const lines = await linesIn(mustBe(await invoiceFile(seller, exportId)))
  expect(lines).toHaveLength(4)
  for (const { code } of orders) {
    const own = lines.filter((line) => line['BuyerOrderCode'] === code)
    expect(own.reduce((sum, line) => sum + Number(line['AmountWithoutVATOC']) + Number(line['VATAmountOC']), 0)).toBe(185_000)
    expect(own[0]).toMatchObject({
      ItemType: 1,
      LineNumber: 1,
      Quantity: 2,
      UnitPrice: 78_703.5,
      VATRateName: '8%',
      BuyerFullName: 'Nguyễn Thị Mua',
    })
    expect(own[0]!['LotNo']).toBeTruthy()
    expect(own[0]!['ExpiryDate']).toBeTruthy()
    expect(own[0]!['RefID']).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
})

test('no order is exported twice unless somebody asks for it with a reason, and then under the same reference', async () => {
  const { seller, sell } = await sold(1)
  const first = mustBe(await exportInvoices(seller, asked()))
  expect(await exportInvoices(seller, asked())).toMatchObject({ refusal: { code: 'nothing-to-export', before: 1 } })
  await sell()
  const second = mustBe(await exportInvoices(seller, asked()))
  expect(await linesIn(mustBe(await invoiceFile(seller, second.exportId)))).toHaveLength(2)
  expect(await exportInvoices(seller, asked({ again: true }))).toMatchObject({ refusal: { code: 'note-missing' } })
  const third = mustBe(await exportInvoices(seller, asked({ again: true, note: 'Nhà cung cấp mất tệp' })))
  const [before, after] = [
    await linesIn(mustBe(await invoiceFile(seller, first.exportId))),
    await linesIn(mustBe(await invoiceFile(seller, third.exportId))),
  ]
  expect(after).toHaveLength(4)
  expect(after.map((line) => line['RefID'])).toContain(before[0]!['RefID'])
  expect((await findExports(seller)).find(({ id }) => id === third.exportId)).toMatchObject({
    orders: 2,
    again: 2,
    note: 'Nhà cung cấp mất tệp',
  })
})

test('two exports at one moment share the orders between them, and a form that is sent again makes one export', async () => {
  const { seller } = await sold(2)
  const form = asked()
  const [one, two] = await Promise.all([exportInvoices(seller, form), exportInvoices(seller, form)])
  expect(mustBe(one)).toEqual(mustBe(two))
  expect(await exportInvoices(seller, { ...form, rate: '5%' })).toMatchObject({ refusal: { code: 'request-key-reused' } })
  const both = await Promise.all([exportInvoices(seller, asked()), exportInvoices(seller, asked())])
  expect(both.filter(({ ok }) => ok)).toEqual([])
  expect(await findExports(seller)).toHaveLength(1)
})

test('a rate that holds no more on the last day, columns nobody has, and days backwards are refused', async () => {
  const { seller } = await sold(1)
  expect(await exportInvoices(seller, asked({ from: '2027-01-01', to: '2027-01-31' }))).toMatchObject({ refusal: { code: 'rate-unknown' } })
  expect(await exportInvoices(seller, asked({ format: 'vnpt' }))).toMatchObject({ refusal: { code: 'format-unknown' } })
  expect(await exportInvoices(seller, asked({ from: '2026-12-01' }))).toMatchObject({ refusal: { code: 'period-backwards' } })
  expect(await exportInvoices(seller, asked({ from: '2026-10-01', to: '2026-10-31' }))).toMatchObject({
    refusal: { code: 'nothing-to-export', before: 0 },
  })
})

test('nobody fetches the file of another seller, and what was exported cannot be taken back', async () => {
  const { seller } = await sold(1)
  const { exportId } = mustBe(await exportInvoices(seller, asked()))
  await expect(invoiceFile(as((await aProducer(as)).person), exportId)).rejects.toThrow(NotFound)
  await expect(db.deleteFrom('invoice_export_order').where('export_id', '=', exportId).execute()).rejects.toThrow()
  await expect(db.updateTable('invoice_export').set({ note: 'x' }).where('id', '=', exportId).execute()).rejects.toThrow()
})
