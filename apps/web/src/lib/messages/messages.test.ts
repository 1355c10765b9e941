import { expect, test } from 'vitest'
import { messages } from './index.ts'

type Tree = { [key: string]: string | Tree }

function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : sentences(value, `${path}${key}.`),
  )
}

const vi = new Map(sentences(messages.vi))
const values = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()

test.each(['en', 'km'] as const)('%s says every sentence, with the same values in it', (lang) => {
  const said = sentences(messages[lang])
  expect(said.map(([key]) => key)).toEqual([...vi.keys()])
  for (const [key, sentence] of said) {
    expect([key, sentence.trim()]).not.toEqual([key, ''])
    expect([key, values(sentence)]).toEqual([key, values(vi.get(key)!)])
  }
})

test('every Khmer sentence stands in the list for native review', async () => {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const rows = sentences(messages.km).map(([key, km]) => `| \`${key}\` | ${cell(vi.get(key)!)} | ${cell(km)} | chưa đọc lại |`)
  const page = [
    '# Khmer sentences for review',
    '',
    'Written by non-native speakers. A native speaker of the communes of Trà Vinh reads each line; corrections go into',
    '`apps/web/src/lib/messages`, and `npx vitest run messages -u` brings this list up to date.',
    '',
    '| key | Vietnamese | Khmer | review |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../../../docs/khmer-review.md')
})
