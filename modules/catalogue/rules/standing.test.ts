import { describe, expect, test } from 'vitest'
import { certificateState, isInForce, showsStars } from './standing.ts'
import type { StandingFacts } from './standing.ts'

const certified: StandingFacts = { standing: 'certified', potentialFive: false, certifiedUntil: '2027-02-21', renewalUnderWay: false }
const waiting: StandingFacts = { standing: 'none', potentialFive: true, certifiedUntil: null, renewalUnderWay: false }
const on = (today: string) => ({ today, renewalDays: 180, extensionDays: 180 })

describe('a certificate', () => {
  test('a certificate is valid through its last day and expired on the next', () => {
    expect(certificateState(certified, on('2027-02-21'))).toBe('expiring')
    expect(certificateState(certified, on('2027-02-22'))).toBe('expired')
  })

  test('a certificate is about to end from 180 days before its last day on, when re-evaluation opens', () => {
    expect(certificateState(certified, on('2026-08-25'))).toBe('certified')
    expect(certificateState(certified, on('2026-08-26'))).toBe('expiring')
  })

  test('a certificate holds for at most 180 days after its last day while its renewal is under way (Điều 12)', () => {
    const renewing = { ...certified, renewalUnderWay: true }
    expect(certificateState(renewing, on('2027-02-21'))).toBe('expiring')
    expect(certificateState(renewing, on('2027-02-22'))).toBe('extended')
    expect(certificateState(renewing, on('2027-08-20'))).toBe('extended')
    expect(certificateState(renewing, on('2027-08-21'))).toBe('expired')
  })

  test('a certificate without a known last day is never taken for valid', () => {
    expect(certificateState({ ...certified, certifiedUntil: null }, on('2026-11-23'))).toBe('undated')
    expect(isInForce('undated')).toBe(false)
  })

  test('a certificate that was withdrawn stays withdrawn whatever its dates', () => {
    expect(certificateState({ ...certified, standing: 'withdrawn', potentialFive: true, renewalUnderWay: true }, on('2026-11-23'))).toBe(
      'withdrawn',
    )
  })

  test('a certificate that ended or was withdrawn has no stars to show', () => {
    expect((['certified', 'expiring', 'extended', 'undated'] as const).every(showsStars)).toBe(true)
    expect((['expired', 'withdrawn'] as const).some(showsStars)).toBe(false)
  })
})

test('a result waiting for the ministry shows only where no certificate stands beside it', () => {
  expect(certificateState(waiting, on('2026-11-23'))).toBe('potential-five')
  expect(certificateState({ ...certified, potentialFive: true }, on('2026-08-23'))).toBe('certified')
  expect(certificateState({ ...waiting, potentialFive: false }, on('2026-11-23'))).toBe('none')
})
