import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FilingContent } from '../rules.ts'
import { changesOf, diffText } from './changes-of.ts'

const blank: FilingContent = { answers: { producer: {}, registration: {}, business: {}, plan: {} }, choices: [], evidence: [] }
const markets = (text: string): FilingContent => ({ ...blank, answers: { ...blank.answers, business: { markets: text } } })
const textOf = (runs: ReturnType<typeof diffText>, side: 'before' | 'after') =>
  runs
    .filter((run) => run.in === 'both' || run.in === side)
    .map(({ text }) => text)
    .join('')

test('a word that changed in a sentence is shown alone, with its Vietnamese letters whole', () => {
  expect(diffText('Bán ở chợ Cầu Kè', 'Bán ở quán Cầu Kè')).toEqual([
    { text: 'Bán ở ', in: 'both' },
    { text: 'chợ', in: 'before' },
    { text: 'quán', in: 'after' },
    { text: ' Cầu Kè', in: 'both' },
  ])
})

test('a word of several syllables that became another is one change', () => {
  expect(diffText('Chợ, đại lý trong tỉnh', 'Chợ, siêu thị trong tỉnh')).toEqual([
    { text: 'Chợ, ', in: 'both' },
    { text: 'đại lý', in: 'before' },
    { text: 'siêu thị', in: 'after' },
    { text: ' trong tỉnh', in: 'both' },
  ])
})

test('from the words that are shown, both texts can be put together again', () => {
  const sentence = fc
    .array(fc.constantFrom('dừa', 'sáp', 'Cầu', 'Kè', 'mứt', '320.000.000', 'đồng', '\n', ',', 'ở'), { maxLength: 30 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const runs = diffText(before, after)
      expect([textOf(runs, 'before'), textOf(runs, 'after')]).toEqual([before.normalize('NFC'), after.normalize('NFC')])
    }),
  )
})

const content: fc.Arbitrary<FilingContent> = fc.record({
  answers: fc.record({
    business: fc.record({ markets: fc.string(), outputLastYear: fc.nat() }, { requiredKeys: [] }),
    registration: fc.record({ samplesReady: fc.boolean() }, { requiredKeys: [] }),
  }),
  choices: fc.uniqueArray(
    fc.record({
      criterion: fc.constantFrom('1.1', '1.2', '10.1'),
      optionIndex: fc.option(fc.nat(3)),
      points: fc.nat(5),
      reason: fc.string({ maxLength: 8 }),
    }),
    { selector: ({ criterion }) => criterion },
  ),
  evidence: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('evi_a' as const, 'evi_b' as const, 'evi_c' as const),
      kind: fc.constantFrom(1 as const, 2 as const),
      title: fc.constant('Giấy'),
      hash: fc.option(fc.constantFrom('h1', 'h2')),
      criteria: fc.subarray(['1.1', '1.2']),
    }),
    { selector: ({ id }) => id },
  ),
})

test('what was handed in again as it was has no change, and what changed is found both ways', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      expect(changesOf(one, one)).toEqual({ answers: [], choices: [], papers: [] })
      const [there, back] = [changesOf(one, other), changesOf(other, one)]
      expect(there.answers.map(({ field }) => field)).toEqual(back.answers.map(({ field }) => field))
      expect(there.choices.map(({ criterion }) => criterion)).toEqual(back.choices.map(({ criterion }) => criterion))
      expect(there.papers.filter(({ change }) => change === 'added')).toHaveLength(
        back.papers.filter(({ change }) => change === 'removed').length,
      )
    }),
  )
})

test('a paper that was sent again as it was is no change; another file under the same name is', () => {
  const paper = { id: 'evi_a' as const, kind: 1 as const, title: 'Đăng ký kinh doanh', hash: 'h1', criteria: ['1.1'] }
  const before = { ...blank, evidence: [paper] }
  expect(changesOf(before, { ...blank, evidence: [{ ...paper, id: 'evi_b' }] }).papers).toEqual([])
  expect(changesOf(before, { ...blank, evidence: [{ ...paper, hash: 'h2' }] }).papers).toMatchObject([{ change: 'other-file' }])
  expect(changesOf(before, { ...blank, evidence: [{ ...paper, criteria: ['1.2'] }] }).papers).toMatchObject([{ change: 'other-criteria' }])
  expect(changesOf(before, blank).papers).toMatchObject([{ change: 'removed' }])
})

test('an answer that was not there before, or is not there any more, is a change', () => {
  expect(changesOf(blank, markets('Chợ')).answers).toMatchObject([
    { section: 'business', field: 'markets', before: undefined, after: 'Chợ' },
  ])
  expect(changesOf(markets('Chợ'), blank).answers).toMatchObject([{ words: [{ text: 'Chợ', in: 'before' }] }])
})
