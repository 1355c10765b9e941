import { Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sayRefusal } from '../words.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { dossierPaper, findDossier, moveDossier, openEvidence } from '../../dossiers/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  closeSession,
  declareConflict,
  openSheetEvidence,
  findResultForProducer,
  listResults,
  memberSheets,
  openDiscussion,
  recordAttendance,
  recordDiscussion,
  recordFinding,
  reopenSheet,
  saveSheet,
  sessionForMinutes,
  sessionOverview,
  sheetFor,
  startScoring,
  submitSheet,
  withdrawDeclaration,
} from '../index.ts'
import type { LineChange } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
/** Every criterion at its highest option: 100 points. */
const best = set.parts
  .flatMap((part) => part.sections.flatMap((section) => section.criteria))
  .filter(({ options }) => options.length > 0)
  .map(({ code, options }): LineChange => {
    const top = Math.max(...options.map((option) => option.points))
    return { criterion: code, choice: options.findIndex((option) => option.points === top), comment: '' }
  })
const but = (...changes: LineChange[]) => best.map((line) => changes.find(({ criterion }) => criterion === line.criterion) ?? line)
const optionOf = (criterion: string, points: number) => {
  const options = set.parts
    .flatMap((part) => part.sections.flatMap((section) => section.criteria))
    .find(({ code }) => code === criterion)!.options
  return options.findIndex((option) => option.points === points)
}
const mark = (criterion: string, points: number, comment = ''): LineChange => ({ criterion, choice: optionOf(criterion, points), comment })

async function scoring(count = 1) {
  const dossierIds: DossierId[] = []
  for (let at = 0; at < count; at++) dossierIds.push(await world.dossier())
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, status: 'scoring' })
  return { sessionId, dossierIds, dossierId: dossierIds[0]! }
}

async function everybodyPresent(sessionId: SessionId): Promise<void> {
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  await recordAttendance(world.hands().secretary, { sessionId, present: seats.map((seat) => seat.memberId) })
}

async function everybodyScores(
  sessionId: SessionId,
  dossierId: DossierId,
  marks: (member: number) => LineChange[] = () => marksFor(set, 4),
) {
  for (const [member, ctx] of world.scorers().entries()) await aSubmittedSheet(ctx, sessionId, dossierId, marks(member))
}

const ownSheet = async (ctx: Ctx, key: { sessionId: SessionId; dossierId: DossierId }) => {
  const view = await sheetFor(ctx, key)
  if (!view.ok) throw new Error(view.refusal.reason)
  return view.value.sheet
}

