import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { messageRules } from '@dacsan/modules/messages'
import { letterWords } from '@dacsan/modules/notifications/words'
import { spokenHoldings } from '@dacsan/modules/personal-data'
import { spokenData } from '@dacsan/modules/privacy/words'
import { provinceWords } from '@dacsan/modules/province'
import { spokenParcels } from '@dacsan/modules/carriers/words'
import { spokenReturns } from '@dacsan/modules/returns/words'
import { buyerWords } from '@dacsan/modules/shop/words'
import { expect, test } from 'vitest'
import { linkTitles } from '../../../../front/resolver/words.ts'
import { sharedWords } from '../ui/words.ts'
import { languageNames } from '../frame-words.ts'
import { messages } from './index.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentences } from './sentences.ts'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Every table of words that speaks Khmer, beside the Vietnamese that it says. */
const tables: { name: string; vi: Sentences; km: Sentences }[] = [
  { name: '', vi: messages.vi, km: messages.km },
  { name: 'links', vi: titlesIn('vi'), km: titlesIn('km') },
  { name: 'message', vi: messagesIn('vi'), km: messagesIn('km') },
  { name: 'order', vi: buyerWords.vi, km: buyerWords.km },
  { name: 'return', vi: spokenReturns.vi, km: spokenReturns.km },
  { name: 'data', vi: spokenData.vi, km: spokenData.km },
  { name: 'held', vi: spokenHoldings('vi'), km: spokenHoldings('km') },
  { name: 'parcel', vi: spokenParcels.vi, km: spokenParcels.km },
  { name: 'shared', vi: sharedWords.vi, km: sharedWords.km },
  { name: 'letter', vi: letterWords.vi, km: letterWords.km },
  { name: 'province', vi: provinceWords('vi'), km: provinceWords('km') },
  { name: 'languages', vi: { km: 'Tiếng Khmer' }, km: { km: languageNames.km } },
]

test('every Khmer sentence of the product stands in the list for native review', async () => {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const rows = tables.flatMap(({ name, vi, km }) => {
    const vietnamese = new Map(sentencesOf(vi))
    return sentencesOf(km).map(([path, sentence]) => {
      const key = [name, path].filter(Boolean).join('.')
      return `| \`${key}\` | ${cell(vietnamese.get(path) ?? '')} | ${cell(sentence)} | chưa đọc lại |`
    })
  })
  const page = [
    '# Khmer sentences for review',
    '',
    'Written by non-native speakers. A native speaker of the province reads each line; corrections go into',
    '`apps/web/src/lib/messages` (`province.…`: its `province.json`, `order.…`, `return.…`: `words/buyer/km.ts` of `shop` and `returns`, `data.…`: `words/buyer/km.ts` of `privacy`, `held.…`: `words/personal-data.ts` of the rooms, `parcel.…`: `words/spoken-parcels.ts` of `carriers`, `shared.…`: `apps/web/src/lib/ui/words.ts`, `links.…`: `apps/front/resolver/words.ts`, `message.…`: `messages.ts` of the rooms), and',
    '`npx vitest run khmer-review -u` brings this list up to date.',
    '',
    '| key | Vietnamese | Khmer | review |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../../../docs/khmer-review.md')
})

test('no Khmer sentence is in a source file unless it is in one of those tables', async () => {
  const known = new Set(tables.flatMap(({ km }) => sentencesOf(km).map(([, sentence]) => sentence)))
  const missing: string[] = []
  let seen = 0
  for await (const file of glob('{apps,modules,packages,platform}/**/*.{ts,svelte}', { cwd: root, exclude: isNotSource })) {
    const text = await readFile(`${root}/${file}`, 'utf8')
    for (const [, , sentence = ''] of text.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*\p{Script=Khmer}(?:(?!\1)[^\\\n]|\\.)*)\1/gu)) {
      seen++
      if (!known.has(sentence.replaceAll("\\'", "'"))) missing.push(`${file}: ${sentence}`)
    }
  }
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(200)
})

const isNotSource = (path: string): boolean =>
  /(^|\/)(node_modules|build|\.svelte-kit|fixtures)(\/|$)|\.test\.ts$|(^|\/)fixtures\.ts$/.test(path)

function titlesIn(language: 'vi' | 'km'): Sentences {
  const spoken = Object.entries(linkTitles).flatMap(([type, title]) => (typeof title === 'string' ? [] : [[type, title[language]]]))
  return Object.fromEntries(spoken) as Sentences
}

/** What rooms tell people. Their short form is Vietnamese without accents, as a telephone takes it. */
function messagesIn(language: 'vi' | 'km'): Sentences {
  const spoken = messageRules.flatMap(({ name, words }) => {
    const { subject, text } = words[language] ?? {}
    return words.km && subject && text ? [[name, { subject, text }]] : []
  })
  return Object.fromEntries(spoken) as Sentences
}
