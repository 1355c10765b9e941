import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { producerFile, updateProducer } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import {
  aPerson,
  aProducer,
  aProduct,
  aShop,
  anAccount,
  anOrderForm,
  mustBe,
  putUp,
  showPapers,
  suspendByOrder,
  withLaw,
} from './fixtures.ts'
import {
  listSellers,
  listingsFor,
  offerOf,
  ownOffers,
  placeOrder,
  pauseListing,
  checkStock,
  resumeListing,
  saveListing,
  saveSeller,
  submitListing,
  verifySeller,
} from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)

beforeAll(() => withLaw(as))

describe('a seller', () => {
  test('a seller publishes only after the account was set with the password and the province verified the seller', async () => {
    const { person, producerId } = await aProducer(as)
    const officer = await aPerson(as, 'provincial-officer', 'Văn phòng')
    const productId = await aProduct(as, producerId)
    const { listingId } = mustBe(await saveListing(as(person), { productId, priceVnd: 90_000, unit: 'hộp', description: '' }))
    expect(await submitListing(as(person), { listingId })).toEqual({ ok: false, refusal: { code: 'seller-missing' } })
    expect(await saveSeller(as(person), { ...anAccount, password: 'sai mật khẩu' })).toEqual({
      ok: false,
      refusal: { code: 'password-wrong' },
    })
    expect(await saveSeller(as(person), { ...anAccount, bankBin: '999999' })).toMatchObject({ refusal: { code: 'bank-unknown' } })
    mustBe(await saveSeller(as(person), anAccount))
    expect(await submitListing(as(person), { listingId })).toEqual({ ok: false, refusal: { code: 'seller-unverified' } })
    expect(await listingsFor(db, [productId], new Date(now))).toEqual([])

    await showPapers(as(person), as(officer))
    mustBe(await verifySeller(as(officer), { producerId, method: 'Đối chiếu giấy đăng ký' }))
    expect(await verifySeller(as(officer), { producerId, method: 'x' })).toMatchObject({ refusal: { code: 'already-verified' } })
    await putUp(as, person, listingId)
    expect(await listingsFor(db, [productId], new Date(now))).toMatchObject([{ priceVnd: 90_000, unit: 'hộp', available: 0 }])
  })

  test('a seller who changes the account leaves the shop until the province has verified it again', async () => {
    const shop = await aShop(as)
    const contact = { ...anAccount, phone: '0909123456', password: '' }
    expect(await saveSeller(as(shop.person), contact)).toEqual({ ok: true, value: { accountChanged: false } })
    expect(await offerOf(as(visitor), shop.productId)).toMatchObject({
      listings: [{ available: 10 }],
      seller: { phone: '0909123456', registrationNo: null },
    })
    const { name, kind, version } = await producerFile(as(shop.person), shop.producerId)
    const file = {
      name,
      kind: kind as 'cooperative',
      communeCode: '29308',
      representative: 'Trần Văn Sáp',
      taxCode: null,
      registrationNo: '5807000001',
    }
    const rest = { address: null, phone: null, email: null, about: null }
    expect(await updateProducer(as(shop.person), { ...file, ...rest, producerId: shop.producerId, version })).toMatchObject({ ok: true })
    expect(await offerOf(as(visitor), shop.productId)).toMatchObject({ seller: { registrationNo: '5807000001' } })

    expect(await saveSeller(as(shop.person), { ...anAccount, bankAccount: '9999', password: '' })).toMatchObject({
      refusal: { code: 'password-wrong' },
    })
    expect(await saveSeller(as(shop.person), { ...anAccount, bankAccount: '9999' })).toEqual({ ok: true, value: { accountChanged: true } })
    expect(await offerOf(as(visitor), shop.productId)).toBeNull()
    const audited = await db
      .selectFrom('audit_entry')
      .where('subject_id', '=', shop.producerId)
      .where('action', '=', 'seller.saved')
      .select('detail')
      .orderBy('seq')
      .execute()
    expect(audited.map(({ detail }) => (detail as { accountChanged: boolean }).accountChanged)).toEqual([true, false, true])
  })

  test('a seller is verified and suspended by the provincial office only', async () => {
    const shop = await aShop(as)
    await expect(suspendByOrder(as(shop.person), shop.producerId)).rejects.toThrow(Forbidden)
    await expect(verifySeller(as(visitor), { producerId: shop.producerId, method: 'x' })).rejects.toThrow(Forbidden)
    await expect(listSellers(as(shop.person))).rejects.toThrow(Forbidden)
    await suspendByOrder(as(shop.officer), shop.producerId, 'Theo yêu cầu')
    expect(await offerOf(as(visitor), shop.productId)).toBeNull()
    const waiting = await listSellers(as(shop.officer))
    expect(waiting.find(({ producerId }) => producerId === shop.producerId)).toMatchObject({
      status: 'verified',
      bankAccount: anAccount.bankAccount,
    })
  })
})

