import { expect, test } from 'vitest'
import { recognitionOf } from './recognition.ts'

const day = { today: '2026-11-30', renewalDays: 180, extensionDays: 180 } as const
const product = { standing: 'certified', potentialFive: false, certifiedUntil: '2028-06-30', renewalUnderWay: false } as const

test.each([
  ['in force', {}, 'in-force'],
  ['made longer by the law', { certifiedUntil: '2026-11-01', renewalUnderWay: true }, 'in-force'],
  ['without a known last day', { certifiedUntil: null }, 'term-unknown'],
  ['that ended', { certifiedUntil: '2026-11-01' }, 'none'],
  ['that was taken back, whatever its term', { standing: 'withdrawn', certifiedUntil: null }, 'none'],
  ['that waits for the ministry alone', { standing: 'none', potentialFive: true, certifiedUntil: null }, 'none'],
  ['that never was', { standing: 'none', certifiedUntil: null }, 'none'],
] as const)('under a certificate %s goods are sold as %o says', (_, more, expected) => {
  expect(recognitionOf({ ...product, ...more }, day)).toBe(expected)
})
