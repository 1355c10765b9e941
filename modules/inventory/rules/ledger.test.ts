import { describe, expect, test } from 'vitest'
import { recallKinds, takesBack } from './kinds.ts'
import { decideCount, decideMove, decideRecalled, decideTakeBack, decideTakeOut } from './ledger.ts'
import { decidePacking, lotUnitsPerPack } from './packing.ts'

const today = '2026-11-23'
const lot = { status: 'open', expiresOn: '2026-12-31', made: 20, unit: 'kg' }
const jar = { id: 'pck_jar' as const, name: 'Hũ 250 g', endedAt: null }

describe('packing a lot', () => {
  const pack = (quantity: number, alreadyTaken: number, more: Partial<typeof lot> = {}, perPack: number | null = 0.25) =>
    decidePacking({ ...lot, ...more }, { wanted: [{ pack: jar, quantity, perPack }], alreadyTaken, today })

  test('nobody packs more of a lot than was made of it', () => {
    expect(pack(60, 5)).toEqual({ ok: true, event: { lines: [{ packId: 'pck_jar', delta: 60, lotUnits: 15 }] } })
    expect(pack(61, 5)).toEqual({ ok: false, refusal: { code: 'more-than-made', made: 20, unit: 'kg', alreadyTaken: 5 } })
  })

  test('tenths of a kilogram add up to the whole lot', () => {
    expect(pack(10, 0.1 + 0.2, { made: 1 }, 0.07).ok).toBe(true)
  })

  test.each([{ status: 'recalled' }, { status: 'closed' }, { expiresOn: '2026-11-22' }])(
    'a lot that is not for sale is not packed: %o',
    (more) => {
      expect(pack(1, 0, more)).toMatchObject({ refusal: { code: 'lot-not-sellable' } })
    },
  )

  test('a pack of which nobody knows what it takes asks for it', () => {
    expect(pack(1, 0, {}, null)).toEqual({ ok: false, refusal: { code: 'factor-needed', pack: 'Hũ 250 g', unit: 'kg' } })
  })
})

describe('what a pack takes of a lot', () => {
  const of = (value: number, unit: 'GRM' | 'KGM' | 'MLT' = 'GRM') => ({ value, unit })
  const perPack = (
    unit: string,
    netContent: ReturnType<typeof of> | null,
    isDefault: boolean,
    usual = of(250),
    told: number | null = null,
  ) => lotUnitsPerPack({ unit }, { netContent, isDefault }, { defaultPack: { netContent: usual }, told })

  test('a lot that is weighed gives each pack its net content', () => {
    expect(perPack('kg', of(250), true)).toBe(0.25)
    expect(perPack('kg', of(1, 'KGM'), false)).toBe(1)
  })

  test('a lot that is counted counts default packs, and another pack takes its share of one', () => {
    expect(perPack('hũ', of(250), true)).toBe(1)
    expect(perPack('hũ', of(500), false)).toBe(2)
  })

  test('a mass out of a volume is told by whoever packs', () => {
    expect(perPack('lít', of(250), false)).toBeNull()
    expect(perPack('lít', of(250), false, of(250), 0.3)).toBe(0.3)
    expect(perPack('bó', null, false)).toBeNull()
  })
})

describe('goods on a shelf', () => {
  const shelf = { onHand: 10, reserved: 4 }

  test('what buyers hold is neither moved nor thrown away', () => {
    expect(decideMove(shelf, { quantity: 6, samePlace: false, toEnded: false }).ok).toBe(true)
    expect(decideMove(shelf, { quantity: 7, samePlace: false, toEnded: false })).toMatchObject({ refusal: { code: 'not-enough', free: 6 } })
    expect(decideTakeOut(shelf, { quantity: 7, note: 'Vỡ' })).toMatchObject({ refusal: { code: 'not-enough', free: 6 } })
    expect(decideTakeOut(shelf, { quantity: 6, note: 'Vỡ' })).toEqual({ ok: true, event: { delta: -6 } })
  })

  test('goods leave the books with a reason only', () => {
    expect(decideTakeOut(shelf, { quantity: 1, note: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
  })

  test('a count writes the difference with its reason, down to what buyers hold and up to what was made', () => {
    const goods = { ...shelf, made: 20, unit: 'hũ' }
    const count = (counted: number, note = 'Đếm lại') => decideCount(goods, { counted, note, perPack: 1, alreadyTaken: 10 })
    expect(count(7)).toEqual({ ok: true, event: { delta: -3, lotUnits: -3 } })
    expect(count(7, '')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(count(10, '')).toMatchObject({ event: { delta: 0 } })
    expect(count(4).ok).toBe(true)
    expect(count(3)).toEqual({ ok: false, refusal: { code: 'count-below-reserved', reserved: 4 } })
    expect(count(21)).toMatchObject({ refusal: { code: 'more-than-made' } })
  })

  test('not more comes back than was sold, and goods of a recalled lot are marked apart', () => {
    const back = (status: string, quantity: number) => decideTakeBack({ status }, { quantity, note: 'Khách trả', sold: 5, alreadyBack: 2 })
    expect(back('open', 3)).toEqual({ ok: true, event: { kind: 'returned', delta: 3 } })
    expect(back('recalled', 3)).toMatchObject({ event: { kind: 'recalled' } })
    expect(back('open', 4)).toEqual({ ok: false, refusal: { code: 'more-than-sold', out: 3 } })
  })
})

describe('what a recall does with goods of the ledger', () => {
  const at = { onHand: 10, reserved: 2 }
  const facts = { sold: 4, alreadyBack: 1 }

  test('no more comes back than is out, and no more leaves than nobody holds', () => {
    expect(decideRecalled(at, { ...facts, kind: 'recalled', quantity: 3 })).toEqual({ ok: true, event: { delta: 3 } })
    expect(decideRecalled(at, { ...facts, kind: 'recalled', quantity: 4 })).toMatchObject({ refusal: { code: 'more-than-sold', out: 3 } })
    expect(decideRecalled(at, { ...facts, kind: 'destroyed', quantity: 8 })).toEqual({ ok: true, event: { delta: -8 } })
    expect(decideRecalled(at, { ...facts, kind: 'destroyed', quantity: 9 })).toMatchObject({ refusal: { code: 'not-enough', free: 8 } })
  })

  test.each(recallKinds)('a line of %s below zero takes one back', (kind) => {
    const [done, back] = [2, -2].map((quantity) => decideRecalled(at, { ...facts, kind, quantity })) as {
      ok: true
      event: { delta: number }
    }[]
    expect(done!.event.delta).toBe(-back!.event.delta)
    expect([takesBack(kind, done!.event.delta), takesBack(kind, back!.event.delta)]).toEqual([false, true])
  })

  test('a movement, a count and packing take nothing back', () => {
    expect([takesBack('moved', -1), takesBack('moved', 1), takesBack('counted', -1), takesBack('packed', 1)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
