import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { addToCart, findCart, findOrderByLink, placeOrder, placeOrderInput, ruleOfSet } from '../index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))

async function aShopOf(setCode: string) {
  const shop = await aShop(as)
  await db.updateTable('product').set({ set_code: setCode }).where('id', '=', shop.productId).execute()
  return shop
}

test('alcohol is ordered by whoever confirmed the age of the law, and the order keeps the warning and the age', async () => {
  const { listingId } = await aShopOf('QD26-15')
  const { cartId } = mustBe(await addToCart(buyer, { listingId, quantity: 1 }))
  const { leastAge, warnings } = await findCart(buyer, cartId)
  expect([leastAge, warnings]).toEqual([18, [expect.stringContaining('chưa đủ 18 tuổi')]])
  const form = anOrderForm([{ listingId, quantity: 1 }])
  expect(await placeOrder(buyer, form)).toMatchObject({ refusal: { code: 'age-unconfirmed', leastAge: 18, items: [{ listingId }] } })
  expect(await placeOrder(buyer, { ...form, confirmedAge: 17 })).toMatchObject({ refusal: { code: 'age-unconfirmed' } })
  const { confirmedAge } = placeOrderInput.parse({ ...form, confirmedAge: String(leastAge) })
  const { orders, secret } = mustBe(await placeOrder(buyer, { ...form, confirmedAge }))
  const { order } = await findOrderByLink(buyer, { code: orders[0]!.code, secret })
  expect(order.lines).toMatchObject([{ leastAge: 18, warning: warnings[0] }])
})

test('food for health carries the words that it is no medicine, and asks for no age', async () => {
  const { listingId } = await aShopOf('QD26-18')
  const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 1 }])))
  const { order } = await findOrderByLink(buyer, { code: orders[0]!.code, secret })
  expect(order.lines).toMatchObject([
    { leastAge: null, warning: 'Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.' },
  ])
})

test('what the law asks of a set is said with its source, also where nobody sells, and of most sets nothing is asked', async () => {
  expect(await ruleOfSet(buyer, 'QD26-14')).toMatchObject({
    leastAge: 18,
    source: { instrument: expect.stringContaining('44/2019/QH14'), certainty: 'inferred' },
  })
  expect(await ruleOfSet(buyer, 'QD26-18')).toMatchObject({ source: { instrument: 'Nghị định 15/2018/NĐ-CP' } })
  expect(await ruleOfSet(buyer, 'QD26-07')).toBeNull()
  const { listingId } = await aShopOf('QD26-07')
  const { cartId } = mustBe(await addToCart(buyer, { listingId, quantity: 1 }))
  expect(await findCart(buyer, cartId)).toMatchObject({ leastAge: null, warnings: [] })
})

test('a form of another age than a number is not read as one', () => {
  const form = anOrderForm([{ listingId: 'lst_1', quantity: 1 }])
  expect(placeOrderInput.safeParse({ ...form, confirmedAge: 'on' }).success).toBe(false)
  expect(placeOrderInput.parse(form).confirmedAge).toBeUndefined()
})
