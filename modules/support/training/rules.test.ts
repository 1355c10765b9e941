import { describe, expect, test } from 'vitest'
import { latestOf, minutesOf, overlaps, readSchedule, sizeFits, weakCriteria } from './rules.ts'
import type { ScoredProduct } from './rules.ts'

const scored = (productId: string, points: number, given: Partial<ScoredProduct> = {}): ScoredProduct => ({
  productId,
  producerId: `pro_${productId}`,
  communeCode: '29308',
  communeName: 'Cầu Kè',
  setCode: 'QD26-07',
  closedAt: new Date('2026-06-01T00:00:00Z'),
  criteria: [{ code: '3.1', name: 'Bao bì', max: 5, numerator: points, denominator: 3 }],
  ...given,
})

describe('needs', () => {
  const law = { belowPercent: 60, leastProducts: 2 }

  test('are criteria of which several products of one commune and one set have few of the points', () => {
    // 6/15 and 9/15 of the points: half of them together.
    expect(weakCriteria([scored('a', 6), scored('b', 9)], law)).toEqual([
      { communeCode: '29308', communeName: 'Cầu Kè', setCode: 'QD26-07', code: '3.1', name: 'Bao bì', products: 2, share: 5000 },
    ])
    expect(weakCriteria([scored('a', 9), scored('b', 9)], law)).toEqual([])
  })

  test('are not told of one product alone, nor over the border of a commune or a set', () => {
    expect(weakCriteria([scored('a', 3)], law)).toEqual([])
    expect(weakCriteria([scored('a', 3), scored('b', 3, { communeCode: '29309' })], law)).toEqual([])
    expect(weakCriteria([scored('a', 3), scored('b', 3, { setCode: 'QD26-06' })], law)).toEqual([])
  })

  test('stand on the latest result of each product: what was learnt meanwhile is no need', () => {
    const later = scored('a', 15, { closedAt: new Date('2026-10-01T00:00:00Z') })
    for (const results of [
      [scored('a', 3), later],
      [later, scored('a', 3)],
    ]) {
      expect(latestOf(results)).toEqual([later])
      expect(weakCriteria([...results, scored('b', 12)], law)).toEqual([])
    }
  })
})

describe('the timetable of a class', () => {
  test('is read a session a line, in the hours of Việt Nam', () => {
    const read = readSchedule('2026-12-10 08:00-11:30; Nhãn hàng\n\n2026-12-11 13:30 – 16:00; Bao bì')
    expect(read).toEqual([
      { topic: 'Nhãn hàng', beginsAt: new Date('2026-12-10T01:00:00Z'), endsAt: new Date('2026-12-10T04:30:00Z') },
      { topic: 'Bao bì', beginsAt: new Date('2026-12-11T06:30:00Z'), endsAt: new Date('2026-12-11T09:00:00Z') },
    ])
    expect(minutesOf(read as never)).toBe(360)
  })

  test('names the line that means nothing', () => {
    for (const line of ['ngày mai', '2026-13-40 08:00-11:30; x x', '2026-12-10 11:30-08:00; Bao bì', '2026-12-10 08:00-11:30;'])
      expect(readSchedule(`2026-12-10 08:00-11:30; Nhãn\n${line}`)).toEqual({ wrong: line })
  })

  test('has no two sessions at one time, and one may begin as another ends', () => {
    const at = (text: string) => readSchedule(text) as { beginsAt: Date; endsAt: Date }[]
    expect(overlaps(at('2026-12-10 08:00-11:30; Aa\n2026-12-10 11:30-12:00; Bb'))).toBe(false)
    expect(overlaps(at('2026-12-10 10:00-12:00; Aa\n2026-12-10 08:00-11:30; Bb'))).toBe(true)
  })
})

test('a class is as large as the law of its kind asks', () => {
  const law = { least: 20, most: 60 }
  expect(sizeFits({ least: 20, places: 60 }, law)).toBe(true)
  for (const wrong of [
    { least: 19, places: 30 },
    { least: 20, places: 61 },
    { least: 30, places: 29 },
  ])
    expect(sizeFits(wrong, law)).toBe(false)
})
