import { Forbidden, NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { findDossier } from '../../dossiers/index.ts'
import { system, visitor } from '../../identity/index.ts'
import { supersedeByTwo } from '../../law/fixtures.ts'
import { ruleOn } from '../../law/index.ts'
import { anAppraisedDossier } from '../fixtures.ts'
import {
  assignAdvisory,
  closeRound,
  establishCouncil,
  findAppraisal,
  findRound,
  listAppraisals,
  listRounds,
  openRound,
  openSession,
  readingFor,
  receiveIntoRound,
  returnDossier,
  saveAdvisoryReport,
  submitAdvisoryReport,
} from '../index.ts'
import { intakeChecklist } from './intake-checklist.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const complete = intakeChecklist.items.map(({ key }) => ({ key, present: true, remark: '' }))
const office = () => world.hands().provincialOfficer
const report = { fieldVisitOn: null, findings: 'Đạt', extraTests: '', weaknesses: '', recommendedStars: 3 }

describe('a round', () => {
  test('a round has the deadlines of Điều 5: the second of 2026 before 30/10 and 30/12', async () => {
    const { round } = await findRound(office(), world.roundId)
    expect(round).toMatchObject({ name: 'Đợt 2 năm 2026', communeDeadline: '2026-10-30', provinceDeadline: '2026-12-30', status: 'open' })
  })
  test('a round is opened once, also when two officers open it at the same moment', async () => {
    const twice = await Promise.all([openRound(office(), { year: 2027, number: 1 }), openRound(office(), { year: 2027, number: 1 })])
    expect(twice.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(twice.find((outcome) => !outcome.ok)).toMatchObject({ refusal: { code: 'round-exists', year: 2027, number: 1 } })
    expect((await listRounds(office())).filter((round) => round.year === 2027)).toHaveLength(1)
  })
  test('a province that wants a third round has it by a row of law with its days', async () => {
    const day = (text: string, yearOffset = 0) => ({ day: text, yearOffset })
    const third = {
      round: 3,
      communeProposesBefore: day('11-20'),
      provinceFinishesBefore: day('12-31'),
      sentToMinistryBefore: day('01-31', 1),
      ministryFinishesBefore: day('03-31', 1),
    }
    const ctx = as(world.actors.provincialOfficer, '2028-01-05T08:00:00+07:00')
    expect(await openRound(ctx, { year: 2028, number: 3 })).toMatchObject({ refusal: { code: 'round-not-in-law', rounds: [1, 2] } })
    const { value: two } = await ruleOn(db, 'round.deadlines', '2028-01-05')
    await supersedeByTwo(ctx, { topic: 'round.deadlines', value: JSON.stringify([...two, third]), effectiveFrom: '2028-01-06' })
    const later = as(world.actors.provincialOfficer, '2028-01-06T08:00:00+07:00')
    const { roundId } = must(await openRound(later, { year: 2028, number: 3 }))
    expect((await findRound(later, roundId)).round).toMatchObject({
      name: 'Đợt 3 năm 2028',
      communeDeadline: '2028-11-20',
      provinceDeadline: '2028-12-31',
    })
  })
  test('only the provincial office opens a round', async () => {
    for (const actor of [world.actors.producer, world.actors.communeOfficer, world.council.chair]) {
      await expect(openRound(as(actor), { year: 2028, number: 1 })).rejects.toThrow(Forbidden)
    }
    await expect(listRounds(as(visitor))).rejects.toThrow(Forbidden)
  })
  test('a round does not close over dossiers that wait for the council', async () => {
    const id = await world.dossier()
    const { code } = await findDossier(office(), id)
    expect(await closeRound(office(), { roundId: world.roundId })).toEqual({
      ok: false,
      refusal: { code: 'dossiers-unfinished', dossiers: expect.arrayContaining([code]) },
    })
  })
})

describe('the check at the province', () => {
  test('a complete dossier enters the round, with its check list on file', async () => {
    const dossierId = await world.dossier('proposed')
    const received = await receiveIntoRound(office(), { dossierId, roundId: world.roundId, checks: complete, note: 'Đủ', message: '' })
    expect(received.ok).toBe(true)
    const appraisal = await findAppraisal(office(), dossierId)
    expect(appraisal.dossier.status).toBe('received')
    expect(appraisal.round?.id).toBe(world.roundId)
    expect(appraisal.check).toMatchObject({ checks: complete, note: 'Đủ', checkedByName: 'usr_province' })
  })
  test('an incomplete dossier does not enter the round, and nothing changes', async () => {
    const dossierId = await world.dossier('proposed')
    const before = await findDossier(office(), dossierId)
    const outcome = await receiveIntoRound(office(), {
      dossierId,
      roundId: world.roundId,
      checks: complete.slice(1),
      note: '',
      message: '',
    })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'items-missing', items: ['proposal-letter'] } })
    expect(await findDossier(office(), dossierId)).toEqual(before)
    expect((await findAppraisal(office(), dossierId)).check).toBeNull()
  })
  test('a return lists for the producer, item by item, what to supply', async () => {
    const dossierId = await world.dossier('proposed')
    const checks = complete.map((check) => (check.key === 'samples' ? { ...check, present: false, remark: 'Mới nhận 3 mẫu' } : check))
    expect((await returnDossier(office(), { dossierId, to: 'producer', checks, note: '', message: '' })).ok).toBe(true)
    const dossier = await findDossier(as(world.actors.producer), dossierId)
    expect(dossier.status).toBe('province-returned')
    expect(dossier.requests[0]?.items.map((item) => item.text)).toEqual([
      'Mẫu sản phẩm: đủ số lượng theo bộ tiêu chí (trừ dịch vụ du lịch): Mới nhận 3 mẫu',
    ])
  })
  test('a note for the office alone reaches neither the producer nor the commune, whether the dossier is received or returned', async () => {
    const [received, returned] = [await world.dossier('proposed'), await world.dossier('proposed')]
    const words = { note: 'Nghi nhãn giả, hỏi Quản lý thị trường', message: 'Gửi thêm ảnh nhãn' }
    await receiveIntoRound(office(), { dossierId: received, roundId: world.roundId, checks: complete, ...words })
    await returnDossier(office(), { dossierId: returned, to: 'producer', checks: complete, ...words })
    for (const dossierId of [received, returned]) {
      for (const reader of [as(world.actors.producer), as(world.actors.communeOfficer)]) {
        const read = JSON.stringify([await findDossier(reader, dossierId), await readingFor(reader, dossierId)])
        expect(read).not.toContain('Nghi nhãn giả')
        expect(read).toContain('Gửi thêm ảnh nhãn')
      }
      expect((await readingFor(office(), dossierId)).check?.note).toBe(words.note)
    }
  })
  test('a return to the commune gives it back for its own review', async () => {
    const dossierId = await world.dossier('proposed')
    expect(
      (await returnDossier(office(), { dossierId, to: 'commune', checks: complete, note: '', message: 'Biên bản họp thiếu chữ ký' })).ok,
    ).toBe(true)
    expect((await findDossier(office(), dossierId)).status).toBe('submitted')
  })
})

