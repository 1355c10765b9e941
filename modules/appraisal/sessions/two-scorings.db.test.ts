import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { criteriaSet } from '../../law/index.ts'
import { aCouncil, aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  answerTest,
  awaitTest,
  closeSession,
  findOwnTests,
  findSessionPreparation,
  listResults,
  recordAttendance,
  recordFinding,
  saveSheet,
  sessionForMinutes,
  sessionMarks,
  sessionOverview,
  sheetFor,
  startScoring,
  submitSheet,
} from '../index.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const marks = marksFor(set, 4)
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const asked = { criterion: '1.1', indicator: 'Hàm lượng chì', reason: 'Vùng nguyên liệu gần nhà máy', dueOn: '2026-12-10' }

type Key = { sessionId: SessionId; dossierId: DossierId }
const viewOf = async (ctx: Ctx, key: Key) => must(await sheetFor(ctx, key))

async function everybodyPresent(sessionId: SessionId): Promise<void> {
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  must(await recordAttendance(world.hands().secretary, { sessionId, present: seats.map(({ memberId }) => memberId) }))
}

/** A dossier that everybody scored once, and that its council then left for a test. */
async function scoredOnce(): Promise<Key & { testId: Awaited<ReturnType<typeof ask>> }> {
  const dossierId = await world.dossier()
  const { roundId, councilId } = world
  const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
  await everybodyPresent(sessionId)
  for (const ctx of world.scorers()) await aSubmittedSheet(ctx, sessionId, dossierId, marks)
  const testId = await ask({ sessionId, dossierId })
  must(await closeSession(world.hands().chair, { sessionId }))
  return { sessionId, dossierId, testId }
}
const ask = async (key: Key) => must(await awaitTest(world.hands().secretary, { ...key, ...asked })).testId

const bring = async ({ dossierId, testId }: Awaited<ReturnType<typeof scoredOnce>>) =>
  answerTest(
    as(world.actors.producer),
    { dossierId, testId, laboratory: 'Trung tâm kiểm nghiệm', result: 'Không phát hiện', testedOn: '2026-11-20' },
    { content: pdf, name: 'phieu.pdf' },
  )

async function secondSession(dossierId: DossierId, councilId = world.councilId): Promise<Key> {
  const sessionId = await aSession(world.hands(), { roundId: world.roundId, councilId, dossierIds: [dossierId] })
  must(await startScoring(world.hands().secretary, { sessionId }))
  return { sessionId, dossierId }
}

