import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import '../rooms.ts'
import { declaredTopics } from './index.ts'
import { readLegalRules } from './legal-rules.ts'
import { sayBounds } from './rules/bounds.ts'
import { declarationOf, judgeValue } from './topics.ts'

const usable = (topic: string, value: unknown) => judgeValue(topic, value).usable
const saidOf = (topic: string, value: unknown) => {
  const judged = judgeValue(topic, value)
  return judged.usable ? null : judged.says
}

describe('the bounds of every topic, as its room declares them', () => {
  const topics = declaredTopics()

  test('every value that is not a yes or no has bounds, said in whole sentences', () => {
    const unbound = topics.filter((name) => {
      const declaration = declarationOf(name)
      return !(declaration.shape instanceof z.ZodBoolean) && sayBounds(declaration).length === 0
    })
    expect(unbound).toEqual([])
    for (const name of topics) for (const says of sayBounds(declarationOf(name))) expect(says).toMatch(/^\p{Lu}.*\.$/u)
  })

  test.each(topics.filter((name) => declarationOf(name).range))('%s takes its least and its most, and nothing beyond', (name) => {
    const { least, most } = declarationOf(name).range!
    expect([least, most].filter((value) => !usable(name, value))).toEqual([])
    for (const value of [least - 1, most + 1, -1, Number.MAX_SAFE_INTEGER, 9e15]) {
      const says = saidOf(name, value)
      expect(says).toContain(String(least))
      expect(says).toContain(String(most))
    }
    for (const other of ['15', null, [], {}, true]) expect(judgeValue(name, other)).toEqual({ usable: false, says: null })
  })

  test.each(readLegalRules().map((row) => [row.topic, row.effectiveFrom, row] as const))(
    'the real value of %s from %s is possible',
    (_, __, row) => {
      expect(judgeValue(row.topic, row.value)).toEqual({ usable: true, value: row.value })
    },
  )

  test('real values of one time break no relation between their topics', () => {
    const rows = readLegalRules().filter(({ effectiveFrom }) => effectiveFrom >= '2026-05-22')
    const valueOf = (topic: string) => rows.find((row) => row.topic === topic)!.value
    const related = topics.flatMap((name) => (declarationOf(name).relations ?? []).map((relation) => ({ name, relation })))
    expect(related.length).toBeGreaterThanOrEqual(5)
    for (const { name, relation } of related) expect([name, relation.holds(valueOf(name), valueOf(relation.topic))]).toEqual([name, true])
  })

  test('what decides who comes in, and how, belongs to administrators', () => {
    const ofAdministrators = topics.filter((name) => declarationOf(name).administratorsOnly)
    expect(ofAdministrators).toEqual(topics.filter((name) => name.startsWith('sign-in.')))
    expect(ofAdministrators.length).toBeGreaterThan(0)
  })
})

const scale = (...min: number[]) => min.map((points, at) => ({ level: 5 - at, min: points }))
const day = (text: string, yearOffset = 0) => ({ day: text, yearOffset })
const round = (no: number, ...steps: { day: string; yearOffset: number }[]) => ({
  round: no,
  communeProposesBefore: steps[0],
  provinceFinishesBefore: steps[1],
  sentToMinistryBefore: steps[2],
  ministryFinishesBefore: steps[3],
})
const first = round(1, day('04-30'), day('06-30'), day('07-30'), day('09-30'))
const second = round(2, day('10-30'), day('12-30'), day('01-30', 1), day('03-30', 1))

