import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { withLaw } from '../../shop/fixtures.ts'
import { acceptanceOf } from './accept-class.ts'
import { selectSessions } from './class.store.ts'
import { aFullList, anOffice, anOpenClass, aSheet, mustBe, trainingDays } from './fixtures.ts'
import * as training from './index.ts'
import { recordCostInput } from './inputs.ts'
import { knownClass } from './policy.ts'
import type { ClassId, CourseId, ParticipantId, TrainingSessionId } from './rules.ts'
import { codeOfSession } from './secret.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const on = (actor: Actor, day: keyof typeof trainingDays): Ctx => asAt(actor, trainingDays[day])
const office = (day: keyof typeof trainingDays) => on(anOffice, day)
const refusal = (outcome: { ok: boolean }) => (outcome as unknown as { refusal?: { code: string } }).refusal
const caller = (index: number) => ({ name: `Thạch Thị ${index}`, phone: `09120000${String(index).padStart(2, '0')}` })
const whole = async (classId: ClassId) => acceptanceOf(db, await knownClass(db, classId))

let classId: ClassId
let courseId: CourseId
let sessions: { id: TrainingSessionId; code: string }[]
let places: { participantId: ParticipantId; secret: string }[]
beforeAll(async () => {
  await withLaw((actor) => asAt(actor, trainingDays.written))
  ;({ classId, courseId } = await anOpenClass(office('written')))
  places = await aFullList(office('signed'), classId, 5)
  sessions = (await selectSessions(db, classId)).map((one) => ({ id: one.id, code: codeOfSession(one) }))
})
const check = (day: keyof typeof trainingDays, session: number, code: string, index: number, address = '203.0.113.1') =>
  training.checkIn(on(visitor, day), { sessionId: sessions[session]!.id, code, address }, caller(index))

describe('the code of a session', () => {
  test('checks in whoever stands in the list, by name and number, while it is on, and twice is once', async () => {
    const { code } = sessions[0]!
    expect(mustBe(await check('first', 0, code, 1))).toEqual({ name: 'Thạch Thị 1' })
    expect(mustBe(await check('first', 0, code, 1))).toEqual({ name: 'Thạch Thị 1' })
    expect(
      await db.selectFrom('training_attendance').select('seq').where('participant_id', '=', places[0]!.participantId).execute(),
    ).toHaveLength(1)
    expect(refusal(await check('first', 0, code, 77))).toEqual({ code: 'not-in-list' })
  })

  test('of another session, or before and after its hours, is refused with the reason, and an early scan keeps nobody out later', async () => {
    expect(refusal(await check('first', 0, sessions[1]!.code, 2))).toEqual({ code: 'code-wrong' })
    expect(refusal(await check('first', 1, sessions[1]!.code, 2))).toMatchObject({ code: 'not-now' })
    expect(refusal(await check('second', 0, sessions[0]!.code, 2))).toMatchObject({ code: 'not-now' })
    expect(mustBe(await check('second', 1, sessions[1]!.code, 2))).toEqual({ name: 'Thạch Thị 2' })
  })

  test('is tried from one place no oftener than the law of the platform says', async () => {
    for (let at = 0; at < 120; at += 1) await check('first', 0, 'wrong', 1, '203.0.113.200')
    expect(refusal(await check('first', 0, sessions[0]!.code, 3, '203.0.113.200'))).toMatchObject({ code: 'too-many-attempts' })
  })
})

describe('the sheet of a session', () => {
  const mark = (day: keyof typeof trainingDays, session: number, present: readonly number[], reason = '') =>
    training.markAttendance(office(day), {
      sessionId: sessions[session]!.id,
      reason,
      marked: places.map(({ participantId }, at) => ({ participantId, present: present.includes(at + 1) })),
    })

  test('is entered once it has begun, beside what codes said, and a correction has a reason and leaves what was', async () => {
    expect(refusal(await mark('written', 0, [1]))).toMatchObject({ code: 'session-not-begun' })
    expect(refusal(await mark('first', 0, [2, 3, 4]))).toEqual({ code: 'correction-reason-missing', names: 'Thạch Thị 1' })
    mustBe(await mark('first', 0, [1, 2, 3, 4]))
    mustBe(await mark('first', 0, [1, 2, 3, 4]))
    mustBe(await mark('second', 0, [1, 2, 3], 'Người 4 về sớm, không ký'))
    const lines = await db
      .selectFrom('training_attendance')
      .select(['seq', 'present', 'reason'])
      .where('session_id', '=', sessions[0]!.id)
      .where('participant_id', '=', places[3]!.participantId)
      .orderBy('seq')
      .execute()
    expect(lines).toEqual([{ seq: 1, present: true, reason: null }, { seq: 2, present: false, reason: 'Người 4 về sớm, không ký' }]) // prettier-ignore
    await expect(db.deleteFrom('training_attendance').execute()).rejects.toThrow()
    expect(refusal(await check('first', 0, sessions[0]!.code, 4))).toEqual({ code: 'marked-absent' })
    mustBe(await mark('second', 1, [1, 2, 3]))
  })

  test('is photographed back, and only the office opens it', async () => {
    expect(refusal(await training.addSheet(office('first'), { sessionId: sessions[0]!.id }, null))).toEqual({ code: 'photo-missing' })
    for (const [at, { id: sessionId }] of sessions.entries()) {
      mustBe(await training.addSheet(office('second'), { sessionId }, await aSheet(at)))
      mustBe(await training.addSheet(office('second'), { sessionId }, await aSheet(at)))
    }
    const { sheets } = await whole(classId)
    expect(sheets).toHaveLength(2)
    expect((await training.openSheet(office('second'), classId, sheets[0]!.hash)).mediaType).toBe('image/jpeg')
    await expect(training.openSheet(on(visitor, 'second'), classId, sheets[0]!.hash)).rejects.toThrow()
  })
})

