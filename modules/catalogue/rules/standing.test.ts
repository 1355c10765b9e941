import { describe, expect, test } from 'vitest'
import { certificateState } from './standing.ts'

const certified = { standing: 'certified', potentialFive: false, certifiedUntil: '2027-02-21' } as const

describe('a certificate', () => {
  test('is good through its last day and over the day after', () => {
    expect(certificateState(certified, '2027-02-21')).toBe('certified')
    expect(certificateState(certified, '2027-02-22')).toBe('expired')
  })

  test('is about to end from 180 days before its last day on, when re-evaluation opens', () => {
    expect(certificateState(certified, '2026-08-25', 180)).toBe('certified')
    expect(certificateState(certified, '2026-08-26', 180)).toBe('expiring')
  })

  test('without a known last day is never taken for valid', () => {
    expect(certificateState({ ...certified, certifiedUntil: null }, '2026-11-23', 180)).toBe('undated')
  })

  test('that was withdrawn stays withdrawn whatever its dates', () => {
    expect(certificateState({ ...certified, standing: 'withdrawn', potentialFive: true }, '2026-11-23')).toBe('withdrawn')
  })
})

test('a result waiting for the ministry shows only where no certificate stands beside it', () => {
  expect(certificateState({ standing: 'none', potentialFive: true, certifiedUntil: null }, '2026-11-23')).toBe('potential-five')
  expect(certificateState({ ...certified, potentialFive: true }, '2026-11-23')).toBe('certified')
  expect(certificateState({ standing: 'none', potentialFive: false, certifiedUntil: null }, '2026-11-23')).toBe('none')
})
