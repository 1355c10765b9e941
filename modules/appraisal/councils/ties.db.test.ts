import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { producerFile, updateProducer, updateProducerInput } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { communeQueue, findDossier, findReceipt, listDossiers } from '../../dossiers/index.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { UserId } from '../../identity/rules.ts'
import { drawnBy } from '../../papers/fixtures.ts'
import { aSession, aSubmittedSheet } from '../fixtures.ts'
import {
  admitReader,
  assignAdvisory,
  closeSession,
  confirmTie,
  declareConflict,
  declareHome,
  dismissTie,
  evidenceFileForReader,
  findAppraisal,
  findSession,
  listAppraisals,
  listResults,
  memberSheets,
  openSheetEvidence,
  ownHome,
  paperForReader as askForPaper,
  receiptForReader,
  recordAttendance,
  recordDiscussion,
  sessionForMinutes,
  sessionOverview,
  sessionPaper as askForSessionPaper,
  sheetFor,
} from '../index.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { interestsOf } from './conflict.store.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
const paperForReader = drawnBy(askForPaper)
const sessionPaper = drawnBy(askForSessionPaper)
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

type Key = { sessionId: SessionId; dossierId: DossierId }

/** A session of one dossier, everybody present; `filedEmail`: the address that its producer filed it with. */
async function scoring(filedEmail?: string): Promise<Key & { idOf: (name: string) => CouncilMemberId }> {
  const dossierId = await world.dossier('appraised', 4, filedEmail === undefined ? {} : { producer: { email: filedEmail } })
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  await recordAttendance(world.hands().secretary, { sessionId, present: seats.map(({ memberId }) => memberId) })
  return { sessionId, dossierId, idOf: (name) => seats.find((seat) => seat.name === name)!.memberId }
}

async function everybodyScores({ sessionId, dossierId }: Key): Promise<void> {
  for (const ctx of world.scorers()) await aSubmittedSheet(ctx, sessionId, dossierId)
}

const dossierOf = async (ctx: Ctx, { sessionId }: Key) => (await sessionOverview(ctx, sessionId)).dossiers[0]!
const minutesText = async (key: Key) => {
  const { bytes } = await sessionPaper(world.hands().secretary, { sessionId: key.sessionId, file: 'bien-ban.pdf' })
  return wordsOfPdf(bytes)
}
const auditOf = async (action: string, sessionId: SessionId) =>
  (
    await db
      .selectFrom('audit_entry')
      .select('detail')
      .where('action', '=', action)
      .where('subject_id', '=', sessionId)
      .orderBy('seq')
      .execute()
  ).map(({ detail }) => detail)

