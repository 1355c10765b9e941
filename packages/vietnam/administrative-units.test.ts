import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { unitMap } from './index.ts'
import type { UnitRow } from './index.ts'

const table = new URL('../../data/provinces/vinh-long/units.csv', import.meta.url)
const rows = parse<UnitRow>(readFileSync(table), { columns: true, bom: true })
const units = unitMap(rows, '2025-07-01')

describe('the communes of Vĩnh Long', () => {
  test('Vĩnh Long has 124 communes: 105 xã and 19 phường (resolution 1687/NQ-UBTVQH15)', () => {
    expect(units.current).toHaveLength(124)
    expect(units.current.filter((unit) => unit.kind === 'Xã')).toHaveLength(105)
    expect(units.current.filter((unit) => unit.kind === 'Phường')).toHaveLength(19)
  })

  test('the 104 old communes of Trà Vinh are in 41 of the new communes', () => {
    const traVinh = rows.filter((row) => row.old_province_code === '84')
    expect(new Set(traVinh.map((row) => row.old_ward_code)).size).toBe(104)
    expect(new Set(traVinh.map((row) => row.new_ward_code)).size).toBe(41)
  })

  test('a commune gives the old communes and districts it was formed from', () => {
    expect(units.formedFrom('29431').map((old) => old.name)).toEqual(['Xã Vinh Kim', 'Xã Kim Hòa'])
    expect(units.former('29434')?.district).toEqual({ code: '848', name: 'Huyện Cầu Ngang' })
    expect(units.former('00000')).toBeUndefined()
    expect(units.formedFrom('00000')).toEqual([])
  })
})

describe('an old commune code', () => {
  test('an old commune code means the old commune until the day before the change, and its successor from then on', () => {
    const before = { code: '29434', name: 'Xã Kim Hòa', province: '84', split: false }
    const after = { code: '29431', name: 'Xã Vinh Kim', province: '86', split: false }
    expect(units.map('29434', '2025-06-30')).toEqual({ ok: true, value: before })
    expect(units.map('29434', '2025-07-01')).toEqual({ ok: true, value: after })
  })

  test('an old commune code may be the code of another commune after the change', () => {
    // 29242 was Phường 3 of the city of Trà Vinh and is now Phường Trà Vinh.
    expect(units.map('29242', '2024-01-01')).toMatchObject({ value: { name: 'Phường 3' } })
    expect(units.map('29242', '2026-01-01')).toMatchObject({ value: { code: '29242', name: 'Phường Trà Vinh' } })
  })

  test('the code of a split commune names every candidate and chooses none', () => {
    expect(units.map('29719', '2026-11-23')).toEqual({
      ok: true,
      value: {
        code: null,
        name: null,
        province: '86',
        split: true,
        candidates: [
          { code: '29719', name: 'Xã Tam Bình' },
          { code: '29836', name: 'Xã Trà Côn' },
        ],
      },
    })
    expect(units.map('29719', '2025-06-30')).toMatchObject({ value: { name: 'Thị trấn Tam Bình', split: false } })
  })

  test('a commune is split exactly where the table says so', () => {
    for (const row of rows) {
      const mapped = units.map(row.old_ward_code, '2025-07-01')
      expect([row.old_ward, mapped.ok && mapped.value.split]).toEqual([row.old_ward, row.old_ward_split === 'có'])
    }
  })

  test('an unknown commune code is refused, and so is a date that does not exist', () => {
    expect(units.map('99999', '2026-01-01')).toEqual({ ok: false, refusal: { code: 'unknown-unit', unit: '99999' } })
    expect(units.map('29434', '2026-02-30')).toEqual({ ok: false, refusal: { code: 'bad-date', on: '2026-02-30' } })
  })
})

describe('searching for a commune', () => {
  test('a search by an old address without accents finds the old commune and its successor', () => {
    const hits = units.search('xa vinh kim cau ngang')
    expect(hits[0]).toMatchObject({
      unit: { code: '29431', name: 'Xã Vinh Kim' },
      former: { name: 'Xã Vinh Kim', district: { name: 'Huyện Cầu Ngang' } },
    })
    expect(new Set(hits.map((hit) => hit.unit.code))).toEqual(new Set(['29431']))
  })

  test('a search puts the commune of that name first', () => {
    expect(units.search('càng long')[0]).toMatchObject({ unit: { name: 'Xã Càng Long' }, former: null })
    expect(units.search('nhi long')[0]).toMatchObject({ unit: { name: 'Xã Nhị Long' }, former: null })
    expect(units.search('Kim Hòa')[0]).toMatchObject({ unit: { name: 'Xã Vinh Kim' }, former: { name: 'Xã Kim Hòa' } })
  })

  test('a search accepts the beginnings of words, and an empty search finds nothing', () => {
    expect(units.search('nhi tru').map((hit) => hit.unit.name)).toContain('Xã Nhị Trường')
    expect(units.search('  ')).toEqual([])
    expect(units.search('paris')).toEqual([])
    expect(units.search('xa', 3)).toHaveLength(3)
  })
})
