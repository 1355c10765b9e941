import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import { aListing, aPaperFile, aPerson, aProducer, aProduct, aShop, anAccount, mustBe, putUp, showPapers, withLaw } from '../fixtures.ts'
import {
  handInPaper,
  handInPaperInput,
  listSellers,
  offerOf,
  openSellerPaper,
  ownPapers,
  ownShop,
  papersOfSeller,
  returnPaper,
  saveListing,
  saveSeller,
  shelfNow,
  submitListing,
  verifyPaper,
  verifySeller,
} from '../index.ts'
import { endShopRetention } from '../retention.ts'
import { sellerReminders } from '../messages/sellers.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)
beforeAll(() => withLaw(as))

const aPaper = (of: string, validUntil: string | null = null) =>
  handInPaperInput.parse({
    of,
    number: '58A8000001',
    issuedBy: 'UBND xã Cầu Kè',
    issuedOn: '2026-01-05',
    validUntil: validUntil ?? '',
    ...(validUntil === null && { noEnd: 'on' }),
    requestKey: newId('key'),
  })
const handIn = async (person: Person, of: string, validUntil: string | null = null, moment = now) =>
  mustBe(await handInPaper(as(person, moment), aPaper(of, validUntil), aPaperFile)).paperId

describe('papers', () => {
  test('a seller is verified once each paper that is asked of it was verified, and until the first of them ends', async () => {
    const { person, producerId } = await aProducer(as)
    const officer = await aPerson(as, 'provincial-officer', 'Văn phòng')
    const productId = await aProduct(as, producerId)
    mustBe(await saveSeller(as(person), anAccount))
    mustBe(await saveListing(as(person), { productId, priceVnd: 90_000, unit: 'hộp', description: '' }))
    expect((await ownPapers(as(person))).asked.map(({ of }) => of)).toEqual(['registration', 'food-safety', 'self-declaration:QD26-07'])
    const seen = { producerId, method: 'Đối chiếu giấy tờ' }
    expect(await verifySeller(as(officer), seen)).toMatchObject({
      refusal: { code: 'papers-missing', papers: [expect.any(String), expect.any(String), 'Bản tự công bố sản phẩm (QD26-07)'] },
    })
    const ids = [
      await handIn(person, 'registration'),
      await handIn(person, 'food-safety', '2027-03-31'),
      await handIn(person, 'self-declaration:QD26-07', '2026-12-31'),
    ]
    expect(await verifySeller(as(officer), seen)).toMatchObject({ refusal: { code: 'papers-missing' } })
    for (const paperId of ids) mustBe(await verifyPaper(as(officer), { paperId }))
    mustBe(await verifySeller(as(officer), seen))
    expect(await ownShop(as(person))).toMatchObject({ isVerified: true, lastDay: '2026-12-31' })
  })

  test('goods leave every shelf on the day after the first paper ended, and are back when the renewed one is verified', async () => {
    const shop = await aShop(as)
    const paperId = await handIn(shop.person, 'food-safety', '2026-12-31')
    const [endless] = (await papersOfSeller(as(shop.officer), shop.producerId)).asked.filter(({ kind }) => kind === 'food-safety')
    mustBe(await verifyPaper(as(shop.officer), { paperId }))
    mustBe(await returnPaper(as(shop.officer), { paperId: endless!.current!.id, reason: 'Giấy của cơ sở khác' }))
    const isSold = async (moment: string) => {
      const ctx = as(visitor, moment)
      const { listings } = await shelfNow(ctx)
      const onShelf = listings.some(({ listingId }) => listingId === shop.listingId)
      expect((await offerOf(ctx, shop.productId)) !== null).toBe(onShelf)
      return onShelf
    }
    const after = '2027-01-01T00:00:00+07:00'
    expect([await isSold('2026-12-31T23:59:59+07:00'), await isSold(after)]).toEqual([true, false])
    expect(await ownShop(as(shop.person, after))).toMatchObject({ ranOut: true })
    const [listed] = await listSellers(as(shop.officer, after), [shop.producerId])
    expect(listed).toMatchObject({ status: 'run-out' })

    const renewed = await handIn(shop.person, 'food-safety', '2028-12-31', after)
    expect(await isSold(after)).toBe(false)
    mustBe(await verifyPaper(as(shop.officer, after), { paperId: renewed }))
    expect(await isSold(after)).toBe(true)
  })

  test('a paper that was verified and found to be wrong takes the goods off the shelf at once', async () => {
    const shop = await aShop(as)
    const { asked } = await papersOfSeller(as(shop.officer), shop.producerId)
    mustBe(await returnPaper(as(shop.officer), { paperId: asked[0]!.current!.id, reason: 'Giấy giả' }))
    expect(await offerOf(as(visitor), shop.productId)).toBeNull()
    expect(await ownShop(as(shop.person))).toMatchObject({ awaitsVerification: true })
  })

  test('a verified seller posts nothing of another set before the papers of that set are verified', async () => {
    const shop = await aShop(as)
    const productId = await aProduct(as, shop.producerId, { name: 'Son dưỡng' })
    await db.updateTable('product').set({ set_code: 'QD26-19' }).where('id', '=', productId).execute()
    const { listingId } = mustBe(await saveListing(as(shop.person), { productId, priceVnd: 90_000, unit: 'thỏi', description: '' }))
    expect(await submitListing(as(shop.person), { listingId })).toMatchObject({
      refusal: { code: 'papers-missing', papers: ['Phiếu công bố sản phẩm mỹ phẩm (QD26-19)'] },
    })
    await putUp(as, shop.person, listingId)
  })

  test('a seller that was verified before papers were asked for sells until the day of transition', async () => {
    const shop = await aShop(as)
    await db.updateTable('seller').set({ by_papers: false, verified_until: null }).where('producer_id', '=', shop.producerId).execute()
    expect(await offerOf(as(visitor, '2027-06-30T20:00:00+07:00'), shop.productId)).not.toBeNull()
    expect(await offerOf(as(visitor, '2027-07-01T08:00:00+07:00'), shop.productId)).toBeNull()
  })

  test('the same form sent twice is one paper, another of its kind replaces the one that waits, and an ended one is refused', async () => {
    const { person } = await aProducer(as)
    const form = aPaper('registration')
    const first = mustBe(await handInPaper(as(person), form, aPaperFile))
    expect(await handInPaper(as(person), form, aPaperFile)).toEqual({ ok: true, value: first })
    const other = (await aProducer(as)).person
    expect(await handInPaper(as(other), form, aPaperFile)).toMatchObject({ refusal: { code: 'request-key-reused' } })
    const second = await handIn(person, 'registration')
    const { asked, before } = await ownPapers(as(person))
    expect(asked).toMatchObject([{ waiting: { id: second, number: '58A8000001' } }])
    expect(before).toMatchObject([{ id: first.paperId, status: 'replaced' }])
    expect(await handInPaper(as(person), aPaper('registration', '2026-11-22'), aPaperFile)).toMatchObject({
      refusal: { code: 'paper-ended' },
    })
    expect(await handInPaper(as(person), aPaper('alcohol-licence'), aPaperFile)).toMatchObject({ refusal: { code: 'paper-not-asked' } })
    expect(await handInPaper(as(person), aPaper('registration'), null)).toMatchObject({ refusal: { code: 'file-missing' } })
    const virus = { content: new TextEncoder().encode('MZ'), name: 'giay.pdf' }
    expect(await handInPaper(as(person), aPaper('registration'), virus)).toMatchObject({ refusal: { code: 'file-type-refused' } })
  })

  test('a form says of a paper until when it is good, or that it has no end', () => {
    const typed = { of: 'registration', number: '1', issuedBy: 'UBND', issuedOn: '2026-01-05', requestKey: newId('key') }
    const faults = (more: object) => handInPaperInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path[0])
    expect(faults({ validUntil: '' })).toEqual(['validUntil'])
    expect(faults({ validUntil: '2027-01-01', noEnd: 'on' })).toEqual(['validUntil'])
    expect(faults({ validUntil: '2026-01-04' })).toEqual(['validUntil'])
    expect(faults({ validUntil: '2027-01-01' })).toBeUndefined()
  })

  test('the file of a paper is opened by its seller and those who verify sellers; for everybody else there is none', async () => {
    const shop = await aShop(as)
    const id = await handIn(shop.person, 'registration')
    for (const who of [shop.person, shop.officer])
      expect(await openSellerPaper(as(who), id)).toMatchObject({ mediaType: 'application/pdf' })
    for (const who of [(await aProducer(as)).person, visitor]) await expect(openSellerPaper(as(who), id)).rejects.toThrow(NotFound)
    await expect(papersOfSeller(as(shop.person), shop.producerId)).rejects.toThrow()
    const { number } = await db.selectFrom('seller_paper').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    expect(number).toMatch(/^locked:/)
  })

  test('a seller is told thirty and seven days before the first of its papers ends, and once it has ended', async () => {
    const shop = await aShop(as)
    await aListing(as, shop)
    await db.updateTable('seller').set({ verified_until: '2026-12-31' }).where('producer_id', '=', shop.producerId).execute()
    const due = async (moment: string) => {
      const asking = { db, now: new Date(moment) }
      const told = (
        await Promise.all(sellerReminders.map(async ({ name, due: of }) => (await of(asking)).map((one) => ({ ...one, name }))))
      ).flat()
      return told.filter(({ object }) => object[1] === shop.producerId).map(({ name, fact }) => `${name} ${fact.split(':')[2]}`)
    }
    expect(await due('2026-11-30T09:00:00+07:00')).toEqual([])
    expect(await due('2026-12-01T09:00:00+07:00')).toEqual(['seller.papers-ending 30'])
    expect(await due('2026-12-24T09:00:00+07:00')).toEqual(['seller.papers-ending 7'])
    expect(await due('2027-01-01T09:00:00+07:00')).toEqual(['seller.ran-out over'])
  })

  test('every paper that a seller of the samples needs can be shown by the form', async () => {
    const { person, producerId } = await aProducer(as)
    const officer = await aPerson(as, 'provincial-officer', 'Văn phòng')
    await aProduct(as, producerId)
    await showPapers(as(person), as(officer))
    expect((await ownPapers(as(person))).isComplete).toBe(true)
  })
})

