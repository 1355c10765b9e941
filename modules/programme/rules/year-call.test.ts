import { describe, expect, test } from 'vitest'
import { decideCall, endsForRound, lastDayBefore, reasonToCall } from './year-call.ts'

const nothing = { hasDraft: false, hasEnding: false, hasProduct: false, isUnderWay: false }
const facts = {
  year: 2027,
  round: 1,
  today: '2027-02-01',
  communeBefore: '2027-04-30',
  isPlanIssued: true,
  isRoundOpen: false,
  left: 3,
}

describe('who is called to a round', () => {
  test('a producer with a draft, one whose certificate ends, and one without a product; nobody who waits or has nothing to do', () => {
    expect(reasonToCall({ ...nothing, hasDraft: true, hasEnding: true })).toBe('draft')
    expect(reasonToCall({ ...nothing, hasEnding: true, hasProduct: true })).toBe('ending')
    expect(reasonToCall(nothing)).toBe('no-product')
    expect(reasonToCall({ ...nothing, isUnderWay: true })).toBeNull()
    expect(reasonToCall({ ...nothing, hasProduct: true })).toBeNull()
  })
  // Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: from 180 days before the end.
  test('a certificate counts whose 180 days begin before the commune’s day, and which has not ended', () => {
    const round = { today: '2027-02-01', before: '2027-04-30', windowFrom: 180 }
    expect(endsForRound('2027-10-26', round)).toBe(true)
    expect(endsForRound('2027-10-27', round)).toBe(false)
    expect(endsForRound('2027-02-01', round)).toBe(true)
    expect(endsForRound('2027-01-31', round)).toBe(false)
  })
})

describe('when a call may go out', () => {
  test('the law says “trước 30/4”: the last day is the 29th, for the province and at the latest for a commune', () => {
    expect(lastDayBefore('2027-04-30')).toBe('2027-04-29')
    expect(decideCall(null, facts)).toEqual({ ok: true, event: { lastDay: '2027-04-29' } })
    expect(decideCall('2027-04-29', facts)).toMatchObject({ ok: true })
    expect(decideCall('2027-04-30', facts)).toMatchObject({ refusal: { code: 'last-day-late', communeBefore: '2027-04-30' } })
    expect(decideCall('2027-01-31', facts)).toMatchObject({ refusal: { code: 'last-day-over' } })
  })
  test('an issued plan or an open round is called for; neither, or a round that is over, is not', () => {
    expect(decideCall(null, { ...facts, isPlanIssued: false, isRoundOpen: true })).toMatchObject({ ok: true })
    expect(decideCall(null, { ...facts, isPlanIssued: false })).toMatchObject({ refusal: { code: 'nothing-to-call-for' } })
    expect(decideCall(null, { ...facts, communeBefore: null })).toMatchObject({ refusal: { code: 'nothing-to-call-for' } })
    expect(decideCall(null, { ...facts, today: '2027-04-30' })).toMatchObject({ refusal: { code: 'round-over' } })
  })
  test('nobody is called twice: where everybody was, nothing goes out', () => {
    expect(decideCall(null, { ...facts, left: 0 })).toMatchObject({ refusal: { code: 'nobody-left' } })
  })
})
