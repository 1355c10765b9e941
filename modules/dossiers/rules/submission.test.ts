import { describe, expect, test } from 'vitest'
import type { AttachedEvidence } from './evidence.ts'
import { evidenceState } from './evidence.ts'
import { dossierStatuses, filingMove } from './moves.ts'
import { filingGaps, sectionStatuses } from './gaps.ts'
import type { DraftState } from './gaps.ts'
import { decideSubmission } from './submission.ts'

const today = '2026-11-23'
const registration: AttachedEvidence = {
  id: 'evi_1',
  kind: 1,
  title: 'Đăng ký kinh doanh',
  number: '58A8',
  issuedBy: 'Xã',
  issuedOn: '2020-01-01',
  expiresOn: null,
  fileHash: 'f',
  fileName: 'a.pdf',
  criteria: [],
}
const done = { section: 'part-a', criteria: ['1.1'], unanswered: [] } as const
const complete: DraftState = {
  kind: 'first',
  answers: {
    producer: { organisationName: 'HTX', registrationNo: '1', representative: 'A', position: 'GĐ', address: 'Ấp', phone: '0912345678' },
    registration: { productName: 'Mứt', productDescription: 'Mứt dừa' },
    business: {
      materials: 'x',
      process: 'x',
      outputUnit: 'kg',
      outputLastYear: 1,
      outputYearBefore: 1,
      revenueLastYear: 1,
      revenueYearBefore: 1,
      profitLastYear: 1,
      profitYearBefore: 1,
      labourTotal: 2,
      labourLocal: 1,
      markets: 'x',
    },
    plan: { planOutput: 1, planRevenue: 1, planMarket: 'x', planQuality: 'x' },
  },
  parts: [done, { ...done, section: 'part-b' }, { ...done, section: 'part-c' }],
  evidence: [registration],
  paperRows: [{ row: 1, name: 'Đăng ký kinh doanh', hint: '', required: true }],
  carried: [],
  requestItems: [],
}
const facts = { today, declared: true, criteriaInForce: '26/2026/QĐ-TTg' }
const law = { criteriaDecision: '26/2026/QĐ-TTg' }

test('a complete, declared draft is submitted; what the province asked goes back to the province', () => {
  expect(filingGaps(complete, today)).toEqual([])
  expect(decideSubmission({ ...complete, ...law, status: 'draft' }, facts)).toEqual({ ok: true, event: { move: 'submit' } })
  expect(decideSubmission({ ...complete, ...law, status: 'returned' }, facts)).toEqual({ ok: true, event: { move: 'submit' } })
  expect(decideSubmission({ ...complete, ...law, status: 'province-returned' }, facts)).toEqual({ ok: true, event: { move: 'supplement' } })
})

test('a dossier in any other state is not filed', () => {
  for (const status of dossierStatuses.filter((each) => !['draft', 'returned', 'province-returned'].includes(each))) {
    expect(decideSubmission({ ...complete, ...law, status }, facts)).toEqual({ ok: false, refusal: { code: 'wrong-status', status } })
  }
  expect(filingMove('draft')).toBe('submit')
})

test('a dossier without the declaration is not filed, and its gaps are named first', () => {
  expect(decideSubmission({ ...complete, ...law, status: 'draft' }, { ...facts, declared: false })).toMatchObject({
    refusal: { code: 'not-declared' },
  })
  expect(decideSubmission({ ...complete, ...law, evidence: [], status: 'draft' }, { ...facts, declared: false })).toMatchObject({
    refusal: { code: 'incomplete', gaps: [{ code: 'evidence-missing', papers: [{ kind: 1, kindName: 'Đăng ký kinh doanh' }] }] },
  })
})

test('C31: a draft that outlived its criteria is not filed under them; a returned dossier keeps those of its filing', () => {
  const newer = { ...facts, criteriaInForce: '7/2030/QĐ-TTg' }
  expect(decideSubmission({ ...complete, ...law, status: 'draft' }, newer)).toMatchObject({
    refusal: { code: 'criteria-superseded', filedUnder: '26/2026/QĐ-TTg', inForce: '7/2030/QĐ-TTg' },
  })
  expect(decideSubmission({ ...complete, ...law, status: 'returned' }, newer)).toMatchObject({ ok: true })
})

