import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import type { Actor, Person } from '../../identity/index.ts'
import { aFairForm, anApplication, anApplyForm, anExhibitor, anOfficer, anOpenFair, fairDays, mustBe, withLaw } from './fixtures.ts'
import type { Exhibitor } from './fixtures.ts'
import * as fairs from './index.ts'
import type { FairApplicationId, FairId } from './rules.ts'
import { watchFairs } from './take-turns.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const on = (actor: Actor, day: keyof typeof fairDays): Ctx => asAt(actor, fairDays[day])
const plan = 'Khu OCOP\nA1 0,0\nA2 1,0 2x1'

const office: Person = anOfficer
let makers: Exhibitor[]
beforeAll(async () => {
  const as = (actor: Actor) => asAt(actor, fairDays.entered)
  await withLaw(as)
  makers = []
  for (const name of ['HTX Một', 'HTX Hai', 'HTX Ba', 'HTX Bốn']) makers.push(await anExhibitor(as, { name }))
})

/** A fair with two stands and so many who asked, one after the other, allotted. */
async function allottedFair(count = 3): Promise<{ fairId: FairId; ids: FairApplicationId[] }> {
  const fairId = await anOpenFair(on(office, 'entered'))
  const ids: FairApplicationId[] = []
  for (const [index, maker] of makers.slice(0, count).entries())
    ids.push((await anApplication(asAt(maker.person, `2026-11-1${index}T09:00:00+07:00`), fairId, maker)).applicationId)
  mustBe(await fairs.closeCall(on(office, 'closed'), { fairId }))
  const { mark } = await fairs.previewAllotment(on(office, 'allotted'), fairId)
  mustBe(await fairs.publishAllotment(on(office, 'allotted'), { fairId, mark }))
  return { fairId, ids }
}
const statusOf = async (id: FairApplicationId) =>
  (await db.selectFrom('fair_application').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

describe('a call', () => {
  test('the same form sent twice is one fair, and nobody outside sees it before it is opened', async () => {
    const form = aFairForm({ name: 'Hội chợ kín' })
    const first = mustBe(await fairs.createFair(on(office, 'entered'), form))
    expect(mustBe(await fairs.createFair(on(office, 'entered'), form))).toEqual(first)
    await expect(fairs.findPublicFair(on(visitor, 'entered'), 'hoi-cho-kin-2027')).rejects.toThrow(NotFound)
    mustBe(await fairs.openCall(on(office, 'entered'), first))
    const shown = await fairs.findPublicFair(on(visitor, 'entered'), 'hoi-cho-kin-2027')
    expect(shown).toMatchObject({ isOpenForApplications: true, dates: { registerBy: '2026-12-11', reportBy: '2027-02-13' } })
    expect(shown.source.instrument).toBe('Nghị định 81/2018/NĐ-CP')
  })

  test('a fair in a programme of the province has no term of registration', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Miễn', exemptNumber: '417/QĐ-UBND', exemptOn: '2026-01-31' })
    expect((await fairs.findFair(on(office, 'entered'), fairId)).dates).toMatchObject({ registerFrom: null, registerBy: null })
  })

  test('what is registered is not changed within thirty days of the opening', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Đã đăng ký', registeredNumber: '9/SCT', registeredOn: '2026-11-03', applyBy: '2027-01-05T10:00' }) // prettier-ignore
    const { requestKey: _, ...form } = aFairForm({ name: 'Tên khác', registeredNumber: '9/SCT', registeredOn: '2026-11-03', applyBy: '2027-01-05T10:00' }) // prettier-ignore
    const late = await fairs.changeFair(asAt(office, '2026-12-12T08:00:00+07:00'), { ...form, fairId })
    expect(late).toMatchObject({ refusal: { code: 'change-too-late', until: '2026-12-11' } })
    mustBe(await fairs.changeFair(asAt(office, '2026-12-11T08:00:00+07:00'), { ...form, fairId }))
  })

  test('it ends at its hour by itself, and not before', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Theo giờ' })
    expect(await fairs.closeCall(asAt(office, '2026-12-01T16:29:00+07:00'), { fairId })).toMatchObject({
      refusal: { code: 'apply-not-over' },
    })
    const [maker] = makers
    expect(await fairs.applyForStand(asAt(maker!.person, '2026-12-01T16:30:01+07:00'), anApplyForm(fairId))).toMatchObject({
      refusal: { code: 'call-over' },
    })
    expect((await watchFairs(on(system('fairs'), 'closed'))).closed).toBeGreaterThan(0)
    expect((await fairs.findFair(on(office, 'closed'), fairId)).fair.status).toBe('closed')
  })
})

