import { describe, expect, test } from 'vitest'
import { expectedSteps, protectedUntil, worthOf } from './trademark.ts'

// Luật Sở hữu trí tuệ: one month for the form, two to publish from its acceptance, nine for the substance from publication (Điều 110, 119).
const law = { form: 1, publication: 2, substance: 9, protectionYears: 10 }

describe('an application for a trademark', () => {
  test('is to be accepted within one month of its filing, published within two more, and decided within nine more', () => {
    expect(expectedSteps({ status: 'filed', on: '2026-01-15' }, law)).toEqual([
      { status: 'form-accepted', on: '2026-02-15' },
      { status: 'published', on: '2026-04-15' },
      { status: 'granted', on: '2027-01-15' },
    ])
  })

  test('is counted anew from the day of each step', () => {
    expect(expectedSteps({ status: 'published', on: '2026-08-31' }, law)).toEqual([{ status: 'granted', on: '2027-05-31' }])
  })

  test('expects nothing once it has ended', () => {
    for (const status of ['granted', 'refused', 'withdrawn'] as const) expect(expectedSteps({ status, on: '2026-01-15' }, law)).toEqual([])
  })

  test('counts in the criteria once its form was accepted or it was published, and for more once it was granted', () => {
    expect(worthOf).toEqual({
      filed: 'nothing-yet',
      'form-accepted': 'application',
      published: 'application',
      granted: 'certificate',
      refused: 'nothing',
      withdrawn: 'nothing',
    })
  })

  test('protects for ten years from the day of filing', () => {
    expect(protectedUntil('2026-03-02', law)).toBe('2036-03-02')
  })
})
