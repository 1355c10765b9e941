import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesOf,
  checkInWindow,
  earns,
  effectOf,
  fileLacks,
  isNow,
  lastLines,
  latestOf,
  minutesOf,
  mostPoints,
  overlaps,
  pointsOf,
  reaches,
  readQuestions,
  readSchedule,
  sessionsAttended,
  shareOut,
  sizeFits,
  weakCriteria,
} from './rules.ts'
import type { ScoredProduct } from './rules.ts'
import { codeOfSession, isCodeOfSession } from './secret.ts'

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

describe('a code of a session', () => {
  const hours = { beginsAt: new Date('2026-12-10T01:00:00Z'), endsAt: new Date('2026-12-10T04:30:00Z') }
  test('opens in the hours of its session and a little around them, and at no other time', () => {
    const window = checkInWindow(hours, { before: 30, after: 15 })
    const at = (text: string) => isNow(window, new Date(text))
    expect([at('2026-12-10T00:30:00Z'), at('2026-12-10T04:45:00Z')]).toEqual([true, true])
    expect([at('2026-12-10T00:29:59Z'), at('2026-12-10T04:45:01Z'), at('2026-12-11T01:00:00Z')]).toEqual([false, false, false])
  })

  test('is that of no other session and of no other hours', () => {
    const session = { id: 'tse_1' as const, secret: 's', ...hours }
    const code = codeOfSession(session)
    expect(isCodeOfSession(session, code)).toBe(true)
    for (const other of [
      { ...session, id: 'tse_2' as const },
      { ...session, secret: 't' },
      { ...session, endsAt: new Date('2026-12-10T05:00:00Z') },
    ])
      expect(isCodeOfSession(other, code)).toBe(false)
    expect(isCodeOfSession(session, '')).toBe(false)
  })
})

describe('attendance', () => {
  const line = (participantId: string, seq: number, present: boolean) => ({ sessionId: 's', participantId, seq, present })
  test('is what the last line of somebody says, in whatever order lines come', () => {
    for (const lines of [
      [line('a', 1, true), line('a', 2, false)],
      [line('a', 2, false), line('a', 1, true)],
    ])
      expect(lastLines(lines).get('s a')?.present).toBe(false)
    expect(sessionsAttended([line('a', 1, true), { ...line('a', 1, true), sessionId: 't' }, line('b', 1, false)])).toEqual(
      new Map([['a', 2]]),
    )
  })

  test('that is entered again writes what is new and what is turned round, and nothing that says the same', () => {
    const before = new Map([['a', { present: true, seq: 1 }], ['b', { present: false, seq: 3 }]]) // prettier-ignore
    const marked = [{ participantId: 'a', present: true }, { participantId: 'b', present: true }, { participantId: 'c', present: false }] // prettier-ignore
    expect(changesOf(before, marked)).toEqual({ fresh: [marked[2]], turned: [{ ...marked[1], seq: 3 }] })
  })
})

describe('a test', () => {
  test('is read a question a line, with one right answer', () => {
    const read = readQuestions('2; Nhãn phải có gì?; Giá; *Tên, địa chỉ\n1; Bao bì?; * Sạch; Bẩn')
    expect(read).toEqual([
      { position: 1, says: 'Nhãn phải có gì?', options: ['Giá', 'Tên, địa chỉ'], answer: 1, points: 2 },
      { position: 2, says: 'Bao bì?', options: ['Sạch', 'Bẩn'], answer: 0, points: 1 },
    ])
    for (const wrong of ['Câu; A; *B', '1; Câu hỏi; A; B', '1; Câu hỏi; *A; *B', '1; Câu hỏi; *A', '0; Câu hỏi; *A; B'])
      expect(readQuestions(wrong)).toEqual({ wrong })
    expect(pointsOf(read as never, { 1: 1, 2: 1 })).toBe(2)
    expect(mostPoints(read as never)).toBe(3)
  })

  test('is passed at the percentage exactly, without rounding', () => {
    expect(reaches(2, 3, 66)).toBe(true)
    expect(reaches(2, 3, 67)).toBe(false)
    expect(reaches(4, 5, 80)).toBe(true)
  })
})