describe('the result of a session, worked out by hand', () => {
  // Set 07 (rau, củ, quả chế biến). Four sheets: chair 100; member 1 gives 4.1 three of five points: 98; member 2 gives 1.5 two of three: 99; member 3: 100.
  // Total 397/4 = 99.25. 4.1: (5+3+5+5)/4 = 4.50, 1.5: (3+3+2+3)/4 = 2.75: both below their five-star marks (5 and 3), so four stars.
  let sessionId: SessionId
  let dossierId: DossierId
  beforeAll(async () => {
    const marks = [best, but(mark('4.1', 3, 'Chỉ bán trong vùng')), but(mark('1.5', 2, 'Hợp đồng chưa đủ 12 tháng')), best]
    dossierId = await world.dossier('appraised', 5)
    const { roundId, councilId } = world
    sessionId = await aSession(world.hands(), {
      roundId,
      councilId,
      dossierIds: [dossierId],
      status: 'closed',
      marks: (_, member) => marks[member],
    })
  })

  test('a result is exact, and minimums hold back the star that the points reach', async () => {
    const [row] = await listResults(world.hands().secretary, sessionId)
    expect(row).toMatchObject({ totalPoints: 397, sheetCount: 4, total: '99.25', exact: null, reachedByPoints: 5, stars: 4 })
    expect(row!.unmet.map(({ star, criterion, required, got }) => [star, criterion, required, got.text])).toEqual([
      [5, '1.5', 3, '2.75'],
      [5, '4.1', 5, '4.50'],
    ])
    expect((await findDossier(world.hands().provincialOfficer, dossierId)).status).toBe('scored')
  })
  test('the producer reads the result from the decision on: averages and reasons, neither names nor single sheets', async () => {
    expect(await findResultForProducer(as(world.actors.producer), dossierId)).toBeNull()
    const office = world.hands().provincialOfficer
    await inTransaction(office, (tx) => moveDossier(tx, office, { dossierId, move: 'await-ministry' }))
    const result = await findResultForProducer(as(world.actors.producer), dossierId)
    expect(result).toMatchObject({ total: '99.25', stars: 4, heldOn: '2026-11-23', finding: null })
    expect(result!.criteria.find(({ code }) => code === '4.1')).toEqual({
      code: '4.1',
      name: expect.any(String),
      max: 5,
      average: { numerator: 18, denominator: 4, text: '4.50' },
      comments: ['Chỉ bán trong vùng'],
    })
    expect(JSON.stringify(result)).not.toMatch(/usr_|memberId|marks|"lines"/)
  })
  test('only its own producer finds the result of a dossier', async () => {
    for (const actor of [world.actors.rival, world.council.chair, world.actors.provincialOfficer]) {
      await expect(findResultForProducer(as(actor), dossierId)).rejects.toThrow(NotFound)
    }
  })
  test('the minutes list every sheet with its member and total', async () => {
    const minutes = await sessionForMinutes(world.hands().secretary, sessionId)
    expect(minutes.startedAt).toEqual(new Date('2026-11-23T08:30:00+07:00'))
    expect(minutes.session.closedAt).toEqual(new Date('2026-11-23T08:30:00+07:00'))
    expect(minutes.attendance).toEqual({ seats: 4, present: 4, required: 3, chairPresent: true, reached: true })
    expect(minutes.dossiers[0]?.sheets.map(({ name, total }) => [name, total])).toEqual([
      ['usr_chair', 100],
      ['usr_member', 98],
      ['usr_member_2', 99],
      ['usr_member_3', 100],
    ])
  })
  test('C28: every act after the close is refused and changes nothing', async () => {
    const [member] = world.hands().members
    const before = await db.selectFrom('score_line').selectAll().execute()
    const key = { sessionId, dossierId }
    const over = { code: 'session-closed', status: 'closed' }
    const { version } = await ownSheet(member!, key)
    expect(await saveSheet(member!, { ...key, version, lines: [mark('4.1', 5)] })).toEqual({
      ok: false,
      refusal: over,
    })
    expect(await submitSheet(member!, { ...key, version, reason: '' })).toEqual({ ok: false, refusal: over })
    expect(await declareConflict(member!, { ...key, reason: 'Bà con' })).toEqual({ ok: false, refusal: over })
    const { secretary, chair } = world.hands()
    expect(await recordAttendance(secretary, { sessionId, present: [] })).toMatchObject({ refusal: { code: 'session-closed' } })
    expect(await recordDiscussion(secretary, { ...key, discussion: 'x' })).toMatchObject({ refusal: { code: 'session-closed' } })
    expect(await recordFinding(secretary, { ...key, finding: 'eliminated', reason: 'x' })).toMatchObject({
      refusal: { code: 'session-closed' },
    })
    expect(await openDiscussion(secretary, key)).toMatchObject({ refusal: { code: 'wrong-session-status', status: 'closed' } })
    expect(await closeSession(chair, { sessionId })).toEqual({ ok: false, refusal: { code: 'wrong-session-status', status: 'closed' } })
    expect(await db.selectFrom('score_line').selectAll().execute()).toEqual(before)
  })
})

