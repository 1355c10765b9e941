import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideVoucher } from './voucher.ts'
import type { Voucher } from './voucher.ts'

const today: PlainDate = '2026-11-23'
const voucher = (more: Partial<Voucher> = {}): Voucher =>
  ({
    voucherId: 'vch_1',
    code: 'TET2027',
    percent: 10,
    amountVnd: null,
    fromVnd: dong(0),
    untilOn: '2026-11-23',
    mostUses: 3,
    uses: 0,
    packIds: [],
    ended: false,
    ...more,
  }) as Voucher
const line = (packId: 'pck_A' | 'pck_B', lineTotalVnd: number) => ({ packId, lineTotalVnd: dong(lineTotalVnd) })
const facts = { orders: [[line('pck_A', 100_000)]], today, usedBefore: false }

test.each([
  ['no voucher', undefined, {}, 'voucher-unknown'],
  ['one that was ended', voucher({ ended: true }), {}, 'voucher-ended'],
  ['one after its last day', voucher({ untilOn: '2026-11-22' }), {}, 'voucher-ended'],
  ['one without a use left', voucher({ uses: 3 }), {}, 'voucher-used-up'],
  ['one that this number used', voucher(), { usedBefore: true }, 'voucher-used-before'],
  ['one for other packs', voucher({ packIds: ['pck_B'] }), {}, 'voucher-other-goods'],
  ['one for more', voucher({ fromVnd: dong(100_001) }), {}, 'voucher-from'],
])('%s takes nothing off', (_, given, more, code) => {
  expect(decideVoucher(given, { ...facts, ...more })).toMatchObject({ ok: false, refusal: { code } })
})

test('on its last day, at the worth it asks for and with its last use it still counts', () => {
  expect(decideVoucher(voucher({ uses: 2, fromVnd: dong(100_000) }), facts)).toMatchObject({ event: { discountVnd: 10_000 } })
})

test('B16, B17: what is taken off is never all of the goods, adds up over the lines, and lies on the lines that it is for', () => {
  const lines = fc.array(fc.tuple(fc.constantFrom('pck_A' as const, 'pck_B' as const), fc.integer({ min: 1, max: 10_000_000 })), {
    minLength: 1,
  })
  const off = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 90 }), amountVnd: fc.constant(null), fromVnd: fc.constant(dong(0)) }),
    fc.integer({ min: 1, max: 500_000 }).map((amount) => ({ percent: null, amountVnd: dong(amount), fromVnd: dong(amount + 1) })),
  )
  fc.assert(
    fc.property(lines, off, fc.boolean(), (sold, terms, onlyA) => {
      const own = sold.map(([packId, total]) => line(packId, total))
      const decided = decideVoucher(voucher({ ...terms, packIds: onlyA ? ['pck_A'] : [] } as Partial<Voucher>), { ...facts, orders: [own] })
      if (!decided.ok) return
      const { discountVnd, byOrder } = decided.event
      const { byLine } = byOrder[0]!
      expect(byLine.reduce((sum, part) => sum + part, 0)).toBe(discountVnd)
      expect(discountVnd).toBeLessThan(own.reduce((sum, { lineTotalVnd }) => sum + lineTotalVnd, 0))
      byLine.forEach((part, at) => {
        expect(part).toBeLessThanOrEqual(own[at]!.lineTotalVnd)
        if (onlyA && own[at]!.packId === 'pck_B') expect(part).toBe(0)
      })
    }),
  )
})

test('B16, B17: over the orders of one purchase the whole is parted by the worth of their goods, and something of each is left to pay', () => {
  const order = fc.array(fc.tuple(fc.constantFrom('pck_A' as const, 'pck_B' as const), fc.integer({ min: 2, max: 10_000_000 })), {
    minLength: 1,
    maxLength: 4,
  })
  const off = fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 90 }), amountVnd: fc.constant(null), fromVnd: fc.constant(dong(0)) }),
    fc.integer({ min: 1, max: 500_000 }).map((amount) => ({ percent: null, amountVnd: dong(amount), fromVnd: dong(amount + 1) })),
  )
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 5 }), off, fc.boolean(), (bought, terms, onlyA) => {
      const orders = bought.map((own) => own.map(([packId, total]) => line(packId, total)))
      const given = voucher({ ...terms, packIds: onlyA ? ['pck_A'] : [] } as Partial<Voucher>)
      const decided = decideVoucher(given, { ...facts, orders })
      const asOne = decideVoucher(given, { ...facts, orders: [orders.flat()] })
      if (!decided.ok || !asOne.ok) return
      const { discountVnd, byOrder } = decided.event
      // As much as if it were one order, but for what must be left of each.
      expect(asOne.event.discountVnd - discountVnd).toBeGreaterThanOrEqual(0)
      expect(asOne.event.discountVnd - discountVnd).toBeLessThan(orders.length)
      expect(byOrder.reduce((sum, one) => sum + one.discountVnd, 0)).toBe(discountVnd)
      const forAll = orders.flat().filter(({ packId }) => !onlyA || packId === 'pck_A')
      const worthVnd = forAll.reduce((sum, { lineTotalVnd }) => sum + lineTotalVnd, 0)
      byOrder.forEach((one, at) => {
        const own = orders[at]!
        expect(one.byLine.reduce((sum, part) => sum + part, 0)).toBe(one.discountVnd)
        expect(one.discountVnd).toBeLessThan(own.reduce((sum, { lineTotalVnd }) => sum + lineTotalVnd, 0))
        const ownVnd = own.filter(({ packId }) => !onlyA || packId === 'pck_A').reduce((sum, { lineTotalVnd }) => sum + lineTotalVnd, 0)
        expect(Math.abs(one.discountVnd - (asOne.event.discountVnd * ownVnd) / worthVnd)).toBeLessThan(orders.length + 1)
      })
    }),
  )
})

test('a voucher that takes off nearly everything leaves a đồng of each order', () => {
  const given = voucher({ percent: null, amountVnd: dong(99_999), fromVnd: dong(100_000) } as Partial<Voucher>)
  const orders = [[line('pck_A', 50_000)], [line('pck_B', 50_000)]]
  expect(decideVoucher(given, { ...facts, orders })).toMatchObject({
    event: { discountVnd: 99_998, byOrder: [{ discountVnd: 49_999 }, { discountVnd: 49_999 }] },
  })
})
