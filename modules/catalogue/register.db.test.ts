import { readFileSync } from 'node:fs'
import { testDatabase } from '@dacsan/platform/testing'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { aProducer, aProduct } from './fixtures.ts'
import {
  findProduct,
  groupRegister,
  importRegister,
  latestRecognised,
  listRegister,
  provincialRegister,
  publicAddresses,
  readRegisterFile,
  recordStanding,
  registerFilter,
  registerSize,
  transferProduct,
} from './index.ts'
import type { ImportedRegister, Rank, RegisterFilter } from './index.ts'

const rows = parse<Record<string, string>>(readFileSync(new URL('../../data/provinces/vinh-long/register.csv', import.meta.url)), {
  columns: true,
})
const lastRows = [...Map.groupBy(rows, (row) => row['mã sản phẩm']!).values()].map((ofProduct) => ofProduct.at(-1)!)

const { db, as } = await testDatabase<Tables>()
const reader = () => as(visitor, '2026-11-23T09:00:00+07:00')
const find = (filter: RegisterFilter) => listRegister(reader(), filter)
const names = async (filter: RegisterFilter) => (await find(filter)).items.map((item) => item.name)
let imported: ImportedRegister

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    await loadLaw(tx)
    const outcome = await importRegister(tx, provincialRegister())
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    imported = outcome.value
  })
})

describe('the imported register', () => {
  test('the imported register holds as many products by rank, set and former district as its file', async () => {
    const { total, facets } = await find({})
    const counted = (column: string) => {
      const groups = Map.groupBy(lastRows, (row) => row[column] || undefined)
      return Object.fromEntries([...groups].flatMap(([value, group]) => (value === undefined ? [] : [[value, group.length]])))
    }
    expect(total).toBe(lastRows.length)
    const facet = (name: keyof typeof facets) => Object.fromEntries(facets[name].map(({ value, count }) => [value, count]))
    const rankOf = (row: Record<string, string>) => row['sao'] || (row['tiềm năng 5 sao'] === 'có' ? 'potential-five' : 'unknown')
    const ranked = Map.groupBy(lastRows, rankOf)
    expect(facet('stars')).toEqual(Object.fromEntries([...ranked].map(([rank, group]) => [rank, group.length])))
    expect(facet('set')).toEqual(counted('bộ'))
    expect(facet('district')).toEqual(counted('mã huyện cũ'))
    expect(facet('commune')).toEqual(counted('mã xã'))
  })

  test('the register shows a certificate whose term is over as expired, and says where the date was inferred', async () => {
    const { items } = await find({ q: 'lạp xưởng ngọc hương', standing: 'expired' })
    expect(items).toMatchObject([{ certifiedUntil: '2025-08-22', validityInferred: true }])
    expect(await names({ q: 'bánh tét ngũ phúc', standing: 'certified' })).toEqual([])
    expect(await names({ q: 'bánh tét ngũ phúc', standing: 'expiring' })).toEqual(['Bánh tét Ngũ Phúc'])
  })

  test('the imported register leaves unknown what no source tells', async () => {
    const { items } = await find({ q: 'bưởi bình minh' })
    expect(items).toMatchObject([{ stars: null, certifiedUntil: null, producer: { name: 'Chưa rõ chủ thể', place: { commune: null } } }])
  })

  test('the import gives every certificate on, and a replaced one without standing', () => {
    const ofVicosap = imported.certificates.filter(({ productSlug }) => productSlug === 'dua-sap-soi-vicosap')
    expect(ofVicosap.map(({ stars, year, standing }) => [stars, year, standing?.stars ?? null])).toEqual([
      [4, 2020, null],
      [5, 2023, 5],
    ])
    expect(imported.certificates).toHaveLength(rows.filter((row) => row['sao'] !== '').length)
  })

  test('C65: a register imported again changes nothing, not even what was decided meanwhile', async () => {
    const { id } = await findProduct(reader(), 'lap-xuong-ngoc-huong')
    const decided = { standing: 'certified', stars: 4, potentialFive: false, certificateCode: 'x' } as const
    await db
      .transaction()
      .execute((tx) => recordStanding(tx, { productId: id, ...decided, certifiedFrom: '2026-11-20', certifiedUntil: '2029-11-20' }))
    const again = await db.transaction().execute(async (tx) => importRegister(tx, provincialRegister()))
    expect(again).toMatchObject({ ok: true, value: { producers: 0, products: 0 } })
    expect(await findProduct(reader(), id)).toMatchObject({ stars: 4, certifiedUntil: '2029-11-20' })
  })

  test('C65: an import is refused whole when a row names a commune that does not exist', async () => {
    const file = await readRegisterFile(
      new TextEncoder().encode('sản phẩm,chủ thể,bộ,độ tin,mã xã\nDừa A,HTX A,QD26-01,A,29308\nDừa B,HTX B,QD26-01,A,99999'),
    )
    if (!file.ok) throw new Error('the file itself is right')
    const outcome = await db.transaction().execute((tx) => importRegister(tx, groupRegister(file.value.rows).producers))
    expect(outcome).toMatchObject({ ok: false, refusal: { problems: [{ code: 'cell-wrong', row: 3, column: 'mã xã', value: '99999' }] } })
    expect(await db.selectFrom('producer').select('id').where('name', 'like', 'HTX _').execute()).toEqual([])
  })
})

