import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx, writeXlsx } from 'hucre'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { addProductPhoto } from '../../catalogue/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aShop, mustBe, withLaw } from '../fixtures.ts'
import { fillShopTemplate, findReadiness } from '../index.ts'

const { as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const photoAddress = (hash: string) => `https://a.vn/anh/${hash}.webp`

beforeAll(() => withLaw(as))

const keys = ['ps_category|0|0', 'ps_product_name|1|0', 'ps_price|1|1', 'ps_stock|0|1', 'channel_id.5001|0|0', 'ps_item_cover_image|0|0']
const aTemplate = async (heads: readonly string[] = keys, below: readonly (readonly string[])[] = []): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: 'Hướng dẫn', rows: [['Cách điền'], ['Đọc kỹ']] },
      { name: 'Bản đăng tải', rows: [[...heads], ...Array.from({ length: 5 }, (_, n) => [`dòng ${n}`]), ...below.map((row) => [...row])] },
    ],
  })

test('what a product lacks for each marketplace is told to its seller, and ends with the photo', async () => {
  const { person, productId } = await aShop(as, { name: 'HTX Lên Sàn' })
  const lacks = async () => {
    const [row] = await findReadiness(as(person))
    return Object.fromEntries(row!.marketplaces.map(({ name, lacks }) => [name, lacks.map(({ code }) => code)]))
  }
  expect((await lacks())['lazada']).toContain('photo-missing')
  const data = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  mustBe(await addProductPhoto(as(person), { productId, caption: null }, { name: 'anh.jpg', content: data }))
  expect((await lacks())['lazada']).not.toContain('photo-missing')
})

test('the shop’s own template is filled by its keys, and its other sheets and rows stay', async () => {
  const { person, productId } = await aShop(as, { name: 'HTX Điền Mẫu', stock: 7 })
  const data = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'plum' } })
    .jpeg()
    .toBuffer()
  mustBe(await addProductPhoto(as(person), { productId, caption: null }, { name: 'anh.jpg', content: data }))
  const filled = mustBe(await fillShopTemplate(as(person), { name: 'mau.xlsx', bytes: await aTemplate() }, photoAddress))
  const { sheets } = await readXlsx(filled.bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['Hướng dẫn', 'Bản đăng tải'])
  expect(sheets[0]!.rows.slice(0, 2)).toEqual([['Cách điền'], ['Đọc kỹ']])
  expect(sheets[1]!.rows[0]).toEqual(keys)
  expect(sheets[1]!.rows[5]![0]).toBe('dòng 4')
  const [category, title, price, stock, channel, photo] = sheets[1]!.rows[6]!
  expect([category ?? null, price, stock, channel ?? null]).toEqual([null, 85_000, 7, null])
  expect(title).toMatch(/^Mứt dừa sáp/)
  expect(photo).toMatch(/^https:\/\/a\.vn\/anh\/[0-9a-f]{64}\.webp$/)
})

test('a file that is none, is no template or has goods in it is refused with the reason', async () => {
  const { person } = await aShop(as, { name: 'HTX Sai Mẫu' })
  const codeOf = async (bytes: Uint8Array | null) => {
    const filled = await fillShopTemplate(as(person), bytes && { name: 'mau.xlsx', bytes }, photoAddress)
    return filled.ok ? 'filled' : filled.refusal
  }
  expect(await codeOf(null)).toEqual({ code: 'file-missing' })
  expect(await codeOf(new TextEncoder().encode('<table>'))).toEqual({ code: 'damaged' })
  expect(await codeOf((await aTemplate()).slice(0, 900))).toEqual({ code: 'damaged' })
  expect(await codeOf(await writeXlsx({ sheets: [{ name: 'Kho', rows: [['STT', 'Tên']] }] }))).toEqual({ code: 'not-a-template' })
  expect(await codeOf(await aTemplate(keys, [['', 'Đã có hàng']]))).toEqual({ code: 'not-empty', row: 7 })
  expect(await codeOf(await aTemplate([...keys, 'ps_new_size_chart|1|0']))).toEqual({
    code: 'unknown-mandatory',
    keys: ['ps_new_size_chart'],
  })
  expect(await codeOf(new Uint8Array(5_000_001))).toEqual({ code: 'too-large' })
})

test('whoever sells nothing here has nothing to fill in, and a file of another’s goods cannot be asked for', async () => {
  const [one, other] = [await aShop(as, { name: 'HTX A' }), await aShop(as, { name: 'HTX B', priceVnd: 41_000 })]
  const filled = mustBe(await fillShopTemplate(as(one.person), { name: 'mau.xlsx', bytes: await aTemplate() }, photoAddress))
  const prices = (await readXlsx(filled.bytes)).sheets[1]!.rows.slice(6).map((row) => row[2])
  expect(prices).toEqual([85_000])
  expect((await findReadiness(as(other.person))).map(({ packs }) => packs)).toEqual([1])
})
