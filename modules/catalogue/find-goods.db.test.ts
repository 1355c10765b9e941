import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { visitor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { importRegister, listNames, listRegister, namesForm, provincialRegister, publishNames, publishNamesInput } from './index.ts'
import type { ProductId, RegisterFilter, ShelfPrice } from './index.ts'
import { nearnessOf } from './rules/nearness.ts'

const { db, as } = await testDatabase<Tables>()
const at = '2026-11-30T09:00:00+07:00'
const find = (filter: RegisterFilter, shelf: { onSale?: ProductId[]; prices?: ShelfPrice[] } = {}) =>
  listRegister(as(visitor, at), filter, shelf)
const names = async (filter: RegisterFilter) => (await find(filter)).items.map(({ name }) => name)
const officer = someoneWith('provincial-officer')

beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    await loadLaw(tx)
    const outcome = await importRegister(tx, provincialRegister())
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  })
})

describe('the other names of goods', () => {
  test('an English name finds the goods, and only those whose name has the accents', async () => {
    const found = await names({ q: 'coconut' })
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((name) => !/dừa|coconut/iu.test(name))).toEqual([])
    expect(await names({ q: 'fish sauce' })).toContain('Nước mắm rươi Phong Vinh')
  })

  test('a name in Khmer script finds the goods, also where two names are written as one word', async () => {
    expect(await names({ q: 'ដូង' })).toEqual(await names({ q: 'coconut' }))
    expect((await names({ q: 'បង្គាក្រៀម' }))[0]).toBe('Tôm khô Tiến Hải')
    expect(await names({ q: 'ប្រេងដូង' })).toContain('Dầu dừa ép lạnh CoPuree')
  })

  test('a regional name finds the goods with accents, without them, and beside a place of before', async () => {
    const waxy = await names({ q: 'dừa sáp' })
    for (const q of ['makapuno', 'dừa đặc ruột', 'dua dac ruot'])
      expect(new Set(await names({ q }))).toEqual(new Set(waxy.filter((name) => /dừa sáp/iu.test(name))))
    const there = await find({ q: 'makapuno cau ke' })
    expect(there.total).toBeGreaterThan(0)
    expect(there.items.every(({ name }) => /dừa sáp/iu.test(name))).toBe(true)
  })

  test('a slip of the finger in a known name is told from nothing', async () => {
    expect(await find({ q: 'makapnuo' })).toMatchObject({ suggestion: 'makapuno' })
    expect(await find({ q: 'makapuno' })).toMatchObject({ suggestion: null })
  })

  test('an officer changes the names, each version stays, and the search follows', async () => {
    const ctx = as(officer, at)
    expect(await names({ q: 'zorkel' })).toEqual([])
    const input = (change: Record<string, string>) =>
      publishNamesInput.parse({ key: 'tom-kho', vi: 'tôm khô', en: 'dried shrimp\nzorkel', km: '', after: '0', ...change })
    expect(await publishNames(ctx, input({}))).toEqual({ ok: true, value: { key: 'tom-kho', version: 1 } })
    expect((await names({ q: 'zorkel' }))[0]).toBe('Tôm khô Tiến Hải')
    expect(await publishNames(ctx, input({}))).toMatchObject({ refusal: { code: 'published-meanwhile' } })
    expect(await publishNames(ctx, input({ after: '1', inUse: 'false' }))).toMatchObject({ value: { version: 2 } })
    expect(await names({ q: 'zorkel' })).toEqual([])
    const form = await namesForm(ctx, 'tom-kho')
    expect([form.group?.inUse, form.past.map(({ version }) => version)]).toEqual([false, [1]])
    expect(await publishNames(ctx, input({ key: '', vi: 'chuột nước', en: '', km: '' }))).toMatchObject({
      value: { key: 'chuot-nuoc', version: 1 },
    })
    expect((await listNames(ctx)).find(({ key }) => key === 'chuot-nuoc')?.names.vi).toEqual(['chuột nước'])
    const audited = await db.selectFrom('audit_entry').select('subject_id').where('action', '=', 'search-names.published').execute()
    expect(audited.map(({ subject_id }) => subject_id).toSorted()).toEqual(['chuot-nuoc', 'tom-kho', 'tom-kho'])
    await expect(sql`update goods_names set in_use = true`.execute(db)).rejects.toThrow()
    await expect(sql`delete from goods_names`.execute(db)).rejects.toThrow()
  })

  test('nobody but the provincial office reads or changes the groups', async () => {
    const input = publishNamesInput.parse({ key: '', vi: 'a', after: '0' })
    for (const actor of [visitor, someoneWith('producer'), someoneWith('commune-officer')]) {
      await expect(publishNames(as(actor, at), input)).rejects.toThrow(Forbidden)
      await expect(listNames(as(actor, at))).rejects.toThrow(Forbidden)
    }
  })
})

