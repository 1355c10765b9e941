import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { must } from '../../demo.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import * as appraisal from '../index.ts'
import { criteriaSet } from '../../law/index.ts'
import type { RepeatSampleId, SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'
import type { DossierId } from '../../dossiers/rules.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
let key: { sessionId: SessionId; dossierId: DossierId }
let sampleId: RepeatSampleId

/** Found nowhere but on the first member's sheet. */
const secret = 'BÍ MẬT CỦA THÀNH VIÊN MỘT'
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')

beforeAll(async () => {
  world = await appraisalWorld(as)
  const dossierId = await world.dossier()
  const { roundId, councilId } = world
  key = { sessionId: await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' }), dossierId }
  const { seats } = await appraisal.sessionOverview(world.hands().secretary, key.sessionId)
  await appraisal.recordAttendance(world.hands().secretary, { sessionId: key.sessionId, present: seats.map((seat) => seat.memberId) })
  const marks = marksFor(set, 5).map((line, at) => (at === 0 ? { ...line, comment: secret } : line))
  await aSubmittedSheet(world.hands().members[0]!, key.sessionId, dossierId, marks)
  await appraisal.keepNote(world.hands().members[0]!, { ...key, note: secret })
  await aSubmittedSheet(world.hands().members[1]!, key.sessionId, dossierId, marksFor(set, 3))
  must(await appraisal.slipInRepeat(world.hands().secretary, key))
  sampleId = (await appraisal.sessionRepeats(world.hands().secretary, key.sessionId)).samples[0]!.id
})

async function blindSession(): Promise<SessionId> {
  const { roundId, councilId } = world
  return aSession(world.hands(), { roundId, councilId, dossierIds: [await world.dossier()], status: 'scoring' })
}

const queries: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  listRounds: (ctx) => appraisal.listRounds(ctx),
  findRound: (ctx) => appraisal.findRound(ctx, world.roundId),
  listAppraisals: (ctx) => appraisal.listAppraisals(ctx),
  listAppraisalQueue: (ctx) => appraisal.listAppraisalQueue(ctx),
  listCouncilWork: (ctx) => appraisal.listCouncilWork(ctx),
  findSessionPreparation: (ctx) => appraisal.findSessionPreparation(ctx, world.roundId),
  findAppeal: async (ctx) => appraisal.findAppeal(ctx, await appealOnFile()),
  findOwnAppeals: (ctx) => appraisal.findOwnAppeals(ctx, key.dossierId),
  findAppraisal: (ctx) => appraisal.findAppraisal(ctx, key.dossierId),
  findRoundOverview: (ctx) => appraisal.findRoundOverview(ctx, world.roundId),
  findSeveral: (ctx) => appraisal.findSeveral(ctx, world.roundId),
  findPreparation: (ctx) => appraisal.findPreparation(ctx, key.dossierId),
  findPreScore: (ctx) => appraisal.findPreScore(ctx, key.dossierId),
  findOwnTests: (ctx) => appraisal.findOwnTests(ctx, key.dossierId),
  listSessions: (ctx) => appraisal.listSessions(ctx),
  findSession: (ctx) => appraisal.findSession(ctx, key.sessionId),
  sessionOverview: (ctx) => appraisal.sessionOverview(ctx, key.sessionId),
  memberNote: (ctx) => appraisal.memberNote(ctx, key),
  memberRecord: (ctx) => appraisal.memberRecord(ctx),
  memberSheets: (ctx) => appraisal.memberSheets(ctx, key.sessionId),
  findSample: (ctx) => appraisal.findSample(ctx, { sessionId: key.sessionId, sampleId }),
  memberSamples: (ctx) => appraisal.memberSamples(ctx, key.sessionId),
  sessionRepeats: (ctx) => appraisal.sessionRepeats(ctx, key.sessionId),
  sheetFor: (ctx) => appraisal.sheetFor(ctx, key),
  listResults: (ctx) => appraisal.listResults(ctx, key.sessionId),
  sessionMarks: (ctx) => appraisal.sessionMarks(ctx, key.sessionId),
  sessionPackage: (ctx) => appraisal.sessionPackage(ctx, key.sessionId),
  sessionForMinutes: (ctx) => appraisal.sessionForMinutes(ctx, key.sessionId),
  sessionResults: (ctx) => appraisal.sessionResults(ctx.db, key.sessionId),
  sessionPaper: (ctx) => appraisal.sessionPaper(ctx, { sessionId: key.sessionId, file: 'bien-ban.pdf' }),
  findResultForProducer: (ctx) => appraisal.findResultForProducer(ctx, key.dossierId),
  listCouncils: (ctx) => appraisal.listCouncils(ctx),
  listNominees: (ctx) => appraisal.listNominees(ctx),
  listAppeals: (ctx) => appraisal.listAppeals(ctx),
}

/** A complaint about another dossier: the one on the table has no result yet. */
let appealId: Awaited<ReturnType<typeof fileComplaint>> | undefined
const appealOnFile = async () => (appealId ??= await fileComplaint())
async function fileComplaint() {
  const dossierId = await world.dossier('proposed')
  must(await appraisal.refuseDossier(world.hands().provincialOfficer, { dossierId, ground: 'forged', reason: 'Hợp đồng không có thật.' }))
  const complaint = { dossierId, reason: 'Hợp đồng có thật, bản gốc kèm theo đây.' }
  return must(await appraisal.fileAppeal(as(world.actors.producer, '2026-11-24T08:00:00+07:00'), complaint, null)).appealId
}

const everybodyElse = (): [string, Actor][] => [
  ['another member', world.council.members[1]!],
  ['a member who has not begun', world.council.members[2]!],
  ['the chair', world.council.chair],
  ['the secretary', world.council.secretary],
  ['the office', world.actors.provincialOfficer],
  ['the adviser', world.actors.advisoryMember],
  ['a leader', world.actors.leader],
  ['the producer', world.actors.producer],
  ['the commune', world.actors.communeOfficer],
  ['an administrator', world.actors.administrator],
  ["another council's member", world.council.strangers.member],
  ["another council's chair", world.council.strangers.chair],
  ["another council's secretary", world.council.strangers.secretary],
  ['a visitor', visitor],
]

/** What a query answers, or the name of the error that it throws. */
async function answer(query: (ctx: Ctx) => Promise<unknown>, actor: Actor): Promise<string> {
  try {
    return JSON.stringify(await query(as(actor)))
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}

describe('before the close', () => {
  test('every query of the module is tried in this file', () => {
    const functions = Object.entries(appraisal).filter(([, value]) => typeof value === 'function')
    const named = functions.map(([name]) => name).filter((name) => /^(list|find|member|session|sheetFor)/.test(name))
    expect(Object.keys(queries).toSorted()).toEqual(named.toSorted())
  })
  test("no query gives anybody a word of another member's sheet", async () => {
    for (const [who, actor] of everybodyElse()) {
      for (const [name, query] of Object.entries(queries)) {
        expect(await answer(query, actor), `${name} asked by ${who}`).not.toContain(secret)
      }
    }
    for (const own of ['sheetFor', 'memberNote']) expect(await answer(queries[own]!, world.council.members[0]!), own).toContain(secret)
  })
  test('the overview of secretary and chair carries states, never points', async () => {
    for (const ctx of [world.hands().secretary, world.hands().chair, world.hands().provincialOfficer]) {
      const overview = await appraisal.sessionOverview(ctx, key.sessionId)
      const [dossier] = overview.dossiers
      expect(dossier).toMatchObject({ submitted: 2, expected: 4, disclosure: null, needsDiscussion: false })
      expect(dossier!.sheets.map((sheet) => Object.keys(sheet).toSorted())).toEqual([
        ['memberId', 'name', 'status'],
        ['memberId', 'name', 'status'],
      ])
      expect(JSON.stringify(overview)).not.toMatch(/"(total|lines|points|optionIndex)"/)
    }
  })
  test('no choice of present members gives the secretary or the office a figure or another disclosure', async () => {
    const { secretary, chair, members, provincialOfficer } = world.hands()
    const sessionId = await blindSession()
    const { dossiers } = await appraisal.sessionOverview(secretary, sessionId)
    const session = { sessionId, dossierId: dossiers[0]!.dossierId }
    const marks = [5, 3, 5, 3] as const
    for (const [at, ctx] of [chair, ...members].entries()) {
      await aSubmittedSheet(ctx, session.sessionId, session.dossierId, marksFor(set, marks[at]!))
    }
    const seats = (await appraisal.sessionOverview(secretary, session.sessionId)).seats.filter(({ seat }) => seat !== 'secretary')
    const seen = new Set<string>()
    for (let chosen = 0; chosen < 2 ** seats.length; chosen++) {
      const present = seats.filter((_, at) => chosen & (1 << at)).map(({ memberId }) => memberId)
      const reasons = Object.fromEntries(seats.map(({ memberId }) => [memberId, 'Vắng']))
      expect((await appraisal.recordAttendance(secretary, { sessionId: session.sessionId, present, reasons })).ok).toBe(true)
      for (const ctx of [secretary, chair, provincialOfficer]) {
        const overview = await appraisal.sessionOverview(ctx, session.sessionId)
        expect(JSON.stringify(overview)).not.toMatch(/"(deviation|total|lines|points)"/)
        seen.add(String(overview.dossiers[0]!.disclosure))
      }
    }
    expect(seen).toEqual(new Set(['null', 'exceeds']))
  })
  test('the sheets of a member count their own marks only', async () => {
    const [row] = (await appraisal.memberSheets(world.hands().members[2]!, key.sessionId)).dossiers
    expect(row).toMatchObject({ state: 'blank', marked: 0, ownTotal: 0 })
  })
  test('there are no results and no minutes before the close', async () => {
    expect(await appraisal.listResults(world.hands().chair, key.sessionId)).toEqual([])
    await expect(appraisal.sessionForMinutes(world.hands().secretary, key.sessionId)).rejects.toThrow(NotFound)
    expect(await appraisal.findResultForProducer(as(world.actors.producer), key.dossierId)).toBeNull()
  })
  test('the audit trail says that sheets were saved and nothing of what they say', async () => {
    const rows = await db.selectFrom('audit_entry').select(['action', 'detail']).where('subject_type', '=', 'score-sheet').execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      expect(Object.keys(row.detail as object).every((name) => ['version', 'revision', 'changed'].includes(name))).toBe(true)
  })
})

describe("another council's session does not exist", () => {
  const outsiders = () => [
    ...Object.values(world.council.strangers),
    world.actors.producer,
    world.actors.communeOfficer,
    world.actors.advisoryMember,
    world.actors.leader,
    world.actors.administrator,
    world.actors.buyer,
  ]
  test.each([
    'findSession',
    'sessionOverview',
    'memberSheets',
    'sheetFor',
    'listResults',
    'sessionForMinutes',
    'sessionMarks',
    'sessionRepeats',
    'memberSamples',
    'findSample',
    'sessionPackage',
  ])('%s answers that the session is not found', async (name) => {
    for (const actor of outsiders()) expect(await answer(queries[name]!, actor)).toBe('NotFound')
    expect(await answer(queries[name]!, visitor)).toBe('Forbidden')
  })
  test('every command answers that the session is not found', async () => {
    const { sessionId } = key
    const commands: Record<string, (ctx: Ctx) => Promise<unknown>> = {
      startScoring: (ctx) => appraisal.startScoring(ctx, { sessionId }),
      recordAttendance: (ctx) => appraisal.recordAttendance(ctx, { sessionId, present: [] }),
      orderDossiers: (ctx) => appraisal.orderDossiers(ctx, { ...key, to: 'later' }),
      callDossier: (ctx) => appraisal.callDossier(ctx, key),
      notePresentation: (ctx) => appraisal.notePresentation(ctx, { ...key, part: 'begins' }),
      keepNote: (ctx) => appraisal.keepNote(ctx, { ...key, note: 'x' }),
      confirmTie: (ctx) => appraisal.confirmTie(ctx, { ...key, memberId: 'cmb_x', tie: 'producer-email', reason: 'x' }),
      dismissTie: (ctx) => appraisal.dismissTie(ctx, { ...key, memberId: 'cmb_x', tie: 'producer-email', reason: 'x' }),
      declareConflict: (ctx) => appraisal.declareConflict(ctx, { ...key, reason: 'x' }),
      withdrawDeclaration: (ctx) => appraisal.withdrawDeclaration(ctx, key),
      saveSheet: (ctx) => appraisal.saveSheet(ctx, { ...key, version: 0, lines: [] }),
      submitSheet: (ctx) => appraisal.submitSheet(ctx, { ...key, version: 0, reason: '' }),
      reopenSheet: (ctx) => appraisal.reopenSheet(ctx, { ...key, memberId: 'cmb_x', reason: 'x' }),
      slipInRepeat: (ctx) => appraisal.slipInRepeat(ctx, key),
      takeOutRepeat: (ctx) => appraisal.takeOutRepeat(ctx, { sessionId, sampleId: 'rps_x' }),
      scoreRepeat: (ctx) => appraisal.scoreRepeat(ctx, { sessionId, sampleId: 'rps_x', marks: [] }),
      openDiscussion: (ctx) => appraisal.openDiscussion(ctx, key),
      recordDiscussion: (ctx) => appraisal.recordDiscussion(ctx, { ...key, discussion: 'x' }),
      recordFinding: (ctx) => appraisal.recordFinding(ctx, { ...key, finding: 'eliminated', reason: 'x' }),
      recordMinutesNote: (ctx) => appraisal.recordMinutesNote(ctx, { sessionId, note: 'x' }),
      closeSession: (ctx) => appraisal.closeSession(ctx, { sessionId }),
      openSheetEvidence: (ctx) => appraisal.openSheetEvidence(ctx, { ...key, evidenceId: 'evi_x' }),
    }
    const before = await db
      .selectFrom('audit_entry')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirst()
    for (const [name, command] of Object.entries(commands)) {
      for (const actor of outsiders()) expect(await answer(command, actor), `${name} by ${actor.userId}`).toBe('NotFound')
      expect(await answer(command, visitor), `${name} by a visitor`).toBe('Forbidden')
    }
    expect(
      await db
        .selectFrom('audit_entry')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirst(),
    ).toEqual(before)
    const dossier = { sessionId, dossierId: 'dos_nowhere' } as const
    await expect(appraisal.sheetFor(world.hands().chair, dossier)).rejects.toThrow(NotFound)
    await expect(appraisal.saveSheet(world.hands().chair, { ...dossier, version: 0, lines: [] })).rejects.toThrow(NotFound)
    await expect(appraisal.closeSession(world.hands().chair, { sessionId: 'ses_nowhere' })).rejects.toThrow(NotFound)
  })
})
