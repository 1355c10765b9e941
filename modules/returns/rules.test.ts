import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlinesOf, dueOf, goesToOffice, isPast } from './rules/clock.ts'
import { lastDayOf, openReasons, reasonsOf } from './rules/reasons.ts'
import type { Reason } from './rules/reasons.ts'
import { goodsLeft, refuseAgreement, refuseLines, refuseReceipt, refuseSending, refuseSettling } from './rules/settling.ts'
import type { Moved } from './rules/settling.ts'

const rule: Reason[] = [
  { key: 'not-as-described', says: 'Không đúng mô tả', days: null, always: true },
  { key: 'damaged', says: 'Hỏng', days: 7, always: false },
  { key: 'changed-mind', says: 'Đổi ý', days: 0, always: false },
]
const handedOverAt = new Date('2026-11-23T10:00:00+07:00')
const on = (moment: string) => openReasons(rule, { handedOverAt, now: new Date(moment) }).map(({ key }) => key)

describe('reasons', () => {
  test('goods that are not as described go back at any time, others to the end of their last day in Việt Nam', () => {
    expect(on('2026-11-30T23:59:59+07:00')).toEqual(['not-as-described', 'damaged'])
    expect(on('2026-12-01T00:00:00+07:00')).toEqual(['not-as-described'])
    expect(on('2031-01-01T00:00:00+07:00')).toEqual(['not-as-described'])
  })

  test('a seller gives more days and never fewer, and closes nothing that the law keeps open', () => {
    const own = reasonsOf(rule, [
      { key: 'not-as-described', days: 0 },
      { key: 'damaged', days: 3 },
      { key: 'changed-mind', days: 14 },
    ])
    expect(own.map(({ key, days }) => [key, days])).toEqual([
      ['not-as-described', null],
      ['damaged', 7],
      ['changed-mind', 14],
    ])
    expect(lastDayOf({ days: 0 }, handedOverAt)).toBeUndefined()
  })
})

describe('the clock', () => {
  const terms = deadlinesOf({ acknowledgeHours: 24, answerHours: 72, resolveDays: 15 }, handedOverAt)
  const one = { ...terms, status: 'open', acknowledgedAt: null, officeAt: null }

  test('terms are counted from the moment of the question', () => {
    expect(terms).toEqual({
      acknowledgeBy: new Date('2026-11-24T10:00:00+07:00'),
      answerBy: new Date('2026-11-26T10:00:00+07:00'),
      resolveBy: new Date('2026-12-08T10:00:00+07:00'),
    })
  })

  test('what is due next is told, and nothing once it is over', () => {
    expect(dueOf(one)).toEqual({ of: 'acknowledge', by: terms.acknowledgeBy })
    expect(dueOf({ ...one, acknowledgedAt: handedOverAt })).toEqual({ of: 'answer', by: terms.answerBy })
    expect(dueOf({ ...one, status: 'accepted' })).toEqual({ of: 'resolve', by: terms.resolveBy })
    expect(dueOf({ ...one, status: 'settled' })).toBeNull()
  })

  test('the last moment of a term is in time, the next is not', () => {
    const last = terms.resolveBy
    const next = new Date(last.getTime() + 1)
    expect([isPast(last, last), isPast(last, next)]).toEqual([false, true])
    expect([goesToOffice(one, last), goesToOffice(one, next)]).toEqual([false, true])
    expect(goesToOffice({ ...one, officeAt: last }, next)).toBe(false)
    expect(goesToOffice({ ...one, status: 'refused' }, next)).toBe(false)
  })
})

