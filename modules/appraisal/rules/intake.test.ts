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
    expect(decideReceipt('proposed', { round: 'open', items, checks: all }).ok).toBe(true)
    expect(decideReceipt('proposed', { round: 'closed', items, checks: all })).toMatchObject({ refusal: { code: 'round-closed' } })
    expect(decideReceipt('submitted', { round: 'open', items, checks: all })).toMatchObject({
      refusal: { code: 'not-proposed', status: 'submitted' },
    })
  })
  test('a dossier that lacks a part is not received, whether the part is unticked or unmentioned', () => {
    const checks = [{ key: 'samples', present: false, remark: 'Mới có 3 mẫu' }]
    expect(decideReceipt('proposed', { round: 'open', items, checks })).toEqual({
      ok: false,
      refusal: { code: 'items-missing', items: ['proposal-letter', 'samples'] },
    })
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
    expect(decideReport('appraising', { submitted: false, text }).ok).toBe(true)
    expect(decideReport('appraising', { submitted: true, text })).toMatchObject({ refusal: { code: 'report-submitted' } })
    expect(decideReport('appraising', { submitted: false, text: { findings: ' ', recommendedStars: null } })).toEqual({
      ok: false,
      refusal: { code: 'report-incomplete', fields: ['findings', 'recommendedStars'] },
    })
    expect(decideReport('scored', { submitted: false, text })).toMatchObject({ refusal: { code: 'dossier-not-in-appraisal' } })
  })
})