describe('what narrows and orders the register', () => {
  const shelfOf = async (): Promise<{ onSale: ProductId[]; prices: ShelfPrice[] }> => {
    const { items } = await find({ q: 'banh tet' })
    const prices = items.slice(0, 4).map(({ id: productId }, n) => ({
      productId,
      priceVnd: [49_999, 50_000, 99_000, 500_000][n]!,
      perWholeVnd: [300_000, 100_000, null, 200_000][n]!,
      needsCold: n === 1,
    }))
    return { onSale: prices.map(({ productId }) => productId), prices }
  }

  test('prices fall into bands, and each band counts what it leaves', async () => {
    const shelf = await shelfOf()
    const { facets } = await find({}, shelf)
    expect(Object.fromEntries(facets.price.map(({ value, count }) => [value, count]))).toEqual({
      'under-50': 1,
      '50-100': 2,
      'over-500': 1,
    })
    expect(Object.fromEntries(facets.delivery.map(({ value, count }) => [value, count]))).toEqual({ cold: 1, usual: 3 })
    for (const [price, n] of [
      ['under-50', 1],
      ['50-100', 2],
      ['100-200', 0],
      ['over-500', 1],
    ] as const)
      expect((await find({ price }, shelf)).total).toBe(n)
    expect((await find({ price: '50-100', delivery: 'cold' }, shelf)).total).toBe(1)
    expect((await find({ price: '50-100' })).total).toBe(0)
  })

  test('by price per kilogram the least comes first, and what has none comes last', async () => {
    const shelf = await shelfOf()
    const { items } = await find({ sort: 'price' }, shelf)
    const ids = shelf.prices.map(({ productId }) => productId)
    expect(items.slice(0, 3).map(({ id }) => id)).toEqual([ids[1], ids[3], ids[0]])
  })

  test('the latest recognised come first, those of which only the year is known behind the days of it', async () => {
    const { items } = await find({ sort: 'newest' })
    const days = items.map(({ certifiedFrom, certifiedYear }) => certifiedFrom ?? `${certifiedYear}-01-01`)
    expect(days).toEqual(days.toSorted().toReversed())
  })

  test('near a commune its own goods come first, then those of its former districts and provinces, as the rule says', async () => {
    const near = '29308'
    const found = await find({ sort: 'near', near })
    const all = [...found.items]
    for (let page = 2; page <= found.pages; page++) all.push(...(await find({ sort: 'near', near, page })).items)
    const told = all.map(({ producer }) => nearnessOf(producer.place, found.near!))
    const ranks = ['commune', 'district', 'province', 'beyond']
    expect(told).toEqual(told.toSorted((a, b) => ranks.indexOf(a) - ranks.indexOf(b)))
    expect(new Set(told)).toEqual(new Set(ranks))
    expect(await find({ sort: 'near', near: '00000' })).toMatchObject({ near: null })
  })

  test('of each chosen facet is told what would be left without it', async () => {
    const none = await find({ q: 'banh tet', aisle: 'tourism', stars: '3' })
    expect(none.total).toBe(0)
    expect(none.without.aisle).toBe((await find({ q: 'banh tet', stars: '3' })).total)
    expect(none.without.stars).toBe(0)
  })
})
