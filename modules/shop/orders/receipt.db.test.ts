import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { pagesOfPdf, qrsOfPdf } from '../../../packages/papers/test-reading.ts'
import { aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { confirmPayment, placeOrder, printReceipt } from '../index.ts'

const { as } = await testDatabase<Tables>()
beforeAll(() => withLaw((actor: Actor) => as(actor, '2026-11-23T08:00:00+07:00')))

const at = (actor: Actor) => as(actor, '2026-11-23T10:00:00+07:00')

async function ordered() {
  const shop = await aShop(at, { stock: 20 })
  const { orders, secret } = mustBe(await placeOrder(at(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
  return { shop, orderId: orders[0]!.id, link: { code: orders[0]!.code, secret } }
}
const textOf = async (pdf: Uint8Array) => (await pagesOfPdf(pdf)).join(' ').replaceAll(/\s+/gu, ' ')

test('a receipt says who sold what of which lot to whom, the sum in figures and words, that nothing is paid, and that it is no invoice', async () => {
  const { link } = await ordered()
  const pdf = mustBe(await printReceipt(at(visitor), link))
  const text = await textOf(pdf)
  for (const said of [
    link.code,
    'Nguyễn Thị Mua',
    '170.000',
    'Một trăm bảy mươi nghìn đồng',
    'CHƯA THANH TOÁN',
    'không phải là hóa đơn',
    'HSD',
  ])
    expect(text).toContain(said)
  // Its symbol opens nothing: whoever finds the paper has not the key of the order.
  const [symbol] = await qrsOfPdf(pdf)
  expect(symbol).toMatch(new RegExp(`/don-hang/${link.code}$`))
  expect(text).not.toContain(link.secret)
})

test('what was paid stands on the receipt with how and when, and nothing says unpaid any more', async () => {
  const { shop, orderId, link } = await ordered()
  mustBe(await confirmPayment(at(shop.person), { orderId, amountVnd: 100_000, reference: '', note: '', requestKey: 'key-of-a-receipt-1' }))
  const part = await textOf(mustBe(await printReceipt(at(visitor), link)))
  expect(part).toContain('bằng chuyển khoản lúc')
  expect(part).toMatch(/Còn thiếu 70\.000/u)
  mustBe(await confirmPayment(at(shop.person), { orderId, amountVnd: 70_000, reference: '', note: '', requestKey: 'key-of-a-receipt-2' }))
  const whole = await textOf(mustBe(await printReceipt(at(visitor), link)))
  expect(whole).not.toContain('Còn thiếu')
  expect(whole).not.toContain('CHƯA THANH TOÁN')
})

test('without the secret of the order there is no receipt', async () => {
  const { link } = await ordered()
  await expect(printReceipt(at(visitor), { ...link, secret: 'x' })).rejects.toThrow('No such order')
})
