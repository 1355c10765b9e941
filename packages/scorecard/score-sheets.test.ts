import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviation, formatFraction, formatHundredths, missingFor, readSheet, scoreSheets, scoredCriteria } from './index.ts'
import type { Choices, CriteriaSet, Sheet } from './index.ts'
import { anyChoices, anySet, anySheets, bands, council, fullPoints, set01, sets } from './fixtures.ts'

const one = (choices: Choices): Sheet[] => [{ member: 'm1', choices }]
function scored(set: CriteriaSet, sheets: readonly Sheet[]) {
  const outcome = scoreSheets(set, bands, sheets)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

/** 70 points with every minimum of set 01 met: the criteria without a mark give up 30. */
const seventy = fullPoints(set01, {
  '1.1': 0,
  '1.2': 0,
  '1.4': 0,
  '1.7': 0,
  '2.4': 0,
  '3.1': 0,
  '3.2': 0,
  '3.3': 0,
  '4.2': 0,
  '4.3': 0,
  '6.3': 0,
  '11.0': 0,
})

describe('set 01, worked by hand from the decision', () => {
  test('a sheet with full points has five stars, and no minimum is unmet', () => {
    expect(scored(set01, one(fullPoints(set01)))).toEqual({
      total: { numerator: 100, denominator: 1 },
      parts: { A: { numerator: 40, denominator: 1 }, B: { numerator: 25, denominator: 1 }, C: { numerator: 35, denominator: 1 } },
      level: 5,
      levelByPoints: 5,
      unmet: [],
    })
  })

  test('an empty sheet has one star and misses all 22 minimums', () => {
    const score = scored(set01, one({}))
    expect([score.level, score.levelByPoints, score.total.numerator, score.unmet.length]).toEqual([1, 1, 0, 22])
  })

  test('full points in parts A and B alone are 65 points but two stars: part C has three-star minimums', () => {
    const inC = scoredCriteria(set01, set01.parts[2]).map(({ code }) => [code, null])
    const score = scored(set01, one(fullPoints(set01, Object.fromEntries(inC))))
    expect([score.total.numerator, score.level, score.levelByPoints]).toEqual([65, 2, 3])
    expect(score.unmet.map(({ level, criterion, required }) => [level, criterion, required])).toEqual([
      [3, '9.0', 2],
      [3, '10.0', 1],
      [4, '6.1', 2],
      [4, '6.2', 3],
      [4, '8.0', 3],
      [4, '10.0', 3],
    ])
  })

  test('a sheet of 98 points that misses one four-star minimum has three stars', () => {
    const score = scored(set01, one(fullPoints(set01, { '2.1': 1 })))
    expect([score.total.numerator, score.level, score.levelByPoints]).toEqual([98, 3, 5])
    expect(score.unmet).toEqual([{ level: 4, criterion: '2.1', required: 3, got: { numerator: 1, denominator: 1 } }])
  })

  test('a sheet of 99 points that misses one five-star minimum has four stars', () => {
    expect(scored(set01, one(fullPoints(set01, { '1.3': 2 })))).toMatchObject({ level: 4, levelByPoints: 5 })
  })

  test('C30: an average of 69.996 points is three stars although it is shown as 70.00', () => {
    expect(scored(set01, one(seventy))).toMatchObject({ level: 4, levelByPoints: 4, unmet: [] })
    const score = scored(
      set01,
      council(250, (index) => (index === 0 ? { ...seventy, '6.4': 2 } : seventy)),
    )
    expect(score.total).toEqual({ numerator: 17_499, denominator: 250 })
    expect(formatHundredths(score.total)).toBe('70.00')
    expect([score.level, score.levelByPoints]).toEqual([3, 3])
  })

  // scoring-rule.md 6 to 8: exact averages, nothing rounded before it is compared. So many halves below or above the edge of a band.
  test.each([
    ['two sheets of 49 and 50', [49, 50], '49.50', 2],
    ['three of 50, 50 and 49', [50, 50, 49], '49.67', 2],
    ['200 of 50 and one of 49', [...Array<number>(200).fill(50), 49], '50.00', 2],
    ['exactly 50', [49, 51], '50.00', 3],
    ['two sheets of 69 and 70', [69, 70], '69.50', 3],
    ['200 of 70 and one of 69', [...Array<number>(200).fill(70), 69], '70.00', 3],
    ['exactly 70', [68, 72], '70.00', 4],
    ['two sheets of 89 and 90', [89, 90], '89.50', 4],
    ['200 of 90 and one of 89', [...Array<number>(200).fill(90), 89], '90.00', 4],
    ['exactly 90', [85, 95], '90.00', 5],
  ])('C30: on the edge of a band, %s reach the stars of the exact average and of no rounded one', (_, totals, shown, stars) => {
    const score = scored(
      set01,
      council(totals.length, (index) => lowered(100 - totals[index]!)),
    )
    expect([formatHundredths(score.total), score.levelByPoints]).toEqual([shown, stars])
  })

  /** Full points, but for so many that the first criteria give up, each at an option that it has. */
  function lowered(points: number): Choices {
    const choices = fullPoints(set01)
    let left = points
    for (const { code, max, options } of scoredCriteria(set01)) {
      const lost = [max, ...options.map((option) => max - option.points)].filter((loss) => loss <= left)
      left -= Math.max(0, ...lost)
      choices[code] = max - Math.max(0, ...lost)
    }
    expect(left).toBe(0)
    return choices
  }

  test('a minimum is compared with the average: 2.00 meets 2, and 1.99 does not', () => {
    const both = council(2, (index) => fullPoints(set01, { '2.2': index === 0 ? 1 : 3 }))
    expect(scored(set01, both).unmet).toEqual([])
    const nearly = council(100, (index) => fullPoints(set01, { '2.2': index === 0 ? 1 : 2 }))
    expect(scored(set01, nearly)).toMatchObject({
      level: 2,
      unmet: [{ level: 3, criterion: '2.2', required: 2, got: { numerator: 199, denominator: 100 } }],
    })
  })
})

test('the branches of a criterion count alike, and a composite takes its points from its children alone', () => {
  expect(scored(sets[25]!, one({ '8.0': 3, '9.0': 2, '15.0': 1 })).total.numerator).toBe(6)
  expect(scored(sets[10]!, one({ '6.1.1': 2, '6.2.3': 5 })).total.numerator).toBe(7)
  expect(scoreSheets(sets[10]!, bands, one({ '6.1': 4 }))).toMatchObject({ refusal: { code: 'unknown-criterion', criterion: '6.1' } })
})

test('one wrong sheet makes the whole scoring refused', () => {
  const refusal = (sheets: readonly Sheet[]) => scoreSheets(set01, bands, sheets)
  const good = { member: 'm1', choices: { '1.1': 3 } }
  expect(refusal([])).toEqual({ ok: false, refusal: { code: 'no-sheet' } })
  expect(refusal([good, good])).toEqual({ ok: false, refusal: { code: 'repeated-member', member: 'm1' } })
  expect(refusal([good, { member: 'm2', choices: { '9.9': 1 } }])).toEqual({
    ok: false,
    refusal: { code: 'unknown-criterion', member: 'm2', criterion: '9.9' },
  })
  expect(refusal(one(JSON.parse('{"__proto__":1}') as Choices))).toMatchObject({ refusal: { code: 'unknown-criterion' } })
  expect(refusal(one({ '1.1': 4 }))).toMatchObject({ refusal: { code: 'no-such-option', points: 4 } })
  expect(refusal(one({ '2.1': 2 }))).toMatchObject({ refusal: { code: 'no-such-option', criterion: '2.1' } })
  for (const wrong of [1.5, '3', true, Number.NaN, [3]]) {
    expect(refusal(one({ '1.1': wrong as number }))).toMatchObject({ refusal: { code: 'not-whole', criterion: '1.1' } })
  }
  expect(readSheet(set01, good)).toEqual({ ok: true, value: new Map([['1.1', 3]]) })
})

describe('always', () => {
  const anyCase = anySet.chain((set) => anySheets(set).map((sheets) => ({ set, sheets })))

  test('the total always lies between 0 and 100 and is the sum of its parts', () => {
    fc.assert(
      fc.property(anyCase, ({ set, sheets }) => {
        const { total, parts, level, levelByPoints } = scored(set, sheets)
        expect(total.numerator).toBeGreaterThanOrEqual(0)
        expect(total.numerator).toBeLessThanOrEqual(100 * total.denominator)
        expect(Object.values(parts).reduce((sum, part) => sum + part.numerator, 0)).toBe(total.numerator)
        expect(level).toBeLessThanOrEqual(levelByPoints)
      }),
    )
  })

  test('the order of the sheets never changes the score', () => {
    fc.assert(
      fc.property(anyCase, ({ set, sheets }) => {
        expect(scored(set, sheets.toReversed())).toEqual(scored(set, sheets))
      }),
    )
  })

  test('a council that agrees has the same score as one member', () => {
    fc.assert(
      fc.property(
        anySet.chain((set) => anyChoices(set).map((choices) => ({ set, choices }))),
        ({ set, choices }) => {
          const alone = scored(set, one(choices))
          const agreed = scored(
            set,
            council(7, () => choices),
          )
          expect([agreed.level, agreed.levelByPoints, formatFraction(agreed.total)]).toEqual([
            alone.level,
            alone.levelByPoints,
            formatFraction(alone.total),
          ])
        },
      ),
    )
  })

  test('a higher choice never lowers the level', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.nat(), ({ set, sheets }, who, what) => {
        const sheet = sheets[who % sheets.length]!
        const criteria = scoredCriteria(set)
        const { code, max } = criteria[what % criteria.length]!
        const raised = sheets.map((each) => (each === sheet ? { ...each, choices: { ...each.choices, [code]: max } } : each))
        expect(scored(set, raised).level).toBeGreaterThanOrEqual(scored(set, sheets).level)
      }),
    )
  })
})