describe('a search', () => {
  test('a search without accents finds names with accents', async () => {
    expect(await names({ q: 'dua sap' })).toContain('Dừa sáp Hòa Tân')
  })

  test('a search with accents puts the names with exactly these accents first', async () => {
    const found = await names({ q: 'đường hoa' })
    expect(found[0]).toBe('Đường hoa dừa')
  })

  test('a search in decomposed capitals finds the name', async () => {
    expect(await names({ q: 'ĐẬU PHỘNG'.normalize('NFD') })).toEqual(['Kẹo đậu phộng'])
  })

  test('a search finds by the beginning of words, by producer and by set', async () => {
    expect(await names({ q: 'keo dau pho' })).toEqual(['Kẹo đậu phộng'])
    expect(await names({ q: 'sokfarm giấm' })).toEqual(['Giấm mật hoa dừa'])
    expect(await names({ q: 'du lịch cồn chim' })).toEqual(['Điểm du lịch cộng đồng Cồn Chim'])
  })

  test('a search with a typing error finds the nearest name, and says that the answer is approximate', async () => {
    await db.transaction().execute((tx) => aProduct(tx, { name: 'Bưởi Năm Roi', setCode: 'QD26-01', standing: {} }))
    const near = await find({ q: 'buoi nam rio' })
    expect([near.approximate, near.items[0]?.name]).toEqual([true, 'Bưởi Năm Roi'])
    expect(await find({ q: 'bưởi năm roi' })).toMatchObject({ approximate: false, total: 1 })
  })

  test('a search finds a place by its former and by its present name', async () => {
    expect(await names({ q: 'phú cần mật hoa dừa tươi' })).toEqual(['Mật hoa dừa tươi Organic Sokfarm'])
    expect(await names({ q: 'xã tiểu cần mật hoa dừa tươi' })).toEqual(['Mật hoa dừa tươi Organic Sokfarm'])
    const { id } = await db.transaction().execute((tx) => aProducer(tx, { name: 'HTX Vinh Kim', communeCode: '29431' }))
    await db.transaction().execute((tx) => aProduct(tx, { name: 'Dưa hấu', setCode: 'QD26-01', producerId: id, standing: {} }))
    expect(await names({ q: 'dưa hấu kim hòa' })).toEqual(['Dưa hấu'])
  })

  test('a search that finds nothing or has only punctuation answers without an error', async () => {
    expect(await find({ q: 'xqzwv kjhgf' })).toMatchObject({ total: 0, items: [], page: 1, pages: 1, approximate: false })
    expect((await find({ q: "& | ! '" })).total).toBe((await find({})).total)
  })
})

