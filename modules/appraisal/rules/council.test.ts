import { describe, expect, test } from 'vitest'
import type { UserId } from '../../identity/rules.ts'
import { excludingTies, isExcluding, isProposed, proposedTies, tiesOfInterest as interestsOf } from './conflict.ts'
import type { DossierTies, MemberTies } from './conflict.ts'
import type { Candidate } from './council.ts'
import { decideCouncil, decideSessionOpening, seatRoles, sessionWarnings } from './council.ts'
import { decideRoundClosing, decideRoundOpening } from './round.ts'

describe('conflicts of interest', () => {
  const member: MemberTies = {
    userId: 'usr_1',
    name: 'Thạch Sa Rây',
    email: 'an@vidu.vn',
    organisationIds: ['org_1'],
    communeCodes: ['29308'],
    businesses: [],
    home: null,
  }
  const dossier: DossierTies = {
    producerOrganisationId: 'org_9',
    filed: { email: '', representative: '', address: '', trade: '' },
    communeCode: '29341',
    communeName: 'Xã Tiểu Cần',
    proxyIds: [],
    reviewerIds: [],
    firstScorerIds: [],
    adviserId: null,
    businesses: [],
  }
  const tiesOfInterest = (...both: Parameters<typeof interestsOf>) => interestsOf(...both).map(({ tie }) => tie)

  test('a conflict is computed from membership of the producer, having written its dossier, its e-mail address, the commune review and an earlier council', () => {
    expect(tiesOfInterest(member, dossier)).toEqual([])
    expect(tiesOfInterest(member, { ...dossier, producerOrganisationId: 'org_1' })).toEqual(['producer-member'])
    expect(tiesOfInterest(member, { ...dossier, filed: { ...dossier.filed, email: ' An@ViDu.vn' } })).toEqual(['producer-email'])
    expect(tiesOfInterest(member, { ...dossier, reviewerIds: ['usr_2', 'usr_1'] })).toEqual(['commune-reviewer'])
    expect(tiesOfInterest(member, { ...dossier, proxyIds: ['usr_1'] })).toEqual(['dossier-proxy'])
    expect(tiesOfInterest(member, { ...dossier, firstScorerIds: ['usr_1'] })).toEqual(['scored-first'])
    expect(tiesOfInterest(member, { ...dossier, communeCode: '29308' })).toEqual(['commune-officer'])
  })
  test('what rests on what a producer typed is proposed and excludes nobody by itself', () => {
    expect(excludingTies).toEqual(['producer-member', 'dossier-proxy', 'commune-reviewer', 'scored-first'])
    for (const tie of proposedTies) expect([isExcluding(tie), isProposed(tie)], tie).toEqual([false, true])
  })
  test('who wrote the advisory report, who trades with the producer and who works beside its people is proposed with what it rests on', () => {
    expect(interestsOf(member, { ...dossier, adviserId: 'usr_1' })).toEqual([{ tie: 'dossier-adviser', basis: '' }])
    const buys = { ...dossier, filed: { ...dossier.filed, trade: 'Mua của ông THACH SA RÂY và Công ty TNHH Dừa Xanh' } }
    expect(interestsOf(member, buys)).toEqual([{ tie: 'trade-partner', basis: 'Thạch Sa Rây' }])
    const businesses = [{ id: 'org_5' as const, name: 'Công ty TNHH Dừa Xanh' }]
    expect(interestsOf({ ...member, name: 'Lê An', businesses }, buys)).toEqual([{ tie: 'trade-partner', basis: 'Công ty TNHH Dừa Xanh' }])
    expect(interestsOf({ ...member, name: 'Lê An', businesses }, { ...dossier, businesses })).toEqual([
      { tie: 'joint-organisation', basis: 'Công ty TNHH Dừa Xanh' },
    ])
  })
  test('of the ties of kin the closest is proposed, and none without an address that the member declared', () => {
    const filed = { ...dossier.filed, representative: 'Thạch Thị Bưởi', address: 'Số 12, ấp Chợ' }
    const home = { address: 'ấp Chợ', communeCode: '29341', communeName: 'Xã Tiểu Cần' }
    const at = (address: string) => interestsOf({ ...member, home: { ...home, address } }, { ...dossier, filed })
    expect(at('12 Ấp chợ')).toEqual([{ tie: 'same-address', basis: 'Số 12, ấp Chợ' }])
    expect(at('Ấp Chợ')).toEqual([{ tie: 'family-near', basis: 'Thạch Thị Bưởi, Số 12, ấp Chợ' }])
    expect(at('Ấp Cây Hẹ')).toEqual([{ tie: 'commune-kin', basis: 'Thạch Thị Bưởi, Xã Tiểu Cần' }])
    expect(interestsOf({ ...member, name: 'Kim Sa Rây', home }, { ...dossier, filed })).toEqual([])
    expect(interestsOf({ ...member, home: { ...home, communeCode: '29308' } }, { ...dossier, filed })).toEqual([])
    expect(interestsOf(member, { ...dossier, filed })).toEqual([])
  })
  test('no conflict is computed from what is unknown on both sides', () => {
    expect(tiesOfInterest({ ...member, organisationIds: [], email: '' }, { ...dossier, producerOrganisationId: null })).toEqual([])
  })
})