describe('papers', () => {
  test('a paper is good through its last day and stops the filing from the next', () => {
    const lastDay = { ...complete, evidence: [{ ...registration, expiresOn: today }] }
    expect(filingGaps(lastDay, today)).toEqual([])
    expect(filingGaps(lastDay, '2026-11-24')).toEqual([
      { code: 'evidence-expired', section: 'evidence', papers: [{ id: 'evi_1', title: 'Đăng ký kinh doanh', expiresOn: today }] },
    ])
  })

  test.each([
    [{ expiresOn: null, fileHash: 'f' }, 'valid'],
    [{ expiresOn: '2027-12-31', fileHash: 'f' }, 'valid'],
    [{ expiresOn: '2027-01-15', fileHash: 'f' }, 'expiring'],
    [{ expiresOn: '2026-11-23', fileHash: 'f' }, 'expiring'],
    [{ expiresOn: '2026-11-22', fileHash: 'f' }, 'expired'],
    [{ expiresOn: '2026-11-22', fileHash: null }, 'expired'],
    [{ expiresOn: null, fileHash: null }, 'no-file'],
  ] as const)('a paper with %j is %s', (paper, state) => {
    expect(evidenceState(paper, today, '2027-02-23')).toBe(state)
  })
})

describe('the task list', () => {
  test('a part nobody touched is not begun, a touched one is in progress, a contradiction is an error', () => {
    const empty: DraftState = {
      ...complete,
      answers: {
        producer: { organisationName: 'HTX' },
        registration: { samplesReady: false },
        business: complete.answers.business,
        plan: {},
      },
      parts: [
        { section: 'part-a', criteria: ['1.1', '1.2'], unanswered: ['1.2'] },
        { section: 'part-b', criteria: ['4.1'], unanswered: ['4.1'] },
        { section: 'part-c', criteria: ['6.1'], unanswered: [] },
      ],
      evidence: [{ ...registration, expiresOn: '2026-01-01' }],
    }
    expect(sectionStatuses(empty, today)).toEqual({
      producer: 'in-progress',
      registration: 'not-started',
      business: 'done',
      'part-a': 'in-progress',
      'part-b': 'not-started',
      'part-c': 'done',
      evidence: 'error',
      plan: 'not-started',
    })
    const wrong = { ...complete, answers: { ...complete.answers, business: { ...complete.answers.business, labourLocal: 3 } } }
    expect(sectionStatuses(wrong, today).business).toBe('error')
  })

  test('what was taken over from the last dossier counts as done once somebody has looked at it, and stops the filing until then', () => {
    const carried: DraftState = { ...complete, carried: ['business', 'score:1', 'evidence'] }
    // All three parts of this little scorecard have the criterion 1.1.
    expect(filingGaps(carried, today)).toEqual([
      { code: 'carried-unseen', section: 'business', criterion: null },
      { code: 'carried-unseen', section: 'evidence', criterion: null },
      { code: 'carried-unseen', section: 'part-a', criterion: '1.1' },
      { code: 'carried-unseen', section: 'part-b', criterion: '1.1' },
      { code: 'carried-unseen', section: 'part-c', criterion: '1.1' },
    ])
    expect(sectionStatuses(carried, today)).toMatchObject({ business: 'carried', evidence: 'carried', 'part-a': 'carried', plan: 'done' })
    expect(decideSubmission({ ...carried, ...law, status: 'draft' }, facts)).toMatchObject({ ok: false, refusal: { code: 'incomplete' } })
  })

  test('a part stands as asked until the place that a request names is touched', () => {
    const asked: DraftState = { ...complete, requestItems: [{ about: 'criterion:1.1', text: 'Thêm hợp đồng', answeredAt: null }] }
    expect(sectionStatuses(asked, today)['part-a']).toBe('asked')
    expect(filingGaps(asked, today)).toEqual([
      { code: 'request-unanswered', section: 'part-a', about: 'criterion:1.1', text: 'Thêm hợp đồng' },
    ])
    const answered = { ...asked, requestItems: [{ ...asked.requestItems[0]!, answeredAt: '2026-11-23T01:00:00Z' }] }
    expect(filingGaps(answered, today)).toEqual([])
  })
})
