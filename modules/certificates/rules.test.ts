import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certificateCode,
  checkProposal,
  decideMeanwhile,
  decideMinistryResult,
  decideRecording,
  decidedUntil,
  decideProposal,
  decideSending,
  decideWithdrawal,
  decisionNumber,
  grants,
  lastDayOf,
  meanwhileRanks,
  ministryStep,
  numberIn,
  productCode,
  recognisedBy,
  renewalStage,
  starsAfter,
  verdictOn,
} from './rules.ts'

describe('the last day of 36 months', () => {
  // Bộ luật Dân sự 2015, Điều 147–148: the first day does not count; the term ends with the corresponding day, or the last of the month.
  test.each([
    ['2026-11-23', '2029-11-23'],
    ['2024-11-12', '2027-11-12'],
    ['2024-02-29', '2027-02-28'],
    ['2025-02-28', '2028-02-28'],
    ['2026-12-31', '2029-12-31'],
  ])('C23: a term of 36 months from %s ends with %s', (signedOn, last) => expect(lastDayOf(signedOn, 36)).toBe(last))

  test('a term that ends in a shorter month ends with its last day', () => expect(lastDayOf('2026-08-31', 6)).toBe('2027-02-28'))
})

const law = { window: { from: 180, to: 120 }, extensionDays: 180 }
const held = { status: 'active', validUntil: '2029-11-23', renewalUnderWay: false } as const

describe('a certificate on a day', () => {
  test('a certificate is valid through its last day and expired on the next', () => {
    expect(verdictOn(held, '2029-11-23', law)).toBe('expiring')
    expect(verdictOn(held, '2029-11-24', law)).toBe('expired')
  })
  test('a certificate is expiring from the second day of its renewal window', () => {
    // 180 days before 2029-11-23 is 2029-05-27.
    expect(verdictOn(held, '2029-05-27', law)).toBe('valid')
    expect(verdictOn(held, '2029-05-28', law)).toBe('expiring')
  })
  test('a certificate is extended by at most 180 days during its renewal (Điều 12)', () => {
    const renewing = { ...held, renewalUnderWay: true }
    expect(verdictOn(renewing, '2029-11-24', law)).toBe('extended')
    expect(verdictOn(renewing, '2030-05-22', law)).toBe('extended')
    expect(verdictOn(renewing, '2030-05-23', law)).toBe('expired')
  })
  test('a certificate without a known last day is undated and not valid', () => {
    expect(verdictOn({ ...held, validUntil: null }, '2027-01-01', law)).toBe('undated')
  })
  test('a withdrawn or superseded certificate stays so whatever its dates', () => {
    expect(verdictOn({ ...held, status: 'withdrawn' }, '2027-01-01', law)).toBe('withdrawn')
    expect(verdictOn({ ...held, status: 'superseded', validUntil: null }, '2027-01-01', law)).toBe('superseded')
  })
})

describe('the way to the next certificate', () => {
  const stage = (today: string, renewalUnderWay = false) => renewalStage({ ...held, renewalUnderWay }, today, law)
  test('the renewal window opens 180 days before the end, is late after 120, and missed after the end', () => {
    expect(stage('2029-05-26')).toBeNull()
    expect(stage('2029-05-27')).toBe('in-window')
    expect(stage('2029-07-26')).toBe('in-window')
    expect(stage('2029-07-27')).toBe('late')
    expect(stage('2029-11-24')).toBe('expired')
  })
  test('a renewal is under way as soon as its dossier is filed', () => expect(stage('2029-08-01', true)).toBe('under-way'))
})