describe('a council', () => {
  const seat = (userId: UserId, seat: 'chair' | 'member' | 'secretary', roles = seatRoles[seat]) => ({ userId, name: userId, seat, roles })
  test('a council has one chair, a secretary and another scoring member, each person once', () => {
    expect(decideCouncil([seat('usr_a', 'chair'), seat('usr_b', 'member'), seat('usr_c', 'secretary')]).ok).toBe(true)
    expect(decideCouncil([seat('usr_b', 'member'), seat('usr_c', 'secretary')])).toMatchObject({
      refusal: { code: 'chair-count', chairs: 0 },
    })
    expect(decideCouncil([seat('usr_a', 'chair'), seat('usr_b', 'chair'), seat('usr_c', 'secretary')])).toMatchObject({
      refusal: { chairs: 2 },
    })
    expect(decideCouncil([seat('usr_a', 'chair'), seat('usr_b', 'member')])).toMatchObject({ refusal: { code: 'secretary-missing' } })
    expect(decideCouncil([seat('usr_a', 'chair'), seat('usr_c', 'secretary')])).toMatchObject({ refusal: { code: 'members-missing' } })
    expect(decideCouncil([seat('usr_a', 'chair'), seat('usr_a', 'member')])).toMatchObject({
      refusal: { code: 'member-twice', name: 'usr_a' },
    })
    expect(decideCouncil([seat('usr_a', 'chair', ['council-member']), seat('usr_b', 'member'), seat('usr_c', 'secretary')])).toMatchObject({
      refusal: { code: 'role-missing', name: 'usr_a', seat: 'chair' },
    })
  })
})

