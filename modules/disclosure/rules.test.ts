import { addDays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decidePublication, policyKinds, policyOfSlug, policySlugs, standingOf } from './rules.ts'

const today = '2026-11-30'
const latest = { version: 3, text: 'Bản đang áp dụng của trang.', effectiveFrom: '2026-07-01' }
const next = { kind: 'returns', text: 'Bản mới của trang này.', effectiveFrom: today, after: 3 } as const

test('a version follows the one that its writer saw', () => {
  expect(decidePublication(next, { today, latest, noticeDays: 20 })).toEqual({ ok: true, value: { version: 4 } })
  expect(decidePublication({ ...next, after: 2 }, { today, latest, noticeDays: 20 })).toEqual({
    ok: false,
    refusal: { code: 'published-meanwhile' },
  })
})

test('nothing holds from a past day, nor from before what is already announced', () => {
  expect(decidePublication({ ...next, effectiveFrom: '2026-11-29' }, { today, latest, noticeDays: 20 })).toEqual({
    ok: false,
    refusal: { code: 'too-early', from: today },
  })
  const announced = { ...latest, effectiveFrom: '2026-12-24' }
  expect(decidePublication({ ...next, effectiveFrom: '2026-12-24' }, { today, latest: announced, noticeDays: 20 })).toEqual({
    ok: false,
    refusal: { code: 'too-early', from: '2026-12-25' },
  })
})

test('the same text is no new version', () => {
  expect(decidePublication({ ...next, text: latest.text }, { today, latest, noticeDays: 20 })).toEqual({
    ok: false,
    refusal: { code: 'same-text' },
  })
})

// Nghị định 248/2026/NĐ-CP, Điều 8.
test('what sellers pay changes after twenty days, and what nobody paid before may be said at once', () => {
  const fees = { ...next, kind: 'fees' } as const
  expect(decidePublication({ ...fees, effectiveFrom: '2026-12-19' }, { today, latest, noticeDays: 20 })).toEqual({
    ok: false,
    refusal: { code: 'short-notice', days: 20, from: '2026-12-20' },
  })
  expect(decidePublication({ ...fees, effectiveFrom: '2026-12-20' }, { today, latest, noticeDays: 20 }).ok).toBe(true)
  expect(decidePublication({ ...fees, after: 0 }, { today, latest: null, noticeDays: 20 })).toEqual({ ok: true, value: { version: 1 } })
})

test('on every day one version holds at most, and each version is current, coming or past', () => {
  const version = fc.integer({ min: 0, max: 400 }).map((days) => ({ effectiveFrom: addDays('2026-01-01', days) }))
  fc.assert(
    fc.property(
      fc.uniqueArray(version, { selector: ({ effectiveFrom }) => effectiveFrom }),
      fc.integer({ min: 0, max: 400 }),
      (versions, days) => {
        const day = addDays('2026-01-01', days)
        const { current, coming, past } = standingOf(versions, day)
        expect(past.length + coming.length + (current === null ? 0 : 1)).toBe(versions.length)
        expect(coming.every(({ effectiveFrom }) => effectiveFrom > day)).toBe(true)
        for (const { effectiveFrom } of past) expect(effectiveFrom < current!.effectiveFrom).toBe(true)
      },
    ),
  )
})

test('every policy has an address of its own', () => {
  expect(new Set(Object.values(policySlugs)).size).toBe(policyKinds.length)
  expect(policyKinds.map((kind) => policyOfSlug(policySlugs[kind]))).toEqual([...policyKinds])
  expect(policyOfSlug('khac')).toBeUndefined()
})