describe('codes', () => {
  test('a product code is province, commune, number and year', () => {
    expect(productCode({ provinceCode: '86', communeCode: '29431', number: 12, year: 2026 })).toBe('86-29431-12-2026')
  })
  test('the number of a product is read from its code only in its own commune', () => {
    const place = { provinceCode: '86', communeCode: '29431' }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2019, max: 2099 }), (number, year) => {
        expect(numberIn(productCode({ ...place, number, year }), place)).toBe(number)
        expect(numberIn(productCode({ ...place, number, year }), { ...place, communeCode: '29308' })).toBeNull()
      }),
    )
    expect(numberIn('84-846-29347-1-2021', place)).toBeNull()
    expect(numberIn(null, place)).toBeNull()
  })
  test.each([
    ['3981', '3981/QĐ-UBND'],
    [' 3981 / qđ-ubnd ', '3981/QĐ-UBND'],
    ['3981/QĐ-UBND'.normalize('NFD'), '3981/QĐ-UBND'],
    ['12a', '12a/QĐ-UBND'],
    ['3981/QĐ-BNNMT', null],
    ['QĐ-UBND', null],
    ['3981/', null],
    ['<script>', null],
  ])('the decision number typed as "%s" is read as %s', (typed, number) => expect(decisionNumber(typed, 'QĐ-UBND')).toBe(number))
  test('a certificate code names decision and product, so that two decisions never share one', () => {
    const product = '86-29431-12-2026'
    expect(certificateCode({ number: '3981/QĐ-UBND', mark: '', productCode: product })).toBe('3981-86-29431-12-2026')
    expect(certificateCode({ number: '3981/QĐ-BNNMT', mark: 'bnnmt', productCode: product })).toBe('3981-bnnmt-86-29431-12-2026')
  })
})

const signing = { number: '3981/QĐ-UBND', signedOn: '2026-12-01', signer: 'Nguyễn Thị Hồng Gấm', signerTitle: 'Phó Chủ tịch' }
const facts = { today: '2026-12-02', earliest: '2026-11-24', numberTaken: false, certifiedLater: [] }

describe('recording a decision', () => {
  const draft = { status: 'draft', number: null } as const
  test('a draft is recorded with number, day and signer', () => {
    expect(decideRecording(draft, signing, facts)).toEqual({ ok: true, event: { type: 'decision.recorded', signing } })
  })
  test.each([
    ['a day that has not come', { ...signing, signedOn: '2026-12-03' }, {}, { code: 'signed-in-future', today: '2026-12-02' }],
    ['a day before the session closed', { ...signing, signedOn: '2026-11-23' }, {}, { code: 'signed-too-early', earliest: '2026-11-24' }],
    ['a number of the same year', signing, { numberTaken: true }, { code: 'number-taken', number: '3981/QĐ-UBND', year: 2026 }],
    ['a product certified later', signing, { certifiedLater: ['Chả hoa'] }, { code: 'later-certificate', products: ['Chả hoa'] }],
  ])('the recording of a decision refuses %s', (_, signed, change, refusal) => {
    expect(decideRecording(draft, signed, { ...facts, ...change })).toEqual({ ok: false, refusal })
  })
  test('a recorded decision is not recorded again', () => {
    expect(decideRecording({ status: 'recorded', number: '1/QĐ-UBND' }, signing, facts)).toMatchObject({
      refusal: { code: 'already-recorded', number: '1/QĐ-UBND' },
    })
  })
})

describe('the proposal that a decision follows', () => {
  const days = { signedOn: '2026-12-01', earliest: '2026-11-23' }

  test('a proposal is cited with number and day, or not at all', () => {
    expect(checkProposal({ number: '', on: '' }, days)).toBeNull()
    expect(checkProposal({ number: '215', on: '2026-11-25' }, days)).toBeNull()
    expect(checkProposal({ number: '215', on: '' }, days)).toMatchObject({ refusal: { code: 'proposal-incomplete', missing: 'day' } })
    expect(checkProposal({ number: '', on: '2026-11-25' }, days)).toMatchObject({ refusal: { missing: 'number' } })
  })
  test('a proposal is made on or after the day of the session and on or before the day of the signature', () => {
    for (const on of ['2026-11-23', '2026-12-01']) expect(checkProposal({ number: '215', on }, days)).toBeNull()
    for (const on of ['2026-11-22', '2026-12-02'])
      expect(checkProposal({ number: '215', on }, days)).toMatchObject({ refusal: { code: 'proposal-off-days' } })
  })
})

