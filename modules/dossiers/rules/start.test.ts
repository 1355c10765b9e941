import { expect, test } from 'vitest'
import { kindsToStart, refuseKind } from './start.ts'

const today = '2026-11-23'

test('a product that was never recognised can only be assessed for the first time', () => {
  expect(kindsToStart({ standing: 'none', certifiedUntil: null }, today)).toEqual(['first'])
  expect(refuseKind('renewal', { standing: 'none', certifiedUntil: null }, today)).toEqual({
    ok: false,
    refusal: { code: 'not-certified-yet', kind: 'renewal' },
  })
})

test('a product with a valid certificate is upgraded or assessed again, through the last day of the certificate', () => {
  expect(kindsToStart({ standing: 'certified', certifiedUntil: today }, today)).toEqual(['upgrade', 'renewal'])
})

test('a product whose certificate ended, was withdrawn or has no known end may begin anew or be assessed again', () => {
  for (const product of [
    { standing: 'certified', certifiedUntil: '2026-11-22' },
    { standing: 'certified', certifiedUntil: null },
    { standing: 'withdrawn', certifiedUntil: '2027-01-01' },
  ] as const)
    expect(kindsToStart(product, today)).toEqual(['first', 'upgrade', 'renewal'])
})
