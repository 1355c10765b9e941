import { describe, expect, test } from 'vitest'
import { decideAssignment, decideReceipt, decideReport, decideReturn } from './intake.ts'

const items = [
  { key: 'proposal-letter', label: 'Văn bản đề nghị', about: 'commune-report' },
  { key: 'samples', label: 'Mẫu sản phẩm', about: 'section:registration' },
] as const
const present = (key: string) => ({ key, present: true, remark: '' })
const all = items.map(({ key }) => present(key))

describe('the province receives', () => {
  test('a proposed dossier is received when every part of it is there and the round is open', () => {
    const facts = { items, checks: all, samplesComplete: null }
    expect(decideReceipt('proposed', { round: 'open', ...facts }).ok).toBe(true)
    expect(decideReceipt('proposed', { round: 'closed', ...facts })).toMatchObject({ refusal: { code: 'round-closed' } })
    expect(decideReceipt('submitted', { round: 'open', ...facts })).toMatchObject({
      refusal: { code: 'not-proposed', status: 'submitted' },
    })
  })
  test('a dossier that lacks a part is not received, whether the part is unticked or unmentioned', () => {
    const checks = [{ key: 'samples', present: false, remark: 'Mới có 3 mẫu' }]
    expect(decideReceipt('proposed', { round: 'open', items, checks, samplesComplete: null })).toEqual({
      ok: false,
      refusal: { code: 'items-missing', items: ['proposal-letter', 'samples'] },
    })
  })

  test('the tick for the samples does not stand against the book of samples', () => {
    const facts = { round: 'open', items, checks: all } as const
    expect(decideReceipt('proposed', { ...facts, samplesComplete: false })).toEqual({ ok: false, refusal: { code: 'samples-incomplete' } })
    expect(decideReceipt('proposed', { ...facts, samplesComplete: true }).ok).toBe(true)
  })
})

describe('the province returns', () => {
  test('a return lists what to supply', () => {
    const checks = [present('proposal-letter'), { key: 'samples', present: false, remark: 'Mới có 3 mẫu' }]
    expect(decideReturn('proposed', { to: 'producer', items, checks, message: 'Gửi trước 30/11' })).toEqual({
      ok: true,
      event: {
        requests: [
          { about: 'section:registration', text: 'Mẫu sản phẩm: Mới có 3 mẫu' },
          { about: 'section:registration', text: 'Gửi trước 30/11' },
        ],
      },
    })
    expect(decideReturn('received', { to: 'commune', items, checks: [present('samples')], message: '' })).toMatchObject({
      event: { requests: [{ about: 'commune-report', text: 'Văn bản đề nghị: còn thiếu' }] },
    })
  })
  test('a return needs a reason, and a dossier that the province still holds', () => {
    expect(decideReturn('proposed', { to: 'producer', items, checks: all, message: ' ' })).toMatchObject({
      refusal: { code: 'remark-missing' },
    })
    expect(decideReturn('scored', { to: 'producer', items, checks: [], message: 'x' })).toMatchObject({ refusal: { code: 'not-proposed' } })
  })
})

describe('the advisory report', () => {
  test('the advisory report is assigned to an adviser without a tie to the dossier', () => {
    const facts = { roles: ['advisory-member'] as const, ties: [], submitted: false }
    expect(decideAssignment('received', facts).ok).toBe(true)
    expect(decideAssignment('proposed', facts)).toMatchObject({ refusal: { code: 'dossier-not-in-appraisal' } })
    expect(decideAssignment('appraising', { ...facts, submitted: true })).toMatchObject({ refusal: { code: 'report-submitted' } })
    expect(decideAssignment('received', { ...facts, roles: ['buyer'] })).toMatchObject({ refusal: { code: 'not-an-adviser' } })
    expect(decideAssignment('received', { ...facts, ties: ['producer-email', 'producer-member'] })).toMatchObject({
      refusal: { code: 'adviser-conflict', reason: 'producer-member' },
    })
  })
  test('the advisory report needs findings and a recommended star, and is submitted once', () => {
    const text = { findings: 'Đủ điều kiện', recommendedStars: 4 }
    const ground = { visitNeeded: false, visited: false, awaited: [], unmarked: [] }
    expect(decideReport('appraising', { submitted: false, text, ground }).ok).toBe(true)
    expect(decideReport('appraising', { submitted: true, text, ground })).toMatchObject({ refusal: { code: 'report-submitted' } })
    expect(decideReport('appraising', { submitted: false, text: { findings: ' ', recommendedStars: null }, ground })).toEqual({
      ok: false,
      refusal: { code: 'report-incomplete', fields: ['findings', 'recommendedStars'] },
    })
    expect(decideReport('scored', { submitted: false, text, ground })).toMatchObject({ refusal: { code: 'dossier-not-in-appraisal' } })
  })
  test('the advisory report waits for the visit of a place, for tests and for marks that were begun', () => {
    const facts = { submitted: false, text: { findings: 'Đủ điều kiện', recommendedStars: 4 } }
    const ready = { visitNeeded: true, visited: true, awaited: [], unmarked: [] }
    expect(decideReport('appraising', { ...facts, ground: ready }).ok).toBe(true)
    expect(decideReport('appraising', { ...facts, ground: { ...ready, visited: false } })).toMatchObject({
      refusal: { code: 'visit-missing' },
    })
    expect(decideReport('appraising', { ...facts, ground: { ...ready, awaited: ['Hàm lượng chì'] } })).toMatchObject({
      refusal: { code: 'tests-awaited', tests: ['Hàm lượng chì'] },
    })
    expect(decideReport('appraising', { ...facts, ground: { ...ready, unmarked: ['1.2'] } })).toMatchObject({
      refusal: { code: 'pre-score-unfinished', criteria: ['1.2'] },
    })
  })
})