test('a paper that stopped counting is deleted 36 months later, with its number; one that counts stays, however old it is', async () => {
  const { person, producerId } = await aProducer(as)
  const officer = await aPerson(as, 'provincial-officer', 'Văn phòng')
  mustBe(await saveSeller(as(person), anAccount))
  mustBe(await saveListing(as(person), { productId: await aProduct(as, producerId), priceVnd: 90_000, unit: 'hộp', description: '' }))
  const verify = async (paperId: `spa_${string}`, moment = now) => mustBe(await verifyPaper(as(officer, moment), { paperId }))
  const ended = await handIn(person, 'registration')
  await verify(ended)
  const counts = await handIn(person, 'registration', null, '2026-12-23T10:00:00+07:00')
  await verify(counts, '2026-12-23T10:00:00+07:00')
  const past = await handIn(person, 'food-safety', '2027-03-31')
  await verify(past)
  const returned = await handIn(person, 'food-safety', '2028-03-31', '2026-12-24T10:00:00+07:00')
  mustBe(await returnPaper(as(officer, '2026-12-25T10:00:00+07:00'), { paperId: returned, reason: 'Ảnh mờ' }))
  const waiting = await handIn(person, 'food-safety', '2028-03-31', '2026-12-26T10:00:00+07:00')
  const left = async (night: string) => {
    await db.transaction().execute((tx) => endShopRetention(tx, new Date(`${night}T01:00:00+07:00`)))
    const rows = await db
      .selectFrom('seller_paper')
      .where('producer_id', '=', producerId)
      .select('id')
      .orderBy('handed_in_at')
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }
  const all = [ended, past, counts, returned, waiting]
  expect((await left('2029-12-22')).toSorted()).toEqual(all.toSorted())
  expect((await left('2029-12-24')).toSorted()).toEqual([past, counts, returned, waiting].toSorted())
  expect((await left('2029-12-26')).toSorted()).toEqual([past, counts, waiting].toSorted())
  expect((await left('2030-03-31')).toSorted()).toEqual([past, counts, waiting].toSorted())
  expect((await left('2030-04-02')).toSorted()).toEqual([counts, waiting].toSorted())
  expect(await left('2060-01-01')).toEqual([counts, waiting])
})
