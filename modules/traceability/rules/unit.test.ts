import { describe, expect, test } from 'vitest'
import {
  countLabels,
  decideApplied,
  decideBalance,
  decideSpoiled,
  goodsToLabel,
  isGuessing,
  judgeUnit,
  packMeant,
  readPlace,
  surplusLabels,
  withSighting,
} from '../rules.ts'
import type { ScanLimits, Sighting, UnitGoods, UnitState } from '../rules.ts'

const limits: ScanLimits = {
  devices: 3,
  burst: { devices: 3, minutes: 10 },
  kilometresAnHour: 1000,
  guesses: { most: 5, days: 7 },
  points: {
    spoiled: 5,
    unprinted: 5,
    copied: 5,
    'too-far': 5,
    burst: 3,
    'not-applied': 1,
    destroyed: 5,
    'more-than-packed': 5,
    recalled: 1,
    'before-packing': 1,
  },
  warnFrom: 3,
  caseFrom: 5,
}
const caMau = { latitude: 9.2, longitude: 105.1 }
const hanoi = { latitude: 21, longitude: 105.8 }
const at = (time: string) => new Date(`2026-11-23T${time}:00+07:00`)
const seen = (device: string, time: string, place: Sighting['place'] = null): Sighting => ({
  device,
  firstAt: at(time),
  lastAt: at(time),
  place,
})
const unpacked: UnitGoods = { recalledAt: null, pack: null, unitsScanned: 0 }
const judge = (sightings: Sighting[], state: UnitState = 'applied', goods = unpacked) => judgeUnit({ state, sightings, goods }, limits)

// The limits are those above; what they lead to is counted by hand.
describe('what speaks against the label of one unit', () => {
  test.each<[string, Sighting[], UnitState, string[], boolean, boolean]>([
    ['nothing, where one device scanned a label that is on goods', [seen('a', '08:00')], 'applied', [], false, false],
    [
      'nothing, where as many devices did as the law allows, far apart in time',
      [seen('a', '08:00'), seen('b', '09:00'), seen('c', '10:00')],
      'applied',
      [],
      false,
      false,
    ],
    [
      'that it is copied, from one device more',
      ['08', '09', '10', '11'].map((hour) => seen(hour, `${hour}:00`)),
      'applied',
      ['copied'],
      true,
      true,
    ],
    [
      'a burst, where three come within ten minutes',
      [seen('a', '08:00'), seen('b', '08:05'), seen('c', '08:10')],
      'applied',
      ['burst'],
      true,
      false,
    ],
    [
      'no burst, where the third comes a minute later',
      [seen('a', '08:00'), seen('b', '08:05'), seen('c', '08:11')],
      'applied',
      [],
      false,
      false,
    ],
    ['that it was not yet put on goods, which alone is no warning', [seen('a', '08:00')], 'printed', ['not-applied'], false, false],
    ['that it was destroyed, from the first scan on', [seen('a', '08:00')], 'spoiled', ['spoiled'], true, true],
    ['that it was never printed', [seen('a', '08:00')], 'unprinted', ['unprinted'], true, true],
    [
      'that it cannot have come so far: Cà Mau to Hà Nội, some 1,300 km, within an hour',
      [seen('a', '08:00', caMau), seen('b', '09:00', hanoi)],
      'applied',
      ['too-far'],
      true,
      true,
    ],
    ['nothing, where it had two hours for the way', [seen('a', '08:00', caMau), seen('b', '10:00', hanoi)], 'applied', [], false, false],
    ['nothing, where one of the two places is not known', [seen('a', '08:00', caMau), seen('b', '08:01')], 'applied', [], false, false],
    [
      'nothing, where two squares of the map are neighbours',
      [seen('a', '08:00', caMau), seen('b', '08:01', { latitude: 9.3, longitude: 105.1 })],
      'applied',
      [],
      false,
      false,
    ],
  ])('%s', (_, sightings, state, findings, isDoubtful, isCase) => {
    expect(judge(sightings, state)).toMatchObject({ findings, isDoubtful, isCase, devices: sightings.length })
  })

  test('the order in which scans are told changes nothing', () => {
    const far = [seen('b', '09:00', hanoi), seen('a', '08:00', caMau)]
    expect(judge(far)).toEqual(judge(far.toReversed()))
  })

  test('a device that comes again is one device, and keeps the place where it was first', () => {
    const again = withSighting([seen('a', '08:00', caMau)], { device: 'a', at: at('12:00'), place: null })
    expect(again).toEqual([{ device: 'a', firstAt: at('08:00'), lastAt: at('12:00'), place: caMau }])
    expect(withSighting(again, { device: 'b', at: at('12:00'), place: null })).toHaveLength(2)
  })

  test.each<[string, Partial<UnitGoods>, string[], boolean]>([
    ['nothing, where its lot was never packed in the books', {}, [], false],
    [
      'nothing, where it was scanned after the packing and some packs are left',
      { pack: { packed: 60, destroyed: 59, firstPackedAt: at('07:00') } },
      [],
      false,
    ],
    [
      'that all such packs of its lot were destroyed',
      { pack: { packed: 60, destroyed: 60, firstPackedAt: at('07:00') } },
      ['destroyed'],
      true,
    ],
    [
      'nothing, where as many units were scanned as packed',
      { pack: { packed: 60, destroyed: 0, firstPackedAt: at('07:00') }, unitsScanned: 60 },
      [],
      false,
    ],
    [
      'that more units were scanned than packed, from one more on',
      { pack: { packed: 60, destroyed: 0, firstPackedAt: at('07:00') }, unitsScanned: 61 },
      ['more-than-packed'],
      true,
    ],
    [
      'that it was scanned before its pack was packed, which alone is no warning',
      { pack: { packed: 60, destroyed: 0, firstPackedAt: at('09:00') } },
      ['before-packing'],
      false,
    ],
    ['that it is scanned after its lot was recalled, which alone is no warning', { recalledAt: at('07:00') }, ['recalled'], false],
    ['nothing, where it was scanned before its lot was recalled', { recalledAt: at('09:00') }, [], false],
  ])('of the goods: %s', (_, goods, findings, isCase) => {
    expect(judge([seen('a', '08:00')], 'applied', { ...unpacked, ...goods })).toMatchObject({ findings, isCase })
  })

  test('numbers are being tried from the count on that the law names', () => {
    expect([isGuessing(4, limits), isGuessing(5, limits)]).toEqual([false, true])
  })

  test('a place is kept in tenths of a degree, and what is no place is none', () => {
    expect(readPlace('10.0312,106.2654')).toEqual({ latitude: 10, longitude: 106.3 })
    expect(readPlace(' -9.96 , -0.04 ')).toEqual({ latitude: -10, longitude: -0 })
    for (const text of ['', 'Trà Vinh', '91,0', '0,181', '10.03', '1e3,0', '10.0,106.0,5']) expect(readPlace(text)).toBeNull()
  })
})

