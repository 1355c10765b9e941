import { unzipSync } from 'fflate'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { recordStanding } from '../../catalogue/index.ts'
import { aDossier, insertAttachment, selectVault } from '../../dossiers/fixtures.ts'
import { addEvidence } from '../../dossiers/index.ts'
import { dossierWorld } from '../../dossiers/test-world.ts'
import { system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { packGoods } from '../../inventory/index.ts'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { openStall, putOnSale } from '../demo/sample-stall.ts'
import { aLot, aListing, aPerson, aProducer, aShop, anAccount, mustBe, withLaw } from '../fixtures.ts'
import { findPriceList, pauseListing, printPriceList, wholesalePack } from '../index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
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

test('a test report that the office has read goes along as it was handed in; one that only lies in the vault does not', async () => {
  const world = await dossierWorld(asAt)
  const keeper = asAt(world.actors.producer, '2026-11-23T10:00:00+07:00')
  const report = async (title: string) => {
    const facts = { kind: 12, title, number: '1', issuedBy: null, issuedOn: '2026-01-02', expiresOn: '2027-01-02' }
    mustBe(await addEvidence(keeper, facts, { name: 'phieu.pdf', content: new TextEncoder().encode(`%PDF-1.7 ${title}`) }))
    return (await selectVault(db, world.producer.id)).find((one) => one.title === title)!.id
  }
  const { id: dossierId } = await aDossier(world.people(), { productId: world.product.id, status: 'recognised' })
  const read = await report('Phiếu kiểm nghiệm 2026')
  await report('Phiếu chưa ai đọc')
  await db.transaction().execute((tx) => insertAttachment(tx, dossierId, read, ''))
  await inTransaction(asAt(system('test'), '2026-11-23T09:00:00+07:00'), (tx) =>
    recordStanding(tx, {
      productId: world.product.id,
      standing: 'certified',
      stars: 4,
      potentialFive: false,
      certificateCode: 'GCN-cu',
      certifiedFrom: '2025-07-01',
      certifiedUntil: '2028-06-30',
    }),
  )
  // Somebody with a password, which a seller needs.
  const person = await aPerson(as, 'producer', 'HTX Dừa sáp Cầu Kè')
  await db.updateTable('producer').set({ organisation_id: person.organisationId }).where('id', '=', world.producer.id).execute()
  const seller = as(person)
  const officer = await aPerson(as, 'provincial-officer', 'Văn phòng OCOP')
  await openStall(seller, as(officer), world.producer.id, anAccount)
  const lotId = await aLot(as, { productId: world.product.id, producerId: world.producer.id })
  await putOnSale(seller, as(officer), { productId: world.product.id, lotId, priceVnd: 85_000, unit: 'hũ', stock: 5 })
  const files = unzipSync(mustBe(await wholesalePack(seller, { origin: 'https://dacsan.example.vn' })))
  const reports = Object.entries(files).filter(([name]) => name.startsWith('kiem-nghiem/'))
  expect(reports).toHaveLength(1)
  expect(new TextDecoder().decode(reports[0]![1])).toContain('Phiếu kiểm nghiệm 2026')
  expect(new TextDecoder().decode(files['MUC-LUC.txt'])).not.toContain('chưa có phiếu kiểm nghiệm')
})

test('a producer without goods on sale has an empty list, and a visitor none', async () => {
  expect((await findPriceList(as((await aProducer(as)).person))).rows).toEqual([])
  await expect(wholesalePack(as(visitor), { origin: 'https://dacsan.example.vn' })).rejects.toThrow()
})