describe('a sheet', () => {
  test('a sheet is saved mark by mark, a mark can be taken back, and the sheet is shown as it was left', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    const first = await saveSheet(member!, { ...key, version: 0, lines: [mark('1.1', 3, 'Đã xem vùng trồng'), mark('4.1', 5)] })
    expect(first).toMatchObject({ ok: true, value: { version: 1 } })
    await saveSheet(member!, {
      ...key,
      version: 1,
      lines: [{ criterion: '4.1', choice: 'blank', comment: '' }],
      generalComment: 'Sản phẩm tốt',
    })
    const sheet = await ownSheet(member!, key)
    expect(sheet).toMatchObject({ version: 2, status: 'draft', generalComment: 'Sản phẩm tốt' })
    expect(sheet.lines).toEqual([{ criterion: '1.1', optionIndex: optionOf('1.1', 3), points: 3, comment: 'Đã xem vùng trồng' }])
  })
  test('C26: a sheet that is open in two tabs keeps what the first wrote and refuses the second', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    const tabs = await Promise.all([
      saveSheet(member!, { ...key, version: 0, lines: [mark('1.1', 3)] }),
      saveSheet(member!, { ...key, version: 0, lines: [mark('1.1', 1)] }),
    ])
    expect(tabs.filter((tab) => tab.ok)).toHaveLength(1)
    expect(tabs.find((tab) => !tab.ok)).toEqual({ ok: false, refusal: { code: 'version-conflict', version: 1 } })
    expect((await ownSheet(member!, key)).lines).toHaveLength(1)
  })
  test('C26: a sheet signed on two telephones at once is one signed sheet, and the second is told when it was signed', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    await saveSheet(member!, { ...key, version: 0, lines: best })
    const telephones = await Promise.all([1, 2].map(() => submitSheet(member!, { ...key, version: 1, reason: '' })))
    expect(telephones.filter(({ ok }) => ok)).toHaveLength(1)
    const second = telephones.find(({ ok }) => !ok)!
    expect(second).toEqual({ ok: false, refusal: { code: 'sheet-locked', status: 'submitted', submittedAt: member!.now } })
    if (!second.ok)
      expect(sayRefusal(second.refusal)).toMatch(/^Ông\/Bà đã ký nộp phiếu này lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}, có thể trên máy khác/)
    const sheets = await db.selectFrom('score_sheet').select(['id', 'status']).where('dossier_id', '=', key.dossierId).execute()
    expect(sheets).toEqual([{ id: expect.any(String), status: 'submitted' }])
    const trail = await db.selectFrom('audit_entry').select('action').where('subject_id', '=', sheets[0]!.id).execute()
    expect(trail.filter(({ action }) => action === 'score-sheet.submitted')).toHaveLength(1)
  })
  test('C38: a sheet keeps any text as it was typed', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    const comment = `<script>alert(1)</script> '"; drop table score_line; -- 𝕊ố ‮ngược ﷽ ${'ạ'.repeat(200)}`
    await saveSheet(member!, { ...key, version: 0, lines: [mark('1.1', 3, comment)] })
    expect((await ownSheet(member!, key)).lines[0]?.comment).toBe(comment)
  })
  test('C28: a sheet is locked when it is submitted, and is submitted only when complete', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    await saveSheet(member!, { ...key, version: 0, lines: best.slice(1) })
    expect(await submitSheet(member!, { ...key, version: 1, reason: '' })).toEqual({
      ok: false,
      refusal: { code: 'criteria-missing', criteria: [best[0]!.criterion] },
    })
    await saveSheet(member!, { ...key, version: 1, lines: best.slice(0, 1) })
    expect((await submitSheet(member!, { ...key, version: 2, reason: '' })).ok).toBe(true)
    expect(await saveSheet(member!, { ...key, version: 3, lines: [mark('1.1', 1)] })).toEqual({
      ok: false,
      refusal: { code: 'sheet-locked', status: 'submitted', submittedAt: member!.now },
    })
  })
  test('a sheet cannot be saved before scoring begins', async () => {
    const { roundId, councilId } = world
    const dossierId = await world.dossier()
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId] })
    const [member] = world.hands().members
    expect(await saveSheet(member!, { sessionId, dossierId, version: 0, lines: [] })).toMatchObject({
      refusal: { code: 'session-not-scoring' },
    })
    expect((await startScoring(world.hands().secretary, { sessionId })).ok).toBe(true)
    expect(await startScoring(world.hands().secretary, { sessionId })).toMatchObject({ refusal: { code: 'wrong-session-status' } })
  })
})

