import { testDatabase } from '@dacsan/platform/testing'
import { dong, formatDong } from '@dacsan/vietnam'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aProducer, withLaw } from '../../shop/fixtures.ts'
import { aCaller, aClassForm, aCourseForm, aFullList, anOffice, anOpenClass, mustBe, trainingDays } from './fixtures.ts'
import * as training from './index.ts'
import { trainingContacts, trainingMessages, trainingReminders, trainingSecretPaths } from './messages.ts'
import { endTrainingRetention } from './retention.ts'
import { trainingWaiting } from './waiting.ts'
import type { ClassId } from './rules.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const on = (actor: Actor, day: keyof typeof trainingDays): Ctx => asAt(actor, trainingDays[day])
const office = (day: keyof typeof trainingDays) => on(anOffice, day)
const refusal = (outcome: { ok: boolean }) => (outcome as unknown as { refusal?: { code: string } }).refusal
const tell = (name: string, event: object, day: keyof typeof trainingDays = 'signed') =>
  trainingMessages.find((one) => one.name === name)!.tell({ payload: event } as never, { db, now: new Date(trainingDays[day]) })

beforeAll(async () => {
  await withLaw((actor) => asAt(actor, trainingDays.written))
})

describe('a course and its class', () => {
  test('are for criteria that the sets have, and keep the need that they were made of', async () => {
    const make = (given: object) => training.createCourse(office('written'), aCourseForm(given))
    expect(refusal(await make({ criteria: 'QD26-07; 99.9' }))).toEqual({ code: 'criterion-unknown', line: 'QD26-07; 99.9' })
    expect(() => aCourseForm({ criteria: 'bao bì' })).toThrow(/bao bì/)
    const form = aCourseForm({ need: 'Bao bì yếu ở Cầu Kè' })
    const { courseId } = mustBe(await training.createCourse(office('written'), form))
    expect(mustBe(await training.createCourse(office('written'), form))).toEqual({ courseId })
    expect((await training.findCourse(office('written'), courseId)).course.need).toBe('Bao bì yếu ở Cầu Kè')
  })

  test('are as large as the law of their kind asks, and say which paper asks it', async () => {
    const { courseId } = mustBe(await training.createCourse(office('written'), aCourseForm()))
    const make = (given: object) => training.createClass(office('written'), aClassForm(courseId, given))
    expect(refusal(await make({ least: '10' }))).toMatchObject({ code: 'size-outside', least: 15, most: 60 })
    const small = { kind: 'start-up', least: '20', places: '30' }
    expect(refusal(await make(small))).toMatchObject({ code: 'size-outside', least: 30, instrument: 'Thông tư 06/2022/TT-BKHĐT' })
    expect(refusal(await make({ signUpBy: '2026-12-10T09:00' }))).toEqual({ code: 'sign-up-after-start' })
    expect(refusal(await make({ sessions: '2026-12-10 08:00-11:30; Aa\n2026-12-10 11:00-12:00; Bb' }))).toEqual({
      code: 'sessions-overlap',
    })
  })

  test('open with the hours that the course promises, and keep their sessions from then on, also against the database', async () => {
    const { courseId } = mustBe(await training.createCourse(office('written'), aCourseForm({ hours: '8' })))
    const { classId } = mustBe(await training.createClass(office('written'), aClassForm(courseId)))
    expect(refusal(await training.openClass(office('written'), { classId }))).toEqual({ code: 'hours-short', planned: '7', hours: 8 })
    const opened = await anOpenClass(office('written'))
    await expect(db.deleteFrom('training_session').where('class_id', '=', opened.classId).execute()).rejects.toThrow(/stay/)
    expect(refusal(await training.openClass(office('after'), { classId: opened.classId }))).toMatchObject({ code: 'class-closed' })
  })

  test('are held after the last hour, which waits for the office from then on', async () => {
    const { classId } = await anOpenClass(office('written'))
    expect(refusal(await training.holdClass(office('second'), { classId }))).toMatchObject({ code: 'sessions-still-come' })
    expect(refusal(await training.holdClass(office('after'), { classId }))).toEqual({ code: 'nobody-listed' })
    await aFullList(office('signed'), classId, 1)
    const waits = async () => (await trainingWaiting(office('after'))).find(({ kind }) => kind === 'classes-to-hold')?.count ?? 0
    const before = await waits()
    mustBe(await training.holdClass(office('after'), { classId }))
    expect(await waits()).toBe(before - 1)
  })
})

