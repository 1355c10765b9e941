import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { findOrderByLink, findSellerOrder, placeOrder, placeOrderInput } from '../index.ts'
import { forgetBuyers, personalData } from '../personal-data.store.ts'
import { inTransaction } from '@dacsan/platform/context'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as: typeof asAt = (actor, moment = now) => asAt(actor, moment)

beforeAll(() => withLaw(as))

const invoice = { name: 'Công ty TNHH Mua', taxCode: '0314409058', address: '12 đường Lê Lợi, phường Trà Vinh', email: 'ke-toan@vi-du.vn' }

test('to whom an invoice is to be written reaches the seller and the buyer, lies locked, and is forgotten with who bought', async () => {
  const shop = await aShop(as, {})
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { invoice })))
  const [{ id, code }] = placed.orders as [(typeof placed.orders)[number]]
  expect((await findSellerOrder(as(shop.person), id)).invoice).toEqual(invoice)
  expect((await findOrderByLink(as(visitor), { code, secret: placed.secret })).order.invoice).toEqual(invoice)
  const row = await db.selectFrom('invoice_request').where('group_id', '=', placed.groupId).selectAll().executeTakeFirstOrThrow()
  expect(row.tax_code).toMatch(/^locked:/)
  const held = await personalData.holdings['invoices']!.find(db, { kind: 'purchase', groupId: placed.groupId })
  expect(held).toMatchObject([{ name: invoice.name, taxCode: invoice.taxCode }])

  // Its term has ended and nothing of it is open.
  await db.updateTable('shop_order').set({ fulfilment_status: 'expired', payment_status: 'unpaid' }).where('id', '=', id).execute()
  await db.updateTable('reservation').set({ status: 'released' }).execute()
  const later = new Date('2030-01-01T00:00:00Z')
  expect(await inTransaction({ db }, (tx) => forgetBuyers(tx, later, later))).toBeGreaterThan(0)
  expect(await db.selectFrom('invoice_request').selectAll().execute()).toEqual([])
})

test('an order without an invoice asks nobody for one, and a number with a slip in it is not taken', async () => {
  const form = anOrderForm([{ listingId: 'lst_01', quantity: 1 }])
  expect(placeOrderInput.safeParse({ ...form, invoice: { ...invoice, taxCode: '0314409059' } }).success).toBe(false)
  expect(placeOrderInput.safeParse({ ...form, invoice: { ...invoice, taxCode: '031.440.9058-002' } }).success).toBe(true)
  expect(placeOrderInput.safeParse({ ...form, invoice: { ...invoice, taxCode: '' } }).data?.invoice).toMatchObject({ taxCode: null })
  const shop = await aShop(as, {})
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  expect((await findSellerOrder(as(shop.person), placed.orders[0]!.id)).invoice).toBeNull()
})