describe('the result of the ministry', () => {
  const item = { productName: 'Mật hoa dừa', heldStars: null }
  const held = { productName: 'Kẹo dừa', heldStars: 4 }
  const known = { ...facts, waiting: [item], notAwaiting: [] }
  test('a ministry result is a decision of the ministry on five stars and of the province on fewer or none', () => {
    expect(decideMinistryResult('5', signing, known)).toMatchObject({ event: { kind: 'ministry' } })
    expect(decideMinistryResult('4', signing, known)).toMatchObject({ event: { kind: 'after-ministry' } })
    expect(decideMinistryResult('none', signing, known)).toMatchObject({ event: { kind: 'after-ministry' } })
    expect(grants.map((grant) => starsAfter(grant, item))).toEqual([5, 4, 3, null, null])
  })
  test('a ministry result for a product that does not wait is refused', () => {
    expect(decideMinistryResult('5', signing, { ...known, notAwaiting: ['dos_1'] })).toMatchObject({ refusal: { code: 'not-awaiting' } })
  })
  test('a refusal of the ministry leaves what the province recognised meanwhile, and that alone', () => {
    expect(decideMinistryResult('kept', signing, { ...known, waiting: [held] })).toMatchObject({ event: { kind: 'ministry-answer' } })
    expect(starsAfter('kept', held)).toBe(4)
    expect(decideMinistryResult('kept', signing, { ...known, waiting: [held, item] })).toMatchObject({
      refusal: { code: 'nothing-kept', products: ['Mật hoa dừa'] },
    })
    expect(decideMinistryResult('none', signing, { ...known, waiting: [held] })).toMatchObject({
      refusal: { code: 'meanwhile-stands', products: ['Kẹo dừa'] },
    })
  })
})

describe('while the ministry considers five stars', () => {
  const ranks = {
    recognisedFrom: 3,
    ministryFromPoints: 90,
    ministryNeedsMinimums: true,
    authorities: { '3': 'tỉnh', '4': 'tỉnh', '5': 'Bộ' },
  }
  const five = { outcome: 'potential-five', stars: 5 } as const
  test('the province may recognise the ranks that it grants, and none of a product that does not go to the ministry', () => {
    expect(meanwhileRanks(five, ranks)).toEqual([4, 3])
    expect(meanwhileRanks({ outcome: 'potential-five', stars: 3 }, ranks)).toEqual([3])
    expect(meanwhileRanks({ outcome: 'recognised', stars: 4 }, ranks)).toEqual([])
  })
  test('the rank is chosen in a draft, as the law of the day allows, and may be taken out again', () => {
    const draft = { status: 'draft', number: null } as const
    const known = { isAllowed: true, open: [4, 3] }
    expect(decideMeanwhile(draft, { stars: 4 }, known).ok).toBe(true)
    expect(decideMeanwhile(draft, { stars: null }, { ...known, isAllowed: false }).ok).toBe(true)
    expect(decideMeanwhile(draft, { stars: 4 }, { ...known, isAllowed: false })).toMatchObject({
      refusal: { code: 'meanwhile-not-in-law' },
    })
    expect(decideMeanwhile(draft, { stars: 4 }, { ...known, open: [3] })).toMatchObject({
      refusal: { code: 'not-for-meanwhile', stars: [3] },
    })
    expect(decideMeanwhile({ status: 'recorded', number: '1/QĐ-UBND' }, { stars: 4 }, known)).toMatchObject({
      refusal: { code: 'already-recorded' },
    })
  })
  test('a decision recognises what the council found so, and the rank that was chosen for meanwhile', () => {
    const items = [
      { outcome: 'recognised', stars: 3, meanwhileStars: null },
      { ...five, meanwhileStars: 4 },
      { ...five, meanwhileStars: null },
    ] as const
    expect(recognisedBy(items).map(({ stars }) => stars)).toEqual([3, 4])
  })
})

