import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { feedLacksOf, feedLimits, googleFeed, metaColumns, metaRow } from './index.ts'
import type { FeedItem } from './index.ts'

const item: FeedItem = {
  id: 'pck_1',
  group: 'prd_1',
  title: 'Mật hoa dừa Sokfarm, chai 250 ml',
  description: 'Nguyên chất, không thêm đường',
  link: 'https://ocop.example.vn/san-pham/mat-hoa-dua',
  photo: { url: 'https://ocop.example.vn/anh/1.webp', width: 1200, height: 900 },
  priceVnd: 95_000,
  inStock: true,
  readyOn: null,
  brand: 'Sokfarm',
  gtin: '8938505974194',
  content: { value: 250, unit: 'ml' },
  until: '2026-12-31',
}
const channel = { title: 'Đặc sản', link: 'https://ocop.example.vn', description: 'Sản phẩm OCOP' }

/** The fields of each item, read back by an XML parser. */
function read(feed: string): Record<string, string>[] {
  const items: Record<string, string>[] = []
  let [name, text] = ['', '']
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (tag.name === 'item') items.push({})
    ;[name, text] = [tag.uri === 'http://base.google.com/ns/1.0' ? tag.local : '', '']
  })
  parser.on('text', (part) => (text += part))
  parser.on('closetag', () => {
    if (name !== '') items.at(-1)![name] = text
    name = ''
  })
  parser.write(feed).close()
  return items
}

test('a pack stands in Google’s feed with the fields that its specification asks for', () => {
  expect(read(googleFeed(channel, [item]))).toEqual([
    {
      id: 'pck_1',
      item_group_id: 'prd_1',
      title: 'Mật hoa dừa Sokfarm, chai 250 ml',
      description: 'Nguyên chất, không thêm đường',
      link: 'https://ocop.example.vn/san-pham/mat-hoa-dua',
      image_link: 'https://ocop.example.vn/anh/1.webp',
      availability: 'in_stock',
      price: '95000 VND',
      condition: 'new',
      brand: 'Sokfarm',
      gtin: '8938505974194',
      unit_pricing_measure: '250ml',
      unit_pricing_base_measure: '1l',
      expiration_date: '2026-12-31T23:59:59+07:00',
    },
  ])
})

test('what is ordered ahead is no stock: Google hears from which day, Meta that it can be ordered', () => {
  const ahead = { ...item, readyOn: '2027-01-20' }
  expect(read(googleFeed(channel, [ahead]))[0]).toMatchObject({ availability: 'preorder', availability_date: '2027-01-20T00:00:00+07:00' })
  expect(metaRow(ahead).availability).toBe('available for order')
  expect(read(googleFeed(channel, [{ ...ahead, inStock: false }]))[0]).toMatchObject({ availability: 'out_of_stock' })
})

test('what has no number says so, what is sold out stays with its state, and nothing is said that nobody knows', () => {
  const [read1] = read(googleFeed(channel, [{ ...item, gtin: null, content: null, until: null, inStock: false }]))
  expect(read1).toMatchObject({ identifier_exists: 'no', availability: 'out_of_stock' })
  expect(Object.keys(read1!)).not.toEqual(expect.arrayContaining(['gtin']))
  expect(Object.keys(read1!)).not.toEqual(expect.arrayContaining(['expiration_date']))
})

test('any text of a producer makes a feed that a parser reads, and comes out as it went in where XML can hold it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 140 }), (title) => {
      const [back] = read(googleFeed(channel, [{ ...item, title }]))
      expect([...(back!['title'] ?? '')].length).toBeLessThanOrEqual(feedLimits.title)
    }),
    { numRuns: 40 },
  )
  const title = 'Khô & "mắm" <Tám> \u1780 🥥'
  expect(read(googleFeed(channel, [{ ...item, title }]))[0]).toMatchObject({ title })
})

test('what is too long is cut at a word', () => {
  const long = 'dừa sáp '.repeat(30)
  expect(metaRow({ ...item, title: long }).title).toBe(`${'dừa sáp '.repeat(18)}dừa…`)
})

test('without a photo or words a pack is in no feed, and the reason is told', () => {
  expect(feedLacksOf(item)).toEqual([])
  expect(feedLacksOf({ description: ' ', photo: null })).toEqual([{ code: 'description-missing' }, { code: 'photo-missing' }])
  expect(feedLacksOf({ ...item, photo: { url: '', width: 99, height: 400 } })).toEqual([{ code: 'photo-small', limit: 100 }])
})

test('a row of Meta has each of its columns', () => {
  expect(Object.keys(metaRow(item))).toEqual([...metaColumns])
  expect(metaRow(item)).toMatchObject({ availability: 'in stock', price: '95000 VND', image_link: item.photo!.url })
})
