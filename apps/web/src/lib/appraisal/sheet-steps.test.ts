import { criteriaSet } from '@dacsan/modules/law'
import { expect, test } from 'vitest'
import { besideStep, partSums, stepOf } from './sheet-steps.ts'

const codes = ['1.1', '1.2', '2.1']
const marked =
  (...which: string[]) =>
  (code: string) =>
    which.includes(code)

test('a member who looks at one criterion at a time begins at the first without a mark, and at the hand-in once all have one', () => {
  expect(stepOf('tung', codes, marked('1.1'))).toBe('1.2')
  expect(stepOf('tung', codes, marked(...codes))).toBe('nop')
  expect(stepOf('2.1', codes, marked())).toBe('2.1')
  expect(stepOf('9.9', codes, marked())).toBe('1.1')
  expect(stepOf('tat-ca', codes, marked())).toBeNull()
  expect(stepOf(null, codes, marked())).toBeNull()
})

test('before the first criterion there is none, after the last comes the hand-in, and after that nothing', () => {
  expect(besideStep('1.1', codes)).toEqual({ previous: null, next: '1.2' })
  expect(besideStep('2.1', codes)).toEqual({ previous: '1.2', next: 'nop' })
  expect(besideStep('nop', codes)).toEqual({ previous: '2.1', next: null })
})

test('the sums of the parts of a set are of 40, 25 and 35 points, and a mark of none counts as marked', () => {
  const sums = partSums(criteriaSet('26/2026/QĐ-TTg', 'QD26-01'), { '1.1': 0, '1.2': 2 })
  expect(sums.map(({ code, max }) => [code, max])).toEqual([
    ['A', 40],
    ['B', 25],
    ['C', 35],
  ])
  expect(sums[0]).toMatchObject({ marked: 2, points: 2 })
})
