import { Forbidden, NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import { hasOffice, faultsByOffice } from '../../../packages/papers/test-layout.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { drawAll, drawnBy } from '../../papers/fixtures.ts'
import { criteriaSet } from '../../law/index.ts'
import { aSession, aSubmittedSheet, marksFor } from '../fixtures.ts'
import {
  appraisalPaper as askForAppraisalPaper,
  askTest,
  closeSession,
  findAppraisal,
  openDiscussion,
  openSession,
  papersOfSession,
  recordAttendance,
  recordMinutesNote,
  reopenSheet,
  sessionForMinutes,
  sessionOverview,
  sessionPaper as askForPaper,
  planVisit,
  reportVisit,
  savePreScore,
  sheetFor,
  submitAdvisoryReport,
} from '../index.ts'
import { must } from '../../demo.ts'
import { appraisalPapers, callPapers, memberPapers, sessionPapers } from '../papers.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectSeats, selectSession, selectSessionDossiers } from '../sessions/session.store.ts'
import { appraisalWorld } from '../test-world.ts'
import type { AppraisalWorld } from '../test-world.ts'

const { as, db } = await testDatabase<Tables>()
const sessionPaper = drawnBy(askForPaper)
const appraisalPaper = drawnBy(askForAppraisalPaper)
const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const now = '2026-11-24T09:30:00+07:00'
let world: AppraisalWorld
let sessionId: SessionId
let dossierId: DossierId

const read = async (actor: Actor, file: string) => wordsOfPdf((await sessionPaper(as(actor, now), { sessionId, file })).bytes)
const secretary = () => as(world.council.secretary, now)
const [first, ...others] = [0, 1, 2].map((at) => () => world.council.members[at]!)

beforeAll(async () => {
  world = await appraisalWorld(as)
  dossierId = await world.dossier()
  sessionId = await aSession(world.hands(now), {
    roundId: world.roundId,
    councilId: world.councilId,
    dossierIds: [dossierId],
    heldOn: '2026-11-24',
    status: 'scoring',
  })
}, 120_000)

describe('the invitation', () => {
  test('it names who is called, when and where, the agenda, the dossiers and the working days for their reading', async () => {
    const text = await read(world.council.secretary, 'giay-moi.pdf')
    for (const part of [
      'GIẤY MỜI',
      'Ông/Bà usr_chair, hoi-dong: Chủ tịch Hội đồng',
      'giờ phút, ngày 24 tháng 11 năm 2026.',
      'Địa điểm: Hội trường Sở Nông nghiệp và Môi trường.',
      'ít nhất 01 ngày làm việc trước cuộc họp',
      'quá 10 điểm',
      'Mứt dừa sáp số 1',
    ])
      expect(text).toContain(part)
  })
  test('it says the hour that was given when the session was opened', async () => {
    const other = await world.dossier()
    const given = { roundId: world.roundId, councilId: world.councilId, heldOn: '2026-11-27', place: 'Phòng họp số 2', calledFor: '08:30' }
    const opened = await openSession(world.hands(now).provincialOfficer, { ...given, dossierIds: [other] })
    const asked = { sessionId: opened.ok ? opened.value.sessionId : ('ses_' as const), file: 'giay-moi.pdf' }
    const { bytes } = await sessionPaper(as(world.council.chair, now), asked)
    expect(await wordsOfPdf(bytes)).toContain('Thời gian: 08 giờ 30 phút, ngày 27 tháng 11 năm 2026.')
  })
  test('it is for those who are called and the office, and nobody else', async () => {
    for (const actor of [first!(), world.council.chair, world.council.secretary, world.actors.provincialOfficer])
      expect(await read(actor, 'giay-moi.pdf')).toContain('GIẤY MỜI')
    for (const actor of [world.actors.producer, world.council.strangers.member, world.actors.leader])
      await expect(read(actor, 'giay-moi.pdf')).rejects.toThrow(NotFound)
    await expect(read(visitor, 'giay-moi.pdf')).rejects.toThrow(Forbidden)
  })
})

describe('a score sheet', () => {
  const own = () => `phieu-cham-${dossierId}.pdf`

  test('there is none before the member has handed it in', async () => {
    await expect(read(first!(), own())).rejects.toThrow(NotFound)
  })
  test('a member opens the own sheet with every choice and its points', async () => {
    for (const ctx of world.scorers(now)) await aSubmittedSheet(ctx, sessionId, dossierId)
    const text = await read(first!(), own())
    expect(text).toContain('PHIẾU CHẤM ĐIỂM')
    expect(text).toContain('Thành viên chấm: usr_member, hoi-dong, Ủy viên')
    expect(text).toContain('Không thuộc trường hợp chấm')
    const sheet = await sheetFor(as(first!(), now), { sessionId, dossierId })
    const total = sheet.ok ? sheet.value.sheet.lines.reduce((sum, { points }) => sum + points, 0) : -1
    expect(text).toContain(`Tổng cộng 100 ${total} `)
    expect(text).not.toContain('usr_member_2')
  })
  test('nobody opens the sheet of somebody else while the session is open, the secretary included', async () => {
    const { memberId } = (await selectSeats(db, sessionId)).find(({ userId }) => userId === first!().userId)!
    await expect(read(world.council.secretary, own())).rejects.toThrow(Forbidden)
    await expect(read(world.actors.provincialOfficer, own())).rejects.toThrow(Forbidden)
    for (const actor of [world.council.secretary, world.council.chair])
      await expect(read(actor, `phieu-thanh-vien-${dossierId}-${memberId}.pdf`)).rejects.toThrow(NotFound)
  })
})

describe('the minutes', () => {
  test('hours that the secretary writes are taken, the end after the beginning', async () => {
    const write = (hours: { beganAt: string; endedAt: string }) => recordMinutesNote(secretary(), { sessionId, note: '', ...hours })
    expect(await write({ beganAt: '10:00', endedAt: '09:00' })).toMatchObject({ refusal: { code: 'hours-reversed' } })
    expect((await write({ beganAt: '08:05', endedAt: '11:40' })).ok).toBe(true)
  })
  test('they name chair and secretary, the written hours, and how many sheets came back, without a name', async () => {
    const { seats } = await sessionOverview(secretary(), sessionId)
    const { memberId } = seats.find(({ userId }) => userId === first!().userId)!
    expect((await reopenSheet(secretary(), { sessionId, dossierId, memberId, reason: 'bấm nhầm' })).ok).toBe(true)
    expect(await openDiscussion(secretary(), { sessionId, dossierId })).toMatchObject({ ok: false })
    await aSubmittedSheet(as(first!(), now), sessionId, dossierId)
    expect((await recordAttendance(secretary(), { sessionId, present: seats.map((seat) => seat.memberId) })).ok).toBe(true)
    expect((await closeSession(as(world.council.chair, now), { sessionId })).ok).toBe(true)
    const text = await read(world.council.secretary, 'bien-ban.pdf')
    for (const part of [
      'Thời gian bắt đầu: 08 giờ 05 phút, ngày 24 tháng 11 năm 2026.',
      'kết thúc vào hồi 11 giờ 40 phút',
      'Chủ trì: Ông/Bà usr_chair, hoi-dong: Chủ tịch Hội đồng.',
      'Thư ký: Ông/Bà usr_secretary, hoi-dong: Thư ký.',
      '01 phiếu đã nộp được trả lại để thành viên xem và chấm lại',
    ])
      expect(text).toContain(part)
    // Mẫu 1.9 has no line of place and day below the motto.
    expect(text).not.toContain('Vĩnh Long, ngày')
  })
  test('hours are not written any more once the session is closed', async () => {
    const late = await recordMinutesNote(secretary(), { sessionId, note: '', beganAt: '07:00', endedAt: '' })
    expect(late).toMatchObject({ refusal: { code: 'session-closed' } })
  })
})

test('after the close the secretary opens every sheet that counts; office, chair, leaders and members do not', async () => {
  const { sheets } = await papersOfSession(secretary(), sessionId)
  expect(sheets.flatMap(({ papers }) => papers.map(({ member }) => member)).toSorted()).toEqual([
    'usr_chair',
    'usr_member',
    'usr_member_2',
    'usr_member_3',
  ])
  const file = sheets[0]!.papers.find(({ member }) => member === 'usr_member_2')!.paper.files[0]!.file
  expect(await read(world.council.secretary, file)).toContain('Thành viên chấm: usr_member_2')
  for (const actor of [world.actors.provincialOfficer, world.council.chair, world.actors.leader, others[0]!()])
    await expect(read(actor, file)).rejects.toThrow(/./)
  for (const actor of [world.actors.provincialOfficer, world.council.chair, world.actors.leader, others[0]!()])
    expect((await papersOfSession(as(actor, now), sessionId)).sheets).toEqual([])
})

describe('the report of the advisory group', () => {
  const ask = (actor: Actor, of: DossierId = dossierId) => appraisalPaper(as(actor, now), { dossierId: of, file: 'bao-cao-to-tu-van.pdf' })

  test('it says what was found and recommended, and by whom', async () => {
    const text = await wordsOfPdf((await ask(world.actors.provincialOfficer)).bytes)
    for (const part of [
      'II. KẾT QUẢ THẨM ĐỊNH Cơ sở sản xuất đúng như hồ sơ',
      'III. CHỖ CÒN YẾU',
      'kiến nghị Hội đồng xem xét, đánh giá sản phẩm ở hạng 4 sao./.',
      'NGƯỜI BÁO CÁO usr_advisory',
    ])
      expect(text).toContain(part)
    // Nothing was written about further tests.
    expect(text).not.toContain('KIỂM NGHIỆM BỔ SUNG')
  })
  test('there is none before it is handed in', async () => {
    await expect(ask(world.actors.provincialOfficer, await world.dossier('advised'))).rejects.toThrow(NotFound)
  })
  test('it is for the office and the adviser who wrote it', async () => {
    expect((await ask(world.actors.advisoryMember)).mediaType).toBe('application/pdf')
    await expect(ask(world.withoutReport.adviser)).rejects.toThrow(NotFound)
    for (const actor of [world.actors.producer, world.actors.communeOfficer, visitor]) await expect(ask(actor)).rejects.toThrow(Forbidden)
  })
})

/** Two re-evaluations, asked about in writing and closed: one is concluded, over the other the council meets. */
async function writtenSession() {
  const dossierIds = [await world.renewal(), await world.renewal()]
  const given = {
    roundId: world.roundId,
    councilId: world.councilId,
    dossierIds,
    manner: 'written',
    heldOn: '2026-11-30',
    status: 'closed',
  } as const
  const marks = (id: DossierId, member: number) => (id === dossierIds[1] && member === 0 ? marksFor(set, 3) : undefined)
  const id = await aSession(world.hands(now), { ...given, marks })
  return sessionForMinutes(as(world.actors.provincialOfficer, now), id)
}

describe('the papers of a council that is asked in writing', () => {
  test('the letter says who is asked, until when, about what and when the council meets; the minutes who answered and over what it meets', async () => {
    const { session } = await writtenSession()
    const ask = async (file: string) =>
      wordsOfPdf((await sessionPaper(as(world.council.secretary, now), { sessionId: session.id, file })).bytes)
    const letter = await ask('phieu-lay-y-kien.pdf')
    for (const part of [
      'PHIẾU LẤY Ý KIẾN',
      'theo Điều 7 khoản 6 Quyết định 26/2026/QĐ-TTg',
      'Ông/Bà usr_chair, hoi-dong: Chủ tịch Hội đồng',
      'Thời hạn trả lời: hết ngày 30 tháng 11 năm 2026.',
      'quá 10 điểm, khác hạng sao, hoặc có thành viên đề nghị họp',
      '45 ngày kể từ khi hồ sơ đầy đủ',
    ])
      expect(letter).toContain(part)
    const text = await ask('bien-ban.pdf')
    for (const part of [
      'Tổng hợp ý kiến bằng văn bản về đánh giá lại sản phẩm OCOP',
      'đến hết ngày 30 tháng 11 năm 2026. Tổng hợp ngày 24 tháng 11 năm 2026.',
      'Có ý kiến của 4/4 thành viên chấm điểm',
      'Để lại phiên sau: Ý kiến bằng văn bản khác nhau, Hội đồng họp để kết luận.',
    ])
      expect(text).toContain(part)
    await expect(ask('giay-moi.pdf')).rejects.toThrow(NotFound)
  })
})

/** A dossier with marks of the advisory group, a visit and a test, reported on. */
async function prepared(): Promise<DossierId> {
  const id = await world.dossier('advised', 4)
  const adviser = as(world.actors.advisoryMember, now)
  const lines = marksFor(criteriaSet('26/2026/QĐ-TTg', 'QD26-07'), 4).map((line) =>
    line.criterion === '1.1' ? { ...line, choice: 'none' as const, comment: 'Nguyên liệu nhập' } : line,
  )
  must(await savePreScore(adviser, { dossierId: id, lines }))
  const { visitId } = must(await planVisit(adviser, { dossierId: id, plannedOn: '2026-11-20', visitors: 'Hai thành viên Tổ tư vấn' }))
  const visit = { dossierId: id, visitId, visitedOn: '2026-11-20', place: 'Xưởng ở Ấp 1', findings: 'Xưởng sạch, có sổ theo dõi.' }
  must(await reportVisit(adviser, visit, []))
  const asked = {
    dossierId: id,
    criterion: '',
    reason: 'Phiếu cũ thiếu',
    askedOf: 'producer',
    dueOn: '2026-12-30',
    reportWaits: false,
  } as const
  must(await askTest(adviser, { ...asked, indicator: 'Hàm lượng chì' }))
  const text = { findings: 'Đúng như hồ sơ.', extraTests: '', weaknesses: '', fieldVisitOn: '2026-11-20', recommendedStars: 3 }
  must(await submitAdvisoryReport(adviser, { dossierId: id, ...text }))
  return id
}

test('the report names the minimums that were missed without a mark, the visit and the test; the marks stand on a sheet of their own', async () => {
  const id = await prepared()
  const office = as(world.actors.provincialOfficer, now)
  const said = await wordsOfPdf((await appraisalPaper(office, { dossierId: id, file: 'bao-cao-to-tu-van.pdf' })).bytes)
  for (const part of [
    'Ngày 20/11/2026, tại Xưởng ở Ấp 1',
    'Hàm lượng chì: chưa có kết quả.',
    'điểm liệt, dưới mức tối thiểu của 3 sao. Nguyên liệu nhập',
  ])
    expect(said).toContain(part)
  expect(said).not.toMatch(/\d+ điểm/)
  const sheet = await wordsOfPdf((await appraisalPaper(office, { dossierId: id, file: 'phieu-cham-so-bo.pdf' })).bytes)
  expect(sheet).toMatch(/Tổng điểm sơ bộ: [\d,]+, 2 sao theo phiếu này/)
})

test('no paper of the appraisal has text on text, a signature alone or a torn word', async () => {
  const session = (await selectSession(db, sessionId))!
  const seats = await selectSeats(db, sessionId)
  const called = { session, seats, dossiers: await selectSessionDossiers(db, sessionId) }
  const view = await sheetFor(as(first!(), now), { sessionId, dossierId })
  if (!view.ok) throw new Error('the member has a sheet')
  const member = seats.find(({ userId }) => userId === first!().userId)!
  const office = as(world.actors.provincialOfficer, now)
  const inWriting = await writtenSession()
  const drawn = [
    ...(await drawAll(office, callPapers, called)),
    ...(await drawAll(office, callPapers, {
      session: inWriting.session,
      seats: inWriting.seats,
      dossiers: await selectSessionDossiers(db, inWriting.session.id),
    })),
    ...(await drawAll(office, sessionPapers, inWriting)),
    ...(await drawAll(office, memberPapers, { view: view.value, councilName: session.councilName, member })),
    ...(await drawAll(office, sessionPapers, await sessionForMinutes(office, sessionId))),
    ...(await drawAll(office, appraisalPapers, await findAppraisal(office, await prepared()))),
  ]
  const tables = [callPapers, memberPapers, sessionPapers, appraisalPapers].flatMap((table) => Object.keys(table))
  expect([...new Set(drawn.map(({ kind }) => kind))].toSorted()).toEqual(tables.toSorted())
  expect(drawn.filter(({ faults }) => faults.length > 0).map(({ kind, faults }) => [kind, faults])).toEqual([])
  if (hasOffice) expect(await faultsByOffice(new Map(drawn.flatMap(({ kind, docx }) => (docx ? [[kind, docx]] : []))))).toEqual([])
})
