import { describe, expect, test } from 'vitest'
import { answerDueOn, appealAbout, appealDue, decideAnswer, decideAppeal, lastDayToAppeal, moveOfGrant } from './appeal.ts'

// Luật Khiếu nại 02/2011/QH13: 90 days to complain (Điều 9), 10 to take it up (Điều 27), 30 to answer and 45 in complex cases (Điều 28).
const law = { fileDays: 90, acceptDays: 10, answerDays: { ordinary: 30, complex: 45 } }
const facts = { status: 'not-recognised', decidedOn: '2026-09-01', earlier: [], today: '2026-11-30' } as const

describe('a complaint', () => {
  test('there is something to complain about once a result is decided or a dossier refused, and nothing before', () => {
    expect((['recognised', 'not-recognised', 'refused'] as const).map(appealAbout)).toEqual(['result', 'result', 'refusal'])
    expect((['draft', 'submitted', 'appraising', 'scored', 'awaiting-ministry', 'withdrawn'] as const).some(appealAbout)).toBe(false)
    expect(decideAppeal({ ...facts, status: 'scored' }, law)).toEqual({ ok: false, refusal: { code: 'nothing-to-appeal' } })
  })

  test('the ninetieth day after the decision is the last one: from 1 September to 30 November', () => {
    expect(lastDayToAppeal('2026-09-01', law)).toBe('2026-11-30')
    expect(decideAppeal(facts, law)).toMatchObject({ ok: true, event: { about: 'result', acceptDueOn: '2026-12-10' } })
    expect(decideAppeal({ ...facts, today: '2026-12-01' }, law)).toEqual({
      ok: false,
      refusal: { code: 'appeal-late', lastDay: '2026-11-30' },
    })
  })

  test('the same decision is complained about once; a complaint that was taken back does not count', () => {
    expect(decideAppeal({ ...facts, earlier: [{ status: 'withdrawn' }] }, law).ok).toBe(true)
    for (const status of ['filed', 'accepted', 'granted', 'rejected'] as const)
      expect(decideAppeal({ ...facts, earlier: [{ status: 'withdrawn' }, { status }] }, law)).toEqual({
        ok: false,
        refusal: { code: 'appeal-there', status },
      })
  })

  test('its answer has 30 days from the day it is taken up, and 45 in a complex case', () => {
    expect([answerDueOn('2026-12-01', false, law), answerDueOn('2026-12-01', true, law)]).toEqual(['2026-12-31', '2027-01-15'])
  })

  test('the day that is owed is that of taking it up, then that of the answer, and none once it is over', () => {
    const due = (status: Parameters<typeof appealDue>[0]['status'], answerBy: string | null, today: string) =>
      appealDue({ status, acceptDueOn: '2026-12-10', answerDueOn: answerBy }, today)
    expect(due('filed', null, '2026-12-10')).toEqual({ by: '2026-12-10', late: false })
    expect(due('filed', null, '2026-12-11')).toEqual({ by: '2026-12-10', late: true })
    expect(due('accepted', '2027-01-09', '2026-12-11')).toEqual({ by: '2027-01-09', late: false })
    expect(due('granted', '2027-01-09', '2027-02-01')).toBeNull()
  })
})

describe('the answer to a complaint', () => {
  const asked = { today: '2026-12-20', acceptedOn: '2026-12-05', about: 'result', hasOpenRound: true, otherDossier: null } as const
  const grant = { grants: true, signedOn: '2026-12-18' }

  test('it is signed between the day it was taken up and today', () => {
    expect(decideAnswer({ status: 'accepted' }, grant, asked)).toMatchObject({ ok: true, event: { to: 'granted' } })
    expect(decideAnswer({ status: 'accepted' }, { ...grant, grants: false }, asked)).toMatchObject({ ok: true, event: { to: 'rejected' } })
    expect(decideAnswer({ status: 'accepted' }, { ...grant, signedOn: '2026-12-21' }, asked)).toMatchObject({
      refusal: { code: 'answer-in-future' },
    })
    expect(decideAnswer({ status: 'accepted' }, { ...grant, signedOn: '2026-12-04' }, asked)).toMatchObject({
      refusal: { code: 'answer-before-acceptance' },
    })
    expect(decideAnswer({ status: 'filed' }, grant, asked)).toMatchObject({ refusal: { code: 'appeal-closed', status: 'filed' } })
  })

  test('a second council needs an open round, a refusal looked at again does not, and neither runs beside another dossier of the product', () => {
    expect(decideAnswer({ status: 'accepted' }, grant, { ...asked, hasOpenRound: false })).toMatchObject({
      refusal: { code: 'no-open-round' },
    })
    expect(decideAnswer({ status: 'accepted' }, grant, { ...asked, about: 'refusal', hasOpenRound: false }).ok).toBe(true)
    expect(decideAnswer({ status: 'accepted' }, grant, { ...asked, otherDossier: 'H86-7' })).toMatchObject({
      refusal: { code: 'another-dossier-open', dossier: 'H86-7' },
    })
    expect(
      decideAnswer({ status: 'accepted' }, { ...grant, grants: false }, { ...asked, hasOpenRound: false, otherDossier: 'H86-7' }).ok,
    ).toBe(true)
  })

  test('granted, a result goes before a second council, and a refusal back to whoever refused', () => {
    expect(moveOfGrant('result', 'province')).toBe('reappraise')
    expect(moveOfGrant('refusal', 'province')).toBe('reinstate')
    expect(moveOfGrant('refusal', 'commune')).toBe('reinstate-at-commune')
  })
})
