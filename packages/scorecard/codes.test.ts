import { expect, test } from 'vitest'
import { sectionCodeOf, setNumberOf } from './index.ts'
import { sets } from './fixtures.ts'

test('the code of a criterion gives its section, and the code of a set gives its number', () => {
  expect([sectionCodeOf('6.1.1'), sectionCodeOf('11.0'), sectionCodeOf('7')]).toEqual(['6', '11', '7'])
  for (const set of sets) {
    expect(Number(setNumberOf(set.code))).toBe(sets.indexOf(set) + 1)
    for (const section of set.parts.flatMap((part) => part.sections))
      for (const { code } of section.criteria) expect(sectionCodeOf(code)).toBe(section.code)
  }
})
