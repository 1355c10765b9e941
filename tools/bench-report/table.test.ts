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

test('a figure stands beside its baseline with the ratio; a goal that is missed is seen, none is not a fault', () => {
  expect(plainTable([slower, longer, unwished])).toBe(
    [
      'what     ours       baseline                   ratio  goal   reached',
      'answers  51,200 /s  bare node:http: 64,000 /s  0.80   ≥ 0.6  yes',
      'start    4 s        the budget: 3 s            0.75   ≥ 1    NO',
      'answers  51,200 /s  bare node:http: 64,000 /s  0.80',
    ].join('\n'),
  )
})

test('a ratio of many hundreds is written in whole, as are the figures', () => {
  expect(plainTable([{ ...slower, figure: 64_000 * 1283 }])).toMatch(/82,100,000 \/s .* 1,280 /)
})

test('the same rows make a table for a page of docs', () => {
  expect(markdownTable([slower])).toBe(
    [
      '| what | ours | baseline | ratio | goal | reached |',
      '| --- | --- | --- | --- | --- | --- |',
      '| answers | 51,200 /s | bare node:http: 64,000 /s | 0.80 | ≥ 0.6 | yes |',
    ].join('\n'),
  )
})
