import { readId } from '@dacsan/platform/ids'
import { describe, expect, test } from 'vitest'
import {
  attendance,
  decideAttendance,
  decideClosing,
  decideDiscussion,
  decideDisclosure,
  progressOf,
  quorumFor,
  uncountedSheets,
} from './closing.ts'
import type { CouncilRules, CouncilSeat, DossierScoring } from './closing.ts'
import type { CouncilMemberId } from './ids.ts'

/** Tây Ninh's regulation: three quarters present, the chair among them; more than ten points apart is discussed. */
const rules: CouncilRules = { quorumPercent: 75, quorumNeedsChair: true, deviationPoints: 10 }

const council = (present: number, chairPresent = true): CouncilSeat[] => [
  { memberId: 'cmb_chair', name: 'Chủ tịch', seat: 'chair', present: chairPresent, absenceReason: null },
  ...Array.from({ length: 7 }, (_, at): CouncilSeat => ({
    memberId: `cmb_m${at + 1}`,
    name: `Thành viên ${at + 1}`,
    seat: 'member',
    present: at < present,
    absenceReason: null,
  })),
  { memberId: 'cmb_secretary', name: 'Thư ký', seat: 'secretary', present: true, absenceReason: null },
]

const dossier = (totals: Record<CouncilMemberId, number>, more: Partial<DossierScoring> = {}): DossierScoring => ({
  dossierId: 'dos_1',
  code: 'HS-1',
  excluded: [],
  undecided: [],
  finding: null,
  discussion: '',
  sheets: Object.entries(totals).map(([memberId, total]) => ({ memberId: readId('cmb', memberId), status: 'submitted', total })),
  disclosed: null,
  ...more,
})

/** The dossier as it is once the last command disclosed what it could. */
const disclose = (on: DossierScoring, seats: CouncilSeat[]): DossierScoring => ({
  ...on,
  disclosed: on.disclosed ?? decideDisclosure(on, seats, rules),
})

const close = (seats: CouncilSeat[], dossiers: DossierScoring[]) => decideClosing('scoring', { council: seats, dossiers, rules })

describe('the quorum', () => {
  test('the quorum is three quarters of the scoring members: six of eight, the secretary not counted', () => {
    expect(attendance(council(5), rules)).toEqual({ seats: 8, present: 6, required: 6, chairPresent: true, reached: true })
    expect(attendance(council(4), rules)).toEqual({ seats: 8, present: 5, required: 6, chairPresent: true, reached: false })
  })
  test('the quorum needs the chair where the regulation says so', () => {
    expect(attendance(council(7, false), rules).reached).toBe(false)
    expect(attendance(council(7, false), { ...rules, quorumNeedsChair: false }).reached).toBe(true)
  })
})

describe('progress with one dossier', () => {
  test('progress counts only present members without a conflict', () => {
    const progress = progressOf(dossier({ cmb_chair: 70, cmb_m1: 72, cmb_m3: 40 }, { excluded: ['cmb_m1'] }), council(2), rules)
    expect(progress).toEqual({
      scorers: ['cmb_chair', 'cmb_m2'],
      submitted: 1,
      missing: ['cmb_m2'],
      disclosure: null,
      needsDiscussion: false,
    })
  })
  test('progress discloses nothing of the points until the last sheet and the quorum are in', () => {
    const six = { cmb_chair: 60, cmb_m1: 61, cmb_m2: 62, cmb_m3: 63, cmb_m4: 64, cmb_m5: 90 }
    const { cmb_m5: _, ...five } = six
    expect(progressOf(disclose(dossier(five), council(5)), council(5), rules).disclosure).toBeNull()
    expect(progressOf(disclose(dossier(five), council(4)), council(4), rules).disclosure).toBeNull()
    expect(progressOf(disclose(dossier(six), council(5)), council(5), rules)).toMatchObject({
      disclosure: 'exceeds',
      needsDiscussion: true,
    })
  })
  test('a discussion is needed above the limit, not at it', () => {
    const six = { cmb_chair: 60, cmb_m1: 61, cmb_m2: 62, cmb_m3: 63, cmb_m4: 64 }
    const deviation = (m5: number) => progressOf(disclose(dossier({ ...six, cmb_m5: m5 }), council(5)), council(5), rules)
    expect(deviation(70)).toMatchObject({ disclosure: 'within', needsDiscussion: false })
    expect(deviation(71)).toMatchObject({ disclosure: 'exceeds', needsDiscussion: true })
  })
  test('a draft or reopened sheet is not counted as submitted', () => {
    const sheets = [
      { memberId: 'cmb_chair' as const, status: 'submitted' as const, total: 60 },
      { memberId: 'cmb_m1' as const, status: 'reopened' as const, total: 71 },
    ]
    expect(progressOf(dossier({}, { sheets }), council(1), rules)).toMatchObject({ submitted: 1, missing: ['cmb_m1'], disclosure: null })
  })
})