describe('an application', () => {
  test('says at once all that is missing, is completed until the hour, and keeps the facts of its day', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Có mẫu', samples: 'Hai hộp mỗi sản phẩm' })
    const [maker] = makers
    const asker = on(maker!.person, 'asked')
    const first = mustBe(
      await fairs.applyForStand(asker, anApplyForm(fairId, { contactPhone: '', foodSafetyNumber: '', foodSafetyUntil: '' })),
    )
    expect(first.gaps).toEqual(['products', 'phone', 'food-safety', 'samples'])
    expect((await fairs.findApplication(asker, first.applicationId)).application.completeAt).toBeNull()
    const whole = { ...anApplyForm(fairId, { productId: [maker!.productId], promisesSamples: 'on' }), applicationId: first.applicationId }
    expect(mustBe(await fairs.changeApplication(asker, whole)).gaps).toEqual([])
    await db.updateTable('product').set({ stars: 5 }).where('id', '=', maker!.productId).execute()
    const view = await fairs.findApplication(asker, first.applicationId)
    expect(view.chosen).toMatchObject([{ stars: 4, certificateCode: `GCN-${maker!.productId}`, certifiedUntil: '2028-06-30' }])
    expect(view.application.contactPhone).toBe('0912345678')
    const { completeAt } = view.application
    mustBe(await fairs.changeApplication(asAt(maker!.person, '2026-11-20T09:00:00+07:00'), { ...whole, note: 'Gần cổng' }))
    expect((await fairs.findApplication(asker, first.applicationId)).application.completeAt).toEqual(completeAt)
    await db.updateTable('product').set({ stars: 4 }).where('id', '=', maker!.productId).execute()
  })

  test('is not there for another producer, and the goods of others cannot be entered', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Của ai' })
    const [one, other] = makers
    const { applicationId } = await anApplication(on(one!.person, 'asked'), fairId, one!)
    await expect(fairs.findApplication(on(other!.person, 'asked'), applicationId)).rejects.toThrow(NotFound)
    await expect(fairs.withdrawApplication(on(other!.person, 'asked'), { applicationId })).rejects.toThrow(NotFound)
    await expect(fairs.findFair(on(one!.person, 'asked'), fairId)).rejects.toThrow()
    const foreign = await fairs.applyForStand(on(other!.person, 'asked'), anApplyForm(fairId, { productId: [one!.productId] }))
    expect(foreign).toMatchObject({ refusal: { code: 'product-of-other' } })
    expect(await fairs.applyForStand(on(one!.person, 'asked'), anApplyForm(fairId))).toMatchObject({ refusal: { code: 'applied-before' } })
  })

  test('is entered by an officer for a producer who telephones', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Gọi điện' })
    const [one] = makers
    const { applicationId } = await anApplication(on(office, 'asked'), fairId, one!, { producerId: one!.producerId })
    expect(await fairs.findApplication(on(one!.person, 'asked'), applicationId)).toMatchObject({ application: { byOffice: true } })
  })
})