// Lượt 1 sơ bộ, bổ sung kiểm nghiệm, lượt 2: as provinces do it.
describe('two scorings with a test between', () => {
  test('the producer is told which test to bring, nothing is concluded, and no mark of the first scoring is read by anybody else', async () => {
    const first = await scoredOnce()
    expect((await findOwnTests(as(world.actors.producer), first.dossierId)).tests).toMatchObject([
      { indicator: 'Hàm lượng chì', answer: null },
    ])
    expect(await listResults(world.hands().secretary, first.sessionId)).toEqual([])
    expect((await sessionMarks(world.hands().secretary, first.sessionId)).dossiers).toEqual([])
    expect((await sessionForMinutes(world.hands().chair, first.sessionId)).dossiers[0]!.sheets).toEqual([])
    const { ready } = await findSessionPreparation(world.hands().secretary, world.roundId)
    const row = ready.find(({ id }) => id === first.dossierId)
    expect(row).toMatchObject({ postponed: { reason: 'Chờ kết quả kiểm nghiệm: Hàm lượng chì' }, awaited: { asked: 1, answered: 0 } })
  })

  test('in the later session the own sheet is open with the first marks and the result, and each mark that changes says why', async () => {
    const first = await scoredOnce()
    must(await bring(first))
    const key = await secondSession(first.dossierId)
    const [member, other] = [world.hands().members[0]!, world.hands().members[1]!]
    const before = await viewOf(member, first)
    const view = await viewOf(member, key)
    expect(view.sheet).toMatchObject({ status: 'reopened', lines: before.sheet.lines })
    expect(view.reopened).toMatchObject({
      because: 'Hội đồng đã chấm lần đầu ngày 23/11/2026 và để lại chờ kết quả kiểm nghiệm',
      before: before.sheet.lines,
    })
    expect(view.prepared.tests).toMatchObject([{ criterion: '1.1', answer: { result: 'Không phát hiện' } }])

    const change = { criterion: '1.1', choice: 'none', comment: 'Không truy được nguồn' } as const
    const { version } = must(await saveSheet(member, { ...key, version: view.sheet.version, lines: [change] }))
    expect(await submitSheet(member, { ...key, version, reason: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'change-reason-missing', criteria: ['1.1'] },
    })
    must(await submitSheet(member, { ...key, version, reason: '', reasons: { '1.1': 'Kết quả kiểm nghiệm' } }))
    // The first sheet stays as it was handed in, and nobody else's moved.
    expect((await viewOf(member, first)).sheet).toMatchObject({ status: 'submitted', lines: before.sheet.lines })
    expect((await viewOf(other, key)).sheet.lines).toEqual((await viewOf(other, first)).sheet.lines)
    for (const ctx of [world.hands().chair, ...world.hands().members.slice(1)]) {
      const own = await viewOf(ctx, key)
      expect(await submitSheet(ctx, { ...key, version: own.sheet.version, reason: '' })).toMatchObject({
        refusal: { code: 'reason-missing' },
      })
      must(await submitSheet(ctx, { ...key, version: own.sheet.version, reason: 'Kết quả đạt' }))
    }
    await everybodyPresent(key.sessionId)
    expect((await sessionOverview(world.hands().secretary, key.sessionId)).counts).toMatchObject({ submitted: 4, expected: 4 })
  })

  test('a person who sits on another council finds the own first sheet, and who was not there begins with none', async () => {
    const first = await scoredOnce()
    const people = { ...world.hands(), members: [world.hands().members[0]!, as(world.council.strangers.member)] }
    const councilId = await aCouncil(people, { name: 'Hội đồng lượt hai', decisionNumber: '1300/QĐ-UBND' })
    const key = await secondSession(first.dossierId, councilId)
    expect((await viewOf(people.members[0]!, key)).sheet.status).toBe('reopened')
    expect((await viewOf(people.members[1]!, key)).sheet).toMatchObject({ status: 'draft', lines: [] })
  })

  test('a dossier that was left for another reason is scored anew', async () => {
    const dossierId = await world.dossier()
    const { roundId, councilId } = world
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
    await everybodyPresent(sessionId)
    for (const ctx of world.scorers()) await aSubmittedSheet(ctx, sessionId, dossierId, marks)
    must(await recordFinding(world.hands().secretary, { sessionId, dossierId, finding: 'postponed', reason: 'Chủ thể vắng' }))
    must(await closeSession(world.hands().chair, { sessionId }))
    const key = await secondSession(dossierId)
    expect((await viewOf(world.hands().chair, key)).sheet).toMatchObject({ status: 'draft', lines: [] })
  })

  test('a test is not awaited past its day, for an unknown criterion, or for what the council eliminated, and by no member', async () => {
    const dossierId = await world.dossier()
    const { roundId, councilId } = world
    const key = { sessionId: await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' }), dossierId }
    const { secretary, members } = world.hands()
    expect(await awaitTest(secretary, { ...key, ...asked, dueOn: '2026-11-01' })).toMatchObject({ refusal: { code: 'day-passed' } })
    expect(await awaitTest(secretary, { ...key, ...asked, criterion: '99' })).toMatchObject({ refusal: { code: 'unknown-criterion' } })
    await expect(awaitTest(members[0]!, { ...key, ...asked })).rejects.toThrow(Forbidden)
    must(await recordFinding(secretary, { ...key, finding: 'eliminated', reason: 'Giấy giả' }))
    expect(await awaitTest(secretary, { ...key, ...asked })).toMatchObject({ refusal: { code: 'off-the-table', finding: 'eliminated' } })
  })
})
