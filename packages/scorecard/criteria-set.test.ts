import { describe, expect, test } from 'vitest'
import { minimums, scoredCriteria, verifySet } from './index.ts'
import { set01, sets } from './fixtures.ts'

/** "Tối thiểu 3★/4★/5★" per set, as tabulated from the decision. */
const minimumCounts =
  '7/12/3 7/13/6 7/13/6 7/14/6 8/13/5 8/13/5 8/14/6 8/14/6 8/14/6 8/13/6 8/12/3 8/14/3 8/10/3 8/10/3 8/13/3 7/9/4 8/12/3 7/10/3 7/10/3 7/10/3 7/9/4 6/8/4 5/11/4 4/7/5 4/9/3 1/2/0'

describe('the sets of decision 26/2026/QĐ-TTg', () => {
  test('decision 26/2026/QĐ-TTg has 26 sets with 779 criteria and 2,579 options', () => {
    const all = sets
      .flatMap((set) => set.parts)
      .flatMap((part) => part.sections)
      .flatMap((section) => section.criteria)
    expect(sets).toHaveLength(26)
    // A composite counts as one; its children are the lines that are answered.
    expect(all.filter((criterion) => criterion.parent === undefined)).toHaveLength(779)
    expect(all.filter((criterion) => criterion.composite)).toHaveLength(4)
    expect(sets.flatMap((set) => scoredCriteria(set))).toHaveLength(779 - 4 + 12)
    expect(all.flatMap((criterion) => criterion.options)).toHaveLength(2579)
  })

  test.each(sets)('set $code $name adds up, and its parts to 40 + 25 + 35', (set) => {
    expect(verifySet(set)).toEqual([])
    expect(set.parts.map((part) => [part.code, part.max])).toEqual([
      ['A', 40],
      ['B', 25],
      ['C', 35],
    ])
  })

  test('the sets have as many minimums per star as the decision marks', () => {
    const counted = sets.map((set) => [3, 4, 5].map((level) => minimums(set).filter((minimum) => minimum.level === level).length).join('/'))
    expect(counted.join(' ')).toBe(minimumCounts)
  })

  test('the minimums of a set are listed by level, then in the order of the set', () => {
    expect(minimums(set01)[0]).toEqual({ level: 3, criterion: '2.2', required: 2 })
    expect(
      minimums(set01)
        .filter((minimum) => minimum.level === 5)
        .map((minimum) => minimum.criterion),
    ).toEqual(['1.3', '1.5', '4.1'])
  })
})

describe('a set that does not add up', () => {
  const edited = (edit: (copy: ReturnType<typeof mutable>) => void) => {
    const copy = mutable()
    edit(copy)
    return verifySet(copy)
  }
  type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> }
  const mutable = () => structuredClone(set01) as Mutable<typeof set01>

  test('a set that does not add up is reported with the place of each fault', () => {
    const first = (copy: ReturnType<typeof mutable>) => copy.parts[0]!.sections[0]!.criteria[0]!
    expect(edited((copy) => (copy.parts[0]!.max = 35))).toEqual([{ code: 'wrong-sum', at: 'A', stated: 35, found: 40 }])
    expect(edited((copy) => (first(copy).max = 4))).toEqual([
      { code: 'wrong-sum', at: 'A 1', stated: 18, found: 19 },
      { code: 'wrong-sum', at: '1.1', stated: 4, found: 3 },
    ])
    expect(edited((copy) => (first(copy).options = []))).toEqual([{ code: 'unanswerable-criterion', at: '1.1' }])
    expect(edited((copy) => (first(copy).code = '1.2'))).toEqual([{ code: 'repeated-criterion', at: '1.2' }])
    expect(edited((copy) => (first(copy).options[0]!.minimumFor = 3))).toEqual([{ code: 'conditions-differ', at: '3 1.1 1' }])
    expect(edited((copy) => (copy.conditions!['4star'] = []))).toHaveLength(12)
  })
})