describe('an allotment', () => {
  test('is published as it was previewed, with points and reasons, and who could not come goes on to the next', async () => {
    const { fairId, ids } = await allottedFair()
    const shown = await fairs.findPublicFair(on(visitor, 'allotted'), (await fairs.findFair(on(office, 'allotted'), fairId)).fair.slug)
    expect(shown.lines.map(({ outcome }) => outcome)).toEqual(['allotted', 'allotted', 'waiting'])
    expect(shown.lines[0]).toMatchObject({ producerName: 'HTX Một', score: expect.any(Number), points: { stars: 20, firstTime: 15 } })
    mustBe(await fairs.declineStand(on(makers[0]!.person, 'allotted'), { applicationId: ids[0]!, words: 'Không kịp hàng' }))
    expect(await statusOf(ids[2]!)).toBe('allotted')
    mustBe(await fairs.confirmStand(on(makers[2]!.person, 'allotted'), { applicationId: ids[2]! }))
    // Nobody confirmed the second in its days.
    await watchFairs(asAt(system('fairs'), '2026-12-20T08:00:00+07:00'))
    expect(await statusOf(ids[1]!)).toBe('lapsed')
  })

  test('a list that changed since it was seen is not published', async () => {
    const fairId = await anOpenFair(on(office, 'entered'), { name: 'Đổi' })
    await anApplication(on(makers[0]!.person, 'asked'), fairId, makers[0]!)
    mustBe(await fairs.closeCall(on(office, 'closed'), { fairId }))
    expect(await fairs.publishAllotment(on(office, 'allotted'), { fairId, mark: 'x' })).toMatchObject({ refusal: { code: 'preview-old' } })
  })

  test('a complaint in time is answered; granted, it stands before everybody who waits', async () => {
    const { fairId, ids } = await allottedFair(4)
    const late = { applicationId: ids[3]!, words: 'Điểm địa bàn tính sai' }
    expect(await fairs.appealAllotment(asAt(makers[3]!.person, '2026-12-20T08:00:00+07:00'), late)).toMatchObject({
      refusal: { code: 'appeal-over' },
    })
    mustBe(await fairs.appealAllotment(on(makers[3]!.person, 'allotted'), late))
    mustBe(await fairs.grantAppeal(on(office, 'allotted'), { applicationId: ids[3]!, words: 'Đã tính lại' }))
    mustBe(await fairs.declineStand(on(makers[0]!.person, 'allotted'), { applicationId: ids[0]!, words: '' }))
    expect(await statusOf(ids[3]!)).toBe('allotted')
    expect(await statusOf(ids[2]!)).toBe('waiting')
    expect(
      (await fairs.findFair(on(office, 'allotted'), fairId)).lines.map(({ outcome }) => outcome).filter((one) => one === 'waiting'),
    ).toHaveLength(2)
  })

  test('a stand is never given twice, whoever asks at the same time', async () => {
    const { ids } = await allottedFair(4)
    await Promise.all([
      fairs.declineStand(on(makers[0]!.person, 'allotted'), { applicationId: ids[0]!, words: '' }),
      fairs.declineStand(on(makers[1]!.person, 'allotted'), { applicationId: ids[1]!, words: '' }),
      fairs.offerStand(on(office, 'allotted'), { applicationId: ids[3]! }),
    ])
    expect(await Promise.all(ids.map(statusOf))).toEqual(['declined', 'declined', 'allotted', 'allotted'])
  })
})

test('forty ask for twenty stands: twenty get one, the rest waits or hears why not, and the report is a paper', async () => {
  const as = (actor: Actor) => asAt(actor, fairDays.entered)
  const fairId = await anOpenFair(on(office, 'entered'), { name: 'Bốn mươi', stands: 20 })
  for (let index = 0; index < 40; index += 1) {
    const maker = await anExhibitor(as, {
      name: `Cơ sở ${index}`,
      ...(index % 10 === 9 && { certifiedUntil: '2027-01-13' }),
    })
    await anApplication(asAt(office, '2026-11-10T09:00:00+07:00'), fairId, maker, { producerId: maker.producerId })
  }
  mustBe(await fairs.closeCall(on(office, 'closed'), { fairId }))
  const { mark } = await fairs.previewAllotment(on(office, 'allotted'), fairId)
  mustBe(await fairs.publishAllotment(on(office, 'allotted'), { fairId, mark }))
  const { lines } = await fairs.findFair(on(office, 'allotted'), fairId)
  const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
  expect([count('allotted'), count('waiting'), count('refused')]).toEqual([20, 16, 4])
  expect(lines.filter(({ outcome }) => outcome === 'refused').map(({ reasons }) => reasons)).toEqual(
    Array.from({ length: 4 }, () => ['incomplete', 'no-certificate']),
  )
  const paper = mustBe(await fairs.fairPaper(on(office, 'allotted'), { fairId, file: 'bao-cao-hoi-cho.docx' }))
  expect(paper).toBeTruthy()
  await expect(fairs.fairPaper(on(makers[0]!.person, 'allotted'), { fairId, file: 'bao-cao-hoi-cho.docx' })).rejects.toThrow()
})