describe('before the close nobody works out whose points deviate', () => {
  const all = { cmb_chair: 60, cmb_m1: 61, cmb_m2: 62, cmb_m3: 63, cmb_m4: 64, cmb_m5: 65, cmb_m6: 66, cmb_m7: 90 }
  const withoutOne = (absent: string) => council(7).map((seat) => (seat.memberId === absent ? { ...seat, present: false } : seat))

  test('the disclosure is the same whoever is ticked as present', () => {
    const answers = Object.keys(all)
      .filter((memberId) => memberId !== 'cmb_chair')
      .map((absent) => progressOf(disclose(dossier(all), withoutOne(absent)), withoutOne(absent), rules).disclosure)
    expect(new Set(answers)).toEqual(new Set(['exceeds']))
  })
  test('a sheet with a conflict is not judged', () => {
    expect(decideDisclosure(dossier(all, { excluded: ['cmb_m7'] }), council(7), rules)?.deviation).toBe('within')
  })
  test('the deviation is disclosed once: over a sheet that comes later it is withheld and the council discusses', () => {
    const { cmb_m7: late, ...early } = all
    const first = disclose(dossier(early), council(6))
    expect(first.disclosed).toEqual({ deviation: 'within', over: Object.keys(early) })
    const later = { ...first, sheets: dossier({ ...early, cmb_m7: late }).sheets }
    expect(decideDisclosure(later, council(7), rules)).toBeNull()
    expect(progressOf(later, council(6), rules).disclosure).toBe('within')
    expect(progressOf(later, council(7), rules)).toMatchObject({ disclosure: 'withheld', needsDiscussion: true })
  })
  test('the deviation is disclosed over four sheets at least, and not while one is given back', () => {
    const small = council(2)
    const ofThree: CouncilRules = { ...rules, quorumPercent: 10 }
    expect(decideDisclosure(dossier({ cmb_chair: 60, cmb_m1: 61, cmb_m2: 90 }), small, ofThree)).toBeNull()
    expect(progressOf(dossier({ cmb_chair: 60, cmb_m1: 61, cmb_m2: 61 }), small, ofThree)).toMatchObject({
      disclosure: 'withheld',
      needsDiscussion: true,
    })
    expect(decideDisclosure(dossier({ cmb_chair: 60, cmb_m1: 61, cmb_m2: 90, cmb_m3: 62 }), council(3), ofThree)?.deviation).toBe('exceeds')
    const out = dossier(all).sheets.map((sheet) => (sheet.memberId === 'cmb_m7' ? { ...sheet, status: 'reopened' as const } : sheet))
    expect(decideDisclosure(dossier({}, { sheets: out }), council(6), rules)).toBeNull()
  })
})