describe('labels and goods', () => {
  const sheet = (count: number, spoiled = 0, appliedAt: Date | null = null) => ({ count, spoiled, appliedAt })

  test('every label of a lot is counted once as printed, on goods without those spoiled, and as spoiled', () => {
    expect(countLabels([sheet(24, 4, at('08:00')), sheet(10), sheet(2, 2)])).toEqual({ printed: 36, applied: 20, spoiled: 6 })
  })

  test('labels of a pack stand against what was packed into it, and all labels of a lot that was not packed against what was made', () => {
    const [jar, tin] = ['pck_jar', 'pck_tin'] as const
    const sheets = [
      { ...sheet(24, 4), packId: jar },
      { ...sheet(10), packId: tin },
    ]
    expect(goodsToLabel(jar, { made: 60, packed: [], sheets })).toEqual({ of: 'made', goods: 60, printed: 34, spoiled: 4 })
    const packed = [{ packId: jar, packed: 40 }]
    expect(goodsToLabel(jar, { made: 60, packed, sheets })).toEqual({ of: 'packed', goods: 40, printed: 24, spoiled: 4 })
    expect(goodsToLabel(tin, { made: 60, packed, sheets })).toEqual({ of: 'packed', goods: 0, printed: 10, spoiled: 0 })
  })

  test('the only pack of a lot is meant where nobody names one, else the default of the product', () => {
    const packs = [
      { id: 'pck_jar', isDefault: true },
      { id: 'pck_tin', isDefault: false },
    ] as const
    const packed = (...ids: ('pck_jar' | 'pck_tin')[]) => ids.map((packId) => ({ packId, packed: 5 }))
    expect(
      [packMeant(packs, []), packMeant(packs, packed('pck_tin')), packMeant(packs, packed('pck_jar', 'pck_tin'))].map(({ id }) => id),
    ).toEqual(['pck_jar', 'pck_tin', 'pck_jar'])
  })

  test('labels beyond both what was made and what was packed are too many', () => {
    expect(surplusLabels(60, [], [sheet(220, 20)])).toBe(140)
    expect(surplusLabels(50, [{ packId: 'pck_jar', packed: 200 }], [sheet(200)])).toBe(0)
    expect(surplusLabels(60, [{ packId: 'pck_jar', packed: 20 }], [sheet(60)])).toBe(0)
  })

  test('as many labels as goods may be printed, and those spoiled again; not one more', () => {
    expect(decideBalance(60, { of: 'made', goods: 60, printed: 0, spoiled: 0 }).ok).toBe(true)
    expect(decideBalance(4, { of: 'made', goods: 60, printed: 60, spoiled: 4 }).ok).toBe(true)
    expect(decideBalance(5, { of: 'made', goods: 60, printed: 60, spoiled: 4 })).toEqual({
      ok: false,
      refusal: { code: 'more-labels-than-goods', of: 'made', goods: 60, printed: 60, spoiled: 4, left: 4 },
    })
    // A lot of before, of which 220 were printed for 60.
    expect(decideBalance(1, { of: 'made', goods: 60, printed: 220, spoiled: 0 })).toMatchObject({ refusal: { left: 0 } })
  })

  test('no more labels are spoiled than a sheet has, and a sheet is put on goods once, with at least one good label', () => {
    expect(decideSpoiled(20, sheet(24, 4)).ok).toBe(true)
    expect(decideSpoiled(21, sheet(24, 4))).toEqual({ ok: false, refusal: { code: 'more-spoiled-than-printed', left: 20 } })
    expect(decideApplied(sheet(24, 23)).ok).toBe(true)
    expect(decideApplied(sheet(24, 24))).toEqual({ ok: false, refusal: { code: 'labels-all-spoiled' } })
    expect(decideApplied(sheet(24, 0, at('08:00')))).toEqual({ ok: false, refusal: { code: 'labels-already-applied' } })
  })
})
