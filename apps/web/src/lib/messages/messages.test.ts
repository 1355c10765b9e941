import { province, provinceWords } from '@dacsan/modules/province'
import { expect, test } from 'vitest'
import { messages } from './index.ts'
import { provincialMessages } from './provincial.ts'
import { sentencesOf } from './sentences.ts'

const vi = new Map(sentencesOf(messages.vi))
const values = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()

test.each(['en', 'km'] as const)('the language %s has every sentence, with the same placeholders', (lang) => {
  const said = sentencesOf(messages[lang])
  expect(said.map(([key]) => key)).toEqual([...vi.keys()])
  for (const [key, sentence] of said) {
    expect([key, sentence.trim()]).not.toEqual([key, ''])
    expect([key, values(sentence)]).toEqual([key, values(vi.get(key)!)])
  }
})

test('the province fills its placeholders in every sentence, and other placeholders stay open', () => {
  for (const lang of province().site.languages) {
    const filled = sentencesOf(provincialMessages(lang, provinceWords(lang)))
    expect(filled.filter(([, sentence]) => /\{(siteName|area|areaInFull|homeHeading)\}/.test(sentence))).toEqual([])
    expect(filled.find(([key]) => key === 'portal.stars')?.[1]).toContain('{n}')
  }
})