describe('a self-assessment', () => {
  test('a self-assessment lists the missing points and, apart, each unmet minimum with the option that meets it', () => {
    const missing = missingFor(set01, bands, fullPoints(set01, { '2.1': 1, '10.0': 1 }), 4)
    expect(missing).toEqual({
      ok: true,
      value: {
        total: 94,
        level: 3,
        pointsMissing: 0,
        unmet: [
          {
            level: 4,
            criterion: '2.1',
            name: 'Nguồn gốc ý tưởng sản phẩm',
            required: 3,
            got: 1,
            option: set01.parts[0]!.sections[1]!.criteria[0]!.options[2],
          },
          {
            level: 4,
            criterion: '10.0',
            name: 'ĐẢM BẢO CHẤT LƯỢNG SẢN PHẨM',
            required: 3,
            got: 1,
            option: scoredCriteria(set01).find(({ code }) => code === '10.0')!.options[1],
          },
        ],
      },
    })
  })

  test('a self-assessment counts the points to the requested level, and lists no minimum above it', () => {
    const missing = missingFor(set01, bands, { '1.1': 3 }, 3)
    expect(missing).toMatchObject({ ok: true, value: { total: 3, level: 1, pointsMissing: 47 } })
    expect(missing.ok && missing.value.unmet.map(({ level }) => level)).toEqual([3, 3, 3, 3, 3, 3, 3])
    expect(missingFor(set01, bands, { '1.1': 9 }, 3)).toMatchObject({ ok: false, refusal: { code: 'no-such-option' } })
    expect(() => missingFor(set01, bands, {}, 6)).toThrow(RangeError)
  })

  test('a self-assessment with every missing minimum supplied has no unmet minimum up to the level', () => {
    fc.assert(
      fc.property(
        anySet.chain((set) => anyChoices(set).map((choices) => ({ set, choices }))),
        fc.constantFrom(3, 4, 5),
        ({ set, choices }, level) => {
          const missing = missingFor(set, bands, choices, level)
          if (!missing.ok) throw new Error(missing.refusal.code)
          const { unmet, pointsMissing } = missing.value
          const supplied = Object.fromEntries(unmet.map(({ criterion, option }) => [criterion, option.points]))
          const after = scored(set, one({ ...choices, ...supplied }))
          expect(after.unmet.filter((minimum) => minimum.level <= level)).toEqual([])
          expect(missing.value.level >= level).toBe(unmet.length === 0 && pointsMissing === 0)
        },
      ),
    )
  })
})

