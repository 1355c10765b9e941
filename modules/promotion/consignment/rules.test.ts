import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryKind } from './acts.ts'
import { addUp, sumsOf } from './rules/book.ts'
import type { BookEntry } from './rules/book.ts'
import { findOnShelf } from './rules/counter-code.ts'
import { commissionOf, lossMoney, netOf, saleMoney } from './rules/money.ts'
import { formSymbolOf, termsOn } from './rules/terms.ts'

const goods = [
  { lotId: 'lot_a', packId: 'pck_a' },
  { lotId: 'lot_b', packId: 'pck_a' },
] as const
const entry = fc.record({
  goods: fc.constantFrom(...goods),
  kind: fc.constantFrom<EntryKind>('received', 'sold', 'cancelled', 'returned', 'lost', 'recalled'),
  quantity: fc.integer({ min: 1, max: 50 }),
  price: fc.integer({ min: 1, max: 1_000_000 }),
  percent: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  borneBy: fc.constantFrom('owner' as const, 'point' as const),
})
const book = fc.array(entry, { maxLength: 40 }).map((all) =>
  all.map(({ goods: { lotId, packId }, kind, quantity, price, percent, borneBy }, index): BookEntry => {
    const sale = saleMoney(price, quantity, percent)
    const back = { amountVnd: -sale.amountVnd, commissionVnd: -sale.commissionVnd, dueVnd: -sale.dueVnd }
    const none = { amountVnd: 0, commissionVnd: 0, dueVnd: 0 }
    const money =
      kind === 'sold' ? sale : kind === 'cancelled' ? back : kind === 'lost' ? lossMoney(price, quantity, percent, borneBy) : none
    const delta = kind === 'received' || kind === 'cancelled' ? quantity : -quantity
    return { ...money, seq: index + 1, kind, lotId, packId, delta, borneBy: kind === 'lost' ? borneBy : null }
  }),
)

test('goods re-add: what a statement expects is the sum of the book, wherever the period is cut', () => {
  fc.assert(
    fc.property(book, fc.nat(40), (all, cut) => {
      for (const line of addUp(all, cut)) {
        const of = all.filter(({ lotId, packId }) => lotId === line.lotId && packId === line.packId)
        expect(line.expected).toBe(of.reduce((sum, { delta }) => sum + delta, 0))
        expect(line.opening + line.received - line.sold - line.returned - line.lostOwner - line.lostPoint - line.recalled).toBe(
          line.expected,
        )
      }
    }),
  )
})

test('money re-adds: two periods together owe what one over both would, to the đồng', () => {
  fc.assert(
    fc.property(book, fc.nat(40), (all, cut) => {
      const whole = sumsOf(addUp(all, 0))
      const first = sumsOf(addUp(all.slice(0, cut), 0))
      const second = sumsOf(addUp(all, cut))
      expect(first.dueVnd + second.dueVnd).toBe(whole.dueVnd)
      expect(whole.soldVnd - whole.commissionVnd + whole.lostVnd).toBe(whole.dueVnd)
      expect(whole.dueVnd).toBe(all.reduce((sum, { dueVnd }) => sum + dueVnd, 0))
    }),
  )
})

test('a commission is exact to the đồng, half up, and the same both ways', () => {
  expect(commissionOf(105_000, '12.50')).toBe(13_125)
  expect(commissionOf(1, '50')).toBe(1)
  expect(commissionOf(-1, '50')).toBe(-1)
  expect(commissionOf(999_999_999, '33.33')).toBe(333_300_000)
  expect(lossMoney(85_000, 2, '12.5', 'owner')).toEqual({ amountVnd: 0, commissionVnd: 0, dueVnd: 0 })
  expect(lossMoney(85_000, 2, '12.5', 'point')).toEqual(saleMoney(85_000, 2, '12.5'))
})

test('the tax within a price and the price without it are the price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.constantFrom(null, 0, 5, 8, 10), (gross, percent) => {
      const { netVnd, taxVnd } = netOf(gross, percent)
      expect(netVnd + taxVnd).toBe(gross)
      expect(taxVnd).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(netOf(108_000, 8)).toEqual({ netVnd: 100_000, taxVnd: 8_000 })
})

test('the version of a contract that holds is the latest that both agreed to and that covers the day', () => {
  const at = new Date()
  const all = [
    { version: 3, validFrom: '2026-03-01', validTo: null, agreedAt: null },
    { version: 2, validFrom: '2026-02-01', validTo: '2026-02-28', agreedAt: at },
    { version: 1, validFrom: '2026-01-01', validTo: null, agreedAt: at },
  ]
  expect(termsOn(all, '2025-12-31')).toBeNull()
  expect(termsOn(all, '2026-01-15')?.version).toBe(1)
  expect(termsOn(all, '2026-02-15')?.version).toBe(2)
  expect(termsOn(all, '2026-03-15')?.version).toBe(1)
})

test('a note to an agent carries the letter B, one within a house the letter N, with the year', () => {
  expect(formSymbolOf('B', '2026-11-30')).toBe('6K26BAB')
  expect(formSymbolOf('N', '2026-11-30')).toBe('6K26NAB')
})

test('a counter finds goods by a scanned address, a code, a lot, a GTIN or words, and a lot alone where the code names one', () => {
  const shelf = [
    { productName: 'Mứt dừa sáp', lotNumber: 'L01', traceCode: 'ABCDEF', gtin: '8934567890120' },
    { productName: 'Mứt dừa sáp', lotNumber: 'L02', traceCode: 'GHIJKL', gtin: '8934567890120' },
    { productName: 'Bánh tét', lotNumber: 'L03', traceCode: 'MNOPQR', gtin: null },
  ]
  const found = (typed: string) => findOnShelf(shelf, typed).map(({ lotNumber }) => lotNumber)
  expect(found('https://dacsan.vn/01/08934567890120/10/L02/21/7')).toEqual(['L02'])
  expect(found('https://dacsan.vn/01/08934567890120')).toEqual(['L01', 'L02'])
  expect(found('https://dacsan.vn/t/mnopqr/123')).toEqual(['L03'])
  expect(found('abcdef')).toEqual(['L01'])
  expect(found('l03')).toEqual(['L03'])
  expect(found('8934567890120')).toEqual(['L01', 'L02'])
  expect(found('banh tet')).toEqual(['L03'])
  expect(found('%%')).toEqual([])
  expect(found(' ')).toEqual([])
})