describe('opening a session', () => {
  const round = { id: 'rnd_1', status: 'open' } as const
  const ready: Candidate = {
    code: 'HS-1',
    kind: 'first',
    status: 'appraising',
    roundId: 'rnd_1',
    reportedOn: '2026-11-20',
    openSession: false,
    askedInWriting: false,
  }
  const meeting = (heldOn: string) => ({ manner: 'meeting', heldOn, today: '2026-11-23' }) as const
  test('a session opens over dossiers of an open round whose advisory report is in', () => {
    expect(decideSessionOpening(round, [ready], meeting('2026-11-20')).ok).toBe(true)
    expect(decideSessionOpening(round, [], meeting('2026-11-20'))).toMatchObject({ refusal: { code: 'no-dossiers' } })
    expect(decideSessionOpening({ ...round, status: 'closed' }, [ready], meeting('2026-11-20'))).toMatchObject({
      refusal: { code: 'round-closed' },
    })
  })
  test('a session is not held before the day of any advisory report', () => {
    expect(decideSessionOpening(round, [ready], meeting('2026-11-19'))).toEqual({
      ok: false,
      refusal: { code: 'held-before-report', heldOn: '2026-11-19', dossier: 'HS-1', reportedOn: '2026-11-20' },
    })
  })
  test('a rest day and late papers are warned of and refuse nothing', () => {
    const facts = { restDay: false, calledOn: '2026-11-24', earliest: '2026-11-25' }
    expect(sessionWarnings({ heldOn: '2026-11-25' }, facts)).toEqual([])
    expect(sessionWarnings({ heldOn: '2026-11-24' }, { ...facts, restDay: true })).toEqual([
      { code: 'rest-day' },
      { code: 'papers-late', calledOn: '2026-11-24', earliest: '2026-11-25' },
    ])
  })
  test('the refusal gives the reason for each dossier that is not ready', () => {
    const unready: Candidate[] = [
      { ...ready, code: 'A', status: 'received' },
      { ...ready, code: 'B', roundId: 'rnd_2' },
      { ...ready, code: 'C', reportedOn: null },
      { ...ready, code: 'D', openSession: true },
    ]
    expect(decideSessionOpening(round, [ready, ...unready], meeting('2026-11-20'))).toMatchObject({
      refusal: {
        code: 'dossiers-not-ready',
        dossiers: [
          { dossier: 'A', why: 'not-appraising' },
          { dossier: 'B', why: 'other-round' },
          { dossier: 'C', why: 'report-missing' },
          { dossier: 'D', why: 'on-another-table' },
        ],
      },
    })
  })
})

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: opinions on re-evaluations are taken in writing; the council meets where they differ or the case is complex.
describe('asking the council in writing', () => {
  const round = { id: 'rnd_1', status: 'open' } as const
  const renewal: Candidate = {
    code: 'HS-2',
    kind: 'renewal',
    status: 'appraising',
    roundId: 'rnd_1',
    reportedOn: '2026-11-20',
    openSession: false,
    askedInWriting: false,
  }
  const inWriting = (heldOn: string) => ({ manner: 'written', heldOn, today: '2026-11-23' }) as const

  test('a council is asked in writing about re-evaluations alone, and about each of them once', () => {
    expect(decideSessionOpening(round, [renewal], inWriting('2026-11-30')).ok).toBe(true)
    expect(
      decideSessionOpening(
        round,
        [
          renewal,
          { ...renewal, code: 'A', kind: 'first' },
          { ...renewal, code: 'B', kind: 'upgrade' },
          { ...renewal, code: 'C', askedInWriting: true },
        ],
        inWriting('2026-11-30'),
      ),
    ).toMatchObject({
      refusal: {
        code: 'dossiers-not-ready',
        dossiers: [
          { dossier: 'A', why: 'not-renewal' },
          { dossier: 'B', why: 'not-renewal' },
          { dossier: 'C', why: 'asked-in-writing' },
        ],
      },
    })
  })

  test('where the opinions came to nothing, or from the start, the council may meet over a re-evaluation', () => {
    const meeting = { ...inWriting('2026-11-30'), manner: 'meeting' as const }
    expect(decideSessionOpening(round, [renewal, { ...renewal, askedInWriting: true }], meeting).ok).toBe(true)
  })

  test('nobody is asked to answer by a day that is past, and today is in time', () => {
    expect(decideSessionOpening(round, [renewal], inWriting('2026-11-23')).ok).toBe(true)
    expect(decideSessionOpening(round, [renewal], inWriting('2026-11-22'))).toMatchObject({
      refusal: { code: 'answer-day-past', until: '2026-11-22' },
    })
  })
})

describe('a round', () => {
  /** Điều 5, Quyết định 26/2026/QĐ-TTg: đợt 1 trước 30/4 và 30/6, đợt 2 trước 30/10 và 30/12. */
  const day = (text: string) => ({ day: text, yearOffset: 0 })
  const deadlines = [
    { round: 1, communeProposesBefore: day('04-30'), provinceFinishesBefore: day('06-30') },
    { round: 2, communeProposesBefore: day('10-30'), provinceFinishesBefore: day('12-30') },
  ]
  test('a round takes its deadlines from the law', () => {
    expect(decideRoundOpening({ year: 2026, number: 2 }, { deadlines, exists: false })).toEqual({
      ok: true,
      event: { communeDeadline: '2026-10-30', provinceDeadline: '2026-12-30' },
    })
  })
  test('a round opens once, and only if the law has it', () => {
    expect(decideRoundOpening({ year: 2026, number: 2 }, { deadlines, exists: true })).toMatchObject({ refusal: { code: 'round-exists' } })
    expect(decideRoundOpening({ year: 2026, number: 3 }, { deadlines, exists: false })).toEqual({
      ok: false,
      refusal: { code: 'round-not-in-law', rounds: [1, 2] },
    })
  })
  test('a round closes when no dossier in it is left unscored', () => {
    expect(decideRoundClosing('open', []).ok).toBe(true)
    expect(decideRoundClosing('open', ['HS-1'])).toMatchObject({ refusal: { code: 'dossiers-unfinished', dossiers: ['HS-1'] } })
    expect(decideRoundClosing('closed', [])).toMatchObject({ refusal: { code: 'round-closed' } })
  })
})