describe('closing a session', () => {
  const full = { cmb_chair: 70, cmb_m1: 71, cmb_m2: 72, cmb_m3: 73, cmb_m4: 74, cmb_m5: 75 }
  const within = { disclosed: { deviation: 'within' as const, over: Object.keys(full) } }

  test('a close counts the sheets of the present members without a conflict', () => {
    const seven = { ...full, cmb_m6: 76 }
    const over = { disclosed: { deviation: 'within' as const, over: Object.keys(seven) } }
    expect(
      close(council(6), [
        dossier(seven, over),
        dossier({ ...seven, cmb_m2: 100 }, { ...over, dossierId: 'dos_2', code: 'HS-2', excluded: ['cmb_m2'] }),
      ]),
    ).toEqual({
      ok: true,
      event: {
        results: [
          { dossierId: 'dos_1', scorers: ['cmb_chair', 'cmb_m1', 'cmb_m2', 'cmb_m3', 'cmb_m4', 'cmb_m5', 'cmb_m6'], eliminated: false },
          { dossierId: 'dos_2', scorers: ['cmb_chair', 'cmb_m1', 'cmb_m3', 'cmb_m4', 'cmb_m5', 'cmb_m6'], eliminated: false },
        ],
      },
    })
  })
  test('C27: the quorum is counted anew for a dossier that somebody is excluded from: five of eight are too few', () => {
    const excluded = dossier({ ...full, cmb_m2: 100 }, { ...within, code: 'HS-2', excluded: ['cmb_m2'] })
    expect(quorumFor(excluded, council(5), rules)).toEqual({ seats: 8, present: 5, required: 6, reached: false })
    const refusal = { code: 'dossier-quorum-missing', dossiers: [{ dossier: 'HS-2', present: 5, required: 6, seats: 8 }] }
    expect(close(council(5), [dossier(full, within), excluded])).toEqual({ ok: false, refusal })
    expect(decideDiscussion('scoring', excluded, { council: council(5), rules })).toEqual({ ok: false, refusal })
    expect(close(council(5), [dossier(full, within), { ...excluded, finding: 'postponed' }]).ok).toBe(true)
  })
  test('a close waits for the secretary to judge every proposed tie of a dossier that is scored', () => {
    const open = dossier(full, { ...within, undecided: ['cmb_m1'] })
    expect(close(council(5), [open])).toEqual({
      ok: false,
      refusal: { code: 'ties-undecided', ties: [{ dossier: 'HS-1', members: ['Thành viên 1'] }] },
    })
    expect(close(council(5), [{ ...open, undecided: [] }]).ok).toBe(true)
    expect(close(council(5), [dossier(full, within), { ...open, finding: 'postponed' }]).ok).toBe(true)
  })
  test('a close leaves out no sheet that was handed in without a reason on file', () => {
    const seven = dossier({ ...full, cmb_m6: 76 }, { disclosed: { deviation: 'within', over: [...Object.keys(full), 'cmb_m6'] } })
    expect(close(council(5), [seven])).toEqual({
      ok: false,
      refusal: { code: 'absence-unexplained', members: ['Thành viên 6'] },
    })
    const explained = council(5).map((seat) => (seat.memberId === 'cmb_m6' ? { ...seat, absenceReason: 'Về giữa buổi' } : seat))
    expect(close(explained, [seven]).ok).toBe(true)
    expect(uncountedSheets({ ...seven, excluded: ['cmb_m1'] }, explained)).toEqual([
      { memberId: 'cmb_m1', why: 'conflict' },
      { memberId: 'cmb_m6', why: 'absent' },
    ])
    const draft = {
      ...seven,
      sheets: seven.sheets.map((sheet) => (sheet.memberId === 'cmb_m6' ? { ...sheet, status: 'draft' as const } : sheet)),
    }
    expect(close(council(5), [draft]).ok).toBe(true)
  })
  test('a close is refused before scoring began and after the close', () => {
    expect(decideClosing('preparing', { council: council(7), dossiers: [], rules })).toEqual({
      ok: false,
      refusal: { code: 'wrong-session-status', status: 'preparing' },
    })
    expect(decideClosing('closed', { council: council(7), dossiers: [], rules })).toEqual({
      ok: false,
      refusal: { code: 'wrong-session-status', status: 'closed' },
    })
  })
  test('a close is refused without the chair or without the quorum', () => {
    expect(close(council(7, false), [dossier(full)])).toEqual({ ok: false, refusal: { code: 'chair-absent' } })
    expect(close(council(4), [dossier(full)])).toEqual({
      ok: false,
      refusal: { code: 'quorum-missing', present: 5, required: 6, seats: 8 },
    })
  })
  test('a close is refused while a sheet is missing, and names its member', () => {
    const { cmb_m5: _, ...short } = full
    expect(close(council(5), [dossier(short)])).toEqual({
      ok: false,
      refusal: { code: 'sheets-missing', missing: [{ dossier: 'HS-1', members: ['Thành viên 5'] }] },
    })
  })
  test('a close is refused when everybody present has a conflict', () => {
    const excluded: CouncilMemberId[] = ['cmb_chair', 'cmb_m1', 'cmb_m2', 'cmb_m3', 'cmb_m4', 'cmb_m5']
    expect(close(council(5), [dossier({}, { excluded })])).toEqual({ ok: false, refusal: { code: 'no-scorer', dossiers: ['HS-1'] } })
  })
  test('a close is refused over a deviation that was not discussed, and accepted once the discussion is written down', () => {
    const exceeding = disclose(dossier({ ...full, cmb_m5: 81 }), council(5))
    expect(close(council(5), [exceeding])).toEqual({
      ok: false,
      refusal: { code: 'discussion-missing', dossiers: [{ dossier: 'HS-1', disclosure: 'exceeds' }], limit: 10 },
    })
    expect(close(council(5), [{ ...exceeding, discussion: 'Khác nhau về bao bì; các thành viên giữ điểm.' }]).ok).toBe(true)
  })
  test('a close needs no sheets of an eliminated dossier and decides nothing about a postponed one', () => {
    expect(close(council(5), [dossier(full, within), dossier({}, { dossierId: 'dos_2', finding: 'postponed' })])).toMatchObject({
      event: { results: [{ dossierId: 'dos_1' }] },
    })
    expect(close(council(5), [dossier({ cmb_chair: 40 }, { finding: 'eliminated' })])).toMatchObject({
      ok: true,
      event: { results: [{ eliminated: true }] },
    })
  })
})

