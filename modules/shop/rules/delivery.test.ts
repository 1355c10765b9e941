import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideDelivery, decideTable, deliveryFee, parcelGrams, placeWords, zoneOf } from './delivery.ts'
import type { DeliveryTable, WeighedLine } from './delivery.ts'

const caukeh = { commune: '29308', name: 'Xã Cầu Kè' }
const line = (grams: number | null, quantity = 1, more: Partial<WeighedLine> = {}): WeighedLine => ({
  quantity,
  weightGrams: null,
  netContent: grams === null ? null : { value: grams, unit: 'GRM' },
  needsCold: false,
  ...more,
})
const step = (upToGrams: number, fee: number) => ({ upToGrams, feeVnd: dong(fee) })
const table = (more: Partial<DeliveryTable> = {}): DeliveryTable => ({
  tareGrams: 100,
  zones: [
    { zone: 'commune', freeFromVnd: null, carriesCold: true, steps: [step(5000, 10_000)] },
    { zone: 'province', freeFromVnd: dong(500_000), carriesCold: false, steps: [step(1000, 20_000), step(3000, 35_000)] },
  ],
  pickups: [{ placeId: 'plc_stall', name: 'Quầy chợ', commune: 'Xã Cầu Kè' }],
  ...more,
})

test.each([
  ['29308', caukeh, 'commune'],
  ['29311', caukeh, 'province'],
  [null, caukeh, 'province'],
  ['29308', 'elsewhere', 'elsewhere'],
] as const)('from %s to %o is the zone %s', (seller, destination, zone) => {
  expect(zoneOf(seller, destination)).toBe(zone)
})

describe('the weight of a parcel', () => {
  test('a pack weighs its net content and what packing adds, unless the seller weighed it', () => {
    expect(parcelGrams([line(250, 2)], 100)).toBe(700)
    expect(parcelGrams([line(250, 2, { weightGrams: 400 })], 100)).toBe(800)
    expect(parcelGrams([line(null, 1, { netContent: { value: 0.5, unit: 'LTR' } })], 80)).toBe(580)
    expect(parcelGrams([line(250), line(null)], 100)).toBeNull()
  })
})

describe('the fee', () => {
  const fee = (zone: 'commune' | 'province' | 'elsewhere', goods: number, lines: WeighedLine[], own = table()) => {
    const decided = deliveryFee(own, { zone, goodsVnd: dong(goods), lines })
    return decided.ok ? decided.event.feeVnd : decided.refusal.code
  }
  test('the fee is that of the first weight that holds the parcel, and nothing from the free amount on', () => {
    expect(fee('province', 100_000, [line(900)])).toBe(20_000)
    expect(fee('province', 100_000, [line(901)])).toBe(35_000)
    expect(fee('province', 499_999, [line(900)])).toBe(20_000)
    expect(fee('province', 500_000, [line(900)])).toBe(0)
  })
  test('goods that nobody brings so far, so cold, so heavy or of unknown weight have no fee', () => {
    expect(fee('elsewhere', 100_000, [line(200)])).toBe('zone-not-served')
    expect(fee('province', 100_000, [line(200, 1, { needsCold: true })])).toBe('no-cold-chain')
    expect(fee('commune', 100_000, [line(200, 1, { needsCold: true })])).toBe(10_000)
    expect(fee('province', 9_000_000, [line(2901)])).toBe('too-heavy')
    expect(fee('province', 100_000, [line(null)])).toBe('weight-unknown')
  })
  test('a zone without fees has those of the next wider one', () => {
    const [, province] = table().zones
    expect(fee('commune', 100_000, [line(200)], table({ zones: [province!] }))).toBe(20_000)
    expect(fee('commune', 100_000, [line(200)], table({ zones: [{ ...province!, zone: 'elsewhere' }] }))).toBe(20_000)
  })
  test('for rising fees, more goods of one kind never cost less to bring, and the fee is always one of the table', () => {
    const rising = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 50_000 })), { minLength: 1, maxLength: 5 })
      .map((pairs) => {
        let [grams, vnd] = [0, 0]
        return pairs.map(([more, dearer]) => step((grams += more), (vnd += dearer)))
      })
    fc.assert(
      fc.property(rising, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 20 }), (steps, grams, quantity) => {
        const own = table({ zones: [{ zone: 'province', freeFromVnd: null, carriesCold: false, steps }] })
        const [fewer, more] = [quantity, quantity + 1].map((n) => fee('province', 1000, [line(grams, n)], own))
        if (typeof fewer === 'number') expect(steps.map(({ feeVnd }) => Number(feeVnd))).toContain(fewer)
        if (typeof more === 'number') expect(fewer).toBeLessThanOrEqual(more)
        else expect(more).toBe('too-heavy')
      }),
    )
  })
})

