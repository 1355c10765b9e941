import { province, provinceWords } from '@dacsan/modules/province'
import { expect, test } from 'vitest'
import { messages } from './index.ts'
import { provincialMessages } from './provincial.ts'

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
  const ofProvince = Object.entries(provinceWords('km')).map(([key, km]): [string, string] => [`province.${key}`, km])
  for (const [key, words] of Object.entries(provinceWords('vi'))) vi.set(`province.${key}`, words)
  const rows = [...sentences(messages.km), ...ofProvince].map(
    ([key, km]) => `| \`${key}\` | ${cell(vi.get(key)!)} | ${cell(km)} | chưa đọc lại |`,
  )
  const page = [
    '# Khmer sentences for review',
    '',
    'Written by non-native speakers. A native speaker of the province reads each line; corrections go into',
    '`apps/web/src/lib/messages` (those of `province` into its `province.json`), and `npx vitest run messages -u` brings this list up to date.',
    '',
    '| key | Vietnamese | Khmer | review |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../../../docs/khmer-review.md')
})

test('the province stands in every sentence that leaves a place for it, and other places stay open', () => {
  for (const lang of province().site.languages) {
    const filled = sentences(provincialMessages(lang, provinceWords(lang)))
    expect(filled.filter(([, sentence]) => /\{(siteName|area|areaInFull|homeHeading)\}/.test(sentence))).toEqual([])
    expect(filled.find(([key]) => key === 'portal.stars')?.[1]).toContain('{n}')
  }
})
