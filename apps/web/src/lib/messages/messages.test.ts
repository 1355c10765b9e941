import { province, provinceWords } from '@dacsan/modules/province'
import { spokenParcels } from '@dacsan/modules/carriers/words'
import { spokenReturns } from '@dacsan/modules/returns/words'
import { buyerWords } from '@dacsan/modules/shop/words'
import { expect, test } from 'vitest'
import { sharedWords } from '../ui/words.ts'
import { messages } from './index.ts'
import { provincialMessages } from './provincial.ts'
import { sentencesOf } from './sentences.ts'

/** What stands on the pages of a buyer beside the messages above, each in the words of its room. */
const ofBuyers = { order: buyerWords, return: spokenReturns, parcel: spokenParcels, shared: sharedWords } as const
const letterOfVietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu

test.each(['en', 'km'] as const)(
  'from the cart to the last word about an order the language %s says every sentence, and none of them in Vietnamese',
  (lang) => {
    for (const [name, table] of Object.entries(ofBuyers)) {
      const inVietnamese = new Map(sentencesOf(table.vi))
      const said = sentencesOf(table[lang])
      expect([name, said.map(([key]) => key).toSorted()]).toEqual([name, [...inVietnamese.keys()].toSorted()])
      for (const [key, sentence] of said) {
        expect([name, key, values(sentence)]).toEqual([name, key, values(inVietnamese.get(key)!)])
        expect([name, key, sentence.trim() === '', letterOfVietnamese.test(sentence)]).toEqual([name, key, false, false])
      }
    }
  },
)

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