describe('goods and money', () => {
  const wanted = [{ orderLineId: 'oln_1', quantity: 3 }]
  const lots = [
    { lotId: 'lot_1', packId: 'pck_1', placeId: 'plc_1', quantity: 2 },
    { lotId: 'lot_2', packId: 'pck_1', placeId: 'plc_1', quantity: 4 },
  ]
  const agreement = { refundVnd: 85_000, sendsBack: true, exchanges: false }
  const from = (lotId: string, quantity: number) => ({ orderLineId: 'oln_1', lotId, packId: 'pck_1', placeId: 'plc_1', quantity })

  test('nothing is asked back that did not come or is in another return', () => {
    const delivered = [{ id: 'oln_1', quantity: 3, returned: 1 }]
    expect(refuseLines([], delivered)).toMatchObject({ refusal: { code: 'nothing-chosen' } })
    expect(refuseLines([{ orderLineId: 'oln_2', quantity: 1 }], delivered)).toMatchObject({ refusal: { code: 'nothing-chosen' } })
    expect(refuseLines(wanted, delivered)).toMatchObject({ refusal: { code: 'more-than-delivered', left: 2 } })
    expect(refuseLines([{ orderLineId: 'oln_1', quantity: 2 }], delivered)).toBeNull()
  })

  test('an agreement gives something, and no more money than the goods cost and the seller keeps', () => {
    const asked = { mostVnd: 85_000, comesBack: true, hasGoods: true, asksAnswer: false, words: '' }
    const on = (change: object, given: object = {}) => refuseAgreement({ ...agreement, ...change }, { ...asked, ...given })
    expect(on({ refundVnd: 0 })).toMatchObject({ refusal: { code: 'nothing-offered' } })
    expect(on({ refundVnd: 0, exchanges: true }, { mostVnd: 0 })).toBeNull()
    expect(on({}, { mostVnd: 84_999 })).toMatchObject({ refusal: { code: 'refund-too-large', refundableVnd: 84_999 } })
    expect(on({})).toBeNull()
  })

  test('only lots that the order got come back, and not more of one than it got', () => {
    const facts = { agreement, wanted, lots, moved: [] }
    expect(refuseReceipt(from('lot_9', 1), facts)).toMatchObject({ refusal: { code: 'lot-of-other-order' } })
    expect(refuseReceipt(from('lot_1', 3), facts)).toMatchObject({ refusal: { code: 'more-than-agreed', left: 2 } })
    expect(refuseReceipt(from('lot_2', 4), facts)).toMatchObject({ refusal: { code: 'more-than-agreed', left: 3 } })
    expect(refuseReceipt(from('lot_2', 3), { ...facts, agreement: { ...agreement, sendsBack: false } })).toMatchObject({
      refusal: { code: 'none-expected' },
    })
    expect(refuseSending(from('lot_1', 1), facts)).toMatchObject({ refusal: { code: 'none-expected' } })
  })

  test('a case is over once goods and money are right, and not before', () => {
    const moved: Moved[] = [{ ...from('lot_2', 3), kind: 'destroyed' }]
    expect(refuseSettling(agreement, { wanted, moved: [], isMoneyRight: true })).toMatchObject({
      refusal: { code: 'goods-open', toReceive: 3, toSend: 0 },
    })
    expect(refuseSettling(agreement, { wanted, moved, isMoneyRight: false })).toMatchObject({ refusal: { code: 'money-open' } })
    expect(refuseSettling(agreement, { wanted, moved, isMoneyRight: true })).toBeNull()
  })

  const aMove = fc.record({
    lotId: fc.constantFrom('lot_1', 'lot_2', 'lot_9'),
    quantity: fc.integer({ min: 1, max: 5 }),
    sends: fc.boolean(),
  })
  test('whatever is tried, no more comes back or goes out than was agreed, and no more of a lot than came', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 30 }), fc.boolean(), fc.boolean(), (tries, sendsBack, exchanges) => {
        const agreed = { refundVnd: 1, sendsBack, exchanges }
        const moved: Moved[] = []
        for (const { lotId, quantity, sends } of tries) {
          const next = from(lotId, quantity)
          const facts = { agreement: agreed, wanted, lots, moved }
          const refused = sends ? refuseSending(next, facts) : refuseReceipt(next, facts)
          if (!refused) moved.push({ ...next, kind: sends ? 'sent' : 'restocked' })
        }
        const sum = (is: (one: Moved) => boolean) => moved.filter(is).reduce((all, one) => all + one.quantity, 0)
        expect(sum(({ kind }) => kind === 'sent')).toBeLessThanOrEqual(exchanges ? 3 : 0)
        expect(sum(({ kind }) => kind !== 'sent')).toBeLessThanOrEqual(sendsBack ? 3 : 0)
        for (const lot of lots) expect(sum(({ kind, lotId }) => kind !== 'sent' && lotId === lot.lotId)).toBeLessThanOrEqual(lot.quantity)
        const left = goodsLeft(agreed, wanted, moved)
        expect(Math.min(left.toReceive, left.toSend)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