describe('what a producer types removes no judge', () => {
  test('a producer that sets its e-mail to the address of a member changes nothing, before the sheets and after them', async () => {
    const key = await scoring()
    const producer = as(world.actors.producer)
    const sets = async (email: string) => {
      const { kind, place, version, name } = await producerFile(producer, world.producer.id)
      const file = { producerId: world.producer.id, name, kind, communeCode: place.communeCode, version, email }
      expect((await updateProducer(producer, updateProducerInput.parse(file))).ok).toBe(true)
    }
    await sets('usr_member@example.vn')
    const [member] = world.hands().members
    expect((await sheetFor(member!, key)).ok).toBe(true)
    await everybodyScores(key)
    await sets('usr_member_3@example.vn')
    expect(await dossierOf(world.hands().secretary, key)).toMatchObject({ submitted: 4, conflicts: [], ties: [], uncounted: [] })
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    expect((await listResults(world.hands().chair, key.sessionId))[0]).toMatchObject({ sheetCount: 4 })
  })

  test('the address in the dossier as it was filed is proposed to the secretary, and the member scores meanwhile', async () => {
    const key = await scoring(' USR_member@example.vn ')
    const memberId = key.idOf('usr_member')
    const [member] = world.hands().members
    expect((await sheetFor(member!, key)).ok).toBe(true)
    expect((await memberSheets(member!, key.sessionId)).dossiers[0]).toMatchObject({
      conflict: null,
      proposed: [{ tie: 'producer-email', basis: 'usr_member@example.vn' }],
    })
    for (const ctx of [world.hands().secretary, world.hands().chair]) {
      expect(await dossierOf(ctx, key)).toMatchObject({
        expected: 4,
        conflicts: [],
        ties: [{ memberId, name: 'usr_member', tie: 'producer-email', decision: null, waits: true }],
      })
    }
    await everybodyScores(key)
    const { code } = await dossierOf(world.hands().chair, key)
    expect(await closeSession(world.hands().chair, key)).toEqual({
      ok: false,
      refusal: { code: 'ties-undecided', ties: [{ dossier: code, members: ['usr_member'] }] },
    })

    const tie = { ...key, memberId, tie: 'producer-email' as const }
    expect(await dismissTie(world.hands().secretary, { ...tie, reason: ' ' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    const reason = 'Thành viên không quen chủ thể; địa chỉ do chủ thể ghi nhầm'
    expect((await dismissTie(world.hands().secretary, { ...tie, reason })).ok).toBe(true)
    expect(await auditOf('council-session.tie-dismissed', key.sessionId)).toEqual([
      { dossierId: key.dossierId, memberId, tie: 'producer-email', reason, handedIn: true },
    ])
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    expect((await listResults(world.hands().chair, key.sessionId))[0]).toMatchObject({ sheetCount: 4 })
    expect(await minutesText(key)).toContain(
      `Đã xét và kết luận không có liên quan: usr_member dùng cùng địa chỉ thư điện tử với chủ thể; lý do: ${reason}.`,
    )
  })

  test('a tie confirmed after the sheet is in takes it out openly: before the chair, to the member and in the minutes', async () => {
    const key = await scoring('usr_member@example.vn')
    await everybodyScores(key)
    const memberId = key.idOf('usr_member')
    const tie = { ...key, memberId, tie: 'producer-email' as const }
    expect((await confirmTie(world.hands().secretary, { ...tie, reason: 'Thành viên lập hồ sơ cho chủ thể' })).ok).toBe(true)
    const conflict = { origin: 'confirmed', reason: 'producer-email', because: 'Thành viên lập hồ sơ cho chủ thể' }
    const [member] = world.hands().members
    expect(await sheetFor(member!, key)).toEqual({ ok: false, refusal: { code: 'conflict', ...conflict } })
    expect((await findSession(member!, key.sessionId)).own.uncounted).toMatchObject([{ why: 'conflict', ...conflict }])
    for (const ctx of [world.hands().chair, world.hands().secretary, world.hands().provincialOfficer]) {
      expect(await dossierOf(ctx, key)).toMatchObject({
        submitted: 3,
        expected: 3,
        quorum: { seats: 4, present: 3, required: 3, reached: true },
        uncounted: [{ name: 'usr_member', why: 'conflict', ...conflict }],
      })
    }
    expect(await auditOf('council-session.tie-confirmed', key.sessionId)).toMatchObject([{ memberId, handedIn: true }])
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    expect((await listResults(world.hands().chair, key.sessionId))[0]).toMatchObject({ sheetCount: 3 })
    expect((await sessionForMinutes(world.hands().secretary, key.sessionId)).dossiers[0]).toMatchObject({
      uncounted: [{ name: 'usr_member', why: 'conflict' }],
    })
    const text = await minutesText(key)
    expect(text).toContain('Phiếu đã nộp của usr_member không được tính: có liên quan')
    expect(text).toContain('Thư ký xác nhận, lý do: Thành viên lập hồ sơ cho chủ thể')
  })

  test('a secretary confirms only what was found: a tie that nobody proposed is not found', async () => {
    const key = await scoring()
    const tie = { ...key, memberId: key.idOf('usr_member'), tie: 'producer-email' as const, reason: 'Không thích' }
    await expect(confirmTie(world.hands().secretary, tie)).rejects.toThrow(NotFound)
    await expect(confirmTie(world.hands().chair, tie)).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('the officer of the commune of a dossier is proposed too, and scores until the secretary confirms it', async () => {
    const key = await scoring()
    const membership = {
      id: 'mem_xa' as const,
      user_id: 'usr_member_2' as const,
      organisation_id: world.organisations.communeA.id,
      since: '2026-11-01',
    }
    await db
      .insertInto('membership')
      .values({ ...membership, role: 'commune-officer' })
      .execute()
    expect((await sheetFor(world.hands().members[1]!, key)).ok).toBe(true)
    const tie = { ...key, memberId: key.idOf('usr_member_2'), tie: 'commune-officer' as const, reason: 'Dự họp xét hồ sơ ở xã' }
    expect((await confirmTie(world.hands().secretary, tie)).ok).toBe(true)
    expect(await sheetFor(world.hands().members[1]!, key)).toMatchObject({ refusal: { origin: 'confirmed', reason: 'commune-officer' } })
    // Judged again: the member scores again, and both judgements stay in the trail.
    expect((await dismissTie(world.hands().secretary, { ...tie, reason: 'Chỉ phụ trách văn hóa' })).ok).toBe(true)
    expect((await sheetFor(world.hands().members[1]!, key)).ok).toBe(true)
    await db.deleteFrom('membership').where('id', '=', 'mem_xa').execute()
  })
})

describe('what the platform compares', () => {
  const tieOf = async (ctx: Ctx, key: Key, tie: string) => (await dossierOf(ctx, key)).ties.find((row) => row.tie === tie)
  const filed = { producer: { representative: 'Thạch Thị Bưởi', address: 'Số 12, ấp Chợ, xã Tam Ngãi cũ' } }
  /** A session over a dossier that its producer filed with these words. */
  const over = async (typed: Parameters<AppraisalWorld['dossier']>[2]) => {
    const dossierId = await world.dossier('appraised', 4, typed)
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
    const { seats } = await sessionOverview(world.hands().secretary, sessionId)
    return { sessionId, dossierId, idOf: (name: string) => seats.find((seat) => seat.name === name)!.memberId }
  }
  let communeCode: string
  beforeAll(async () => {
    const { communeA } = world.organisations
    const organisation = await db.selectFrom('organisation').select('commune_code').where('id', '=', communeA.id).executeTakeFirstOrThrow()
    communeCode = organisation.commune_code!
  })

  test('a member at the address that the producer filed is proposed: secretary and member read on what it rests, chair and office do not', async () => {
    const { secretary, chair, members, provincialOfficer } = world.hands()
    expect((await declareHome(members[0]!, { address: 'so 12 Ap Cho', communeCode })).ok).toBe(true)
    const key = await over(filed)
    const memberId = key.idOf('usr_member')
    expect((await sheetFor(members[0]!, key)).ok).toBe(true)
    const basis = 'Số 12, ấp Chợ, xã Tam Ngãi cũ'
    expect(await tieOf(secretary, key, 'same-address')).toMatchObject({ memberId, decision: null, waits: true, basis })
    expect((await memberSheets(members[0]!, key.sessionId)).dossiers[0]!.proposed).toEqual([{ tie: 'same-address', basis }])
    expect((await memberSheets(members[1]!, key.sessionId)).dossiers[0]!.proposed).toEqual([])
    for (const ctx of [chair, provincialOfficer]) expect(await tieOf(ctx, key, 'same-address')).toMatchObject({ memberId, basis: '' })

    const tie = { ...key, memberId, tie: 'same-address' as const }
    expect((await confirmTie(secretary, { ...tie, reason: 'Vợ của giám đốc' })).ok).toBe(true)
    expect(await sheetFor(members[0]!, key)).toMatchObject({ refusal: { code: 'conflict', origin: 'confirmed', reason: 'same-address' } })
    // What it rested on is kept with the judgement, and leaves with the member's own word alone.
    expect((await declareHome(members[0]!, { address: '', communeCode: '' })).ok).toBe(true)
    expect(await ownHome(members[0]!)).toMatchObject({ home: null })
    expect(await tieOf(secretary, key, 'same-address')).toMatchObject({ decision: 'confirmed', basis })
    expect(JSON.stringify(await auditOf('council-member.home-declared', 'usr_member' as SessionId))).not.toContain('Ap Cho')
  })

  test('an address needs its commune, and a member declares their own alone', async () => {
    const { members } = world.hands()
    const missing = { ok: false, refusal: { code: 'home-incomplete', field: 'communeCode' } }
    expect(await declareHome(members[1]!, { address: 'Ấp Chợ', communeCode: '' })).toEqual(missing)
    expect(await declareHome(members[1]!, { address: 'Ấp Chợ', communeCode: '00000' })).toEqual(missing)
    expect(await declareHome(members[1]!, { address: '', communeCode })).toMatchObject({ refusal: { field: 'address' } })
    expect(await ownHome(members[1]!)).toMatchObject({ home: null })
  })

  test('a member whom the filed dossier names as a buyer is proposed, and dismissed with a reason that the minutes print without the basis', async () => {
    const { secretary, chair } = world.hands()
    await db.updateTable('auth_user').set({ name: 'Kim Sô Phia' }).where('id', '=', 'usr_member_3').execute()
    const key = await over({ business: { linkage: 'Bao tiêu với bà Kim Sô Phia ở ấp Chợ.' } })
    const ties = (await dossierOf(secretary, key)).ties
    expect(ties).toMatchObject([{ tie: 'trade-partner', basis: 'Kim Sô Phia', decision: null }])
    await recordAttendance(secretary, {
      sessionId: key.sessionId,
      present: ['usr_chair', 'usr_member', 'usr_member_2', 'usr_member_3'].map(key.idOf),
    })
    await everybodyScores(key)
    expect(await closeSession(chair, key)).toMatchObject({ refusal: { code: 'ties-undecided' } })
    const tie = { ...key, memberId: ties[0]!.memberId, tie: 'trade-partner' as const, reason: 'Trùng họ tên, người khác' }
    expect((await dismissTie(secretary, tie)).ok).toBe(true)
    expect((await closeSession(chair, key)).ok).toBe(true)
    const text = await minutesText(key)
    expect(text).toContain('lý do: Trùng họ tên, người khác.')
    expect(text).not.toContain('nêu tên ở phần nguyên liệu')
    await db.updateTable('auth_user').set({ name: 'usr_member_3' }).where('id', '=', 'usr_member_3').execute()
  })

  test('who wrote the report of the advisory group on a dossier is proposed for that dossier alone, and scores meanwhile', async () => {
    const { secretary, members } = world.hands()
    const [advised, other] = [await world.dossier(), await world.dossier()]
    await db.updateTable('advisory_report').set({ assigned_to: 'usr_member_3' }).where('dossier_id', '=', advised).execute()
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [advised, other], status: 'scoring' })
    const { dossiers } = await sessionOverview(secretary, sessionId)
    expect(dossiers.map(({ ties, adviserOnCouncil }) => ({ ties: ties.map(({ tie, name }) => [tie, name]), adviserOnCouncil }))).toEqual([
      { ties: [['dossier-adviser', 'usr_member_3']], adviserOnCouncil: null },
      { ties: [], adviserOnCouncil: null },
    ])
    expect((await sheetFor(members[2]!, { sessionId, dossierId: advised })).ok).toBe(true)
  })

  test('the ties of a session are read by the same statements however many dossiers lie on its table', async () => {
    const { roundId, councilId } = world
    const statements = async (dossierIds: DossierId[]) => {
      const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds })
      let count = 0
      const counting = db.withPlugin({
        transformQuery: ({ node }) => {
          count += 1
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      await interestsOf(counting, sessionId, '2026-11-23')
      return count
    }
    const one = await statements([await world.dossier()])
    expect(await statements([await world.dossier(), await world.dossier(), await world.dossier()])).toBe(one)
  })
})

describe('attendance taken back', () => {
  test('from a member whose sheet is in needs a reason, which the member, the chair and the minutes read', async () => {
    const key = await scoring()
    await everybodyScores(key)
    const { secretary, chair, members } = world.hands()
    const without = ['usr_chair', 'usr_member', 'usr_member_3'].map(key.idOf)
    const memberId = key.idOf('usr_member_2')
    expect(await recordAttendance(secretary, { sessionId: key.sessionId, present: without })).toEqual({
      ok: false,
      refusal: { code: 'absence-reason-missing', members: ['usr_member_2'] },
    })
    expect((await sessionOverview(chair, key.sessionId)).attendance.present).toBe(4)

    const reasons = { [memberId]: 'Rời phòng họp trước khi bàn hồ sơ' }
    expect((await recordAttendance(secretary, { sessionId: key.sessionId, present: without, reasons })).ok).toBe(true)
    expect((await findSession(members[1]!, key.sessionId)).own).toMatchObject({
      absence: { reason: 'Rời phòng họp trước khi bàn hồ sơ', notedBy: 'usr_secretary' },
      uncounted: [{ why: 'absent', reason: 'Rời phòng họp trước khi bàn hồ sơ' }],
    })
    expect((await dossierOf(chair, key)).uncounted).toEqual([
      { memberId, name: 'usr_member_2', why: 'absent', reason: 'Rời phòng họp trước khi bàn hồ sơ' },
    ])
    expect((await auditOf('council-session.attendance-recorded', key.sessionId)).at(-1)).toEqual({
      present: expect.arrayContaining(without),
      withSheet: [{ memberId, reason: 'Rời phòng họp trước khi bàn hồ sơ' }],
    })
    await recordDiscussion(secretary, { ...key, discussion: 'Hội đồng thống nhất điểm.' })
    expect((await closeSession(chair, key)).ok).toBe(true)
    expect((await findSession(members[1]!, key.sessionId)).own.uncounted).toHaveLength(1)
    const text = await minutesText(key)
    expect(text).toContain(
      'Phiếu đã nộp của usr_member_2 không được tính: không được ghi có mặt, lý do: Rời phòng họp trước khi bàn hồ sơ.',
    )
  })

  test('a member who is there again needs no reason, and a sheet handed in without attendance stops the close', async () => {
    const key = await scoring()
    const { secretary, chair, members } = world.hands()
    const all = ['usr_chair', 'usr_member', 'usr_member_2', 'usr_member_3'].map(key.idOf)
    const early = all.filter((memberId) => memberId !== key.idOf('usr_member_2'))
    await recordAttendance(secretary, { sessionId: key.sessionId, present: early })
    await everybodyScores(key)
    await recordDiscussion(secretary, { ...key, discussion: 'Đã thảo luận.' })
    expect(await closeSession(chair, key)).toEqual({ ok: false, refusal: { code: 'absence-unexplained', members: ['usr_member_2'] } })
    await recordAttendance(secretary, { sessionId: key.sessionId, present: early, reasons: { [key.idOf('usr_member_2')]: 'Chưa đến' } })
    await recordAttendance(secretary, { sessionId: key.sessionId, present: all })
    expect((await findSession(members[1]!, key.sessionId)).own).toEqual({ absence: null, uncounted: [] })
    expect((await closeSession(chair, key)).ok).toBe(true)
    expect((await listResults(chair, key.sessionId))[0]).toMatchObject({ sheetCount: 4 })
  })
})

describe('whom the appraisal opens a dossier to', () => {
  /** Every door to one dossier, by its id and by its file code. */
  const doors = async (dossierId: DossierId) => {
    const { code, evidence } = await findDossier(world.hands().provincialOfficer, dossierId)
    const papers = ['mau-01.pdf', 'mau-02.pdf', 'mau-03.pdf']
    const ways: Record<string, (ctx: Ctx) => Promise<unknown>> = {
      receipt: (ctx) => receiptForReader(ctx, dossierId),
      'receipt by code': (ctx) => receiptForReader(ctx, code),
      dossier: async (ctx) => findDossier(await admitReader(ctx), dossierId),
      'dossier by code': async (ctx) => findDossier(await admitReader(ctx), code),
      'evidence file': async (ctx) => {
        try {
          return await evidenceFileForReader(ctx, evidence[0]!.id)
        } catch (error) {
          // The sample paper has no file: that is told to its readers alone.
          if (error instanceof NotFound && error.message.startsWith('No file behind')) return 'readable'
          throw error
        }
      },
    }
    for (const file of papers) ways[file] = (ctx) => paperForReader(ctx, { dossierId, file })
    return ways
  }
  const open = async (ctx: Ctx, dossierId: DossierId) => {
    const found: string[] = []
    for (const [name, way] of Object.entries(await doors(dossierId))) {
      const isOpen = await way(ctx).then(
        () => true,
        (error: unknown) => {
          expect(error, name).toBeInstanceOf(NotFound)
          return false
        },
      )
      if (isOpen) found.push(name)
    }
    return found
  }
  /** The one sample paper lies in every dossier of its producer, also in those that the reader may read. */
  const openedAlone = async (ctx: Ctx, dossierId: DossierId) => (await open(ctx, dossierId)).filter((name) => name !== 'evidence file')
  const listed = async (ctx: Ctx) => (await listDossiers(await admitReader(ctx))).map(({ id }) => id)

  test('the adviser who was asked and the secretary of its session read a dossier by every door, others of their role by none', async () => {
    const key = await scoring()
    const everything = Object.keys(await doors(key.dossierId))
    for (const actor of [world.actors.advisoryMember, world.council.secretary]) {
      expect(await open(as(actor), key.dossierId), actor.userId).toEqual(everything)
      expect(await listed(as(actor))).toContain(key.dossierId)
    }
    for (const actor of [world.withoutReport.adviser, world.council.strangers.secretary, ...world.council.members, world.council.chair]) {
      expect(await open(as(actor), key.dossierId), actor.userId).toEqual([])
      expect(await listed(as(actor))).toEqual([])
    }
    await expect(findAppraisal(as(world.withoutReport.adviser), key.dossierId)).rejects.toThrow(NotFound)
    // Before it lies on a table, no secretary reads it.
    const waiting = await world.dossier()
    expect(await openedAlone(as(world.council.secretary), waiting)).toEqual([])
  })

  test('C32: an officer of another commune, a rival and a buyer open a dossier by no door, and no list or count names it', async () => {
    const { dossierId } = await scoring()
    expect((await open(as(world.actors.communeOfficer), dossierId)).length).toBeGreaterThan(0)
    for (const actor of [world.actors.otherCommuneOfficer, world.actors.rival, world.actors.buyer]) {
      expect(await open(as(actor), dossierId), actor.userId).toEqual([])
      expect(await listed(as(actor)), actor.userId).toEqual([])
    }
    expect(await communeQueue(as(world.actors.otherCommuneOfficer))).toMatchObject({ waiting: [], late: 0, others: [] })
  })

  test('an adviser who is no longer asked reads nothing more', async () => {
    const dossierId = await world.dossier('advised')
    expect((await open(as(world.actors.advisoryMember), dossierId)).length).toBeGreaterThan(0)
    await assignAdvisory(world.hands().provincialOfficer, { dossierId, userId: world.withoutReport.adviser.userId })
    expect(await openedAlone(as(world.actors.advisoryMember), dossierId)).toEqual([])
    expect((await open(as(world.withoutReport.adviser), dossierId)).length).toBeGreaterThan(0)
  })

  test('C27: a member with a conflict finds the dossier by no address, paper, file, list or other role, and the quorum is counted anew', async () => {
    const key = await scoring()
    const [member] = world.council.members
    // The member is asked for the advisory report too: that seat does not open what the other one closes.
    const membership = {
      id: 'mem_both' as const,
      user_id: member!.userId,
      organisation_id: world.organisations.council.id,
      since: '2026-01-01',
    }
    await db
      .insertInto('membership')
      .values({ ...membership, role: 'advisory-member' })
      .execute()
    await db.updateTable('advisory_report').set({ assigned_to: member!.userId }).where('dossier_id', '=', key.dossierId).execute()
    const both = { ...member!, memberships: [...member!.memberships, { ...member!.memberships[0]!, role: 'advisory-member' as const }] }
    expect((await open(as(both), key.dossierId)).length).toBeGreaterThan(0)

    await declareConflict(as(both), { ...key, reason: 'Em ruột của giám đốc' })
    expect(await open(as(both), key.dossierId)).toEqual([])
    expect(await listed(as(both))).toEqual([])
    expect((await listAppraisals(as(both))).map(({ id }) => id)).not.toContain(key.dossierId)
    expect(await sheetFor(as(both), key)).toMatchObject({ refusal: { code: 'conflict' } })
    const [paper] = (await findDossier(world.hands().provincialOfficer, key.dossierId)).evidence
    expect(await openSheetEvidence(as(both), { ...key, evidenceId: paper!.id })).toMatchObject({ refusal: { code: 'conflict' } })
    await expect(findReceipt(as(both), key.dossierId)).rejects.toThrow(NotFound)
    await expect(sessionForMinutes(as(both), key.sessionId)).rejects.toMatchObject({ name: 'Forbidden' })
    const quorum = { seats: 4, present: 3, required: 3, reached: true }
    expect(await dossierOf(world.hands().secretary, key)).toMatchObject({ expected: 3, quorum })

    // With a second conflict too few are left to decide: the dossier waits for another session.
    await everybodyScoresBut(key, member!.userId)
    await declareConflict(world.hands().members[1]!, { ...key, reason: 'Cổ đông' })
    const { code } = await dossierOf(world.hands().chair, key)
    expect(await closeSession(world.hands().chair, key)).toEqual({
      ok: false,
      refusal: { code: 'dossier-quorum-missing', dossiers: [{ dossier: code, present: 2, required: 3, seats: 4 }] },
    })
    await db.deleteFrom('membership').where('id', '=', 'mem_both').execute()
  })

  async function everybodyScoresBut({ sessionId, dossierId }: Key, userId: UserId): Promise<void> {
    for (const ctx of world.scorers()) {
      if (ctx.actor.kind === 'person' && ctx.actor.userId !== userId) await aSubmittedSheet(ctx, sessionId, dossierId)
    }
  }
})