// Written by hand: what the law has said, may one day say, and never will.
describe('a value', () => {
  test.each<[string, unknown[]]>([
    ['star.bands', [scale(90, 70, 50, 30, 0), scale(85, 75, 60, 40, 0), scale(95, 80, 65, 50, 0)]],
    ['star.recognised-from', [2, 3, 4]],
    ['star.authority', [{ '3': 'Chủ tịch UBND tỉnh', '4': 'Chủ tịch UBND tỉnh', '5': 'Bộ trưởng' }]],
    ['star.ministry-from-points', [85, 90, 92.5]],
    ['council.quorum-percent', [50, 66, 67, 70, 75, 80, 100]],
    ['council.deviation-points', [0, 5, 10, 15, 20]],
    ['certificate.validity-months', [24, 36, 48, 60]],
    ['certificate.extension-days', [0, 90, 180]],
    [
      'renewal.window-days',
      [
        { from: 180, to: 120 },
        { from: 90, to: 0 },
        { from: 365, to: 30 },
      ],
    ],
    ['renewal.reminder-days', [[365, 270, 180, 150, 120], [400, 200], [30]]],
    ['message.paper-reminder-days', [[30, 7], [60], [365, 1]]],
    ['council.reminder-days', [[3, 0], [10, 5, 1], [0]]],
    ['transition.reminder-days', [[15, 5], [30]]],
    [
      'message.quiet-hours',
      [
        { from: 22, to: 7 },
        { from: 0, to: 6 },
        { from: 21, to: 8 },
      ],
    ],
    ['message.ads-per-day', [1, 3, 10]],
    ['message.digest-hour', [5, 7, 20]],
    ['retention.message-months', [1, 12, 120]],
    ['round.deadlines', [[first, second], [first], [round(1, day('04-30'), day('04-30'), day('07-30'), day('07-30', 1))]]],
    ['order.hold-minutes', [15, 30, 60, 1440]],
    ['dossier.immediate-refusals', [[], ['forged']]],
    ['producer.kinds', [['cooperative', 'tourism-association']]],
    ['label.required-facts', [{ '*': ['place'] }, { '*': ['place', 'net-content'], craft: [] }]],
    ['label.star-states', [['certified'], ['certified', 'expiring', 'undated']]],
    [
      'label.till-module-mm',
      [
        { least: 0.396, most: 0.99 },
        { least: 0.396, most: 0.743 },
        { least: 0.375, most: 0.99 },
      ],
    ],
    ['seller.verification-required', [true, false]],
    ['retention.order-months', [12, 24, 36, 60, 120]],
    [
      'sign-in.two-factor-roles',
      [
        ['administrator', 'provincial-officer'],
        ['administrator', 'provincial-officer', 'producer'],
      ],
    ],
  ])('a value of %s that is or may become the law is possible', (topic, values) => {
    for (const value of values) expect([value, judgeValue(topic, value)]).toEqual([value, { usable: true, value }])
  })

  test.each<[string, unknown, string]>([
    // The list of finding H4, one by one.
    ['sign-in.two-factor-roles', [], 'administrator và provincial-officer'],
    ['council.quorum-percent', 1, 'từ 50 đến 100'],
    ['star.bands', [{ level: 5, min: 1 }], 'đủ năm hạng'],
    ['star.bands', [], 'đủ năm hạng'],
    ['certificate.validity-months', 100_000, 'từ 12 đến 120'],
    ['order.hold-minutes', 1e9, 'từ 5 đến 4320'],
    ['renewal.window-days', { from: 9_000_000_000_000_000, to: 1 }, 'từ 1 đến 730'],
    // And their neighbours.
    ['sign-in.two-factor-roles', ['administrator'], 'administrator và provincial-officer'],
    ['sign-in.two-factor-roles', ['administrator', 'provincial-officer', 'king'], 'vai trò của hệ thống'],
    ['sign-in.two-factor-roles', ['administrator', 'provincial-officer', 'administrator'], 'không vai trò nào lặp lại'],
    ['star.bands', scale(4, 3, 2, 1, 0), '5 sao từ 80 đến 98'],
    ['star.bands', scale(90, 70, 50, 30, 10), '1 sao từ 0'],
    ['star.bands', scale(90, 50, 70, 30, 0), 'giảm dần'],
    ['star.bands', scale(90, 90, 50, 30, 0), 'giảm dần'],
    ['star.bands', scale(90, 70, 50, 30, 0).toReversed(), 'từ 5 sao xuống 1 sao'],
    ['star.bands', scale(90, 70, 50, 30), 'đủ năm hạng'],
    ['star.recognised-from', 1, 'từ 2 đến 4'],
    ['star.authority', {}, 'ít nhất một hạng'],
    ['star.authority', { '6': 'Thủ tướng' }, 'từ 1 đến 5'],
    ['star.authority', { '3': ' ' }, 'từ 3 đến 200 chữ'],
    ['renewal.window-days', { from: 120, to: 180 }, 'mở trước khi đóng'],
    ['renewal.window-days', { from: 120, to: 120 }, 'mở trước khi đóng'],
    ['message.quiet-hours', { from: 7, to: 7 }, 'khác nhau'],
    ['message.quiet-hours', { from: 22, to: 24 }, 'từ 0 đến 23'],
    ['message.paper-reminder-days', [7, 30], 'từ xa đến gần'],
    ['renewal.reminder-days', [], 'ít nhất 1'],
    ['council.reminder-days', [0, 3], 'từ xa đến gần'],
    ['council.reminder-days', [61], 'từ 0 đến 60'],
    ['transition.reminder-days', [5, 15], 'từ xa đến gần'],
    ['renewal.reminder-days', [120, 180], 'từ xa đến gần'],
    ['renewal.reminder-days', [5000], 'từ 1 đến 1095'],
    ['round.deadlines', [], 'ít nhất 1'],
    ['round.deadlines', [second], 'đánh số 1, 2, 3'],
    ['round.deadlines', [{ ...first, communeProposesBefore: day('02-30') }], 'ngày có trong mọi năm'],
    ['round.deadlines', [{ ...first, communeProposesBefore: day('02-29') }], 'ngày có trong mọi năm'],
    ['round.deadlines', [{ ...first, communeProposesBefore: day('07-01') }], 'Bốn hạn của một đợt'],
    ['round.deadlines', [first, { ...first, round: 2 }], 'đợt sau phải sau'],
    ['council.composition', [], 'ít nhất 1'],
    ['council.composition', ['agriculture', 'agriculture'], 'không mục nào lặp lại'],
    ['council.deviation-points', 100, 'từ 0 đến 50'],
    ['withdrawal.reasons', [], 'ít nhất 1'],
    ['withdrawal.reasons', ['Khai sai'], 'chữ thường'],
    ['producer.kinds', [], 'ít nhất 1'],
    ['transition.finish-days', { 'first-or-upgrade': 0, renewal: 30 }, 'từ 1 đến 365'],
    ['label.required-facts', {}, 'xuất xứ'],
    ['label.required-facts', { '*': ['place'], moon: ['expiry'] }, 'quầy hàng'],
    ['label.star-states', [], 'certified'],
    ['label.star-states', ['expiring'], 'certified'],
    ['label.till-module-mm', { least: 0.99, most: 0.396 }, 'least không lớn hơn most'],
    ['label.till-module-mm', { least: 0.0396, most: 0.99 }, 'từ 0,2 mm'],
    ['label.till-module-mm', { least: 0.396, most: 99 }, 'đến 2 mm'],
    ['retention.order-months', 0, 'từ 1 đến 240'],
    ['personal-data.breach-notice-hours', 0, 'từ 1 đến 168'],
  ])('an impossible value of %s (%j) is refused with its bound', (topic, value, says) => {
    expect(saidOf(topic, value)).toContain(says)
  })
})
