import { Forbidden, NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { publishPolicy } from '../../disclosure/index.ts'
import { someoneWith } from '../../identity/fixtures.ts'
import { system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { supersedeByTwo } from '../../law/fixtures.ts'
import { aListing, aPaperFile, aProducer, aProduct, aShop, anAccount, anOrderForm, mustBe, suspendByOrder, withLaw } from '../fixtures.ts'
import {
  acceptPolicies,
  announceSuspension,
  answerSuspension,
  carryOutSuspension,
  confirmPayment,
  findOrderByLink,
  findPriceList,
  handOver,
  liftSuspension,
  offerOf,
  ownPolicies,
  ownShop,
  ownSuspensions,
  openSuspensionOrder,
  pauseListing,
  placeOrder,
  productsOnSale,
  receiveSuspensionOrder,
  resumeListing,
  saveListing,
  saveSeller,
  shelfNow,
  submitListing,
  suspensionsOfSeller,
  withdrawSuspension,
} from '../index.ts'
import { suspensionReminders } from '../messages/suspensions.ts'
import { shopWaiting } from '../waiting.ts'
import { endUnpaidOfSuspended } from './end-unpaid.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)
const key = () => newId('key')
beforeAll(() => withLaw(as))

type Shop = Awaited<ReturnType<typeof aShop>>
const isSold = async ({ listingId, productId }: Shop, moment = now) => {
  const ctx = as(visitor, moment)
  const { listings, onSale } = await shelfNow(ctx)
  const shown = listings.some((one) => one.listingId === listingId)
  // The list, the page of the product, the feeds and the search ask the same shelf.
  expect([onSale.includes(productId), (await productsOnSale(ctx)).includes(productId), (await offerOf(ctx, productId)) !== null]).toEqual([
    shown,
    shown,
    shown,
  ])
  const placed = await placeOrder(ctx, anOrderForm([{ listingId, quantity: 1 }]))
  expect(placed.ok).toBe(shown)
  return shown
}
const announce = async (shop: Shop, startsOn = '2026-11-29') =>
  mustBe(await announceSuspension(as(shop.officer), { producerId: shop.producerId, reason: 'Thiếu giấy tờ', startsOn, requestKey: key() }))
    .suspensionId

describe('with notice', () => {
  test('a seller is stopped by the date itself, not before, and not earlier than the law lets', async () => {
    const shop = await aShop(as)
    const form = { producerId: shop.producerId, reason: 'Thiếu giấy tờ', requestKey: key() }
    expect(await announceSuspension(as(shop.officer), { ...form, startsOn: '2026-11-28' })).toEqual({
      ok: false,
      refusal: { code: 'notice-too-short', days: 5, from: '2026-11-29' },
    })
    const made = mustBe(await announceSuspension(as(shop.officer), { ...form, startsOn: '2026-11-29' }))
    expect(await announceSuspension(as(shop.officer), { ...form, startsOn: '2026-11-29' })).toEqual({ ok: true, value: made })
    expect(await isSold(shop, '2026-11-28T23:59:59+07:00')).toBe(true)
    expect(await isSold(shop, '2026-11-29T00:00:00+07:00')).toBe(false)
    expect(await ownShop(as(shop.person, '2026-11-29T00:00:00+07:00'))).toMatchObject({ isSuspended: true })
  })

  test('the seller is heard, both sides read it, and the office may withdraw it: then the day passes by', async () => {
    const shop = await aShop(as)
    const suspensionId = await announce(shop)
    const said = { suspensionId, words: 'Giấy mới đã nộp ngày 20/11.', requestKey: key() }
    mustBe(await answerSuspension(as(shop.person), said))
    mustBe(await answerSuspension(as(shop.person), said))
    const { history } = await suspensionsOfSeller(as(shop.officer), shop.producerId)
    expect(history).toMatchObject([{ status: 'announced', steps: [{ step: 'answered', words: said.words }] }])
    mustBe(await withdrawSuspension(as(shop.officer), { suspensionId, reason: 'Đã đủ giấy', requestKey: key() }))
    expect(await isSold(shop, '2026-11-30T08:00:00+07:00')).toBe(true)
    expect(await ownSuspensions(as(shop.person))).toMatchObject([{ status: 'ended', steps: [{}, { step: 'withdrawn' }] }])
  })

  test('another seller neither answers it nor reads it, and no seller stops another', async () => {
    const [shop, other] = [await aShop(as), await aShop(as)]
    const suspensionId = await announce(shop)
    await expect(answerSuspension(as(other.person), { suspensionId, words: 'abc', requestKey: key() })).rejects.toThrow(NotFound)
    expect(await ownSuspensions(as(other.person))).toEqual([])
    await expect(suspensionsOfSeller(as(other.person), shop.producerId)).rejects.toThrow(Forbidden)
    const form = { producerId: shop.producerId, reason: 'abc', startsOn: '2026-12-29', requestKey: key() }
    await expect(announceSuspension(as(other.person), form)).rejects.toThrow(Forbidden)
    const nobody = (await aProducer(as)).producerId
    await expect(announceSuspension(as(shop.officer), { ...form, producerId: nobody })).rejects.toThrow(NotFound)
  })
})

describe('on the order of an authority', () => {
  const received = (shop: Shop, receivedAt = '2026-11-23T08:00:00+07:00') =>
    receiveSuspensionOrder(
      as(shop.officer),
      {
        producerId: shop.producerId,
        reason: 'Hàng không rõ nguồn gốc',
        authority: 'Chi cục Quản lý thị trường',
        documentNumber: '12/QĐ-QLTT',
        receivedAt: new Date(receivedAt),
        requestKey: key(),
      },
      aPaperFile,
    )

  test('goods leave the pages with it: where the hours for taking information down become fewer, its clock is shorter', async () => {
    const shop = await aShop(as)
    const hoursAt = async (moment: string) => (await suspensionsOfSeller(as(shop.officer, moment), shop.producerId)).hours
    expect(await hoursAt(now)).toMatchObject({ value: 24, article: 'Điều 18 khoản 2' })
    await supersedeByTwo(as(shop.officer), {
      topic: 'platform.takedown-hours',
      value: '6',
      effectiveFrom: '2027-03-01',
      instrument: 'Nghị định mới',
    })
    expect(await hoursAt('2027-03-01T09:00:00+07:00')).toMatchObject({ value: 6, instrument: 'Nghị định mới' })
    const form = {
      producerId: shop.producerId,
      reason: 'Hàng không rõ nguồn gốc',
      authority: 'Chi cục Quản lý thị trường',
      documentNumber: '13/QĐ-QLTT',
      receivedAt: new Date('2027-03-01T08:00:00+07:00'),
      requestKey: key(),
    }
    mustBe(await receiveSuspensionOrder(as(shop.officer, '2027-03-01T09:00:00+07:00'), form, aPaperFile))
    const at = async (moment: string) => (await suspensionsOfSeller(as(shop.officer, moment), shop.producerId)).history[0]
    expect(await at('2027-03-01T14:00:00+07:00')).toMatchObject({ isOverdue: false })
    expect(await at('2027-03-01T14:00:01+07:00')).toMatchObject({ isOverdue: true })
  })

  test('the hours run from its receipt, the desk shows them, and what is late is said', async () => {
    const shop = await aShop(as)
    const { suspensionId } = mustBe(await received(shop))
    expect(await isSold(shop)).toBe(true)
    const late = '2026-11-24T08:00:01+07:00'
    const at = async (moment: string) => (await suspensionsOfSeller(as(shop.officer, moment), shop.producerId)).history[0]
    expect(await at('2026-11-24T08:00:00+07:00')).toMatchObject({ status: 'received', isOverdue: false, hasFile: true })
    expect(await at(late)).toMatchObject({ isOverdue: true, wasLate: false })
    const waits = (await shopWaiting(as(shop.officer))).find(({ kind }) => kind === 'suspension-orders')
    expect(waits).toMatchObject({ until: new Date('2026-11-24T08:00:00+07:00') })
    // Its seller hears of it when it is carried out.
    expect(await ownSuspensions(as(shop.person))).toEqual([])
    await expect(openSuspensionOrder(as(shop.person), suspensionId)).rejects.toThrow(NotFound)
    mustBe(await carryOutSuspension(as(shop.officer, late), { suspensionId, requestKey: key() }))
    expect(await at(late)).toMatchObject({ status: 'in-force', isOverdue: false, wasLate: true })
    expect(await isSold(shop, late)).toBe(false)
    expect(await openSuspensionOrder(as(shop.person, late), suspensionId)).toMatchObject({ mediaType: 'application/pdf' })
    await expect(openSuspensionOrder(as((await aProducer(as)).person, late), suspensionId)).rejects.toThrow(NotFound)
  })

  test('an order that came in the future, or without its paper, is not written down', async () => {
    const shop = await aShop(as)
    expect(await received(shop, '2026-11-23T10:00:01+07:00')).toMatchObject({ refusal: { code: 'received-in-future' } })
    const form = { producerId: shop.producerId, reason: 'abc', authority: 'abc', documentNumber: '1', receivedAt: new Date(now) }
    expect(await receiveSuspensionOrder(as(shop.officer), { ...form, requestKey: key() }, null)).toMatchObject({
      refusal: { code: 'file-missing' },
    })
  })

  test('what nobody paid is cancelled, what is paid is handed over, and both buyers are told', async () => {
    const shop = await aShop(as)
    const place = async () => {
      const { orders, secret } = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
      return { orderId: orders[0]!.id, link: { code: orders[0]!.code, secret } }
    }
    const [unpaid, paid] = [await place(), await place()]
    mustBe(await confirmPayment(as(shop.person), { orderId: paid.orderId, amountVnd: 85_000, reference: '', note: '', requestKey: key() }))
    await suspendByOrder(as(shop.officer), shop.producerId)
    expect((await suspensionsOfSeller(as(shop.officer), shop.producerId)).orders).toEqual({ open: 2, unpaid: 1 })
    const clock = as(system('shop'))
    expect(await endUnpaidOfSuspended(clock)).toBe(1)
    expect(await endUnpaidOfSuspended(clock)).toBe(0)
    const { order } = await findOrderByLink(as(visitor), unpaid.link)
    expect(order.fulfilment).toBe('cancelled')
    // Why is said by a code: each reader has the words of their language.
    expect(order.moves.find(({ said }) => said)).toMatchObject({ said: { code: 'seller-suspended' }, note: null })
    const told = (await Promise.all(suspensionReminders.map(({ due }) => due({ db, now: new Date(now) })))).flat()
    expect(told.filter(({ object }) => object[0] === 'order').map(({ object }) => object[1])).toEqual([paid.orderId])
    mustBe(await handOver(as(shop.person), { orderId: paid.orderId, acceptShort: false, note: '' }))
  })

  test('a seller that is stopped posts nothing and sells nothing, and sells again once it is let go', async () => {
    const shop = await aShop(as)
    const suspensionId = await suspendByOrder(as(shop.officer), shop.producerId)
    const productId = await aProduct(as, shop.producerId)
    const { listingId } = mustBe(await saveListing(as(shop.person), { productId, priceVnd: 1000, unit: 'hũ', description: '' }))
    expect(await submitListing(as(shop.person), { listingId })).toMatchObject({ refusal: { code: 'seller-suspended' } })
    mustBe(await pauseListing(as(shop.person), shop))
    expect(await resumeListing(as(shop.person), shop)).toMatchObject({ refusal: { code: 'seller-suspended' } })
    expect((await findPriceList(as(shop.person))).rows).toEqual([])
    const lift = { suspensionId, reason: 'Đã khắc phục', documentNumber: '20/QĐ-QLTT', requestKey: key() }
    await expect(liftSuspension(as(shop.person), lift)).rejects.toThrow(Forbidden)
    mustBe(await liftSuspension(as(shop.officer), lift))
    mustBe(await resumeListing(as(shop.person), shop))
    expect(await isSold(shop)).toBe(true)
    expect(await ownSuspensions(as(shop.person))).toMatchObject([
      { status: 'ended', steps: [{ step: 'carried-out' }, { step: 'lifted', documentNumber: '20/QĐ-QLTT' }] },
    ])
  })

  test('while two stop a seller, letting go of one leaves the goods away', async () => {
    const shop = await aShop(as)
    const [first] = [
      await suspendByOrder(as(shop.officer), shop.producerId),
      await suspendByOrder(as(shop.officer), shop.producerId, 'Lần hai'),
    ]
    mustBe(await liftSuspension(as(shop.officer), { suspensionId: first, reason: 'abc', documentNumber: '1', requestKey: key() }))
    expect(await isSold(shop)).toBe(false)
  })

  test('nobody rewrites a suspension or what was done about it', async () => {
    const shop = await aShop(as)
    const id = await suspendByOrder(as(shop.officer), shop.producerId)
    await expect(db.updateTable('shop_suspension').set({ reason: 'x' }).where('id', '=', id).execute()).rejects.toThrow()
    await expect(db.deleteFrom('shop_suspension_step').where('suspension_id', '=', id).execute()).rejects.toThrow()
  })
})

describe('what a seller agrees to', () => {
  const administrator = { ...someoneWith('administrator'), userId: 'usr_quantri' } as Actor
  const publish = async (text: string, effectiveFrom: string, after: number) =>
    mustBe(await publishPolicy(as(administrator), { kind: 'terms', text, effectiveFrom, after }))
  const later = '2026-12-01T09:00:00+07:00'

  test('who comes to sell agrees to the version that holds; another one closes what is new, and nothing that hangs already', async () => {
    await publish('Điều kiện giao dịch chung, bản thứ nhất.', '2026-11-23', 0)
    const { person } = await aProducer(as)
    expect(await saveSeller(as(person), anAccount)).toMatchObject({ refusal: { code: 'policies-not-accepted' } })
    expect(await saveSeller(as(person), { ...anAccount, agrees: 'terms:2' })).toMatchObject({ refusal: { code: 'policies-not-accepted' } })
    mustBe(await saveSeller(as(person), { ...anAccount, agrees: 'terms:1' }))
    expect((await ownPolicies(as(person))).accepted).toMatchObject([
      { kind: 'terms', version: 1, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])

    const shop = await aShop(as)
    await publish('Điều kiện giao dịch chung, bản thứ hai.', '2026-12-01', 1)
    expect(await ownShop(as(shop.person))).toMatchObject({ policiesOpen: false })
    expect(await ownShop(as(shop.person, later))).toMatchObject({ policiesOpen: true })
    expect(await isSold(shop, later)).toBe(true)
    const productId = await aProduct(as, shop.producerId)
    const { listingId } = mustBe(await saveListing(as(shop.person), { productId, priceVnd: 1000, unit: 'hũ', description: '' }))
    expect(await submitListing(as(shop.person, later), { listingId })).toMatchObject({ refusal: { code: 'policies-not-accepted' } })
    expect(await acceptPolicies(as(shop.person, later), { agrees: 'terms:1' })).toMatchObject({ refusal: { code: 'policies-changed' } })
    const { agreement } = await ownPolicies(as(shop.person, later))
    mustBe(await acceptPolicies(as(shop.person, later), { agrees: agreement }))
    mustBe(await acceptPolicies(as(shop.person, later), { agrees: agreement }))
    mustBe(await submitListing(as(shop.person, later), { listingId }))
    expect((await ownPolicies(as(shop.person, later))).accepted.map(({ version }) => version)).toEqual([2, 1])
    await expect(db.deleteFrom('policy_acceptance').where('producer_id', '=', shop.producerId).execute()).rejects.toThrow()
    await aListing(as, shop)
  })
})

test('the page of an order says that its seller is stopped, by whom, and what becomes of the order', async () => {
  const shop = await aShop(as)
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  const link = { code: placed.orders[0]!.code, secret: placed.secret }
  expect((await findOrderByLink(as(visitor), link)).order.suspended).toBeNull()
  const suspensionId = await suspendByOrder(as(shop.officer), shop.producerId)
  const { suspended, transfer, next } = (await findOrderByLink(as(visitor), link)).order
  expect(suspended).toMatchObject({ kind: 'order', since: new Date(now), fate: 'do-not-pay' })
  // Whoever is told not to pay is shown no code to pay with.
  expect([transfer, next]).toEqual([null, null])
  mustBe(await liftSuspension(as(shop.officer), { suspensionId, reason: 'Đã khắc phục', documentNumber: '15/QĐ', requestKey: key() }))
  expect((await findOrderByLink(as(visitor, '2026-11-23T10:05:00+07:00'), link)).order.suspended).toBeNull()
})
