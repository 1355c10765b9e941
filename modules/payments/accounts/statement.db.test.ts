import { readXlsx } from 'hucre/xlsx'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { dong } from '@dacsan/vietnam'
import { aProducer, aShop, anOrderForm, mustBe, withLaw } from '../../shop/fixtures.ts'
import {
  addAgreedBuyer,
  agreeTerms,
  cancelOrder,
  confirmPayment,
  findAgreedBuyer,
  handOver,
  openAgreedShelf,
  placeOrder,
  refundPayment,
  takeBackOrder,
} from '../../shop/index.ts'
import { findStatement, moneyOfOrder, printStatement } from '../index.ts'
import { carriesOver } from '../rules/statement.ts'
import { sayTax } from '../words/statement.ts'

const { as } = await testDatabase<Tables>()
const october = '2026-10-20T09:00:00+07:00'
const november = '2026-11-10T09:00:00+07:00'
const december = '2026-12-02T09:00:00+07:00'
const inOctober = (actor: Actor) => as(actor, october)
beforeAll(() => withLaw(inOctober))

/** Two orders of October, one unpaid for weeks and one given back; one order of November, paid and handed over. */
async function aSeason() {
  const shop = await aShop(inOctober, { stock: 100, priceVnd: 85_000 })
  const order = async (at: string, quantity: number) =>
    mustBe(await placeOrder(as(visitor, at), anOrderForm([{ listingId: shop.listingId, quantity }]))).orders[0]!
  const pay = async (at: string, orderId: Awaited<ReturnType<typeof order>>['id'], amountVnd: number) =>
    mustBe(
      await confirmPayment(as(shop.person, at), { orderId, amountVnd, reference: '', note: '', requestKey: `key-${orderId}-${amountVnd}` }),
    )
  const [short, givenBack] = [await order(october, 2), await order(october, 1)]
  await pay(october, short.id, 100_000)
  await pay(october, givenBack.id, 85_000)
  const paid = await order(november, 4)
  await pay(november, paid.id, 340_000)
  mustBe(await handOver(as(shop.person, november), { orderId: paid.id, acceptShort: false, note: '' }))
  await pay(november, short.id, 70_000)
  mustBe(await cancelOrder(as(shop.person, november), { orderId: givenBack.id, note: 'Hết hàng' }))
  const back = { orderId: givenBack.id, amountVnd: 85_000, reference: '', note: '', requestKey: `key-back-${givenBack.id}` }
  mustBe(await refundPayment(as(shop.person, december), back))
  return { shop, short, givenBack, paid, seller: as(shop.person, december) }
}

const months = {
  october: { from: '2026-10-01', to: '2026-10-31' },
  november: { from: '2026-11-01', to: '2026-11-30' },
  december: { from: '2026-12-01', to: '2026-12-31' },
}

test('what one month closes with is what the next one opens with, and each adds up to the log of money', async () => {
  const { seller, short, givenBack, paid } = await aSeason()
  const [first, second, third] = [
    mustBe(await findStatement(seller, months.october)),
    mustBe(await findStatement(seller, months.november)),
    mustBe(await findStatement(seller, months.december)),
  ]
  expect(first.sums).toMatchObject({ openingVnd: 0, goodsVnd: 255_000, receivedVnd: 185_000, closingVnd: 70_000, revenueVnd: 0 })
  expect(second.sums).toMatchObject({
    openingVnd: 70_000,
    goodsVnd: 340_000,
    givenUpVnd: 85_000,
    receivedVnd: 410_000,
    closingVnd: -85_000,
    revenueVnd: 340_000,
  })
  expect(third.sums).toMatchObject({ openingVnd: -85_000, refundedVnd: 85_000, closingVnd: 0 })
  for (const { sums } of [first, second, third]) expect(carriesOver(sums)).toBe(true)
  expect(second.open).toEqual({ toReceiveVnd: 0, toGiveBackVnd: 85_000 })
  expect(second.rows.map(({ code }) => code).toSorted()).toEqual([short.code, givenBack.code, paid.code].toSorted())
  // The same as the ledger on the page of the order.
  const { ledger } = await moneyOfOrder(seller, short.id, { totalVnd: 170_000, receivedVnd: 170_000, refundedVnd: 0, closed: false })
  expect(ledger.underVnd).toBe(second.rows.find(({ id }) => id === short.id)!.closingVnd)
})

test('what came later changes nothing in a month that is over', async () => {
  const { seller, shop } = await aSeason()
  const before = mustBe(await findStatement(as(shop.person, november), months.october))
  expect(mustBe(await findStatement(seller, months.october))).toEqual(before)
})

test('taxes are told as rates of dated law on what was handed over, and what nobody here knows is said', async () => {
  const { seller } = await aSeason()
  const { taxes, exempt } = mustBe(await findStatement(seller, months.november))
  expect(taxes).toMatchObject([
    { topic: 'tax.goods-vat-percent', known: { estimateVnd: 3_400, rule: { certainty: 'inferred' } } },
    { topic: 'tax.goods-income-percent', known: { estimateVnd: 1_700 } },
  ])
  expect(exempt.rule).toMatchObject({ certainty: 'conflict' })
  const words = (await pagesOfPdf(mustBe(await printStatement(seller, months.november, 'pdf')))).join(' ')
  expect(words).toContain('Nền tảng không biết cơ sở nộp thuế theo cách nào')
})