describe('the advisory report', () => {
  test('the first assignment begins the appraisal, may pass to another adviser, and is final once the report is submitted', async () => {
    const dossierId = await world.dossier('proposed')
    await receiveIntoRound(office(), { dossierId, roundId: world.roundId, checks: complete, note: '', message: '' })
    expect(await assignAdvisory(office(), { dossierId, userId: 'usr_province' })).toMatchObject({ ok: true })
    expect((await findDossier(office(), dossierId)).status).toBe('appraising')
    expect(await assignAdvisory(office(), { dossierId, userId: 'usr_advisory' })).toMatchObject({ ok: true })

    const adviser = as(world.actors.advisoryMember)
    expect((await findAppraisal(adviser, dossierId)).may).toMatchObject({ 'save-report': true, 'submit-report': true })
    expect((await saveAdvisoryReport(adviser, { dossierId, ...report, findings: '' })).ok).toBe(true)
    expect(await submitAdvisoryReport(adviser, { dossierId, ...report, findings: '' })).toMatchObject({
      refusal: { code: 'report-incomplete', fields: ['findings'] },
    })
    expect((await submitAdvisoryReport(adviser, { dossierId, ...report })).ok).toBe(true)
    expect(await submitAdvisoryReport(adviser, { dossierId, ...report })).toMatchObject({ refusal: { code: 'report-submitted' } })
    expect(await assignAdvisory(office(), { dossierId, userId: 'usr_province' })).toMatchObject({ refusal: { code: 'report-submitted' } })
  })
  test('only its adviser writes the report; others of the group do not find the dossier', async () => {
    const dossierId = await world.dossier('proposed')
    await receiveIntoRound(office(), { dossierId, roundId: world.roundId, checks: complete, note: '', message: '' })
    await assignAdvisory(office(), { dossierId, userId: 'usr_province' })
    await expect(findAppraisal(as(world.actors.advisoryMember), dossierId)).rejects.toThrow(NotFound)
    await expect(saveAdvisoryReport(as(world.actors.advisoryMember), { dossierId, ...report })).rejects.toThrow(NotFound)
    expect((await listAppraisals(as(world.actors.advisoryMember))).map((row) => row.id)).not.toContain(dossierId)
    const other = await world.dossier()
    await expect(saveAdvisoryReport(office(), { dossierId: other, ...report })).rejects.toThrow(Forbidden)
  })
  test('the report is not assigned to a member of the producer, past or present, nor to somebody outside the group', async () => {
    const dossierId = await world.dossier('proposed')
    await receiveIntoRound(office(), { dossierId, roundId: world.roundId, checks: complete, note: '', message: '' })
    expect(await assignAdvisory(office(), { dossierId, userId: 'usr_buyer' })).toMatchObject({ refusal: { code: 'not-an-adviser' } })
    await inTransaction(as(system('test')), async (tx) => {
      await tx
        .insertInto('membership')
        .values({
          id: 'mem_former',
          user_id: 'usr_province',
          organisation_id: world.organisations.coop.id,
          role: 'producer',
          since: '2020-01-01',
          until: '2024-12-31',
        })
        .execute()
    })
    expect(await assignAdvisory(office(), { dossierId, userId: 'usr_province' })).toEqual({
      ok: false,
      refusal: { code: 'adviser-conflict', reason: 'producer-member' },
    })
    await db.deleteFrom('membership').where('id', '=', 'mem_former').execute()
  })
})

