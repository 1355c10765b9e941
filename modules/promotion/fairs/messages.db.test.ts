import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { qrsOfPdf, wordsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import type { Told } from '../../message.ts'
import { anApplication, anExhibitor, anOfficer, anOpenFair, fairDays, mustBe, withLaw } from './fixtures.ts'
import type { Exhibitor } from './fixtures.ts'
import * as fairs from './index.ts'
import { fairMessages, fairReminders } from './messages.ts'
import type { FairApplicationId, FairId } from './rules.ts'
import { fairsWaiting } from './waiting.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const on = (actor: Actor, day: keyof typeof fairDays): Ctx => asAt(actor, fairDays[day])
let makers: Exhibitor[]
let fairId: FairId
let ids: FairApplicationId[]

beforeAll(async () => {
  const as = (actor: Actor) => asAt(actor, fairDays.entered)
  await withLaw(as)
  makers = []
  for (const name of ['HTX Một', 'HTX Hai', 'HTX Ba']) makers.push(await anExhibitor(as, { name }))
  fairId = await anOpenFair(on(anOfficer, 'entered'))
  ids = []
  for (const [index, maker] of makers.entries())
    ids.push((await anApplication(asAt(maker.person, `2026-11-1${index}T09:00:00+07:00`), fairId, maker)).applicationId)
})

const moved = (index: number) => ({ applicationId: ids[index]!, fairId, producerId: makers[index]!.producerId })
const said = async (name: string, payload: object, at: string): Promise<readonly Told[]> => {
  const rule = fairMessages.find((one) => one.name === name)!
  const told = await rule.tell({ payload } as unknown as Parameters<typeof rule.tell>[0], { db, now: new Date(at) })
  return told.filter(({ to }) => to.length > 0)
}
const due = async (name: string, at: string) => fairReminders.find((one) => one.name === name)!.due({ db, now: new Date(at) })
const who = (told: readonly Told[]) => told.flatMap(({ to }) => to)
const people = (...indices: number[]) => indices.map((index) => makers[index]!.person.userId)

test('a call is told to every producer who has an account, with its hour', async () => {
  const [call] = await said('fair.called', { fairId, name: '' }, fairDays.entered)
  expect(call!.to).toEqual(expect.arrayContaining(people(0, 1, 2)))
  expect(call!.values).toMatchObject({ fair: 'Hội chợ OCOP Trà Vinh', until: '01/12/2026 16:30' })
})

test('what is missing is said before the call ends, and no more once it is there', async () => {
  await db.updateTable('fair_application').set({ complete_at: null }).where('id', '=', ids[2]!).execute()
  expect(await due('fair.application-incomplete', '2026-11-20T09:00:00+07:00')).toEqual([])
  expect(who(await due('fair.application-incomplete', '2026-11-29T09:00:00+07:00'))).toEqual(people(2))
  const [mine] = await fairsWaiting(asAt(makers[2]!.person, '2026-11-29T09:00:00+07:00'))
  expect(mine).toMatchObject({ says: '1 đăng ký gian còn thiếu thông tin', path: `/van-phong/gian-hoi-cho/${ids[2]}` })
  await db.updateTable('fair_application').set({ complete_at: new Date('2026-11-30T09:00:00+07:00') }).where('id', '=', ids[2]!).execute() // prettier-ignore
  expect(await due('fair.application-incomplete', '2026-11-30T10:00:00+07:00')).toEqual([])
})

test('each hears its own outcome, who waits and who has a stand apart, and a day before the stand goes on', async () => {
  mustBe(await fairs.closeCall(on(anOfficer, 'closed'), { fairId }))
  expect((await fairsWaiting(on(anOfficer, 'closed'))).map(({ says }) => says)).toEqual(['1 hội chợ chờ phân gian'])
  const { mark } = await fairs.previewAllotment(on(anOfficer, 'allotted'), fairId)
  mustBe(await fairs.publishAllotment(on(anOfficer, 'allotted'), { fairId, mark }))
  const given = await said('fair.stand-allotted', { fairId, name: '' }, fairDays.allotted)
  expect(who(given)).toEqual(people(0, 1))
  expect(given[0]!.values['until']).toBe('07/12/2026 23:59')
  expect(who(await said('fair.stand-waiting', { fairId, name: '' }, fairDays.allotted))).toEqual(people(2))
  expect(await said('fair.stand-refused', { fairId, name: '' }, fairDays.allotted)).toEqual([])
  expect(await due('fair.confirm-due', '2026-12-06T09:00:00+07:00')).toEqual([])
  expect(who(await due('fair.confirm-due', '2026-12-07T09:00:00+07:00'))).toEqual(people(0, 1))
  const [mine] = await fairsWaiting(on(makers[0]!.person, 'allotted'))
  expect(mine).toMatchObject({ says: '1 gian hội chợ chờ xác nhận' })
})

test('whoever waited is told that a stand is free, and a complaint goes to the department', async () => {
  mustBe(await fairs.appealAllotment(on(makers[2]!.person, 'allotted'), { applicationId: ids[2]!, words: 'Điểm tính sai' }))
  expect((await fairsWaiting(on(anOfficer, 'allotted'))).map(({ says }) => says)).toEqual(['1 khiếu nại phân gian chờ trả lời'])
  mustBe(await fairs.declineStand(on(makers[0]!.person, 'allotted'), { applicationId: ids[0]!, words: '' }))
  expect(who(await said('fair.stand-offered', moved(2), fairDays.allotted))).toEqual(people(2))
  expect(await fairsWaiting(on(visitor, 'allotted'))).toEqual([])
})

test('the catalogue on paper is a page of stands; a number to ring stands there by consent alone', async () => {
  const { slug } = (await fairs.findFair(on(anOfficer, 'allotted'), fairId)).fair
  const print = () => fairs.printCatalogue(on(visitor, 'allotted'), slug, (number) => `https://ocop.example/hoi-cho/${slug}#gian-${number}`)
  await expect(print()).rejects.toThrow('Nobody has a stand')
  for (const index of [1, 2]) mustBe(await fairs.confirmStand(on(makers[index]!.person, 'allotted'), { applicationId: ids[index]! }))
  mustBe(await fairs.drawFairPlan(on(anOfficer, 'allotted'), { fairId, plan: 'Khu OCOP\nA1 0,0\nA2 1,0' }))
  const stands = await db.selectFrom('fair_stand').select('id').where('fair_id', '=', fairId).orderBy('number').execute()
  for (const [index, { id }] of stands.entries())
    mustBe(await fairs.placeApplication(on(anOfficer, 'allotted'), { fairId, standId: id, applicationId: ids[index + 1]! }))
  await db.updateTable('fair_application').set({ shows_contact: true }).where('id', '=', ids[1]!).execute()
  const paper = mustBe(await print())
  const text = await wordsOfPdf(paper)
  expect(text).toContain('GIAN A1')
  expect(text).toContain('HTX Hai')
  expect(text.match(/0912 ?345 ?678/g)).toHaveLength(1)
  expect((await qrsOfPdf(paper)).map((address) => address?.split('#')[1])).toEqual(['gian-A1', 'gian-A2'])
  expect(await said('fair.stand-number', { fairId, name: '' }, fairDays.allotted)).toMatchObject([
    { values: { stand: 'A1' } },
    { values: { stand: 'A2' } },
  ])
})

test('what came of a fair is asked for when its days have come, until somebody says it', async () => {
  mustBe(await fairs.beginRunning(on(anOfficer, 'running'), { fairId }))
  mustBe(await fairs.endFair(on(anOfficer, 'ended'), { fairId }))
  expect(await due('fair.report-due', '2027-02-01T09:00:00+07:00')).toEqual([])
  expect(await due('fair.report-due', '2027-02-07T09:00:00+07:00')).toHaveLength(1)
  expect(await due('fair.result-due', '2027-02-12T09:00:00+07:00')).toEqual([])
  const asked = await due('fair.result-due', '2027-02-13T09:00:00+07:00')
  expect(asked.map(({ values }) => values['days'])).toEqual(['30', '30'])
  const result = { afterDays: 30, contracts: 1, contractVnd: 5_000_000, salesVnd: 0, method: 'Hợp đồng' }
  mustBe(await fairs.recordResult(asAt(makers[1]!.person, '2027-02-13T09:00:00+07:00'), { ...result, applicationId: ids[1]!, requestKey: 'key_result' })) // prettier-ignore
  expect(who(await due('fair.result-due', '2027-02-13T10:00:00+07:00'))).toEqual(people(2))
})
