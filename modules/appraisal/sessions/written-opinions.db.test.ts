import { must } from '../../demo.ts'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordedEvent } from '@dacsan/platform/events'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  closeSession,
  findAppraisal,
  findSessionPreparation,
  listResults,
  listSessions,
  moveSession,
  openDiscussion,
  openSession,
  recordAttendance,
  recordFinding,
  reopenSheet,
  saveSheet,
  sessionForMinutes,
  sessionOverview,
  sheetFor,
  submitSheet,
} from '../index.ts'
import { appraisalMessages } from '../messages.ts'
import { writtenReminders } from '../messages/written-opinions.ts'
import type { SessionId } from '../rules/ids.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
let world: AppraisalWorld
beforeAll(async () => {
  world = await appraisalWorld(as)
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const until = '2026-11-30'

async function asked(dossierIds: readonly DossierId[]): Promise<SessionId> {
  const { roundId, councilId } = world
  return aSession(world.hands(), { roundId, councilId, dossierIds, manner: 'written', heldOn: until, status: 'scoring' })
}

async function answer(ctx: Ctx, key: { sessionId: SessionId; dossierId: DossierId }, stars: 3 | 4 | 5, meetBecause = ''): Promise<void> {
  const opinion = meetBecause ? ('meet' as const) : ('conclude' as const)
  const { sheet, reopened } = must(await sheetFor(ctx, key))
  const { version } = must(
    await saveSheet(ctx, { ...key, version: sheet.version, lines: marksFor(set, stars), opinion, opinionReason: meetBecause }),
  )
  must(await submitSheet(ctx, { ...key, version, reason: reopened ? 'Đã xem lại phiếu' : '' }))
}

const memberOf = async ({ actor }: Ctx, sessionId: SessionId) => {
  const { seats } = await sessionOverview(world.hands().secretary, sessionId)
  return seats.find(({ userId }) => actor.kind === 'person' && userId === actor.userId)!.memberId
}

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6.
describe('a council that is asked in writing', () => {
  test('a council is asked in writing about a re-evaluation and not about a first dossier', async () => {
    const { roundId, councilId } = world
    const ask = (dossierIds: DossierId[]) =>
      openSession(world.hands().secretary, { roundId, councilId, manner: 'written', heldOn: until, place: 'Bằng văn bản', dossierIds })
    expect(await ask([await world.dossier()])).toMatchObject({
      refusal: { code: 'dossiers-not-ready', dossiers: [{ why: 'not-renewal' }] },
    })
    expect(await ask([await world.renewal()])).toMatchObject({ ok: true })
  })

  test('where all agree the dossier is scored; where stars differ, or one member asks for it, the council meets and hears why without a name', async () => {
    const [agreed, differing, complex] = [await world.renewal(), await world.renewal(), await world.renewal()]
    const sessionId = await asked([agreed, differing, complex])
    const scorers = world.scorers()
    for (const ctx of scorers) await answer(ctx, { sessionId, dossierId: agreed }, 4)
    for (const [at, ctx] of scorers.entries()) await answer(ctx, { sessionId, dossierId: differing }, at === 0 ? 3 : 4)
    for (const [at, ctx] of scorers.entries()) {
      await answer(ctx, { sessionId, dossierId: complex }, 4, at === 1 ? 'Cơ sở đã chuyển sang nơi khác' : '')
    }

    const before = await sessionOverview(world.hands().secretary, sessionId)
    expect(before).toMatchObject({ inWriting: true, obstacle: null, attendance: { present: 4, seats: 4, reached: true } })
    // Until the close nobody reads whether the points differ, or who asked for a meeting.
    expect(before.dossiers.map(({ state, disclosure }) => ({ state, disclosure }))).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'complete', disclosure: null })),
    )
    expect(JSON.stringify(before)).not.toContain('Cơ sở đã chuyển sang nơi khác')

    expect(await closeSession(world.hands('2026-11-25T09:00:00+07:00').chair, { sessionId })).toMatchObject({
      ok: true,
      value: { results: [{ dossierId: agreed, stars: 4 }] },
    })
    expect((await listResults(world.hands().secretary, sessionId)).map(({ dossierId }) => dossierId)).toEqual([agreed])

    const minutes = await sessionForMinutes(world.hands().secretary, sessionId)
    expect(minutes.session).toMatchObject({ heldOn: '2026-11-25', answerUntil: until, manner: 'written' })
    expect(minutes.attendance).toMatchObject({ present: 4, reached: true })
    expect(minutes.dossiers.map(({ finding, findingReason, sheets }) => ({ finding, findingReason, sheets: sheets.length }))).toEqual([
      { finding: null, findingReason: '', sheets: 4 },
      { finding: 'postponed', findingReason: 'Ý kiến bằng văn bản khác nhau, Hội đồng họp để kết luận.', sheets: 0 },
      { finding: 'postponed', findingReason: 'Có ý kiến đề nghị họp: Cơ sở đã chuyển sang nơi khác', sheets: 0 },
    ])

    // They wait for a meeting with the reason beside them, and are not asked about in writing again.
    const { roundId, councilId } = world
    const meeting = await findSessionPreparation(world.hands().secretary, roundId)
    expect(meeting.ready.find(({ id }) => id === differing)).toMatchObject({
      mayBeWritten: false,
      postponed: { heldOn: '2026-11-25', reason: 'Ý kiến bằng văn bản khác nhau, Hội đồng họp để kết luận.' },
    })
    const inWriting = await findSessionPreparation(world.hands().secretary, roundId, 'written')
    expect(inWriting.ready.map(({ id }) => id)).not.toContain(differing)
    const call = { roundId, councilId, heldOn: '2026-12-02', place: 'Hội trường', dossierIds: [differing, complex] }
    expect(await openSession(world.hands().secretary, { ...call, manner: 'written' })).toMatchObject({
      refusal: { code: 'dossiers-not-ready', dossiers: [{ why: 'asked-in-writing' }, { why: 'asked-in-writing' }] },
    })
    const held = must(await openSession(world.hands().secretary, call))
    // What was written before does not count at the meeting.
    expect((await sessionOverview(world.hands().secretary, held.sessionId)).counts.submitted).toBe(0)
    expect(must(await sheetFor(world.scorers()[0]!, { sessionId: held.sessionId, dossierId: differing })).sheet.lines).toEqual([])
  })

  test('before the day everybody is waited for, past it the quorum is enough, and a sheet that was given back is waited for still', async () => {
    const dossierId = await world.renewal()
    const sessionId = await asked([dossierId])
    const [chair, first, second, third] = world.scorers()
    for (const ctx of [chair!, first!, second!]) await answer(ctx, { sessionId, dossierId }, 4)
    const closeOn = (day: string) => closeSession(world.hands(`${day}T09:00:00+07:00`).chair, { sessionId })
    expect(await closeOn(until)).toMatchObject({ refusal: { code: 'opinions-awaited', until } })
    await reopenSheet(world.hands().secretary, { sessionId, dossierId, memberId: await memberOf(second!, sessionId), reason: 'Bấm nhầm' })
    expect(await closeOn('2026-12-01')).toMatchObject({ refusal: { code: 'opinions-awaited' } })
    await answer(second!, { sessionId, dossierId }, 4)
    expect(await closeOn('2026-12-01')).toMatchObject({ ok: true, value: { results: [{ dossierId, stars: 4 }] } })
    const { seats } = await sessionForMinutes(world.hands().secretary, sessionId)
    const present = await Promise.all(
      [chair, first, second, third].map(async (ctx) => (ctx!.actor.kind === 'person' ? ctx!.actor.userId : '')),
    )
    expect(present.map((userId) => seats.find((seat) => seat.userId === userId)?.present)).toEqual([true, true, true, false])
  })

  test('a sheet is handed in with an opinion alone, and one that asks for a meeting with its reason', async () => {
    const dossierId = await world.renewal()
    const key = { sessionId: await asked([dossierId]), dossierId }
    const member = world.scorers()[1]!
    const save = async (opinion?: 'conclude' | 'meet') => {
      const { sheet } = must(await sheetFor(member, key))
      return must(await saveSheet(member, { ...key, version: sheet.version, lines: marksFor(set, 4), ...(opinion && { opinion }) })).version
    }
    expect(await submitSheet(member, { ...key, version: await save(), reason: '' })).toMatchObject({ refusal: { code: 'opinion-missing' } })
    expect(await submitSheet(member, { ...key, version: await save('meet'), reason: '' })).toMatchObject({
      refusal: { code: 'opinion-reason-missing' },
    })
    expect(must(await sheetFor(member, key)).sheet).toMatchObject({ opinion: 'meet', status: 'draft' })
    expect(await submitSheet(member, { ...key, version: await save('conclude'), reason: '' })).toMatchObject({ ok: true })
  })

  test('what belongs to a meeting is not done in writing: nobody is ticked as present, nothing is discussed or eliminated', async () => {
    const dossierId = await world.renewal()
    const key = { sessionId: await asked([dossierId]), dossierId }
    const { secretary } = world.hands()
    const refused = { refusal: { code: 'not-in-writing' } }
    expect(await recordAttendance(secretary, { sessionId: key.sessionId, present: [] })).toMatchObject(refused)
    expect(await openDiscussion(secretary, key)).toMatchObject(refused)
    expect(await recordFinding(secretary, { ...key, finding: 'eliminated', reason: 'Giấy giả' })).toMatchObject(refused)
    const { may } = await sessionOverview(secretary, key.sessionId)
    expect([may['record-attendance'], may['open-discussion'], may['record-finding']]).toEqual([
      { code: 'not-in-writing' },
      { code: 'not-in-writing' },
      true,
    ])
    // Left for a meeting, it holds nothing up.
    await recordFinding(secretary, { ...key, finding: 'postponed', reason: 'Chờ kiểm nghiệm' })
    expect(await closeSession(world.hands().chair, { sessionId: key.sessionId })).toMatchObject({ ok: true, value: { results: [] } })
  })

  test('the day of an answer is moved before it began, to no day that is past', async () => {
    const { roundId, councilId } = world
    const dossierIds = [await world.renewal()]
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds, manner: 'written', heldOn: until })
    const move = (heldOn: string) =>
      moveSession(world.hands('2026-11-25T09:00:00+07:00').secretary, {
        sessionId,
        heldOn,
        place: 'Bằng văn bản',
        reason: 'Chờ kiểm nghiệm.',
      })
    expect(await move('2026-11-24')).toMatchObject({ refusal: { code: 'answer-day-past', until: '2026-11-24' } })
    expect(await move('2026-12-05')).toMatchObject({ ok: true })
    expect((await sessionOverview(world.hands().secretary, sessionId)).session).toMatchObject({
      heldOn: '2026-12-05',
      answerUntil: '2026-12-05',
    })
  })

  test('a re-evaluation has 45 days from the day on which the province received it, and a first dossier has no such day', async () => {
    const appraisal = async (id: DossierId) => findAppraisal(world.hands('2026-12-31T09:00:00+07:00').provincialOfficer, id)
    // Received on 23 November 2026.
    expect((await appraisal(await world.renewal())).renewalTerm).toMatchObject({
      on: '2027-01-07',
      daysLeft: 7,
      state: 'soon',
      law: { instrument: 'Quyết định 26/2026/QĐ-TTg', article: 'Điều 7 khoản 6' },
    })
    expect((await appraisal(await world.dossier())).renewalTerm).toBeNull()
  })

  test('what came to nothing in writing waits for no decision, and what was concluded does', async () => {
    const dossierId = await world.renewal()
    const sessionId = await asked([dossierId])
    for (const [at, ctx] of world.scorers().entries()) await answer(ctx, { sessionId, dossierId }, at === 0 ? 3 : 4)
    await closeSession(world.hands().chair, { sessionId })
    const concluded = await aSession(world.hands(), {
      roundId: world.roundId,
      councilId: world.councilId,
      dossierIds: [await world.renewal()],
      manner: 'written',
      heldOn: until,
      status: 'closed',
    })
    const cards = await listSessions(world.hands().provincialOfficer)
    const hasResults = (id: SessionId) => cards.find((card) => card.id === id)?.hasResults
    expect([hasResults(sessionId), hasResults(concluded)]).toEqual([false, true])
  })

  test('who has not answered is reminded three days before the last one and on it, and nobody who has answered', async () => {
    const dossierId = await world.renewal()
    const sessionId = await asked([dossierId])
    const [chair, ...members] = world.scorers()
    await answer(chair!, { sessionId, dossierId }, 4)
    const due = async (day: string) => {
      const [reminder] = writtenReminders
      const lines = await reminder!.due({ db, now: new Date(`${day}T08:00:00+07:00`) })
      return lines.filter(({ object }) => object[1] === sessionId)
    }
    expect(await due('2026-11-26')).toEqual([])
    const soon = await due('2026-11-27')
    const silent = members.map(({ actor }) => (actor.kind === 'person' ? actor.userId : ''))
    expect(soon.flatMap(({ to }) => to).toSorted()).toEqual(silent.toSorted())
    expect(soon[0]!.values).toEqual({ day: '30/11/2026', count: '1' })
    expect((await due(until)).map(({ fact }) => fact)).not.toContain(soon[0]!.fact)
    expect(await due('2026-12-01')).toEqual([])
  })

  test('nobody is invited to a meeting who is asked in writing', async () => {
    const sessionId = await asked([await world.renewal()])
    const event = { payload: { sessionId, heldOn: until, place: '', userIds: ['usr_member'] } } as unknown as RecordedEvent
    const told = async (name: string) =>
      appraisalMessages.find((row) => row.name === name)!.tell(event, { db, now: new Date(`${until}T08:00:00+07:00`) })
    expect(await told('council-session.opened')).toEqual([])
    expect(await told('council-opinions.asked')).toMatchObject([{ to: ['usr_member'], values: { day: '30/11/2026', count: '1' } }])
  })

  test('sheets of a meeting ask for no opinion', async () => {
    const { roundId, councilId } = world
    const dossierId = await world.renewal()
    const sessionId = await aSession(world.hands(), { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
    await aSubmittedSheet(world.scorers()[0]!, sessionId, dossierId)
    expect(must(await sheetFor(world.scorers()[0]!, { sessionId, dossierId }))).toMatchObject({
      asksOpinion: false,
      sheet: { opinion: null },
    })
  })
})