describe('how goods get to the buyer', () => {
  const asked = { table: table(), sellerCommune: '29308', destination: caukeh, goodsVnd: dong(100_000), lines: [line(200)] } as const
  test('a seller without a table agrees on the telephone, and the order says what the goods cost', () => {
    expect(decideDelivery({ ...asked, table: null, destination: null, wish: 'delivered' })).toMatchObject({
      event: { way: 'agreed', feeVnd: 0 },
    })
  })
  test('a place of the seller is free, whatever the address says; another one is unknown', () => {
    expect(decideDelivery({ ...asked, destination: null, wish: 'plc_stall' })).toMatchObject({
      event: { way: 'pickup', place: 'Quầy chợ, Xã Cầu Kè', feeVnd: 0 },
    })
    expect(decideDelivery({ ...asked, wish: 'plc_other' })).toMatchObject({ refusal: { code: 'pickup-unknown' } })
  })
  test('goods are brought to a place that is known, for the fee of its zone', () => {
    expect(decideDelivery({ ...asked, wish: undefined })).toMatchObject({
      event: { way: 'delivered', zone: 'commune', commune: 'Xã Cầu Kè', grams: 300, feeVnd: 10_000 },
    })
    expect(decideDelivery({ ...asked, destination: null, wish: undefined })).toMatchObject({ refusal: { code: 'place-unclear' } })
    expect(decideDelivery({ ...asked, destination: 'elsewhere', wish: undefined })).toMatchObject({ refusal: { code: 'zone-not-served' } })
  })
  test('a place whose name says its commune is not called twice', () => {
    expect(placeWords({ name: 'Cửa hàng Xã Cầu Kè', commune: 'Xã Cầu Kè' })).toBe('Cửa hàng Xã Cầu Kè')
  })
})

describe('a table that a seller writes', () => {
  const zone = (fees: (number | null)[]) => ({
    zone: 'province' as const,
    freeFromVnd: null,
    carriesCold: false,
    fees: fees.map((fee) => (fee === null ? null : dong(fee))),
  })
  const wanted = { tareGrams: 0, stepGrams: [1000, 3000], zones: [zone([20_000, 35_000])], pickupIds: [] }
  const facts = { places: ['plc_stall'] } as const
  test('fees stand beside their weights; a zone may end at a lighter one', () => {
    expect(decideTable(wanted, facts)).toMatchObject({ event: { zones: [{ steps: [step(1000, 20_000), step(3000, 35_000)] }] } })
    expect(decideTable({ ...wanted, zones: [zone([20_000, null])] }, facts)).toMatchObject({
      event: { zones: [{ steps: [step(1000, 20_000)] }] },
    })
  })
  test.each([
    [{ zones: [] }, 'delivery-empty'],
    [{ zones: [zone([null, null])] }, 'delivery-empty'],
    [{ stepGrams: [3000, 1000] }, 'steps-not-rising'],
    [{ zones: [zone([null, 35_000])] }, 'fee-missing'],
    [{ zones: [zone([20_000, 10_000])] }, 'fees-not-rising'],
    [{ pickupIds: ['plc_of_another' as const] }, 'pickup-unknown'],
  ])('%o is refused: %s', (more, code) => {
    expect(decideTable({ ...wanted, ...more }, facts)).toMatchObject({ refusal: { code } })
  })
  test('a table of nothing but a place to come to is one', () => {
    expect(decideTable({ ...wanted, zones: [], pickupIds: ['plc_stall'] }, facts)).toMatchObject({ event: { zones: [] } })
  })
})
