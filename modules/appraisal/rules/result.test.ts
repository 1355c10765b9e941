import { readFileSync } from 'node:fs'
import type { CriteriaSet } from '@dacsan/scorecard'
import { describe, expect, test } from 'vitest'
import { resultOf } from './result.ts'
import type { SheetLine } from './sheet.ts'

const file = new URL('../../../data/criteria/26-2026.json', import.meta.url)
const rice = (JSON.parse(readFileSync(file, 'utf8')) as { sets: CriteriaSet[] }).sets.find(({ code }) => code === 'QD26-03')!
/** Điều 3, Quyết định 26/2026/QĐ-TTg. */
const bands = [90, 70, 50, 30, 0].map((min, at) => ({ level: 5 - at, min }))

const best = rice.parts
  .flatMap((part) => part.sections.flatMap((section) => section.criteria))
  .map(({ code, options }): SheetLine => {
    const points = Math.max(...options.map((option) => option.points))
    return { criterion: code, optionIndex: options.findIndex((option) => option.points === points), points, comment: '' }
  })
const but = (changes: Record<string, [optionIndex: number, points: number, comment?: string]>) =>
  best.map((line) => {
    const change = changes[line.criterion]
    return change ? { ...line, optionIndex: change[0], points: change[1], comment: change[2] ?? '' } : line
  })

describe('the result of rice (set 03) from three sheets', () => {
  // 4.1 Khu vực phân phối: 5★ asks 5 points, 3 points mean "3 tỉnh trở lên" of the 4★ mark. 1.5 Liên kết chuỗi: 5★ asks 3 points.
  const sheets = [
    { memberId: 'cmb_a' as const, lines: best },
    { memberId: 'cmb_b' as const, lines: but({ '4.1': [2, 3, 'Mới bán ở bốn tỉnh'] }) },
    { memberId: 'cmb_c' as const, lines: but({ '1.5': [2, 2, 'Hợp đồng mới tám tháng'] }) },
  ]
  const result = resultOf(rice, bands, sheets, false)

  test('99 points reach five stars, two minimums hold it at four', () => {
    // (100 + 98 + 99) / 3 = 99; 4.1 is (5+3+5)/3 = 4.33 < 5; 1.5 is (3+3+2)/3 = 2.67 < 3.
    expect(result.total).toEqual({ numerator: 297, denominator: 3, text: '99.00' })
    expect([result.reachedByPoints, result.stars]).toEqual([5, 4])
    expect(result.unmet.map(({ star, criterion, required, got }) => [star, criterion, required, got.text])).toEqual([
      [5, '1.5', 3, '2.67'],
      [5, '4.1', 5, '4.33'],
    ])
    expect(result.parts.map(({ code, average, max }) => [code, average.text, max])).toEqual([
      ['A', '39.67', 40],
      ['B', '24.33', 25],
      ['C', '35.00', 35],
    ])
  })
  test('each criterion lists what the council chose and why, without names', () => {
    expect(result.criteria.find(({ code }) => code === '4.1')).toEqual({
      code: '4.1',
      name: 'Khu vực phân phối chính',
      max: 5,
      average: { numerator: 13, denominator: 3, text: '4.33' },
      marks: [
        { optionIndex: 3, points: 5, count: 2 },
        { optionIndex: 2, points: 3, count: 1 },
      ],
      comments: ['Mới bán ở bốn tỉnh'],
    })
    expect(JSON.stringify(result)).not.toMatch(/"(a|b|c)"/)
  })
  test('comments are in the order of their text, not of the members', () => {
    const two = [
      { memberId: 'cmb_a' as const, lines: but({ '1.1': [2, 3, 'Vùng trồng rõ'] }) },
      { memberId: 'cmb_b' as const, lines: but({ '1.1': [2, 3, 'Ảnh thực địa đủ'] }) },
    ]
    expect(resultOf(rice, bands, two, false).criteria[0]?.comments).toEqual(['Ảnh thực địa đủ', 'Vùng trồng rõ'])
  })
  test('nothing is scored on an eliminated dossier', () => {
    const eliminated = resultOf(rice, bands, sheets, true)
    expect([eliminated.total.text, eliminated.stars, eliminated.reachedByPoints]).toEqual(['0.00', 1, 1])
  })
})

test('C30: a total that only looks like 70 points shows its fraction', () => {
  // 201 sheets: 200 of 70 points and one of 69 make 14069/201 = 69.995…, written 70.00, which is three stars.
  const seventy = but(lowered(30))
  const sixtyNine = but(lowered(31))
  const sheets = Array.from({ length: 201 }, (_, at) => ({ memberId: `cmb_m${at}` as const, lines: at === 0 ? sixtyNine : seventy }))
  const result = resultOf(rice, bands, sheets, false)
  expect([result.total.text, result.exact, result.reachedByPoints]).toEqual(['70.00', '14069/201', 3])
  expect(resultOf(rice, bands, [{ memberId: 'cmb_m' as const, lines: seventy }], false)).toMatchObject({ exact: null, reachedByPoints: 4 })
})

/** Lowers the best sheet by so many points: one point at a time, from the first criterion that has the option. */
function lowered(points: number): Record<string, [number, number]> {
  const changes: Record<string, [number, number]> = {}
  let left = points
  for (const { code, options } of rice.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))) {
    const top = Math.max(...options.map((option) => option.points))
    const at = options.findLastIndex((option) => option.points < top && top - option.points <= left)
    const lower = options[at]
    if (!lower || left === 0) continue
    changes[code] = [at, lower.points]
    left -= top - lower.points
  }
  return changes
}