// Quyết định 26/2026/QĐ-TTg, Điều 5: before 30 July and 30 September, or 30 January and 30 March.
describe('the days of the ministry', () => {
  const days = { sendBefore: '2027-01-30', answerBefore: '2027-03-30' }
  test('dossiers go before their day, and on that day they are one day late', () => {
    expect(ministryStep({ sentOn: null }, days, '2027-01-29')).toEqual({ step: 'send', before: '2027-01-30', daysLate: 0 })
    expect(ministryStep({ sentOn: null }, days, '2027-01-30')).toMatchObject({ daysLate: 1 })
    expect(ministryStep({ sentOn: '2027-01-20' }, days, '2027-01-30')).toEqual({ step: 'answer', before: '2027-03-30', daysLate: 0 })
  })
  test('the letter is of the day of the decision or later, and not of tomorrow', () => {
    const recorded = { status: 'recorded', signedOn: '2026-12-01', potentialFive: 1 } as const
    const today = { today: '2026-12-10' }
    for (const on of ['2026-12-01', '2026-12-10']) expect(decideSending(recorded, { on }, today).ok).toBe(true)
    for (const on of ['2026-11-30', '2026-12-11'])
      expect(decideSending(recorded, { on }, today)).toMatchObject({ refusal: { code: 'sent-off-days' } })
    expect(decideSending({ ...recorded, potentialFive: 0 }, { on: '2026-12-01' }, today)).toMatchObject({
      refusal: { code: 'nothing-to-send' },
    })
    expect(decideSending({ ...recorded, status: 'draft' }, { on: '2026-12-01' }, today)).toMatchObject({
      refusal: { code: 'not-recorded' },
    })
  })
})

describe('withdrawing a certificate', () => {
  const reasons = ['false-or-forged', 'criteria-no-longer-met', 'law-broken', 'mark-misused', 'production-stopped', 'other']
  const active = { status: 'active' } as const
  const founded = { reason: 'production-stopped', note: '', on: '2026-12-01' } as const
  const known = { today: '2026-12-01', reasons, live: null } as const
  test('only an active certificate is proposed for withdrawal, and only once at a time', () => {
    expect(decideProposal(active, founded, known).ok).toBe(true)
    for (const status of ['superseded', 'withdrawn'] as const) {
      expect(decideProposal({ status }, founded, known)).toMatchObject({ refusal: { code: 'not-active', status } })
    }
    expect(decideProposal(active, founded, { ...known, live: 'wdp_1' })).toMatchObject({
      refusal: { code: 'already-proposed', proposalId: 'wdp_1' },
    })
  })
  test('a proposal needs a reason of the law of the day, "other" needs a note, and no conclusion is of tomorrow', () => {
    expect(decideProposal(active, founded, { ...known, reasons: ['other'] })).toMatchObject({ refusal: { code: 'reason-not-in-law' } })
    expect(decideProposal(active, { ...founded, reason: 'other' }, known)).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideProposal(active, { ...founded, on: '2026-12-02' }, known)).toMatchObject({ refusal: { code: 'conclusion-in-future' } })
  })
  // Quyết định 26/2026/QĐ-TTg, Điều 8–9: within 15 days of the conclusion or of the commune's confirmation.
  test('the fifteenth day after the conclusion is the last in time', () => {
    expect(decidedUntil('2026-12-01', '2026-12-16', 15)).toEqual({ until: '2026-12-16', daysLate: 0 })
    expect(decidedUntil('2026-12-01', '2026-12-18', 15)).toEqual({ until: '2026-12-16', daysLate: 2 })
  })
  test('one decision takes back several certificates of one authority, each proposed and in force', () => {
    const signed = { number: '12/QĐ-UBND', signedOn: '2026-12-01' }
    const proposal = { status: 'open', productName: 'Mắm A', authority: 'tỉnh', certificateStatus: 'active' } as const
    expect(decideWithdrawal([proposal, { ...proposal, productName: 'Mắm B' }], signed, facts).ok).toBe(true)
    expect(decideWithdrawal([], signed, facts)).toMatchObject({ refusal: { code: 'nothing-chosen' } })
    expect(decideWithdrawal([proposal, { ...proposal, productName: 'Mắm C', authority: 'Bộ' }], signed, facts)).toMatchObject({
      refusal: { code: 'several-authorities', products: ['Mắm C'] },
    })
    for (const status of ['asked', 'decided', 'dropped'] as const) {
      expect(decideWithdrawal([{ ...proposal, status }], signed, facts)).toMatchObject({ refusal: { code: 'proposal-closed', status } })
    }
    expect(decideWithdrawal([{ ...proposal, certificateStatus: 'superseded' }], signed, facts)).toMatchObject({
      refusal: { code: 'not-active' },
    })
  })
})
