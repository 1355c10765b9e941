import { readFacts } from '@dacsan/platform/facts'
import { expect, test } from 'vitest'
import { nameFigure, seriesFile, targetsFile } from './load-programme.ts'

const { figures } = readFacts(seriesFile)
const { targets } = readFacts(targetsFile)
type Fact = (typeof figures)[number]

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
    const { seriesName, indicatorName } = nameFigure({ series, indicator })
    expect(seriesName).not.toBe(series)
    expect(indicatorName).not.toBe(indicator)
  }
})

test('a target says what was promised; a result is not a target', () => {
  for (const { title, note } of targets) expect(title).not.toBe(note)
  expect(targets.map(({ indicator }) => indicator)).not.toContain('output-growth')
})