describe('a page of the register', () => {
  test('a page of the register counts for every facet what choosing it would leave, its own choice aside', async () => {
    const { facets, total } = await find({ district: '845', stars: '5' })
    expect(total).toBe(1)
    expect(Object.fromEntries(facets.stars.map(({ value, count }) => [value, count]))).toMatchObject({ 5: 1, 4: expect.any(Number) })
    for (const { value, count } of facets.stars) {
      expect((await find({ district: '845', stars: value as Rank })).total).toBe(count)
    }
  })

  test('a page of the register opens with every facet chosen at once', async () => {
    const all = {
      stars: '5',
      standing: 'undated',
      aisle: 'food',
      set: 'QD26-07',
      commune: '29335',
      district: '845',
      producerKind: 'company',
    } as const
    const { items, facets } = await find(all)
    expect(items.map((item) => item.name)).toEqual(['Dừa sáp sợi VICOSAP'])
    expect(facets.set).toEqual([{ value: 'QD26-07', count: 1, samples: 0, label: null }])
    expect(facets.commune).toEqual([{ value: '29335', count: 1, samples: 0, label: 'Xã Tam Ngãi' }])
  })

  test('a page of an aisle holds all of its sets and nothing else', async () => {
    const { facets, total } = await find({ aisle: 'food' })
    expect(facets.set.map(({ value }) => value).toSorted()).toEqual(['QD26-06', 'QD26-07', 'QD26-08'])
    expect(total).toBe(facets.set.reduce((sum, { count }) => sum + count, 0))
    expect(facets.aisle.find(({ value }) => value === 'food')?.count).toBe(total)
  })

  test('a page of the register opens from an address with nonsense in it', async () => {
    const filter = registerFilter.parse({ q: 'dua\u0000 sap', stars: '9', set: "x'; drop", page: '-1', standing: 'nope' })
    expect(filter).toEqual({ q: 'dua sap' })
    expect((await find(filter)).total).toBeGreaterThan(3)
  })

  test('the pages of the register neither repeat nor drop a product, and a page past the end is the last', async () => {
    const first = await find({})
    const all = (await Promise.all(Array.from({ length: first.pages }, (_, index) => find({ page: index + 1 })))).flatMap(
      (page) => page.items,
    )
    expect(new Set(all.map((item) => item.id)).size).toBe(first.total)
    expect((await find({ page: 999 })).page).toBe(first.pages)
  })

  test('a filtered page does not fall back on similar words when the words are known elsewhere', async () => {
    expect(await find({ q: 'dừa sáp', district: '851' })).toMatchObject({ total: 0, approximate: false })
  })
})

test('a register of before names the owner of its day: a product that went over since is the same product, and stays where it is', async () => {
  const [first] = imported.certificates
  const { total } = await find({})
  await db.transaction().execute(async (tx) => {
    const heir = await aProducer(tx, { name: 'Cơ sở Người Nhận' })
    await transferProduct(tx, { now: new Date('2026-11-20T09:00:00+07:00') }, { productId: first!.productId, toId: heir.id })
  })
  const again = await db.transaction().execute((tx) => importRegister(tx, provincialRegister()))
  expect(again).toMatchObject({ ok: true, value: { producers: 0, products: 0 } })
  expect(await find({})).toMatchObject({ total })
  expect(await findProduct(reader(), first!.productId)).toMatchObject({ producer: { name: 'Cơ sở Người Nhận' } })
})

test('samples are counted apart, and what a sample producer makes is a sample', async () => {
  const before = await registerSize(reader())
  const fours = async () => (await find({})).facets.stars.find(({ value }) => value === '4')!
  const foursBefore = await fours()
  await db.transaction().execute(async (tx) => {
    const { id } = await aProducer(tx, { name: 'HTX mẫu', isSample: true })
    await aProduct(tx, { name: 'Kẹo mẫu', producerId: id, standing: {} })
  })
  expect(await registerSize(reader())).toEqual({ real: before.real, samples: before.samples + 1 })
  expect(await fours()).toMatchObject({ count: foursBefore.count + 1, samples: foursBefore.samples + 1 })
  expect(await find({ q: 'kẹo mẫu' })).toMatchObject({ total: 1, samples: 1 })
})

test('what was recognised last comes first, and every public address is told', async () => {
  const latest = await latestRecognised(reader(), 5)
  expect(latest.map((item) => item.certifiedFrom)).toEqual(
    latest
      .map((item) => item.certifiedFrom)
      .toSorted()
      .toReversed(),
  )
  const hidden = await db.transaction().execute((tx) => aProduct(tx, { name: 'Chưa ai công nhận' }))
  const { products, producers } = await publicAddresses(reader())
  expect(products.map(({ slug }) => slug)).toContain('duong-hoa-dua')
  expect(products.map(({ slug }) => slug)).not.toContain(hidden.slug)
  expect(producers.map(({ slug }) => slug)).toContain('tra-vinh-farm-sokfarm')
})
