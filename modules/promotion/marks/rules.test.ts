import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfStep, markKinds, markSteps, protectionOn, stepsAfter, termAfter, verdictOn } from './rules.ts'
import type { DatedStep, MarkStep } from './rules.ts'

const terms = { trademark: { years: 10 }, collective: { years: 10 }, certification: { years: 10 }, gi: { years: null } }
const step = (name: MarkStep, on: string, until: string | null = null): DatedStep => ({ step: name, on, until })
const filed = [step('filed', '2020-03-02')]
const granted = [...filed, step('accepted', '2020-04-20'), step('published', '2020-06-25'), step('granted', '2021-06-15', '2030-03-02')]

describe('the steps of a mark', () => {
  test('follow the order of the law, kind by kind', () => {
    const last = [null, ...markSteps]
    expect(
      Object.fromEntries(markKinds.map((kind) => [kind, last.map((one) => `${one ?? 'new'}: ${stepsAfter(kind, one).join(', ')}`)])),
    ).toMatchSnapshot()
  })

  test('of a geographical indication know no renewal, and the OCOP mark is decided on, not applied for', () => {
    expect(stepsAfter('gi', 'granted')).toEqual(['ended'])
    expect(stepsAfter('ocop', null)).toEqual(['decided'])
  })

  test('are refused out of turn, before the last one and in the future', () => {
    const asked = (name: MarkStep, on: string) => faultOfStep('collective', filed, { step: name, on }, '2026-11-30')
    expect([
      asked('granted', '2021-01-01'),
      asked('accepted', '2020-03-01'),
      asked('accepted', '2026-12-01'),
      asked('accepted', '2020-03-02'),
    ]).toEqual(['step-not-next', 'step-before-last', 'step-in-future', null])
  })

  test('never go on after the end, whatever was recorded', () => {
    fc.assert(
      fc.property(fc.constantFrom(...markKinds), fc.constantFrom(...markSteps), (kind, next) => {
        expect(faultOfStep(kind, [step('ended', '2020-01-01')], { step: next, on: '2021-01-01' }, '2026-01-01')).toBe('step-not-next')
      }),
    )
  })
})

describe('the term of a mark', () => {
  test('is ten years from the application, not from the certificate', () => {
    expect(termAfter('certification', filed, 'granted', terms)).toBe('2030-03-02')
  })
  test('goes on from its last end with each renewal, however early it was renewed', () => {
    expect(termAfter('certification', granted, 'renewed', terms)).toBe('2040-03-02')
  })
  test('is none for a geographical indication and for the OCOP mark', () => {
    expect(termAfter('gi', filed, 'granted', terms)).toBeNull()
    expect(termAfter('ocop', [step('decided', '2020-09-17')], 'decided', terms)).toBeNull()
  })
  test('holds on its last day and not on the next', () => {
    expect(protectionOn(granted, '2030-03-02')).toMatchObject({ state: 'holds', until: '2030-03-02' })
    expect(protectionOn(granted, '2030-03-03').state).toBe('over')
    expect(protectionOn(filed, '2026-01-01').state).toBe('pending')
  })
  test('ends before its time where the mark was ended', () => {
    expect(protectionOn([...granted, step('ended', '2025-05-05')], '2026-01-01')).toEqual({
      state: 'over',
      from: '2021-06-15',
      until: '2025-05-05',
    })
  })
})

describe('the use of a mark', () => {
  const use = { from: '2026-01-01', until: '2027-12-31', endedOn: null, isStillTheirs: true }
  const holds = protectionOn(granted, '2026-06-01')
  test('is allowed until the earlier of its own end and that of the mark', () => {
    expect(verdictOn(use, holds, '2026-06-01')).toEqual({ may: true, until: '2027-12-31' })
    expect(verdictOn({ ...use, until: null }, holds, '2026-06-01')).toEqual({ may: true, until: '2030-03-02' })
    expect(verdictOn({ ...use, until: null }, { ...holds, until: null }, '2026-06-01')).toEqual({ may: true, until: null })
  })
  test.each([
    ['use-over', use, holds, '2028-01-01'],
    ['not-begun', use, holds, '2025-12-31'],
    ['use-ended', { ...use, endedOn: '2026-05-01' }, holds, '2026-06-01'],
    ['other-owner', { ...use, isStillTheirs: false }, holds, '2026-06-01'],
    ['mark-pending', use, protectionOn(filed, '2026-06-01'), '2026-06-01'],
    ['mark-over', { ...use, until: null }, protectionOn(granted, '2031-01-01'), '2031-01-01'],
  ] as const)('is refused and says why: %s', (reason, facts, mark, today) => {
    expect(verdictOn(facts, mark, today)).toMatchObject({ may: false, reason })
  })
})
