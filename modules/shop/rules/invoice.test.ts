import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invoiceLines } from './invoice.ts'

const names = { delivery: 'Phí giao hàng', discount: 'Giảm giá', once: 'lần', kilogram: 'kg' }
const lot = fc.record({
  number: fc.constantFrom('A', 'B'),
  expiresOn: fc.constantFrom('2027-01-01', null),
  quantity: fc.integer({ min: 1, max: 5000 }),
})
const line = fc.record({
  productName: fc.constant('Mứt dừa'),
  netContent: fc.constant('200 g'),
  unit: fc.constant('hũ'),
  unitPriceVnd: fc.integer({ min: 1, max: 3_000_000 }).map(dong),
  lots: fc.array(lot, { minLength: 1, maxLength: 3 }),
})
const order = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    delivery: fc.integer({ min: 0, max: 90_000 }),
    off: fc.integer({ min: 0, max: 500_000 }),
  })
  .map(({ lines, delivery, off }) => {
    const gross =
      lines.reduce((sum, { unitPriceVnd, lots }) => sum + lots.reduce((so, { quantity }) => so + quantity * unitPriceVnd, 0), 0) + delivery
    return { lines, deliveryVnd: dong(delivery), totalVnd: dong(gross - Math.min(off, gross - 1)) }
  })
const percents = fc.constantFrom(null, 0, 5, 8, 10)

test('whatever was sold, goods, delivery and discount of an invoice are to the đồng what the buyer paid, and net and tax are each line', () => {
  fc.assert(
    fc.property(order, percents, (sold, percent) => {
      const lines = invoiceLines(sold, { percent, names })
      const signed = (name: 'netVnd' | 'taxVnd' | 'grossVnd') =>
        lines.reduce((sum, one) => sum + (one.itemType === 3 ? -1 : 1) * one[name], 0)
      expect(signed('grossVnd')).toBe(sold.totalVnd)
      expect(signed('netVnd') + signed('taxVnd')).toBe(sold.totalVnd)
      for (const one of lines) {
        expect(one.netVnd + one.taxVnd).toBe(one.grossVnd)
        expect(one.taxVnd).toBeGreaterThanOrEqual(0)
        expect(Math.round(Number(one.unitPrice) * one.quantity)).toBe(one.netVnd)
      }
      if (percent === null || percent === 0) expect(signed('taxVnd')).toBe(0)
      // The tax of the whole is that of its net sum, rounded once.
      else expect(Math.abs(signed('netVnd') * percent - signed('taxVnd') * 100)).toBeLessThanOrEqual((100 + percent) / 2)
    }),
  )
})

test('two jars at 85.000 đồng and 15.000 for bringing them, with 8 % in it', () => {
  const sold = {
    totalVnd: dong(185_000),
    deliveryVnd: dong(15_000),
    lines: [
      {
        productName: 'Mứt dừa',
        netContent: '200 g',
        unit: 'hũ',
        unitPriceVnd: dong(85_000),
        lots: [{ number: 'A', expiresOn: '2027-01-01', quantity: 2 }],
      },
    ],
  }
  expect(invoiceLines(sold, { percent: 8, names })).toEqual([
    {
      itemType: 1,
      itemName: 'Mứt dừa, 200 g',
      unitName: 'hũ',
      lotNumber: 'A',
      expiresOn: '2027-01-01',
      quantity: 2,
      unitPrice: '78703.5',
      netVnd: 157_407,
      taxVnd: 12_593,
      grossVnd: 170_000,
    },
    {
      itemType: 1,
      itemName: 'Phí giao hàng',
      unitName: 'lần',
      lotNumber: null,
      expiresOn: null,
      quantity: 1,
      unitPrice: '13889',
      netVnd: 13_889,
      taxVnd: 1_111,
      grossVnd: 15_000,
    },
  ])
})