describe('a cost of several classes', () => {
  test('is parted by its key, and the parts are the whole to the đồng', () => {
    const classes = [{ id: 'a', minutes: 420, people: 30 }, { id: 'b', minutes: 210, people: 0 }, { id: 'c', minutes: 211, people: 17 }] // prettier-ignore
    expect(shareOut(10, classes, 'classes')!.map(({ amount }) => amount)).toEqual([4, 3, 3])
    expect(shareOut(100, classes, 'people')!.map(({ amount }) => amount)).toEqual([64, 0, 36])
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom('hours' as const, 'people' as const, 'classes' as const),
        (total, key) => {
          expect(shareOut(total, classes, key)!.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
        },
      ),
    )
    expect(shareOut(10, [{ id: 'a', minutes: 1, people: 0 }], 'people')).toBeNull()
  })
})

describe('acceptance', () => {
  test('certificates are for whoever came often enough and passed, and of the test only where there is one', () => {
    const law = { attendPercent: 80, passPercent: 50 }
    const of = (attended: number, test: { points: number; most: number } | null, hasTest: boolean) =>
      earns({ id: 'a', attended, test }, { sessions: 5, hasTest }, law)
    expect([of(4, null, false), of(3, null, false)]).toEqual([true, false])
    expect([of(5, { points: 5, most: 10 }, true), of(5, { points: 4, most: 10 }, true), of(5, null, true)]).toEqual([true, false, false])
  })

  test('says what the file lacks, by session', () => {
    const whole = { sessions: [{ number: 1, marked: 3, sheets: 1 }], listed: 3, earned: 2, certified: 2, costs: 1 }
    expect(fileLacks(whole)).toEqual([])
    expect(fileLacks({ ...whole, sessions: [{ number: 1, marked: 2, sheets: 0 }], certified: 1, costs: 0 })).toEqual([
      { part: 'attendance', sessions: [1] },
      { part: 'sheets', sessions: [1] },
      { part: 'certificates', sessions: [] },
      { part: 'costs', sessions: [] },
    ])
  })
})

describe('the effect of a course', () => {
  const at = (productId: string, points: number, day: string) => scored(productId, points, { closedAt: new Date(day) })
  const asked = { taughtAt: new Date('2026-07-01'), criteria: [{ setCode: 'QD26-07', criterion: '3.1' }], leastProducts: 1 }

  test('is what products of who was taught gained on its criteria, beside the others, from the last cycle before to the first after', () => {
    const results = [
      at('a', 1, '2025-01-01'), at('a', 3, '2026-06-01'), at('a', 12, '2026-09-01'), at('a', 15, '2027-09-01'),
      at('b', 6, '2026-06-01'), at('b', 9, '2026-09-01'),
    ] // prettier-ignore
    expect(effectOf(results, { ...asked, producers: new Set(['pro_a']) })).toEqual({
      taught: { products: 1, before: 2000, after: 8000, gain: 6000 },
      others: { products: 1, before: 4000, after: 6000, gain: 2000 },
      isFew: false,
    })
  })

  test('of few products is said to be of few, and of other criteria or one cycle alone there is none', () => {
    const two = [at('a', 3, '2026-06-01'), at('a', 12, '2026-09-01')]
    expect(effectOf(two, { ...asked, producers: new Set(['pro_a']) })).toMatchObject({ others: null, isFew: true })
    expect(
      effectOf(two, { ...asked, criteria: [{ setCode: 'QD26-06', criterion: '3.1' }], producers: new Set(['pro_a']) }).taught,
    ).toBeNull()
    expect(effectOf([two[0]!], { ...asked, producers: new Set(['pro_a']) }).taught).toBeNull()
  })
})
