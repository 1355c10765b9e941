import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LotStock } from '../../inventory/rules.ts'
import { decideBox, freeFor, partBoxPrice, pickFor } from './box.ts'
import type { BoxPart } from './box.ts'

const part = (name: string, number: number, more: Partial<BoxPart> = {}): BoxPart => ({
  number,
  productId: `prd_${name}`,
  packId: `pck_${name}`,
  productName: name,
  productSlug: name,
  unit: 'hũ',
  stars: 4,
  certificateCode: null,
  recognition: 'in-force',
  netContent: '200 g',
  quantity: null,
  weightGrams: null,
  needsCold: false,
  shelfLifeDays: null,
  rule: null,
  priceVnd: dong(85_000),
  problem: null,
  ...more,
})
const box = (parts: BoxPart[], more: Partial<BoxPart> = {}) => ({ ...part('box', 1, more), box: parts })
const lot = (name: string, onHand: number, expiresOn = '2027-01-31', at = name): LotStock => ({
  lotId: `lot_${at}`,
  productId: `prd_${name}`,
  packId: `pck_${name}`,
  placeId: 'plc_1',
  number: at,
  madeOn: '2026-11-01',
  expiresOn,
  status: 'open',
  onHand,
  reserved: 0,
})
const today = '2026-11-30'

describe('the price of a box', () => {
  test('is parted by what each pack costs on its own; pieces of one pack differ by a đồng at most', () => {
    expect(
      partBoxPrice(dong(300_000), [
        { number: 2, priceVnd: dong(100_000) },
        { number: 1, priceVnd: dong(200_000) },
      ]),
    ).toEqual([[{ number: 2, unitPriceVnd: 75_000 }], [{ number: 1, unitPriceVnd: 150_000 }]])
    expect(
      partBoxPrice(dong(250_000), [
        { number: 2, priceVnd: dong(100_000) },
        { number: 1, priceVnd: dong(100_000) },
      ]),
    ).toEqual([
      [
        { number: 1, unitPriceVnd: 83_334 },
        { number: 1, unitPriceVnd: 83_333 },
      ],
      [{ number: 1, unitPriceVnd: 83_333 }],
    ])
  })

  const parts = fc.array(
    fc.record({ number: fc.integer({ min: 1, max: 50 }), priceVnd: fc.integer({ min: 1, max: 9_999_999_999_999 }).map(dong) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  test('the parts add up to the price for every price and every contents, and nothing in it is free', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 9_999_999_999_999 }), (own, above) => {
        const pieces = own.reduce((sum, { number }) => sum + number, 0)
        const priceVnd = dong(Math.max(pieces, above))
        const parted = partBoxPrice(priceVnd, own)
        expect(parted.flat().reduce((sum, { number, unitPriceVnd }) => sum + number * unitPriceVnd, 0)).toBe(priceVnd)
        expect(parted.map((rows) => rows.reduce((sum, { number }) => sum + number, 0))).toEqual(own.map(({ number }) => number))
        for (const { unitPriceVnd } of parted.flat()) expect(unitPriceVnd).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what a box takes from the shelf', () => {
  test('there are as many boxes as its scarcest part gives, and the longer promise counts', () => {
    const offer = box([part('A', 2), part('B', 1)])
    expect(freeFor(offer, [lot('A', 9), lot('B', 3)], today)).toBe(3)
    expect(freeFor(offer, [lot('A', 5), lot('B', 3)], today)).toBe(2)
    expect(freeFor(offer, [lot('A', 5)], today)).toBe(0)
    const lasting = box([part('A', 1, { shelfLifeDays: 30 })], { shelfLifeDays: 90 })
    expect(freeFor(lasting, [lot('A', 5, '2027-01-31'), lot('A', 4, '2027-06-30', 'late')], today)).toBe(4)
  })

  test('whatever is wanted one after the other, no jar is given twice', () => {
    const offers = [box([part('A', 2), part('B', 1)]), { ...part('A', 1), box: null }, box([part('A', 1), part('C', 3)])]
    const wanted = fc.array(fc.record({ at: fc.nat({ max: 2 }), quantity: fc.integer({ min: 1, max: 5 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(wanted, fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 }), (lines, [a, late, b, c]) => {
        const shelf = [lot('A', a!), lot('A', late!, '2027-06-30', 'late'), lot('B', b!), lot('C', c!)]
        let lots = shelf
        const taken = new Map<string, number>()
        for (const { at, quantity } of lines) {
          const before = freeFor(offers[at]!, lots, today)
          const found = pickFor(offers[at]!, quantity, lots, today)
          expect(found !== null).toBe(quantity <= before)
          if (found === null) continue
          for (const pick of found.picked.flatMap(({ picks }) => picks)) taken.set(pick.lotId, (taken.get(pick.lotId) ?? 0) + pick.quantity)
          lots = found.left
        }
        for (const { lotId, onHand } of shelf) expect(taken.get(lotId) ?? 0).toBeLessThanOrEqual(onHand)
      }),
    )
  })
})

describe('what a seller puts into a box', () => {
  const packs = [
    { packId: 'pck_a', producerId: 'pro_1', priceVnd: dong(85_000), problem: null },
    { packId: 'pck_b', producerId: 'pro_1', priceVnd: dong(85_000), problem: 'part-by-weight' },
    { packId: 'pck_c', producerId: 'pro_1', priceVnd: dong(85_000), problem: 'part-ahead' },
    { packId: 'pck_d', producerId: 'pro_1', priceVnd: dong(85_000), problem: 'part-is-box' },
    { packId: 'pck_e', producerId: 'pro_2', priceVnd: dong(85_000), problem: null },
  ] as const
  const facts = {
    packId: 'pck_box',
    producerId: 'pro_1',
    pricing: { priceVnd: dong(150_000), steps: [] },
    packs,
    ahead: false,
    inBox: false,
  } as const

  test.each([
    [[{ packId: 'pck_a', quantity: 2 }], {}, null],
    [[], {}, null],
    [[{ packId: 'pck_a', quantity: 1 }], {}, 'box-of-one'],
    [
      [
        { packId: 'pck_a', quantity: 1 },
        { packId: 'pck_a', quantity: 1 },
      ],
      {},
      'part-twice',
    ],
    [[{ packId: 'pck_b', quantity: 2 }], {}, 'part-by-weight'],
    [[{ packId: 'pck_c', quantity: 2 }], {}, 'part-ahead'],
    [[{ packId: 'pck_d', quantity: 2 }], {}, 'part-is-box'],
    [[{ packId: 'pck_e', quantity: 2 }], {}, 'part-not-sold'],
    [[{ packId: 'pck_box', quantity: 2 }], {}, 'part-not-sold'],
    [[{ packId: 'pck_none', quantity: 2 }], {}, 'part-not-sold'],
    [[{ packId: 'pck_a', quantity: 2 }], { ahead: true }, 'box-ahead'],
    [[{ packId: 'pck_a', quantity: 2 }], { inBox: true }, 'box-in-box'],
    [[{ packId: 'pck_a', quantity: 2 }], { pricing: { priceVnd: dong(1), steps: [] } }, 'box-too-cheap'],
    [
      [{ packId: 'pck_a', quantity: 2 }],
      { pricing: { priceVnd: dong(90_000), steps: [], byWeight: { perKgVnd: dong(1), leastGrams: 1, mostGrams: 2 } } },
      'box-by-weight',
    ],
  ] as const)('%j with %j is refused: %s', (wanted, more, code) => {
    const decision = decideBox(wanted, { ...facts, ...more })
    expect(decision.ok ? null : decision.refusal.code).toBe(code)
  })
})
