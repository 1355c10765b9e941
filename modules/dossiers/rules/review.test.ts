import { describe, expect, test } from 'vitest'
import { dueState } from './deadline.ts'
import { registrationNumber } from '../papers/registration-number.ts'
import { filingCode } from './filing-code.ts'
import { answerItems, isRequestTarget, unansweredItems } from './requests.ts'
import { decideProposal, decideReturn } from './review-decisions.ts'
import { emptyReview, formChecks, reviewGaps } from './review.ts'
import type { CommuneReview } from './review.ts'

const today = '2026-11-23'
const full: CommuneReview = {
  formCheck: Object.fromEntries(formChecks.map((check) => [check, 'yes'])),
  materials: 'a',
  labour: 'b',
  idea: 'c',
  identity: 'd',
  meetingOn: today,
  participants: 'e',
  conclusion: 'f',
}

describe('a proposal', () => {
  test('a proposal needs every form check passed, the four items, the meeting and the conclusion', () => {
    expect(reviewGaps(emptyReview)).toEqual([
      ...formChecks,
      'materials',
      'labour',
      'idea',
      'identity',
      'meetingOn',
      'participants',
      'conclusion',
    ])
    expect(decideProposal({ status: 'submitted', review: full }, { today, filedOn: today })).toEqual({
      ok: true,
      event: { move: 'propose' },
    })
    expect(decideProposal({ status: 'submitted', review: { ...full, identity: ' ' } }, { today, filedOn: today })).toEqual({
      ok: false,
      refusal: { code: 'review-incomplete', missing: ['identity'] },
    })
  })

  test('a proposal is not made with a form check answered no', () => {
    const review = { ...full, formCheck: { ...full.formCheck, samples: 'no' as const } }
    expect(decideProposal({ status: 'submitted', review }, { today, filedOn: today })).toMatchObject({ refusal: { missing: ['samples'] } })
  })

  test('a proposal is not made on a meeting held before the dossier was there', () => {
    expect(decideProposal({ status: 'submitted', review: { ...full, meetingOn: '2026-11-19' } }, { today, filedOn: '2026-11-20' })).toEqual(
      {
        ok: false,
        refusal: { code: 'meeting-before-filing', meetingOn: '2026-11-19', filedOn: '2026-11-20' },
      },
    )
  })

  test('a proposal is not made before its meeting was held, nor from another state', () => {
    expect(decideProposal({ status: 'submitted', review: { ...full, meetingOn: '2026-11-24' } }, { today, filedOn: today })).toMatchObject({
      refusal: { code: 'meeting-in-future' },
    })
    expect(decideProposal({ status: 'returned', review: full }, { today, filedOn: today })).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })
})

describe('a return', () => {
  const items = [{ about: 'section:business', text: 'Ghi rõ' }] as const
  test('a return names what is missing', () => {
    expect(decideReturn({ status: 'submitted', returnedBefore: 0 }, { items: [], repeatReason: '' })).toMatchObject({
      refusal: { code: 'no-items' },
    })
    expect(decideReturn({ status: 'submitted', returnedBefore: 0 }, { items, repeatReason: '' })).toMatchObject({ ok: true })
  })

  test('a dossier is returned once, and again only with the reason why', () => {
    expect(decideReturn({ status: 'submitted', returnedBefore: 1 }, { items, repeatReason: ' ' })).toMatchObject({
      refusal: { code: 'repeat-reason-missing', returnedBefore: 1 },
    })
    expect(decideReturn({ status: 'submitted', returnedBefore: 1 }, { items, repeatReason: 'Giấy mới nộp đã hết hạn' })).toMatchObject({
      ok: true,
    })
  })
})

test('only real places can be asked about', () => {
  for (const good of ['section:plan', 'criterion:2.2', 'criterion:6.1.1', 'evidence:15', 'commune-report'])
    expect(isRequestTarget(good)).toBe(true)
  for (const bad of ['section:money', 'criterion:', 'criterion:a', 'evidence:0', 'evidence:x', '', 'plan', 'section:plan:x']) {
    expect(isRequestTarget(bad)).toBe(false)
  }
})

test('an item is answered by touching its own place and no other', () => {
  const items = [
    { about: 'evidence:2', text: 'Giấy mới', answeredAt: null },
    { about: 'section:plan', text: 'Số liệu', answeredAt: null },
  ] as const
  const after = answerItems(items, ['evidence:2'], new Date('2026-11-23T01:00:00Z'))
  expect(after[0]!.answeredAt).toBe('2026-11-23T01:00:00.000Z')
  expect(unansweredItems(after)).toEqual([items[1]])
})

test('a dossier is late from the day after its day, also when that is a Saturday', () => {
  expect(dueState('2026-11-23', '2026-12-14', 15)).toBe('on-time')
  expect(dueState('2026-11-23', '2026-11-26', 3)).toBe('soon')
  expect(dueState('2026-11-27', '2026-11-27', 0)).toBe('soon')
  expect(dueState('2026-11-28', '2026-11-27', 0)).toBe('late')
})

test('a file code names province, commune, day and number, and gives the number of Mẫu 01', () => {
  const code = filingCode({ provinceCode: '86', communeCode: '29308', on: today, number: 7 })
  expect(code).toBe('H86.29308-261123-0007')
  expect(registrationNumber(code)).toBe('7/PĐK-86-29308-2026')
  expect(filingCode({ provinceCode: '86', communeCode: '29308', on: today, number: 12345 })).toBe('H86.29308-261123-12345')
  expect(registrationNumber('dos_01k')).toBeNull()
})
