import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averageOf, bearsName, markOfRanking, rankEntries } from './rules.ts'
import type { Judged, Prize } from './rules.ts'

const prize = (rank: number, places: number): Prize => ({ rank, says: `Giải ${rank}`, places, valueVnd: 0 })
const entry = (number: number, ...sums: number[]): Judged => ({ id: `cen_${number}`, number, sums })
const prizes = [prize(1, 1), prize(2, 2)]
const told = (entries: Judged[], votes: number[][] = []) =>
  rankEntries(entries, prizes, votes).lines.map(({ number, place, prize: rank }) => [number, place, rank])

describe('the order of a contest', () => {
  test('is by the average, not by the sum: whoever had a juror in conflict loses nothing by it', () => {
    expect(told([entry(1, 80, 80, 80), entry(2, 90, 85)])).toEqual([
      [2, 1, 1],
      [1, 2, 2],
    ])
  })

  test('is by exact fractions: a third more or less is seen', () => {
    // 250/3 = 83.333… and 8333/100 rounded alike
    expect(told([entry(1, 83, 83, 84), entry(2, 83, 83, 83)])[0]).toEqual([1, 1, 1])
    expect(averageOf({ points: 250, sheets: 3 })).toBe('83,33')
  })

  test('equals share a place and the prize that all their places have, and the next place is skipped', () => {
    expect(told([entry(1, 90), entry(2, 80), entry(3, 80), entry(4, 70)])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 2, 2],
      [4, 4, null],
    ])
  })

  test('equals across the edge of a prize have none until the jury has voted over exactly them', () => {
    const equal = [entry(1, 80), entry(2, 80), entry(3, 70)]
    const open = rankEntries(equal, prizes)
    expect(open.ties).toEqual([[1, 2]])
    expect(open.lines.map(({ prize: rank }) => rank)).toEqual([null, null, 2])
    expect(rankEntries(equal, prizes, [[2, 3]]).ties).toEqual([[1, 2]])
    expect(told(equal, [[1, 2], [2, 1]])).toEqual([[2, 1, 1], [1, 2, 2], [3, 3, 2]]) // prettier-ignore
  })

  test('equals across the last prize and none are a tie too', () => {
    expect(rankEntries([entry(1, 90), entry(2, 80), entry(3, 80), entry(4, 80)], prizes).ties).toEqual([[2, 3, 4]])
  })

  test('an entry that nobody could score is named and stands nowhere', () => {
    expect(rankEntries([entry(1, 50), entry(2)], prizes)).toMatchObject({ unscored: [2], lines: [{ number: 1 }] })
  })
})

const anyEntries = fc
  .array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 7 }), { maxLength: 30 })
  .map((all) => all.map((sums, at) => entry(at + 1, ...sums)))
const anyPrizes = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((places, at) => prize(at + 1, places)))

describe('whatever is scored', () => {
  test('does not depend on the order in which entries are read', () => {
    fc.assert(
      fc.property(anyEntries, anyPrizes, fc.infiniteStream(fc.nat()), (entries, some, keys) => {
        const shuffled = entries.map((one) => ({ one, key: keys.next().value })).toSorted((a, b) => a.key - b.key)
        expect(rankEntries(shuffled.map(({ one }) => one), some)).toEqual(rankEntries(entries, some)) // prettier-ignore
      }),
    )
  })

  test('no worse average has a better place, equals have the same, and no more prizes are given than there are', () => {
    fc.assert(
      fc.property(anyEntries, anyPrizes, (entries, some) => {
        const { lines, ties } = rankEntries(entries, some)
        expect(lines).toHaveLength(entries.length)
        for (const one of lines)
          for (const other of lines) {
            const difference = one.points * other.sheets - other.points * one.sheets
            if (difference > 0) expect(one.place).toBeLessThan(other.place)
            if (difference === 0) expect([one.place, one.prize]).toEqual([other.place, other.prize])
            // A better one never has a lesser prize.
            if (difference > 0 && other.prize !== null && ties.length === 0) expect(one.prize!).toBeLessThanOrEqual(other.prize)
          }
        for (const { rank, places } of some) expect(lines.filter((line) => line.prize === rank).length).toBeLessThanOrEqual(places)
      }),
    )
  })

  test('is decided to the last prize once every tie is voted on', () => {
    fc.assert(
      fc.property(anyEntries, anyPrizes, (entries, some) => {
        const { ties } = rankEntries(entries, some)
        const decided = rankEntries(entries, some, ties.map((tie) => tie.toReversed())) // prettier-ignore
        expect(decided.ties).toEqual([])
        const slots = some.reduce((sum, { places }) => sum + places, 0)
        expect(decided.lines.filter((line) => line.prize !== null)).toHaveLength(Math.min(slots, entries.length))
      }),
    )
  })

  test('a mark of what was seen changes with every point', () => {
    fc.assert(
      fc.property(
        anyEntries.filter(({ length }) => length > 0),
        anyPrizes,
        fc.nat(),
        (entries, some, which) => {
          const at = which % entries.length
          const changed = entries.map((one, index) => (index === at ? { ...one, sums: [...one.sums, 1] } : one))
          expect(markOfRanking(rankEntries(changed, some))).not.toBe(markOfRanking(rankEntries(entries, some)))
        },
      ),
    )
  })
})

test('a contest of a fair bears its name, however it is written', () => {
  expect(bearsName('Cuộc thi thiết kế giỏ quà – HỘI CHỢ OCOP Trà Vinh 2027', 'Hội chợ OCOP Trà Vinh')).toBe(true)
  expect(bearsName('Cuộc thi thiết kế giỏ quà Tết', 'Hội chợ OCOP Trà Vinh')).toBe(false)
})
