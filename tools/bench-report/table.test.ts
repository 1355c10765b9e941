import { expect, test } from 'vitest'
import { markdownTable, plainTable } from './table.ts'

const slower = {
  what: 'answers',
  figure: 51_234,
  unit: '/s',
  baseline: { what: 'bare node:http', figure: 64_000 },
  better: 'more',
  goal: 0.6,
} as const
const longer = { what: 'start', figure: 4, unit: 's', baseline: { what: 'the budget', figure: 3 }, better: 'less', goal: 1 } as const
const unwished = { ...slower, goal: undefined }

test('the table has each figure beside its baseline with the ratio, and marks a missed goal alone', () => {
  expect(plainTable([slower, longer, unwished])).toBe(
    [
      'what     ours       baseline                   ratio  goal   reached',
      'answers  51,200 /s  bare node:http: 64,000 /s  0.80   ≥ 0.6  yes',
      'start    4 s        the budget: 3 s            0.75   ≥ 1    NO',
      'answers  51,200 /s  bare node:http: 64,000 /s  0.80',
    ].join('\n'),
  )
})

test('a ratio of many hundreds is written as a whole number, as the figures are', () => {
  expect(plainTable([{ ...slower, figure: 64_000 * 1283 }])).toMatch(/82,100,000 \/s .* 1,280 /)
})

test('the rows of the table can be written as a Markdown table for the docs', () => {
  expect(markdownTable([slower])).toBe(
    [
      '| what | ours | baseline | ratio | goal | reached |',
      '| --- | --- | --- | --- | --- | --- |',
      '| answers | 51,200 /s | bare node:http: 64,000 /s | 0.80 | ≥ 0.6 | yes |',
    ].join('\n'),
  )
})
