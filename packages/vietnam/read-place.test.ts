import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, placeReader, unitMap } from './index.ts'
import type { UnitRow } from './index.ts'

const table = new URL('../../data/provinces/vinh-long/units.csv', import.meta.url)
const rows = parse<UnitRow>(readFileSync(table), { columns: true, bom: true })
const units = unitMap(rows, '2025-07-01')
const readPlace = placeReader(units)

const today = '2026-11-23'
const vinhKim = { code: '29431', name: 'Xã Vinh Kim' }
const kimHoa = { code: '29434', name: 'Xã Kim Hòa' }
const found = (text: string, on = today) => {
  const outcome = readPlace(text, on)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const currentOf = (text: string, on = today) => found(text, on).current?.name ?? null

describe('an address by old names', () => {
  test.each([
    'Ấp 1, Xã Kim Hòa, Huyện Cầu Ngang, Tỉnh Trà Vinh',
    'xa kim hoa, huyen cau ngang, tinh tra vinh',
    'X. Kim Hòa, H. Cầu Ngang, T. Trà Vinh',
    'x.kim hoà,h.cầu ngang',
    'XÃ KIM HOÀ – CẦU NGANG – TRÀ VINH',
    'kim hoa cau ngang tra vinh',
    'Tỉnh Trà Vinh, huyện Cầu Ngang, xã Kim Hòa',
    'Xã Kim Hòa, huyện Cầu Ngang, tỉnh Vĩnh Long',
    'Xã Kim Hòa',
    'Kim Hòa',
    'Xã: Kim Hòa; Huyện: Cầu Ngang; Tỉnh: Trà Vinh',
  ])('means the commune that the old one went into: %s', (text) => {
    expect(found(text)).toEqual({ current: vinhKim, former: kimHoa, candidates: [] })
  })

  test.each([
    ['Phường 1, TP. Trà Vinh', 'Phường Trà Vinh'],
    ['P1, TX Duyên Hải', 'Phường Duyên Hải'],
    ['12 Nguyễn Huệ, P.01, thành phố Vĩnh Long', 'Phường Long Châu'],
    ['TT. Cầu Kè, huyện Cầu Kè', 'Xã Cầu Kè'],
    ['T.T Châu Thành, H Châu Thành, T.Trà Vinh', 'Xã Châu Thành'],
    ['xã Huyền Hội, huyện Càng Long', 'Xã Tân An'],
    ['Cầu Kè, Cầu Kè, Trà Vinh', 'Xã Cầu Kè'],
  ])('is read however its kinds are shortened: %s', (text, name) => {
    expect(currentOf(text)).toBe(name)
  })

  test('with its district it means the old commune, also where a commune of today has its name', () => {
    expect(found('Xã Vinh Kim, huyện Cầu Ngang, tỉnh Trà Vinh')).toEqual({ current: vinhKim, former: vinhKim, candidates: [] })
  })

  test('that was split names every candidate and chooses none', () => {
    expect(found('Thị trấn Tam Bình, huyện Tam Bình, tỉnh Vĩnh Long')).toEqual({
      current: null,
      former: { code: '29719', name: 'Thị trấn Tam Bình' },
      candidates: [
        { code: '29719', name: 'Xã Tam Bình' },
        { code: '29836', name: 'Xã Trà Côn' },
      ],
    })
  })

  test('before the change means the old commune itself', () => {
    expect(found('xã Kim Hòa, huyện Cầu Ngang', '2025-06-30')).toEqual({ current: kimHoa, former: null, candidates: [] })
    expect(found('xã Kim Hòa, huyện Cầu Ngang', '2025-07-01')).toEqual({ current: vinhKim, former: kimHoa, candidates: [] })
    expect(currentOf('thị trấn Tam Bình, Tam Bình', '2025-06-30')).toBe('Thị trấn Tam Bình')
    expect(currentOf('phường Long Đức, tỉnh Vĩnh Long', '2025-06-30')).toBeNull()
  })
})

describe('an address by names of today', () => {
  test.each([
    ['Xã Vinh Kim, tỉnh Vĩnh Long', 'Xã Vinh Kim'],
    ['Xã Vinh Kim', 'Xã Vinh Kim'],
    ['Số 5, phường Hoà Thuận', 'Phường Hòa Thuận'],
    ['Số 5, P.Hòa Thuận, T. Vĩnh Long', 'Phường Hòa Thuận'],
    ['Cầu Kè, Vĩnh Long', 'Xã Cầu Kè'],
    ['Phường Long Đức, TP. Trà Vinh, tỉnh Vĩnh Long', 'Phường Long Đức'],
    ['xã Cầu Kè, huyện Cầu Kè, tỉnh Trà Vinh', 'Xã Cầu Kè'],
  ])('means that commune, and none of before: %s', (text, name) => {
    expect(found(text)).toMatchObject({ current: { name }, former: null, candidates: [] })
  })

  test('may say beside it what it was called before', () => {
    expect(found('Xã Vinh Kim (xã Kim Hòa cũ), tỉnh Vĩnh Long')).toEqual({ current: vinhKim, former: kimHoa, candidates: [] })
  })
})

describe('an address that does not tell', () => {
  test('gives the communes of the day that it may mean', () => {
    const names = (text: string) => {
      const { current, former, candidates } = found(text)
      expect([current, former]).toEqual([null, null])
      return candidates.map(({ name }) => name)
    }
    expect(names('Phường 1')).toEqual(['Phường Trà Vinh', 'Phường Duyên Hải', 'Phường Long Châu'])
    expect(names('Phường 1, Trà Vinh')).toEqual(['Phường Trà Vinh', 'Phường Duyên Hải'])
    expect(names('xã Hòa Lộc')).toEqual(['Xã Tân Thành Bình', 'Xã Hòa Hiệp'])
    // A district's name alone may be the whole district.
    expect(names('Cầu Kè, Trà Vinh')).toEqual(['Xã Cầu Kè'])
  })

  test.each([
    'Trà Vinh',
    'TP. Trà Vinh',
    'tỉnh Vĩnh Long',
    'Phường 6, TP Trà Vinh',
    'Phường 2, thành phố Cần Thơ',
    'xã Tân Hòa, huyện Tân Thạnh, tỉnh Long An',
    'xã Tân Hòa Phú',
    'Số 1 đường Kim Hòa',
    'ấp Kim Hòa',
    'paris',
    '1',
    '',
  ])('or none, where no commune of the province is meant: %s', (text) => {
    expect(found(text)).toEqual({ current: null, former: null, candidates: [] })
  })

  test('a day that does not exist and an address without end are refused', () => {
    expect(readPlace('xã Vinh Kim', '2026-02-30')).toEqual({ ok: false, refusal: { code: 'bad-date', on: '2026-02-30' } })
    expect(readPlace('x'.repeat(1001), today)).toEqual({ ok: false, refusal: { code: 'address-too-long', most: 1000 } })
  })
})

const shortened = (full: string) =>
  full.replace(
    /^(Xã|Phường|Thị trấn|Thị xã|Thành phố|Huyện|Tỉnh) /,
    (_, kind: string) =>
      ({ Xã: 'X.', Phường: 'P.', 'Thị trấn': 'TT.', 'Thị xã': 'TX.', 'Thành phố': 'TP.', Huyện: 'H.', Tỉnh: 'T.' })[kind]!,
  )
const written = [
  (name: string) => name,
  foldText,
  shortened,
  (name: string) => foldText(shortened(name)),
  (name: string) => name.toUpperCase(),
]

// Of one district, and both are Phường Đông Thành now.
const alikeWithoutAccents = new Set(['Xã Đông Thạnh', 'Xã Đông Thành'])

test('every old commune with its district and province is read as it is mapped by its code, however it is written', () => {
  for (const row of rows)
    for (const write of written) {
      const text = [row.old_ward, row.old_district, row.old_province].map(write).join(', ')
      const mapped = units.map(row.old_ward_code, today)
      if (!mapped.ok) throw new Error(mapped.refusal.code)
      const { code, name } = mapped.value
      const current = code === null ? null : { code, name }
      const isAlike = alikeWithoutAccents.has(row.old_ward) && !/[\u0300-\u036f]/.test(text.normalize('NFD'))
      const former = isAlike ? null : { code: row.old_ward_code, name: row.old_ward }
      expect([text, found(text)]).toMatchObject([text, { current, former }])
      if (!isAlike) expect(currentOf(text, '2025-06-30')).toBe(row.old_ward)
    }
})

test('every commune of today with its province is read as itself, however it is written', () => {
  for (const unit of units.current)
    for (const write of written) {
      const text = [unit.name, unit.province.name].map(write).join(', ')
      expect([text, found(text)]).toEqual([text, { current: { code: unit.code, name: unit.name }, former: null, candidates: [] }])
    }
})

test('whatever the text, there is an answer, and candidates only where nothing is chosen', () => {
  const words = fc.constantFrom(
    'xã',
    'Phường',
    'TP.',
    'H.',
    'x',
    'Trà Vinh',
    'Cầu Kè',
    'Kim Hòa',
    ',',
    '1',
    'ấp',
    'Tam Bình',
    '–',
    'tỉnh',
    '.',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
      ),
      (text) => {
        const { current, candidates } = found(text)
        expect(current === null || candidates.length === 0).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})
