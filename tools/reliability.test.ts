// docs/reliability.md says which tests show which case; here, that it says what is true. A test shows a case whose number begins its title.
import { expect, test } from 'vitest'
import { listSources, read } from './checks/sources.ts'

const here = 'tools/reliability.test.ts'
const [shownPart, openPart] = read('docs/reliability.md').split('\n## Not shown\n') as [string, string]
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| ([BC]\d+(?:[–,] ?[BC]?\d+)*) \|(.*)$/gm)].map(([, cases = '', cells = '']) => ({ cases, cells }))

/** "C10, C12–C15" names five cases. */
function casesIn(text: string): string[] {
  return text.split(/, /).flatMap((range) => {
    const [first, last] = range.replaceAll(/[BC]/g, '').split('–').map(Number) as [number, number?]
    return Array.from({ length: (last ?? first) - first + 1 }, (_, n) => `${range[0]}${first + n}`)
  })
}

/** A line per case and test: what the page says, and what the tests say, in the words of the page. */
const saidOnPage = rowsOf(shownPart).flatMap(({ cases, cells }) =>
  [...cells.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)].map(([, title, file]) => `${cases}: [${title}](../${file})`),
)
const saidInTests = listSources('{packages,modules,platform,apps,tools}/**/*.test.ts', 'e2e/*.e2e.ts')
  .filter((file) => file !== here)
  .flatMap((file) =>
    [...read(file).matchAll(/(['"`])([BC]\d+(?:, [BC]\d+)*): ((?:\\.|(?!\1).)+)\1/g)].flatMap(([, , cases = '', title]) =>
      casesIn(cases).map((one) => `${one}: [${title}](../${file})`),
    ),
  )

test('every test that docs/reliability.md names for a case has a title that begins with the number of the case', () => {
  expect(saidOnPage.filter((line) => !saidInTests.includes(line))).toEqual([])
})

test('every test whose title begins with the number of a case stands in the row of that case in docs/reliability.md', () => {
  expect(saidInTests.length).toBeGreaterThan(100)
  expect(saidInTests.filter((line) => !saidOnPage.includes(line))).toEqual([])
})

test('each of the 72 cases, and of the 20 faults of other shops, is either shown by a test or listed as not shown, and none is both', () => {
  const shown = rowsOf(shownPart).flatMap(({ cases }) => casesIn(cases))
  const open = rowsOf(openPart).flatMap(({ cases }) => casesIn(cases))
  const inOrder = [...shown, ...open].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  expect(inOrder).toEqual(casesIn('B1–B20, C1–C72'))
  expect(rowsOf(shownPart).filter(({ cells }) => !cells.includes('](../'))).toEqual([])
})
