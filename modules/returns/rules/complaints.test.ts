import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { describe, expect, test } from 'vitest'
import { wishes } from '../acts.ts'
import type { Wish } from '../acts.ts'
import { askableReasons, isLateToCome, refuseWish, termsOfReason } from './complaints.ts'
import { mostOfCase, refuseAgreement } from './settling.ts'

const handedOverAt = new Date('2026-11-23T10:00:00+07:00')
const keys = [
  'not-as-described',
  'damaged',
  'wrong-goods',
  'expired',
  'short',
  'changed-mind',
  'not-received',
  'service',
  'other',
  'of-later',
]
const rule = keys.map((key) => ({ key, says: key, days: 7, always: false }))

/** For each reason what may be asked once goods came, and whether goods may come back. */
const asked: Record<string, [mayAsk: Wish[], comesBack: boolean]> = {
  'not-as-described': [['refund', 'part', 'exchange'], true],
  damaged: [['refund', 'part', 'exchange'], true],
  'wrong-goods': [['refund', 'part', 'exchange', 'rest', 'answer'], true],
  expired: [['refund', 'part', 'exchange'], true],
  short: [['rest', 'missing', 'answer'], false],
  'changed-mind': [['refund', 'exchange'], true],
  'not-received': [['rest', 'missing', 'answer'], false],
  service: [['answer'], false],
  other: [['part', 'answer'], false],
  'of-later': [['refund', 'part', 'exchange'], true],
}

describe('what may be asked for a reason', () => {
  const open = askableReasons(rule, { handedOverAt, isLate: false, now: handedOverAt })

  test.each(keys)('%s lets ask for what it is about, and for nothing else', (key) => {
    const reason = open.find((one) => one.key === key)!
    const [mayAsk, comesBack] = asked[key]!
    expect(wishes.filter((wish) => refuseWish(reason, wish) === null)).toEqual(mayAsk)
    expect(refuseWish({ wishes: [] }, 'answer')).toMatchObject({ refusal: { code: 'wish-closed' } })
    expect(termsOfReason(key).comesBack).toBe(comesBack)
  })

  test('of goods that did not come an answer is owed once they are late, for what can be said of them, and nothing before', () => {
    const late = askableReasons(rule, { handedOverAt: null, isLate: true, now: handedOverAt })
    expect(late.map(({ key, wishes: may, lines }) => [key, may, lines])).toEqual([
      ['not-received', ['answer'], 'none'],
      ['service', ['answer'], 'none'],
      ['other', ['answer'], 'none'],
    ])
    expect(askableReasons(rule, { handedOverAt: null, isLate: false, now: handedOverAt })).toEqual([])
  })

  test('a reason whose days are over is closed, and one with none was never open', () => {
    const now = new Date('2026-12-01T00:00:00+07:00')
    expect(askableReasons(rule, { handedOverAt, isLate: false, now })).toEqual([])
    const closed = rule.map((one) => ({ ...one, days: 0 }))
    expect(askableReasons(closed, { handedOverAt: null, isLate: true, now })).toEqual([])
  })
})

test('goods are late from the day after the one that was promised, or after so many days where none was', () => {
  const createdAt = new Date('2026-11-01T23:30:00+07:00')
  const on = (dueOn: string | null, moment: string) =>
    isLateToCome({ dueOn: dueOn as PlainDate | null }, { createdAt, lateDays: 7, now: new Date(moment) })
  expect([on(null, '2026-11-08T23:59:59+07:00'), on(null, '2026-11-09T00:00:00+07:00')]).toEqual([false, true])
  expect([on('2026-12-01', '2026-12-01T23:59:59+07:00'), on('2026-12-01', '2026-12-02T00:00:00+07:00')]).toEqual([false, true])
  expect(isLateToCome(null, { createdAt, lateDays: 7, now: new Date('2027-01-01T00:00:00+07:00') })).toBe(false)
})

describe('what may be agreed', () => {
  const nothing = { refundVnd: 0, sendsBack: false, exchanges: false }
  const service = { mostVnd: 0, comesBack: false, hasGoods: false, asksAnswer: true, words: 'Chúng tôi xin lỗi' }
  const codeOf = (...given: Parameters<typeof refuseAgreement>) => refuseAgreement(...given)?.refusal.code ?? null

  test('whoever asked for an answer is given one in words; to whoever asked for more, words are nothing', () => {
    expect(codeOf(nothing, service)).toBeNull()
    expect(codeOf(nothing, { ...service, words: '' })).toBe('answer-missing')
    expect(codeOf(nothing, { ...service, asksAnswer: false })).toBe('nothing-offered')
    expect(codeOf({ ...nothing, sendsBack: true }, { ...service, comesBack: true, hasGoods: true })).toBe('nothing-offered')
  })

  test('nothing comes back that is not there, and nothing is sent for goods that nobody named', () => {
    expect(codeOf({ ...nothing, refundVnd: 1, sendsBack: true }, { ...service, mostVnd: 1, hasGoods: true })).toBe('nothing-comes-back')
    expect(codeOf({ ...nothing, exchanges: true }, service)).toBe('no-goods-named')
    expect(codeOf({ ...nothing, refundVnd: 1 }, service)).toBe('refund-too-large')
  })

  test('too few never pays more than what was missing; what did not come at all pays its way as well, within what the order has', () => {
    const money = { goodsVnd: dong(85_000), deliveryVnd: dong(30_000), orderMostVnd: 500_000, isHandedOver: true }
    expect(mostOfCase({ ...money, paysDelivery: termsOfReason('short').paysDelivery })).toBe(85_000)
    expect(mostOfCase({ ...money, paysDelivery: termsOfReason('not-received').paysDelivery })).toBe(115_000)
    expect(mostOfCase({ ...money, paysDelivery: true, orderMostVnd: 60_000 })).toBe(60_000)
    expect(mostOfCase({ ...money, paysDelivery: true, isHandedOver: false })).toBe(0)
  })
})