test('a score is rounded half up only when it is written, and a fraction is in lowest terms', () => {
  expect(formatHundredths({ numerator: 14_069, denominator: 201 })).toBe('70.00')
  expect(formatHundredths({ numerator: 209, denominator: 3 })).toBe('69.67')
  expect(formatHundredths({ numerator: 1, denominator: 200 })).toBe('0.01')
  expect(formatHundredths({ numerator: 1, denominator: 201 })).toBe('0.00')
  expect(formatHundredths({ numerator: 100, denominator: 1 })).toBe('100.00')
  expect(formatFraction({ numerator: 28_138, denominator: 402 })).toBe('14069/201')
  expect(formatFraction({ numerator: 140, denominator: 2 })).toBe('70')
  expect(formatFraction({ numerator: 0, denominator: 7 })).toBe('0')
})

test('the deviation of the members is the range of their totals', () => {
  const sheets = [
    { member: 'm1', choices: { '1.1': 3, '1.2': 2 } },
    { member: 'm2', choices: { '1.1': 1, '1.2': null } },
    { member: 'm3', choices: { '1.1': 2, '1.2': 2 } },
  ]
  expect(deviation(sheets)).toEqual({
    range: 4,
    totals: [
      { member: 'm1', total: 5 },
      { member: 'm2', total: 1 },
      { member: 'm3', total: 4 },
    ],
  })
  expect(deviation([]).range).toBe(0)
})