describe('after the last session', () => {
  test('the test is taken once, by its link or on paper, and its questions stay from then on', async () => {
    const questions = [{ position: 1, says: 'Nhãn phải có gì?', options: ['Giá', 'Tên, địa chỉ'], answer: 1, points: 2 }]
    mustBe(await training.writeTest(office('written'), { courseId, questions }))
    const take = (day: keyof typeof trainingDays, place: number, answer: number) =>
      training.takeTest(on(visitor, day), places[place]!, { answers: { 1: answer } })
    expect(refusal(await take('first', 0, 1))).toMatchObject({ code: 'not-yet' })
    expect(mustBe(await take('second', 0, 1))).toEqual({ points: 2, most: 2 })
    expect(refusal(await take('second', 0, 1))).toEqual({ code: 'test-taken-before' })
    expect(mustBe(await take('second', 1, 0))).toEqual({ points: 0, most: 2 })
    mustBe(await training.recordTest(office('second'), { participantId: places[2]!.participantId, points: 1 }))
    expect(refusal(await training.recordTest(office('second'), { participantId: places[3]!.participantId, points: 3 }))).toEqual({ code: 'points-outside', most: 2 }) // prettier-ignore
    expect(refusal(await training.writeTest(office('second'), { courseId, questions: [] }))).toEqual({ code: 'tests-taken' })
  })

  test('certificates are given by one decision to all who earned them, with the class, the hours and the number on them', async () => {
    mustBe(await training.holdClass(office('after'), { classId }))
    const decide = () => training.certifyClass(office('after'), { classId, decisionNumber: '88/QĐ-VPĐP', decisionOn: '2026-12-12' })
    // One and three came to all sessions and passed; two failed, four and five stayed away.
    expect(mustBe(await decide())).toEqual({ issued: 2 })
    expect(refusal(await decide())).toEqual({ code: 'nobody-earns' })
    const { certificates } = await whole(classId)
    expect(certificates.map(({ name, number, hours, decisionNumber }) => [name, number, hours, decisionNumber])).toEqual([
      ['Thạch Thị 1', 1, 7, '88/QĐ-VPĐP'],
      ['Thạch Thị 3', 2, 7, '88/QĐ-VPĐP'],
    ])
    const shown = await training.findTrainingCertificate(on(visitor, 'after'), certificates[0]!.code.toLowerCase())
    expect(shown).toMatchObject({ name: 'Thạch Thị 1', className: 'Bao bì, lớp 1', firstOn: '2026-12-10', lastOn: '2026-12-11' })
    await expect(training.findTrainingCertificate(on(visitor, 'after'), 'KHONGCO')).rejects.toThrow(/No such/)
    await expect(db.updateTable('training_certificate').set({ name: 'Khác' }).execute()).rejects.toThrow()
  })

  test('costs keep to the norm of their day, a wrong line is struck, and what is shared is shared to the đồng', async () => {
    const cost = (given: object) =>
      training.recordCost(office('after'), recordCostInput.parse({ classId, kind: 'write-text', says: 'Tài liệu', quantity: '10', unitVnd: '70.000', paper: 'HĐ 1', requestKey: newId('key'), ...given })) // prettier-ignore
    expect(refusal(await cost({ unitVnd: '70.001' }))).toEqual({ code: 'above-norm', norm: 70_000, instrument: 'Thông tư 55/2023/TT-BTC' })
    const requestKey = newId('key')
    mustBe(await cost({ requestKey }))
    mustBe(await cost({ requestKey }))
    mustBe(await cost({ kind: 'venue', says: 'Ghi nhầm', unitVnd: '900.000', quantity: '1' }))
    const lines = async (id: ClassId) => (await whole(id)).costs
    const [, wrong] = await lines(classId)
    mustBe(await training.strikeCost(office('after'), { costId: wrong!.id, reason: 'Ghi nhầm' }))
    const second = await anOpenClass(office('written'), { name: 'Lớp hai', sessions: '2026-12-10 08:00-15:01; Cả ngày' })
    const share = { says: 'Khảo sát nhu cầu', amountVnd: 1_000_001, key: 'hours' as const, paper: 'HĐ 9', requestKey: newId('key') }
    const shared = () => training.shareCost(office('after'), { ...share, classIds: [second.classId, classId] })
    mustBe(await shared())
    mustBe(await shared())
    const parts = [...(await lines(classId)), ...(await lines(second.classId))].filter(({ kind }) => kind === 'shared')
    expect(parts.map(({ quantity }) => quantity)).toEqual([420, 421])
    expect(parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0)).toBe(1_000_001)
    expect((await lines(classId)).map(({ amountVnd }) => amountVnd)[0]).toBe(700_000)
    expect(refusal(await training.strikeCost(office('after'), { costId: parts[0]!.id, reason: 'Ghi nhầm' }))).toEqual({
      code: 'cost-shared',
    })
  })

  test('its papers are drawn, and one file holds them all with the sheets that were signed', async () => {
    const view = await training.findAcceptance(office('after'), classId)
    const links = training.papersOfClass(office('after'), view)
    expect(links.flatMap(({ files }) => files.map(({ file }) => file)).filter((file) => file.endsWith('.pdf'))).toEqual([
      'danh-sach-hoc-vien.pdf',
      'bang-diem-danh-1.pdf',
      'bang-diem-danh-2.pdf',
      'bien-ban-vang-mat.pdf',
      'bang-ket-qua.pdf',
      'quyet-dinh-cap-giay.pdf',
      'bang-ke-chi-phi.pdf',
      'bien-ban-nghiem-thu.pdf',
    ])
    const away = await wordsOfPdf(mustBe(await training.trainingPaper(office('after'), { classId, file: 'bien-ban-vang-mat.pdf' })).bytes)
    expect(away).toContain('Thạch Thị 4')
    expect(away).toContain('về sớm')
    const packed = unzipSync(mustBe(await training.acceptanceFile(office('after'), { classId, origin: 'https://dacsan.example' })))
    expect(Object.keys(packed)).toHaveLength(1 + 8 + 1 + 2)
    expect(new TextDecoder().decode(packed['MUC-LUC.txt'])).toContain('Hồ sơ đủ.')
    await expect(training.acceptanceFile(on(visitor, 'after'), { classId, origin: '' })).rejects.toThrow()
  }, 120_000)

  test('the class is accepted with its whole file, and what is missing of it is named', async () => {
    const bare = await anOpenClass(office('written'), { name: 'Lớp thiếu' })
    await aFullList(office('signed'), bare.classId, 1)
    mustBe(await training.holdClass(office('after'), bare))
    const accept = (id: ClassId) => training.acceptClass(office('after'), { classId: id, acceptedNumber: '9/BB', acceptedOn: '2026-12-12' })
    expect(refusal(await accept(bare.classId))).toEqual({
      code: 'file-incomplete',
      lacks: [{ part: 'attendance', sessions: [1, 2] }, { part: 'sheets', sessions: [1, 2] }, { part: 'costs', sessions: [] }], // prettier-ignore
    })
    // The file says itself what is missing of it; a paper that does not exist stands not in its way.
    const packed = unzipSync(mustBe(await training.acceptanceFile(office('after'), { classId: bare.classId, origin: '' })))
    expect(new TextDecoder().decode(packed['MUC-LUC.txt'])).toContain('Còn thiếu: điểm danh buổi 1, 2')
    mustBe(await accept(classId))
    expect(refusal(await accept(classId))).toMatchObject({ code: 'class-closed' })
  })

  test('whoever was taught says what they think of it, and is asked months later whether it was of use', async () => {
    const place = places[0]!
    mustBe(await training.sayOpinion(on(visitor, 'after'), place, { score: 5, words: 'Dễ hiểu' }))
    expect(refusal(await training.sayOpinion(on(visitor, 'after'), place, { score: 1, words: '' }))).toEqual({ code: 'said-before' })
    expect(refusal(await training.sayApplied(on(visitor, 'after'), place, { answer: 'yes', words: '' }))).toMatchObject({ code: 'not-yet' })
    const asked = async () => {
      const reminder = (await import('./messages.ts')).trainingReminders.find(({ name }) => name === 'training.applied')!
      return (await reminder.due({ db, now: new Date(trainingDays.later) })).filter(({ values }) => values.class === 'Bao bì, lớp 1').length
    }
    expect(await asked()).toBe(3)
    mustBe(await training.sayApplied(on(visitor, 'later'), place, { answer: 'partly', words: 'Đã in nhãn mới' }))
    expect(await asked()).toBe(2)
  })
})