describe('opening a session', () => {
  const call = (dossierIds: DossierId[], councilId = world.councilId) =>
    openSession(office(), { roundId: world.roundId, councilId, heldOn: '2026-11-24', place: 'Hội trường', dossierIds })

  test('a dossier is before one session at a time', async () => {
    const dossierId = await world.dossier()
    const { code } = await findDossier(office(), dossierId)
    const both = await Promise.all([call([dossierId]), call([dossierId], world.otherCouncilId)])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({
      refusal: { code: 'dossiers-not-ready', dossiers: [{ dossier: code, why: 'on-another-table' }] },
    })
  })
  test('dossiers need their advisory report, and come before the council in the order that was asked for', async () => {
    const [first, second] = [await world.dossier(), await world.dossier()]
    const waiting = await world.dossier('proposed')
    expect(await call([first, waiting])).toMatchObject({
      ok: false,
      refusal: { code: 'dossiers-not-ready', dossiers: [{ why: 'other-round' }] },
    })
    const opened = await call([second, first])
    if (!opened.ok) throw new Error(opened.refusal.code)
    const rows = await db
      .selectFrom('session_dossier')
      .select('dossier_id')
      .where('session_id', '=', opened.value.sessionId)
      .orderBy('position')
      .execute()
    expect(rows.map((row) => row.dossier_id)).toEqual([second, first])
  })
  test('C31: a session keeps the rules of its day with their source, whatever the law says later', async () => {
    const opened = await call([await world.dossier()])
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { rules } = await db
      .selectFrom('council_session')
      .select('rules')
      .where('id', '=', opened.value.sessionId)
      .executeTakeFirstOrThrow()
    expect(rules).toMatchObject({
      quorumPercent: { value: 75, instrument: 'Quy chế Hội đồng tỉnh Tây Ninh (ví dụ)', certainty: 'inferred' },
      quorumNeedsChair: { value: true },
      deviationPoints: { value: 10 },
    })
  })
  test('the secretary of another council cannot open a session', async () => {
    const dossierIds = [await world.dossier()]
    const input = { roundId: world.roundId, councilId: world.councilId, heldOn: '2026-11-24', place: 'Hội trường', dossierIds }
    await expect(openSession(world.strangers().secretary, input)).rejects.toThrow(NotFound)
    expect((await openSession(world.hands().secretary, input)).ok).toBe(true)
  })
  test('nobody is given a seat whose role they do not hold', async () => {
    const members = [
      { userId: 'usr_member' as const, agency: '', seat: 'chair' as const },
      { userId: 'usr_member_2' as const, agency: '', seat: 'member' as const },
      { userId: 'usr_secretary' as const, agency: '', seat: 'secretary' as const },
    ]
    expect(await establishCouncil(office(), { name: 'Hội đồng thử', decisionNumber: null, decisionDate: null, members })).toMatchObject({
      refusal: { code: 'role-missing', name: 'usr_member', seat: 'chair' },
    })
  })
})

test('a dossier that was left for another session can come before the next one', async () => {
  const dossierId = await world.dossier('proposed')
  await anAppraisedDossier(world.hands(), dossierId, world.roundId)
  const input = { roundId: world.roundId, councilId: world.councilId, heldOn: '2026-11-24', place: 'Hội trường', dossierIds: [dossierId] }
  const first = await openSession(office(), input)
  if (!first.ok) throw new Error(first.refusal.code)
  await db
    .updateTable('session_dossier')
    .set({ finding: 'postponed', finding_reason: 'Chờ kiểm nghiệm' })
    .where('session_id', '=', first.value.sessionId)
    .execute()
  expect((await openSession(office(), input)).ok).toBe(true)
})