describe('a place in a class', () => {
  let classId: ClassId
  let slug: string
  beforeAll(async () => {
    ;({ classId, slug } = await anOpenClass(office('written'), { name: 'Lớp ghi danh' }))
    await aFullList(office('signed'), classId, 14)
  })

  test('is taken by a producer for its own, once, and the next one waits when it is full', async () => {
    const { person } = await aProducer((actor) => on(actor, 'written'), { name: 'HTX Ghi Danh' })
    const form = { name: 'Kim Thị Học', phone: '0913 000 001', requestKey: 'key_one' }
    const taken = mustBe(await training.signUp(on(person, 'signed'), slug, form))
    expect(taken.isListed).toBe(true)
    expect(mustBe(await training.signUp(on(person, 'signed'), slug, form))).toEqual(taken)
    expect(refusal(await training.signUp(on(person, 'signed'), slug, { ...form, requestKey: 'key_two' }))).toEqual({
      code: 'listed-before',
    })
    const late = mustBe(await training.signUpByPhone(office('signed'), aCaller(classId, 50)))
    expect(late.isListed).toBe(false)
    expect(await tell('training.waiting', { classId, participantId: late.participantId })).toMatchObject([{ to: [late.participantId] }])
    expect(await tell('training.invited', { classId, participantId: late.participantId })).toEqual([])

    // It is there for whoever works for the producer, or holds the link, and for nobody else.
    expect((await training.findOwnPlace(on(person, 'signed'), { ...taken, secret: '' })).place.isListed).toBe(true)
    const { person: rival } = await aProducer((actor) => on(actor, 'written'), { name: 'HTX Khác' })
    await expect(training.findOwnPlace(on(rival, 'signed'), { ...taken, secret: '' })).rejects.toThrow(/No such/)
    await expect(training.withdrawPlace(on(rival, 'signed'), { ...taken, secret: '' })).rejects.toThrow(/No such/)
    expect((await training.findOwnPlace(on(visitor, 'signed'), late)).place.isWaiting).toBe(true)

    // Given up, it goes to whoever waits, who is told.
    mustBe(await training.withdrawPlace(on(person, 'signed'), { ...taken, secret: '' }))
    expect((await training.findOwnPlace(on(visitor, 'signed'), late)).place.isListed).toBe(true)
    const told = await tell('training.place-free', { classId, participantId: taken.participantId, placeGoesTo: late.participantId })
    expect(told).toMatchObject([
      { to: [late.participantId], values: { meal: formatDong(dong(100_000)), travel: formatDong(dong(0)), lodging: formatDong(dong(0)) } },
    ])
  })

  test('is taken in time, with a number that can be called, of a producer that the register has', async () => {
    const call = async (day: keyof typeof trainingDays, given: object) =>
      refusal(await training.signUpByPhone(office(day), aCaller(classId, 60, given)))
    expect(await call('first', {})).toEqual({ code: 'sign-up-closed' })
    expect(await call('signed', { phone: 'không có' })).toEqual({ code: 'phone-wrong' })
    expect(await call('signed', { producer: 'Cơ sở không có thật' })).toMatchObject({ code: 'producer-unknown' })
  })

  test('is told by its number alone what is paid, in three languages, and reminded a day before', async () => {
    for (const { words, name } of trainingMessages) {
      expect(Object.keys(words).toSorted(), name).toEqual(['en', 'km', 'vi'])
      if (name === 'training.invited')
        for (const { text } of Object.values(words)) for (const part of ['{meal}', '{travel}', '{lodging}']) expect(text).toContain(part)
    }
    const [reminder] = trainingReminders
    const eve = new Date('2026-12-09T08:00:00+07:00')
    const due = (await reminder!.due({ db, now: eve })).filter(({ values }) => values.class === 'Lớp ghi danh')
    expect(due).toHaveLength(15)
    const id = due[0]!.to[0]!
    expect(await trainingContacts.tpa(db, id)).toMatchObject({ phone: '84912000001', language: 'vi' })
    expect(await trainingSecretPaths['training-place']({ db }, id)).toMatch(new RegExp(`^/tap-huan/ghi-danh/${id}\\?k=.{24}$`))
  })

  test('is called no more long after the class, while the name stays', async () => {
    mustBe(await training.cancelClass(office('signed'), { classId, reason: 'Mưa bão' }))
    const much = new Date('2029-06-01T00:00:00Z')
    const { trainingPhones } = await db.transaction().execute((tx) => endTrainingRetention(tx as never, much))
    expect(trainingPhones).toBeGreaterThanOrEqual(15)
    const rows = await db.selectFrom('training_participant').select(['name', 'phone']).where('class_id', '=', classId).execute()
    expect(rows.every(({ name, phone }) => name !== '' && phone === null)).toBe(true)
  })
})

test('the needs are for the office alone and say on which figures they stand', async () => {
  const needs = await training.findNeeds(office('written'))
  expect(needs).toMatchObject({ weak: [], scored: 0, law: { belowPercent: 60, leastProducts: 3 } })
  await expect(training.findNeeds(on(visitor, 'written'))).rejects.toThrow()
})
