import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedPartWords, publishedWords, seriesWords } from './words.ts'

type Fact = { series: string; asOf: string; indicator: string; value: number }

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../data/programme/${name}`, import.meta.url), 'utf8'))
const figures = read('official-series.json').figures as Fact[]
const targets = read('targets.json').targets as { id: string; title: string; note: string | null; indicator: string }[]

const told = Map.groupBy(figures, ({ series, asOf }) => `${series}, ${asOf}`)
const sum = (facts: readonly Fact[], of: RegExp) =>
  facts.filter(({ indicator }) => of.test(indicator)).reduce((total, { value }) => total + value, 0)

test.each([...told])('%s: what was told in parts adds up to the total that was told beside them', (_, facts) => {
  const parts = [
    ['products', /^(stars|potential)-\d$/],
    ['products', /^products-district-/],
    ['products-new', /^products-new-stars-/],
    ['producers', /^producers-/],
  ] as const
  const wrong = parts.flatMap(([whole, of]) => {
    const total = facts.find(({ indicator }) => indicator === whole)
    const told = facts.filter(({ indicator }) => of.test(indicator))
    return total && told.length > 1 && sum(told, of) !== total.value ? [`${whole}: ${sum(told, of)} of ${total.value}`] : []
  })
  expect(wrong).toEqual([])
})

test('every series and every figure has a name on screen', () => {
  for (const { series, indicator } of figures) {
    expect([series, seriesWords[series]]).not.toEqual([series, undefined])
    expect([indicator, publishedWords[indicator] ?? publishedPartWords[indicator]]).not.toEqual([indicator, undefined])
  }
})

test('a target says what was promised; a result is no target', () => {
  for (const { title, note } of targets) expect(title).not.toBe(note)
  expect(targets.map(({ indicator }) => indicator)).not.toContain('output-growth')
})