test('the days of a fair are read by calendars: the day after the last ends it, long lines are folded', async () => {
  const fairId = await anOpenFair(on(office, 'entered'), { name: 'Hội chợ; triển lãm, '.repeat(5).trim() })
  const { slug } = (await fairs.findFair(on(office, 'entered'), fairId)).fair
  const shown = await fairs.findPublicFair(on(visitor, 'entered'), slug)
  const at = { address: `https://ocop.example/hoi-cho/${slug}`, host: 'ocop.example', now: new Date(0), deadlineSays: 'Hạn' }
  const text = fairs.fairCalendar(shown, at)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const whole = text.replaceAll('\r\n ', '')
  expect(whole).toContain('DTEND;VALUE=DATE:20270115\r\n')
  expect(whole).toContain('SUMMARY:Hội chợ\\; triển lãm\\,')
  expect(whole).toContain('DTSTART:20261201T093000Z')
})

describe('a plan', () => {
  test('plan edited after allotment: whoever holds a stand keeps it wherever it moves, and after printing everybody is told', async () => {
    const { fairId, ids } = await allottedFair()
    const desk = on(office, 'allotted')
    mustBe(await fairs.drawFairPlan(desk, { fairId, plan }))
    const [first] = await db.selectFrom('fair_stand').select('id').where('fair_id', '=', fairId).where('number', '=', 'A1').execute()
    mustBe(await fairs.placeApplication(desk, { fairId, standId: first!.id, applicationId: ids[0]! }))
    expect(await fairs.placeApplication(desk, { fairId, standId: first!.id, applicationId: ids[1]! })).toMatchObject({
      refusal: { code: 'stand-taken' },
    })
    // The stand moves to another zone: its holder with it.
    mustBe(await fairs.drawFairPlan(desk, { fairId, plan: 'Khu Cổng chính\nA1 3,2\nKhu OCOP\nA3 0,0\nA2 1,0 2x1' }))
    const view = await fairs.findFair(desk, fairId)
    expect(view.stands.find(({ number }) => number === 'A1')).toMatchObject({ zone: 'Cổng chính', applicationId: ids[0] })
    expect(await statusOf(ids[0]!)).toBe('allotted')
    expect(await fairs.drawFairPlan(desk, { fairId, plan: 'Khu OCOP\nA2 1,0 2x1' })).toMatchObject({
      refusal: { code: 'stand-held', number: 'A1' },
    })
    // The database keeps it too, whoever writes.
    await expect(db.deleteFrom('fair_stand').where('id', '=', first!.id).execute()).rejects.toThrow('held')
    mustBe(await fairs.printPlan(desk, { fairId }))
    await expect(db.updateTable('fair_stand').set({ number: 'B9' }).where('id', '=', first!.id).execute()).rejects.toThrow('printed')
    expect(await fairs.drawFairPlan(desk, { fairId, plan: 'Khu Cổng chính\nA1 3,2' })).toMatchObject({
      refusal: { code: 'number-printed' },
    })
    mustBe(await fairs.drawFairPlan(desk, { fairId, plan: 'Khu Cổng chính\nA1 0,0\nKhu OCOP\nA3 0,0\nA2 1,0 2x1' }))
    const shown = await fairs.findPublicFair(on(visitor, 'allotted'), view.fair.slug)
    expect(shown.planChanges).toMatchObject([{ says: 'dời gian A1' }])
    expect(shown.stalls).toMatchObject([{ number: 'A1', producerName: 'HTX Một' }])
  })
})

