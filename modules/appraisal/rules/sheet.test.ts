import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankSheet, changedCriteria, decideReopening, decideSave, decideSubmission, totalOf } from './sheet.ts'
import type { Sheet, SheetFacts, SheetLine } from './sheet.ts'

/** Criteria 1.1, 1.2 and 4.1 of set 03 of Decision 26/2026: their official points. */
const criteria = [
  { code: '1.1', options: [{ points: 1 }, { points: 2 }, { points: 3 }] },
  { code: '1.2', options: [{ points: 0 }, { points: 1 }, { points: 2 }] },
  { code: '4.1', options: [{ points: 1 }, { points: 2 }, { points: 3 }, { points: 5 }] },
]
const facts = (more: Partial<SheetFacts> = {}): SheetFacts => ({
  session: 'scoring',
  version: 0,
  conflict: null,
  finding: null,
  criteria,
  ...more,
})
const line = (criterion: string, optionIndex: number | null, points: number, comment = ''): SheetLine => ({
  criterion,
  optionIndex,
  points,
  comment,
})
const full: SheetLine[] = [line('1.1', 2, 3), line('1.2', 1, 1), line('4.1', 3, 5)]
const sheet = (more: Partial<Sheet> = {}): Sheet => ({ ...blankSheet, ...more })
const ask = { before: null, reason: '', reasons: {} }

describe('saving a sheet', () => {
  test('a saved mark takes its points from the official option and stands in the official order', () => {
    const decision = decideSave(
      sheet({ lines: [line('4.1', 0, 1)] }),
      [{ criterion: '1.1', choice: 2, comment: 'Thấy tại xưởng' }],
      facts(),
    )
    expect(decision).toEqual({
      ok: true,
      event: { lines: [line('1.1', 2, 3, 'Thấy tại xưởng'), line('4.1', 0, 1)] },
    })
  })
  test('"không chấm" is a mark of 0 points, and a mark can be taken back', () => {
    const none = decideSave(sheet(), [{ criterion: '1.2', choice: 'none', comment: '' }], facts())
    expect(none.ok && none.event.lines).toEqual([line('1.2', null, 0)])
    const blank = decideSave(sheet({ lines: full }), [{ criterion: '1.2', choice: 'blank', comment: '' }], facts())
    expect(blank.ok && blank.event.lines.map(({ criterion }) => criterion)).toEqual(['1.1', '4.1'])
  })
  test('a mark of an unknown criterion or option is refused', () => {
    for (const change of [
      { criterion: '9.9', choice: 0 },
      { criterion: '1.1', choice: 3 },
      { criterion: '1.1', choice: -1 },
      { criterion: '9.9', choice: 'none' as const },
    ]) {
      expect(decideSave(sheet(), [{ ...change, comment: '' }], facts())).toEqual({
        ok: false,
        refusal: { code: 'unknown-option', criterion: change.criterion },
      })
    }
  })
  test('a save is refused over a conflict, a closed session, a locked sheet and a stale version', () => {
    const save = (of: Partial<Sheet>, more: Partial<SheetFacts>) =>
      decideSave(sheet(of), [{ criterion: '1.1', choice: 0, comment: '' }], facts(more))
    expect(save({}, { conflict: { origin: 'computed', reason: 'producer-member' } })).toEqual({
      ok: false,
      refusal: { code: 'conflict', origin: 'computed', reason: 'producer-member' },
    })
    expect(save({}, { finding: 'postponed' })).toEqual({ ok: false, refusal: { code: 'off-the-table', finding: 'postponed' } })
    expect(save({}, { session: 'closed' })).toEqual({ ok: false, refusal: { code: 'session-closed', status: 'closed' } })
    expect(save({}, { session: 'preparing' })).toEqual({ ok: false, refusal: { code: 'session-not-scoring', status: 'preparing' } })
    expect(save({ status: 'submitted' }, {})).toEqual({ ok: false, refusal: { code: 'sheet-locked', status: 'submitted' } })
    expect(save({ version: 4 }, { version: 3 })).toEqual({ ok: false, refusal: { code: 'version-conflict', version: 4 } })
    expect(save({ status: 'reopened' }, { session: 'reviewing' }).ok).toBe(true)
  })
  test('whatever is saved, the total lies between 0 and the sum of the highest options', () => {
    const change = fc.constantFrom(...criteria).chain(({ code, options }) =>
      fc.record({
        criterion: fc.constant(code),
        choice: fc.oneof(fc.nat(options.length - 1), fc.constant('none' as const), fc.constant('blank' as const)),
        comment: fc.string(),
      }),
    )
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const decision = decideSave(sheet(), changes, facts())
        if (!decision.ok) throw new Error(decision.refusal.code)
        const total = totalOf(decision.event.lines)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(3 + 2 + 5)
        expect(new Set(decision.event.lines.map(({ criterion }) => criterion)).size).toBe(decision.event.lines.length)
      }),
    )
  })
})