describe('a conflict of interest', () => {
  test('a computed conflict closes the sheet from the moment it appears', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    await aSubmittedSheet(member!, key.sessionId, key.dossierId, best)
    await db
      .insertInto('membership')
      .values({ id: 'mem_tie', user_id: 'usr_member', organisation_id: world.organisations.coop.id, role: 'producer', since: '2026-11-01' })
      .execute()
    const refusal = { code: 'conflict', origin: 'computed', reason: 'producer-member' }
    expect(await sheetFor(member!, key)).toEqual({ ok: false, refusal })
    expect(await saveSheet(member!, { ...key, version: 2, lines: [mark('1.1', 1)] })).toEqual({ ok: false, refusal })
    expect((await memberSheets(member!, key.sessionId)).dossiers[0]?.conflict).toEqual({ origin: 'computed', reason: 'producer-member' })
    const overview = await sessionOverview(world.hands().secretary, key.sessionId)
    expect(overview.dossiers[0]).toMatchObject({
      expected: 0,
      submitted: 0,
      conflicts: [{ name: 'usr_member', origin: 'computed' }],
    })

    // Leaving the cooperative afterwards does not help: the tie is on file once the session has closed, and past membership counts.
    await db.updateTable('membership').set({ until: '2026-11-02' }).where('id', '=', 'mem_tie').execute()
    expect(await sheetFor(member!, key)).toEqual({ ok: false, refusal })
    await db.deleteFrom('membership').where('id', '=', 'mem_tie').execute()
  })
  test('a declared conflict takes the sheet out of the result, and can be withdrawn', async () => {
    const key = await scoring()
    await everybodyPresent(key.sessionId)
    await everybodyScores(key.sessionId, key.dossierId, (member) => (member === 1 ? but(mark('4.1', 3)) : best))
    const [member] = world.hands().members
    expect(await declareConflict(member!, { ...key, reason: ' ' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    await declareConflict(member!, { ...key, reason: 'Cháu ruột của giám đốc' })
    expect(await sheetFor(member!, key)).toEqual({
      ok: false,
      refusal: { code: 'conflict', origin: 'declared', reason: 'Cháu ruột của giám đốc' },
    })
    // Nor by another way to the dossier or to its papers.
    const [paper] = (await findDossier(world.hands().provincialOfficer, key.dossierId)).evidence
    expect(await openSheetEvidence(member!, { ...key, evidenceId: paper!.id })).toMatchObject({ refusal: { code: 'conflict' } })
    await expect(findDossier(member!, key.dossierId)).rejects.toThrow(NotFound)
    await expect(openEvidence(member!, paper!.id)).rejects.toThrow(NotFound)
    await expect(dossierPaper(member!, { dossierId: key.dossierId, file: 'mau-02.pdf' })).rejects.toThrow(NotFound)
    await withdrawDeclaration(member!, key)
    expect((await sheetFor(member!, key)).ok).toBe(true)
    await declareConflict(member!, { ...key, reason: 'Cháu ruột của giám đốc' })
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
    const [row] = await listResults(world.hands().chair, key.sessionId)
    expect(row).toMatchObject({ totalPoints: 300, sheetCount: 3, total: '100.00', stars: 5 })
    const minutes = await sessionForMinutes(world.hands().secretary, key.sessionId)
    expect(minutes.dossiers[0]?.excluded).toMatchObject([{ name: 'usr_member', reason: 'Cháu ruột của giám đốc' }])
  })
})

describe('points that deviate beyond the limit', () => {
  const low = but(mark('4.1', 1), mark('4.3', 1), mark('5.1', 1), mark('5.3', 1)) // 100 - 4 × 4 = 84: 16 points below

  test('a discussion has everybody score again, a changed mark needs a reason, and the earlier marks are kept', async () => {
    const key = await scoring()
    await everybodyPresent(key.sessionId)
    await everybodyScores(key.sessionId, key.dossierId, (member) => (member === 1 ? low : best))
    const { secretary, chair, members } = world.hands()
    const [member] = members
    expect((await sessionOverview(secretary, key.sessionId)).dossiers[0]).toMatchObject({ disclosure: 'exceeds', needsDiscussion: true })
    expect(await closeSession(chair, key)).toMatchObject({ ok: false, refusal: { code: 'discussion-missing' } })

    expect(await openDiscussion(secretary, key)).toMatchObject({ ok: true, value: { reopened: 4 } })
    expect((await sessionOverview(secretary, key.sessionId)).session.status).toBe('reviewing')
    const before = await sheetFor(member!, key)
    expect(before.ok && before.value.reopened?.because).toBe('Thảo luận: điểm các phiếu lệch quá 10 điểm')

    const { version } = await ownSheet(member!, key)
    await saveSheet(member!, { ...key, version, lines: [mark('4.1', 5), mark('4.3', 5)] })
    expect(await submitSheet(member!, { ...key, version: version + 1, reason: '' })).toEqual({
      ok: false,
      refusal: { code: 'change-reason-missing', criteria: ['4.1', '4.3'] },
    })
    const reasons = { '4.1': 'Xem lại hợp đồng phân phối', '4.3': 'Đã thấy sổ bán hàng' }
    expect((await submitSheet(member!, { ...key, version: version + 1, reason: '', reasons })).ok).toBe(true)
    for (const ctx of [chair, ...members.slice(1)]) {
      const own = await ownSheet(ctx, key)
      expect((await submitSheet(ctx, { ...key, version: own.version, reason: 'Giữ điểm' })).ok).toBe(true)
    }
    expect((await sessionOverview(secretary, key.sessionId)).dossiers[0]).toMatchObject({ disclosure: 'within', needsDiscussion: false })
    expect((await closeSession(chair, key)).ok).toBe(true)
    const [row] = await listResults(chair, key.sessionId)
    expect(row).toMatchObject({ totalPoints: 392, total: '98.00' })

    const kept = await db
      .selectFrom('score_revision')
      .innerJoin('score_sheet', 'score_sheet.id', 'score_revision.sheet_id')
      .select(['score_revision.reasons', 'score_revision.lines', 'member_id'])
      .where('dossier_id', '=', key.dossierId)
      .where('reason', '=', '')
      .execute()
    expect(kept).toHaveLength(1)
    expect(kept[0]!.reasons).toEqual(reasons)
    expect((kept[0]!.lines as { criterion: string; points: number }[]).find(({ criterion }) => criterion === '4.1')?.points).toBe(1)
  })
  test('points may still deviate when the discussion is written down', async () => {
    const key = await scoring()
    await everybodyPresent(key.sessionId)
    await everybodyScores(key.sessionId, key.dossierId, (member) => (member === 1 ? low : best))
    await recordDiscussion(world.hands().secretary, { ...key, discussion: 'Hội đồng đã thảo luận; các thành viên giữ điểm.' })
    expect((await closeSession(world.hands().chair, key)).ok).toBe(true)
  })
  test('the secretary opens one sheet again, with a reason', async () => {
    const key = await scoring()
    const [member] = world.hands().members
    await aSubmittedSheet(member!, key.sessionId, key.dossierId, best)
    const { dossiers } = await sessionOverview(world.hands().secretary, key.sessionId)
    const { memberId } = dossiers[0]!.sheets[0]!
    expect(await reopenSheet(world.hands().secretary, { ...key, memberId, reason: '' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    })
    expect((await reopenSheet(world.hands().secretary, { ...key, memberId, reason: 'Bấm nhầm phương án' })).ok).toBe(true)
    expect((await ownSheet(member!, key)).status).toBe('reopened')
    await expect(reopenSheet(member!, { ...key, memberId, reason: 'x' })).rejects.toThrow(Forbidden)
  })
})

describe('closing', () => {
  test('a close needs the quorum and the chair, and leaves out absent members', async () => {
    const key = await scoring()
    const { chair, secretary, members } = world.hands()
    const { seats } = await sessionOverview(secretary, key.sessionId)
    const idOf = (name: string) => seats.find((seat) => seat.name === name)!.memberId
    expect(await closeSession(chair, key)).toEqual({ ok: false, refusal: { code: 'chair-absent' } })
    await recordAttendance(secretary, { sessionId: key.sessionId, present: [idOf('usr_chair'), idOf('usr_member')] })
    expect(await closeSession(chair, key)).toEqual({ ok: false, refusal: { code: 'quorum-missing', present: 2, required: 3, seats: 4 } })
    await recordAttendance(secretary, { sessionId: key.sessionId, present: ['usr_chair', 'usr_member', 'usr_member_2'].map(idOf) })
    await aSubmittedSheet(chair, key.sessionId, key.dossierId, best)
    await aSubmittedSheet(members[0]!, key.sessionId, key.dossierId, best)
    expect(await closeSession(chair, key)).toMatchObject({ refusal: { code: 'sheets-missing', missing: [{ members: ['usr_member_2'] }] } })
    await aSubmittedSheet(members[1]!, key.sessionId, key.dossierId, best)
    // The absent member's unfinished sheet stays what it is and counts for nothing.
    await saveSheet(members[2]!, { ...key, version: 0, lines: [mark('1.1', 1)] })
    // Three sheets are too few to disclose whether they deviate, so the council says that it discussed.
    expect(await closeSession(chair, key)).toMatchObject({
      refusal: { code: 'discussion-missing', dossiers: [{ disclosure: 'withheld' }] },
    })
    await recordDiscussion(secretary, { ...key, discussion: 'Hội đồng thống nhất điểm.' })
    expect((await closeSession(chair, key)).ok).toBe(true)
    expect((await listResults(chair, key.sessionId))[0]).toMatchObject({ totalPoints: 300, sheetCount: 3 })
  })
  test('a close gives no points to an eliminated dossier and decides nothing about a postponed one', async () => {
    const { sessionId, dossierIds } = await scoring(3)
    const [kept, eliminated, postponed] = dossierIds as [DossierId, DossierId, DossierId]
    const { secretary, chair, members } = world.hands()
    await everybodyPresent(sessionId)
    await everybodyScores(sessionId, kept, () => best)
    expect(await recordFinding(secretary, { sessionId, dossierId: eliminated, finding: 'eliminated', reason: '' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    })
    await recordFinding(secretary, {
      sessionId,
      dossierId: eliminated,
      finding: 'eliminated',
      reason: 'Giống hệt sản phẩm khác, chỉ đổi tên',
    })
    await recordFinding(secretary, { sessionId, dossierId: postponed, finding: 'postponed', reason: 'Chờ phiếu kiểm nghiệm' })
    expect(await saveSheet(members[0]!, { sessionId, dossierId: eliminated, version: 0, lines: [] })).toMatchObject({
      refusal: { code: 'off-the-table', finding: 'eliminated' },
    })
    expect((await closeSession(chair, { sessionId })).ok).toBe(true)
    const results = await listResults(chair, sessionId)
    expect(results.map(({ dossierId, total, stars }) => [dossierId, total, stars])).toEqual([
      [kept, '100.00', 5],
      [eliminated, '0.00', 1],
    ])
    expect((await findDossier(world.hands().provincialOfficer, postponed)).status).toBe('appraising')
  })
  test('only the chair closes a session', async () => {
    const { sessionId } = await scoring()
    const { secretary, provincialOfficer, members } = world.hands()
    for (const ctx of [secretary, provincialOfficer, members[0]!]) await expect(closeSession(ctx, { sessionId })).rejects.toThrow(Forbidden)
  })
  test('C34: a member whose role has ended does not find the session', async () => {
    const key = await scoring()
    const former = { ...world.council.members[0]!, memberships: [] }
    await expect(sheetFor(as(former), key)).rejects.toThrow(NotFound)
    await expect(saveSheet(as(former), { ...key, version: 0, lines: [] })).rejects.toThrow(NotFound)
  })
})
