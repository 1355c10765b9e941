import { unzipSync } from 'fflate'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { packGoods } from '../../inventory/index.ts'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { aLot, aListing, aProducer, aShop, mustBe, withLaw } from '../fixtures.ts'
import { findPriceList, pauseListing, printPriceList, wholesalePack } from '../index.ts'

const { as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
beforeAll(() => withLaw(as))

test('the list names each pack on sale with its price, and how much of it has three fifths of its life before it', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const seller = as(shop.person)
  const old = await aLot(as, { ...shop, madeOn: '2026-06-01', expiresOn: '2027-01-31' })
  mustBe(await packGoods(seller, { lotId: old, packs: [{ quantity: 4 }], requestKey: `key-of-${old}` }))
  const paused = await aListing(as, shop, { stock: 5 })
  mustBe(await pauseListing(seller, { listingId: paused.listingId }))
  const { rows, least } = await findPriceList(seller)
  expect(least.value).toBe(60)
  expect(rows).toMatchObject([
    { packName: '200 g', priceVnd: 85_000, unit: 'hũ', available: 14, freshAvailable: 10, firstExpiry: '2027-06-30', stars: 4 },
  ])
})

test('print and spreadsheet say the same, and what nobody has written is said to be so', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const seller = as(shop.person)
  const words = (await pagesOfPdf(mustBe(await printPriceList(seller, 'pdf')))).join(' ')
  for (const said of ['Bảng giá', '85.000', '200 g', 'chưa ghi', 'người bán báo riêng']) expect(words).toContain(said)
  const { sheets } = await readXlsx(mustBe(await printPriceList(seller, 'xlsx')))
  expect(sheets[0]!.rows[1]).toContain(85_000)
})

test('one file holds the list in both forms and says which papers are not there', async () => {
  const shop = await aShop(as, { stock: 10 })
  const files = unzipSync(mustBe(await wholesalePack(as(shop.person), { origin: 'https://dacsan.example.vn' })))
  expect(Object.keys(files)).toEqual(['MUC-LUC.txt', 'bang-gia.pdf', 'bang-gia.xlsx'])
  const contents = new TextDecoder().decode(files['MUC-LUC.txt'])
  expect(contents).toContain('giấy chứng nhận không có ở đây')
  expect(contents).toContain('chưa có phiếu kiểm nghiệm còn hạn')
})

test('a producer without goods on sale has an empty list, and a visitor none', async () => {
  expect((await findPriceList(as((await aProducer(as)).person))).rows).toEqual([])
  await expect(wholesalePack(as(visitor), { origin: 'https://dacsan.example.vn' })).rejects.toThrow()
})
