import { expect, test } from 'vitest'
import { decideLetter, isToBeSent } from './covering-letter.ts'

const proposedAt = new Date('2026-11-23T08:00:00+07:00')
const dossier = { code: 'VL-1', status: 'proposed', proposedAt, lastLetterAt: null } as const

test('what the commune proposed stands in one letter, and in another only when it was proposed anew', () => {
  expect(isToBeSent(dossier)).toBe(true)
  expect(isToBeSent({ ...dossier, lastLetterAt: new Date('2026-11-24T08:00:00+07:00') })).toBe(false)
  expect(isToBeSent({ ...dossier, lastLetterAt: new Date('2026-11-20T08:00:00+07:00') })).toBe(true)
})

test('what was never proposed, lies with commune or producer again, or is over, is sent with no letter', () => {
  expect(isToBeSent({ ...dossier, proposedAt: null })).toBe(false)
  for (const status of ['submitted', 'returned', 'draft', 'recognised', 'withdrawn'] as const)
    expect(isToBeSent({ ...dossier, status })).toBe(false)
  expect(isToBeSent({ ...dossier, status: 'received' })).toBe(true)
})

test('a letter names the dossiers that cannot stand in it', () => {
  expect(decideLetter([])).toMatchObject({ refusal: { code: 'nothing-to-send' } })
  expect(decideLetter([dossier, { ...dossier, code: 'VL-2', status: 'submitted' }])).toMatchObject({
    refusal: { code: 'not-to-be-sent', codes: ['VL-2'] },
  })
  expect(decideLetter([dossier])).toMatchObject({ ok: true })
})