describe('attendance', () => {
  const ids = (seats: CouncilSeat[]) => seats.filter(({ present }) => present).map(({ memberId }) => memberId)
  const handedIn: CouncilMemberId[] = ['cmb_m1', 'cmb_m2']
  const facts = { council: council(7), handedIn, heldOn: '2026-11-24', today: '2026-11-24' }

  test('whoever handed a sheet in is left out for a reason alone, which stays until they are there again', () => {
    const present = ids(council(7)).filter((memberId) => memberId !== 'cmb_m1' && memberId !== 'cmb_m3')
    const refusal = { code: 'absence-reason-missing', members: ['Thành viên 1'] }
    expect(decideAttendance('scoring', { present, reasons: {} }, facts)).toEqual({ ok: false, refusal })
    expect(decideAttendance('scoring', { present, reasons: { cmb_m1: '  ' } }, facts)).toEqual({ ok: false, refusal })
    expect(decideAttendance('scoring', { present, reasons: { cmb_m1: ' Về giữa buổi ' } }, facts)).toEqual({
      ok: true,
      event: { present, reasons: new Map([['cmb_m1', 'Về giữa buổi']]), takenBack: ['cmb_m1'] },
    })
    const before = facts.council.map((seat) => (seat.memberId === 'cmb_m1' ? { ...seat, present: false, absenceReason: 'Ốm' } : seat))
    expect(decideAttendance('scoring', { present, reasons: {} }, { ...facts, council: before })).toMatchObject({
      event: { reasons: new Map([['cmb_m1', 'Ốm']]) },
    })
  })
  test('attendance is written on the day of the session and not before', () => {
    const asked = { present: ids(council(7)), reasons: {} }
    expect(decideAttendance('preparing', asked, { ...facts, today: '2026-11-23' })).toEqual({
      ok: false,
      refusal: { code: 'attendance-early', heldOn: '2026-11-24' },
    })
    // What was forgotten is mended until the close.
    for (const today of ['2026-11-24', '2026-11-25']) expect(decideAttendance('scoring', asked, { ...facts, today }).ok).toBe(true)
  })
  test('attendance is not written after the close', () => {
    expect(decideAttendance('closed', { present: [], reasons: {} }, facts)).toEqual({
      ok: false,
      refusal: { code: 'session-closed', status: 'closed' },
    })
  })
})

describe('a discussion', () => {
  const facts = { council: council(5), rules }
  const full = { cmb_chair: 60, cmb_m1: 61, cmb_m2: 62, cmb_m3: 63, cmb_m4: 64, cmb_m5: 70 }
  const inFull = (m5: number) => disclose(dossier({ ...full, cmb_m5: m5 }), facts.council)

  test('a discussion gives every sheet of the dossier back, so that nobody learns whose points deviated', () => {
    expect(decideDiscussion('scoring', inFull(71), facts)).toEqual({
      ok: true,
      event: { reopened: Object.keys(full), exceeds: true },
    })
  })
  test('a discussion opens once every sheet and the quorum are in, and not where the points lie within the limit', () => {
    expect(decideDiscussion('scoring', dossier({ cmb_chair: 60 }), facts)).toMatchObject({ refusal: { code: 'sheets-missing' } })
    expect(decideDiscussion('scoring', inFull(71), { ...facts, council: council(4) })).toMatchObject({
      refusal: { code: 'quorum-missing' },
    })
    expect(decideDiscussion('reviewing', inFull(70), facts)).toEqual({
      ok: false,
      refusal: { code: 'deviation-within-limit', limit: 10 },
    })
    expect(decideDiscussion('preparing', dossier({}), facts)).toMatchObject({ refusal: { code: 'wrong-session-status' } })
    expect(decideDiscussion('closed', dossier({}), facts)).toMatchObject({ refusal: { code: 'wrong-session-status', status: 'closed' } })
  })
})