test('a period for whose last day no law is known has its statement all the same, which says what is not known', async () => {
  const { seller } = await aSeason()
  const may = { from: '2026-05-01', to: '2026-05-31' }
  const { taxes, exempt, sums } = mustBe(await findStatement(seller, may))
  expect([taxes.every(({ known }) => known !== null), exempt, sums.closingVnd]).toEqual([true, { on: '2026-05-31', rule: null }, 0])
  const words = (await pagesOfPdf(mustBe(await printStatement(seller, may, 'pdf')))).join(' ')
  expect(words).toContain('chưa ghi mức doanh thu chưa phải nộp thuế áp dụng ngày 31/05/2026')
  const before = mustBe(await findStatement(seller, { from: '2020-01-01', to: '2020-12-31' }))
  expect(before.taxes.map(sayTax)).toEqual([
    'Thuế GTGT: nền tảng chưa ghi mức thuế áp dụng ngày 31/12/2020, nên không ước tính.',
    'Thuế TNCN: nền tảng chưa ghi mức thuế áp dụng ngày 31/12/2020, nên không ước tính.',
  ])
})

test('page, print and spreadsheet show the same rows and sums', async () => {
  const { seller, paid } = await aSeason()
  const words = (await pagesOfPdf(mustBe(await printStatement(seller, months.november, 'pdf')))).join(' ').replaceAll(/\s/g, '')
  expect(words).toContain(paid.code)
  expect(words).toContain('410.000')
  const { sheets } = await readXlsx(mustBe(await printStatement(seller, months.november, 'xlsx')))
  const { rows, sums } = mustBe(await findStatement(seller, months.november))
  const table = sheets[0]!.rows
  expect(table).toHaveLength(rows.length + 2)
  expect(table.at(-1)).toContain(sums.receivedVnd)
})

test('nobody reads the statement of another seller, and a period that ends before it begins is refused', async () => {
  await aSeason()
  const { person } = await aProducer(inOctober)
  const rival = as(person, december)
  expect(mustBe(await findStatement(rival, months.november)).rows).toEqual([])
  expect(await findStatement(rival, { from: '2026-11-30', to: '2026-11-01' })).toMatchObject({ refusal: { code: 'period-backwards' } })
  await expect(findStatement(as(visitor, december), months.november)).rejects.toThrow()
})

test('a month of one buyer on account is its orders alone; what it closes with is what is owed, goods that came back are owed no more, and nobody else reads it', async () => {
  const shop = await aShop(inOctober, { stock: 100, priceVnd: 85_000 })
  const seller = as(shop.person, october)
  const phone = '0914000111'
  const { buyerId } = mustBe(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn Trường Cầu Kè', phone, taxCode: null }))
  const credit = { limitVnd: dong(2_000_000), dueDays: 15 }
  mustBe(await agreeTerms(seller, { buyerId, percent: 10, prices: [], fromOn: '2026-10-01', untilOn: '2027-12-31', credit }))
  const { accessCode: code } = (await findAgreedBuyer(seller, buyerId)).buyer
  const { cartId } = mustBe(await openAgreedShelf(as(visitor, october), { phone, code }, { cartId: null, address: '203.0.113.5' }))
  const order = async (at: string, quantity: number) => {
    const form = anOrderForm([{ listingId: shop.listingId, quantity }], { ways: { [shop.producerId]: 'account' } })
    const { id } = mustBe(await placeOrder(as(visitor, at), form, { cartId })).orders[0]!
    mustBe(await handOver(as(shop.person, at), { orderId: id, acceptShort: false, note: '' }))
    return id
  }
  const [first, refused] = [await order(october, 4), await order(october, 2)]
  await order(november, 3)
  mustBe(await placeOrder(as(visitor, november), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  const money = { orderId: first, amountVnd: 200_000, reference: '', note: '', requestKey: 'key-account-1' }
  mustBe(await confirmPayment(as(shop.person, november), money))
  mustBe(await takeBackOrder(as(shop.person, november), { orderId: refused, note: 'Bếp ăn nghỉ' }))
  const later = as(shop.person, december)
  const [october_, november_] = [
    mustBe(await findStatement(later, { ...months.october, buyerId })),
    mustBe(await findStatement(later, { ...months.november, buyerId })),
  ]
  expect(october_.sums).toMatchObject({ openingVnd: 0, goodsVnd: 459_000, closingVnd: 459_000 })
  expect(november_.sums).toMatchObject({
    openingVnd: 459_000,
    goodsVnd: 229_500,
    givenUpVnd: 153_000,
    receivedVnd: 200_000,
    closingVnd: 335_500,
  })
  for (const { sums } of [october_, november_]) expect(carriesOver(sums)).toBe(true)
  const { owedVnd, owed } = await findAgreedBuyer(later, buyerId)
  expect([owedVnd, owed.map(({ openVnd }) => openVnd)]).toEqual([335_500, [106_000, 229_500]])
  const words = (await pagesOfPdf(mustBe(await printStatement(later, { ...months.november, buyerId }, 'pdf')))).join(' ')
  expect(words).toContain('Bếp ăn Trường Cầu Kè')
  expect(words).not.toContain('nộp thuế')
  const rival = as((await aProducer(inOctober)).person, december)
  await expect(findStatement(rival, { ...months.november, buyerId })).rejects.toThrow()
})
