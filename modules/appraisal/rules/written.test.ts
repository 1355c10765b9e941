import { readId } from '@dacsan/platform/ids'
import { describe, expect, test } from 'vitest'
import type { CouncilRules, CouncilSeat, DossierScoring } from './closing.ts'
import type { CouncilMemberId } from './ids.ts'
import { decideWrittenClosing, takingPart, whyMeet, writtenProgress } from './written.ts'

const rules: CouncilRules = { quorumPercent: 75, quorumNeedsChair: true, deviationPoints: 10 }
const seat = (memberId: CouncilMemberId, of: CouncilSeat['seat']): CouncilSeat => ({
  memberId,
  name: memberId,
  seat: of,
  present: false,
  absenceReason: null,
})
/** Chair and three members score: three quarters are three. */
const council = [
  seat('cmb_chair', 'chair'),
  seat('cmb_a', 'member'),
  seat('cmb_b', 'member'),
  seat('cmb_c', 'member'),
  seat('cmb_s', 'secretary'),
]

const dossier = (handedIn: readonly CouncilMemberId[], more: Partial<DossierScoring> = {}): DossierScoring => ({
  dossierId: 'dos_1',
  code: 'HS-1',
  excluded: [],
  undecided: [],
  finding: null,
  discussion: '',
  sheets: handedIn.map((memberId) => ({ memberId, status: 'submitted', total: 80 })),
  disclosed: null,
  ...more,
})
const all = ['cmb_chair', 'cmb_a', 'cmb_b', 'cmb_c'] as const
const close = (dossiers: readonly DossierScoring[], today = '2026-12-01', more: Partial<CouncilRules> = {}) =>
  decideWrittenClosing('scoring', { council, dossiers, rules: { ...rules, ...more }, until: '2026-12-10', today })

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: the council meets only where opinions differ or the case is complex.
describe('whether the council meets', () => {
  const sheet = (total: number, stars: number, opinion: 'conclude' | 'meet' = 'conclude') => ({ total, stars, opinion })

  test('opinions of the same stars within the limit of the regulation need no meeting, the limit itself included', () => {
    expect(whyMeet([sheet(80, 4), sheet(85, 4), sheet(90, 4)], 10)).toEqual([])
  })
  test('points further apart than the limit, or other stars, are opinions that differ', () => {
    expect(whyMeet([sheet(75, 4), sheet(86, 4)], 10)).toEqual(['opinions-differ'])
    expect(whyMeet([sheet(89, 4), sheet(90, 5)], 10)).toEqual(['opinions-differ'])
  })
  test('one member who asks for a meeting makes a case complex, whatever the points say', () => {
    expect(whyMeet([sheet(80, 4), sheet(80, 4, 'meet')], 10)).toEqual(['complex'])
    expect(whyMeet([sheet(60, 3), sheet(80, 4, 'meet')], 10)).toEqual(['opinions-differ', 'complex'])
  })
})

describe('closing what was asked in writing', () => {
  test('before its day it closes only when everybody has answered', () => {
    expect(close([dossier(all)])).toMatchObject({ ok: true, event: { results: [{ scorers: all }] } })
    expect(close([dossier(['cmb_chair', 'cmb_a', 'cmb_b'])], '2026-12-10')).toEqual({
      ok: false,
      refusal: { code: 'opinions-awaited', until: '2026-12-10', awaited: [{ dossier: 'HS-1', members: ['cmb_c'] }] },
    })
  })
  test('past its day the quorum is enough, and only who answered is counted', () => {
    expect(close([dossier(['cmb_chair', 'cmb_a', 'cmb_b'])], '2026-12-11')).toMatchObject({
      ok: true,
      event: { results: [{ scorers: ['cmb_chair', 'cmb_a', 'cmb_b'] }] },
    })
    expect(close([dossier(['cmb_chair', 'cmb_a'])], '2026-12-11')).toEqual({
      ok: false,
      refusal: { code: 'opinions-short', dossiers: [{ dossier: 'HS-1', answered: 2, required: 3, seats: 4, chairMissing: false }] },
    })
  })
  test('the chair answers as well, where the regulation wants the chair and no conflict keeps the chair away', () => {
    const withoutChair = ['cmb_a', 'cmb_b', 'cmb_c'] as const
    expect(close([dossier(withoutChair)], '2026-12-11')).toMatchObject({
      refusal: { code: 'opinions-short', dossiers: [{ chairMissing: true }] },
    })
    expect(close([dossier(withoutChair)], '2026-12-11', { quorumNeedsChair: false }).ok).toBe(true)
    expect(close([dossier(withoutChair, { excluded: ['cmb_chair'] })]).ok).toBe(true)
  })
  test('a sheet that was given back is waited for also past the day, and one that was only begun is not', () => {
    const part = dossier(['cmb_chair', 'cmb_a', 'cmb_b'])
    const given = (status: 'reopened' | 'draft') => ({
      ...part,
      sheets: [...part.sheets, { memberId: readId('cmb', 'cmb_c'), status, total: 10 }],
    })
    expect(close([given('reopened')], '2026-12-11')).toMatchObject({ refusal: { code: 'opinions-awaited' } })
    expect(close([given('draft')], '2026-12-11').ok).toBe(true)
  })
  test('whoever has a conflict is not asked, and the quorum stays that of the whole council', () => {
    expect(close([dossier(['cmb_chair', 'cmb_a', 'cmb_b'], { excluded: ['cmb_c'] })]).ok).toBe(true)
    expect(close([dossier(['cmb_chair', 'cmb_a'], { excluded: ['cmb_b', 'cmb_c'] })])).toMatchObject({
      refusal: { code: 'opinions-short' },
    })
    expect(close([dossier([], { excluded: all })])).toMatchObject({ refusal: { code: 'no-scorer', dossiers: ['HS-1'] } })
  })
  test('a tie that the secretary has not judged keeps it open, and a dossier left for a meeting keeps nothing', () => {
    expect(close([dossier(all, { undecided: ['cmb_a'] })])).toMatchObject({ refusal: { code: 'ties-undecided' } })
    expect(close([dossier([], { finding: 'postponed' })])).toEqual({ ok: true, event: { results: [] } })
  })
  test('nothing closes twice', () => {
    expect(
      decideWrittenClosing('closed', { council, dossiers: [dossier(all)], rules, until: '2026-12-10', today: '2026-12-11' }),
    ).toMatchObject({
      refusal: { code: 'wrong-session-status' },
    })
  })
})

test('in writing whoever handed in a sheet takes part, and at a meeting whoever is there', () => {
  const { sheets } = dossier(['cmb_a'])
  const present = (members: readonly CouncilSeat[]) => members.flatMap((member) => (member.present ? [member.memberId] : []))
  expect(present(takingPart('written', council, sheets))).toEqual(['cmb_a'])
  expect(present(takingPart('meeting', [{ ...council[0]!, present: true }, ...council.slice(1)], sheets))).toEqual(['cmb_chair'])
})

test('until it closes nothing is said of points in writing, only who was asked and who has answered', () => {
  expect(writtenProgress(dossier(all, { excluded: ['cmb_c'] }), council)).toEqual({
    scorers: ['cmb_chair', 'cmb_a', 'cmb_b'],
    submitted: 3,
    missing: [],
    disclosure: null,
    needsDiscussion: false,
  })
})