describe('submitting a sheet', () => {
  test('a submission needs a mark for every criterion', () => {
    expect(decideSubmission(sheet({ lines: [full[0]!] }), { ...facts(), ...ask })).toEqual({
      ok: false,
      refusal: { code: 'criteria-missing', criteria: ['1.2', '4.1'] },
    })
    expect(decideSubmission(sheet({ lines: full }), { ...facts(), ...ask }).ok).toBe(true)
  })
  test('a mark "không chấm" needs a comment', () => {
    const lines = [full[0]!, line('1.2', null, 0, '  '), full[2]!]
    expect(decideSubmission(sheet({ lines }), { ...facts(), ...ask })).toEqual({
      ok: false,
      refusal: { code: 'comment-missing', criteria: ['1.2'] },
    })
  })
  test('scored again, each changed mark says why, and a sheet that keeps them all says why once', () => {
    const reopened = sheet({ status: 'reopened', lines: [line('1.1', 1, 2), full[1]!, full[2]!] })
    const reviewing = facts({ session: 'reviewing' })
    // A reason for the whole sheet is none for a mark.
    expect(
      decideSubmission(reopened, { ...reviewing, before: full, reason: 'Đã xem lại', reasons: { '1.1': ' ', '1.2': 'Khác' } }),
    ).toEqual({
      ok: false,
      refusal: { code: 'change-reason-missing', criteria: ['1.1'] },
    })
    const reasons = { '1.1': 'Xem lại vùng nguyên liệu' }
    expect(decideSubmission(reopened, { ...reviewing, before: full, reason: '', reasons })).toEqual({
      ok: true,
      event: { changed: ['1.1'] },
    })
    const kept = sheet({ status: 'reopened', lines: full })
    expect(decideSubmission(kept, { ...reviewing, before: full, reason: ' ', reasons: {} })).toEqual({
      ok: false,
      refusal: { code: 'reason-missing', criteria: [] },
    })
    expect(decideSubmission(kept, { ...reviewing, before: full, reason: 'Đã nghe, không thấy gì mới', reasons: {} }).ok).toBe(true)
  })
  test('in writing a sheet says whether the council can conclude so, and why it should meet', () => {
    const handIn = (opinion: 'conclude' | 'meet' | null, opinionReason = '') =>
      decideSubmission(sheet({ lines: full }), { ...facts(), ...ask, answer: { opinion, opinionReason } })
    expect(handIn(null)).toMatchObject({ refusal: { code: 'opinion-missing' } })
    expect(handIn('meet', '  ')).toMatchObject({ refusal: { code: 'opinion-reason-missing' } })
    expect([handIn('conclude'), handIn('meet', 'Đổi nơi sản xuất')].map(({ ok }) => ok)).toEqual([true, true])
  })
  test('a submitted sheet cannot be submitted again', () => {
    expect(decideSubmission(sheet({ status: 'submitted', lines: full }), { ...facts(), ...ask })).toEqual({
      ok: false,
      refusal: { code: 'sheet-locked', status: 'submitted' },
    })
  })
})

test('equal points of another option are a changed mark: the option is what the member says', () => {
  expect(changedCriteria([line('3.1', 1, 2)], [line('3.1', 2, 2)])).toEqual(['3.1'])
  expect(changedCriteria([line('3.1', 1, 2, 'a')], [line('3.1', 1, 2, 'b')])).toEqual([])
  expect(changedCriteria([line('3.1', 0, 0)], [line('3.1', null, 0)])).toEqual(['3.1'])
})

test('a sheet is reopened with a reason, once submitted, while the session lasts', () => {
  expect(decideReopening('submitted', 'scoring', ' Bấm nhầm ')).toEqual({
    ok: true,
    event: { reason: 'Bấm nhầm' },
  })
  expect(decideReopening('submitted', 'scoring', ' ')).toEqual({ ok: false, refusal: { code: 'reason-missing', criteria: [] } })
  expect(decideReopening('draft', 'scoring', 'x')).toEqual({ ok: false, refusal: { code: 'sheet-not-submitted', status: 'draft' } })
  expect(decideReopening('submitted', 'closed', 'x')).toEqual({ ok: false, refusal: { code: 'session-closed', status: 'closed' } })
})