describe('a fair that runs', () => {
  test('keeps sales by day and by how they are known, visits with their method, the proof of money once, and results beside it', async () => {
    const { fairId, ids } = await allottedFair()
    const desk = on(office, 'allotted')
    for (const index of [0, 1]) mustBe(await fairs.confirmStand(on(makers[index]!.person, 'allotted'), { applicationId: ids[index]! }))
    mustBe(await fairs.drawFairPlan(desk, { fairId, plan }))
    const stands = await db.selectFrom('fair_stand').select(['id', 'number']).where('fair_id', '=', fairId).orderBy('number').execute()
    for (const [index, { id }] of stands.entries())
      mustBe(await fairs.placeApplication(desk, { fairId, standId: id, applicationId: ids[index]! }))
    expect(await fairs.beginRunning(desk, { fairId })).toMatchObject({ refusal: { code: 'before-opening' } })
    const running = on(office, 'running')
    mustBe(await fairs.beginRunning(running, { fairId }))
    const day = { day: '2027-01-10', cashVnd: 500_000, transferVnd: 300_000, orderVnd: 0, shopVnd: 0 }
    const own = { ...day, applicationId: ids[0]!, requestKey: newId('key'), knownBy: 'measured' as const }
    const seller = on(makers[0]!.person, 'running')
    mustBe(await fairs.declareSales(seller, own))
    mustBe(await fairs.declareSales(seller, own))
    // Whoever stands there cannot call its own word measured.
    expect((await fairs.findReport(running, fairId)).sales).toMatchObject([{ amountVnd: 800_000, isMeasured: false }])
    mustBe(await fairs.declareSales(running, { ...day, cashVnd: 400_000, applicationId: ids[0]!, requestKey: newId('key') }))
    expect(await fairs.declareSales(seller, { ...own, day: '2027-01-11', requestKey: newId('key') })).toMatchObject({
      refusal: { code: 'day-outside' },
    })
    mustBe(await fairs.countVisits(running, { fairId, day: '2027-01-10', visits: 1200, countedBy: 'estimate', requestKey: newId('key') }))
    // One does not come; the next who waits takes over the stand.
    mustBe(await fairs.markAbsent(running, { applicationId: ids[1]!, words: 'Không đến' }))
    mustBe(await fairs.substitute(running, { applicationId: ids[2]!, absentId: ids[1]! }))
    const report = await fairs.findReport(running, fairId)
    expect(report.stands.find(({ number }) => number === 'A2')?.applicationId).toBe(ids[2])
    expect(report.totals).toMatchObject({ salesVnd: 700_000, measuredVnd: 700_000, visits: 1200, isEstimate: true })
    expect(report.figures).toMatchObject({ units: 2, absent: 1, substitutes: 1 })
    const cost = { applicationId: ids[0]!, contractNumber: '7/HĐ', contractOn: '2026-12-10', priceVnd: 8_000_000, supportedVnd: 5_000_000, budget: 'Khuyến công' } // prettier-ignore
    expect(await fairs.recordCost(running, { ...cost, supportedVnd: 6_000_000, requestKey: newId('key') })).toMatchObject({
      refusal: { code: 'more-than-support', mostVnd: 5_000_000 },
    })
    mustBe(await fairs.recordCost(running, { ...cost, requestKey: newId('key') }))
    expect(await fairs.recordCost(running, { ...cost, budget: 'Nguồn khác', requestKey: newId('key') })).toMatchObject({
      refusal: { code: 'supported-before' },
    })
    mustBe(await fairs.endFair(on(office, 'ended'), { fairId }))
    const result = { applicationId: ids[0]!, afterDays: 90, contracts: 1, contractVnd: 20_000_000, salesVnd: 5_000_000, method: 'Hóa đơn' }
    expect(await fairs.recordResult(on(makers[0]!.person, 'ended'), { ...result, requestKey: newId('key') })).toMatchObject({
      refusal: { code: 'too-early', from: '2027-04-14' },
    })
    mustBe(await fairs.recordResult(on(makers[0]!.person, 'after'), { ...result, requestKey: newId('key') }))
    mustBe(await fairs.reportFair(on(office, 'after'), { fairId, words: 'Đạt' }))
    expect((await fairs.findReport(on(office, 'after'), fairId)).after).toEqual([
      { days: 90, stands: 1, contracts: 1, contractVnd: 20_000_000, salesVnd: 5_000_000, spentVnd: 5_000_000, perDong: 5 },
    ])
  })
})