describe('a listing', () => {
  test('a pack has one listing: the second save changes the first', async () => {
    const shop = await aShop(as)
    const again = mustBe(
      await saveListing(as(shop.person), { productId: shop.productId, priceVnd: 99_000, unit: 'hũ', description: '', maxPerOrder: 2 }),
    )
    expect(again.listingId).toBe(shop.listingId)
    expect(await offerOf(as(visitor), shop.productId)).toMatchObject({ listings: [{ priceVnd: 99_000, maxPerOrder: 2 }] })
  })

  test('a listing shows the expiry of the next lot and disappears the day after the certificate ends', async () => {
    const shop = await aShop(as)
    expect(await offerOf(as(visitor, '2028-06-30T23:59:00+07:00'), shop.productId)).toMatchObject({
      listings: [{ available: 0, nextExpiry: null }],
    })
    expect(await offerOf(as(visitor, '2028-07-01T00:00:00+07:00'), shop.productId)).toBeNull()
    expect(await offerOf(as(visitor), shop.productId)).toMatchObject({ listings: [{ nextExpiry: '2027-06-30' }] })
  })

  test('a listing of another seller is not found', async () => {
    const shop = await aShop(as)
    const other = as((await aProducer(as)).person)
    const fields = { priceVnd: 1, unit: 'hũ', description: '' }
    await expect(saveListing(other, { productId: shop.productId, ...fields })).rejects.toThrow(NotFound)
    await expect(submitListing(other, { listingId: shop.listingId })).rejects.toThrow(NotFound)
    await expect(pauseListing(other, { listingId: shop.listingId })).rejects.toThrow(NotFound)
    expect(await ownOffers(other)).toEqual([])
  })

  test('the provincial office may pause a listing, and only its seller sells it again', async () => {
    const shop = await aShop(as)
    mustBe(await pauseListing(as(shop.officer), { listingId: shop.listingId }))
    await expect(resumeListing(as(shop.officer), { listingId: shop.listingId })).rejects.toThrow(NotFound)
    mustBe(await resumeListing(as(shop.person), { listingId: shop.listingId }))
    expect(await offerOf(as(visitor), shop.productId)).toMatchObject({ listings: [{ available: 10 }] })
  })
})

describe('the integrity check', () => {
  test('the integrity check names goods that are reserved without a live reservation', async () => {
    const shop = await aShop(as)
    await db.updateTable('stock_balance').set({ reserved: 3 }).where('lot_id', '=', shop.lotId).execute()
    expect(await checkStock(db)).toMatchObject({ ok: false, faults: [{ check: 'reservations-are-reserved', found: '3', expected: '0' }] })
    await db.updateTable('stock_balance').set({ reserved: 0 }).where('lot_id', '=', shop.lotId).execute()
    expect(await checkStock(db)).toMatchObject({ ok: true })
  })

  test('the integrity check names an order whose payment status is not what its payments say, in whatever batch it is', async () => {
    const shop = await aShop(as)
    const orders = []
    for (let n = 0; n < 3; n++)
      orders.push(mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 1 }]))))
    const last = orders
      .map((placed) => placed.orders[0]!.id)
      .toSorted()
      .at(-1)!
    await db.updateTable('shop_order').set({ payment_status: 'paid' }).where('id', '=', last).execute()
    const { faults, checked } = await checkStock(db, { batch: 2 })
    expect(faults).toEqual([{ check: 'money-is-accounted-for', subject: last, found: '85000 paid', expected: '85000 awaiting' }])
    expect(checked['money-is-accounted-for']).toBe(3)
    await db.updateTable('shop_order').set({ payment_status: 'awaiting' }).where('id', '=', last).execute()
    expect(await checkStock(db)).toMatchObject({ ok: true })
  })
})
