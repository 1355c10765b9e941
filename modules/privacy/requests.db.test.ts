import { NotFound, done } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Person } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { drawAll } from '../papers/fixtures.ts'
import { selectBreach } from './breach.store.ts'
import { breachPapers, requestPapers } from './privacy-papers.ts'
import { selectRequest } from './request.store.ts'
import { privacyWorld } from './fixtures.ts'
import {
  acknowledgeRequest,
  askRequest,
  breachPaper,
  closeBreach,
  describeBreach,
  extendRequest,
  findBreach,
  findRequest,
  fulfilRequest,
  listRequests,
  registerBreach,
  registerBreachInput,
  reportBreach,
  requestPaper,
  requestsOf,
  tellPersons,
} from './index.ts'

const { as, db } = await testDatabase<Tables>()
let owner: Person
let administrator: Person
const on = (day: string, time = '09:00:00') => `${day}T${time}+07:00`
const asker = () => ({ kind: 'account', userId: owner.userId }) as const

beforeAll(async () => {
  const world = await privacyWorld((actor) => as(actor, on('2026-12-01')))
  owner = world.owner
  administrator = world.people.administrator
})

describe('a request about the own data', () => {
  test('is acknowledged within two working days and answered within the days of its kind, over New Year', async () => {
    // Thursday 31 December 2026: Friday is New Year's Day, then the weekend. Two working days later is Tuesday.
    const { requestId } = mustBe(await askRequest(as(owner, on('2026-12-31')), asker(), { kind: 'provide', text: '' }))
    const request = await findRequest(as(administrator, on('2026-12-31')), requestId)
    expect(request).toMatchObject({ acknowledgeBy: '2027-01-05', dueOn: '2027-01-10', nextDueOn: '2027-01-05', late: false })
    expect((await findRequest(as(administrator, on('2027-01-06')), requestId)).late).toBe(true)
    mustBe(await acknowledgeRequest(as(administrator, on('2027-01-05')), requestId))
    expect(await findRequest(as(administrator, on('2027-01-06')), requestId)).toMatchObject({ nextDueOn: '2027-01-10', late: false })
  })

  test('is extended once, with a reason that the person reads, by the days of the law', async () => {
    const { requestId } = mustBe(await askRequest(as(owner, on('2026-12-01')), asker(), { kind: 'restrict', text: 'Tạm dừng' }))
    mustBe(await extendRequest(as(administrator, on('2026-12-10')), requestId, { reason: 'Phải hỏi ba xã' }))
    const [mine] = (await requestsOf(as(owner, on('2026-12-10')), asker())).filter(({ id }) => id === requestId)
    expect(mine).toMatchObject({ status: 'extended', dueOn: '2026-12-31', extensionReason: 'Phải hỏi ba xã' })
    expect(mine!.may.extend).toEqual({ code: 'not-permitted' })
    const again = await extendRequest(as(administrator, on('2026-12-11')), requestId, { reason: 'Thêm nữa' })
    expect(again).toEqual({ ok: false, refusal: { code: 'wrong-status', status: 'extended' } })
  })

  test('of one kind waits only once, and the most urgent stands first', async () => {
    const ctx = as(owner, on('2026-12-02'))
    const { code } = mustBe(await askRequest(ctx, asker(), { kind: 'erase', text: '' }))
    expect(await askRequest(ctx, asker(), { kind: 'erase', text: 'lần nữa' })).toEqual({
      ok: false,
      refusal: { code: 'already-asked', request: code },
    })
    const waiting = await listRequests(as(administrator, on('2026-12-02')), 'open')
    expect(waiting.map(({ nextDueOn }) => nextDueOn)).toEqual(waiting.map(({ nextDueOn }) => nextDueOn).toSorted())
    expect(waiting[0]!.code).toBe(code)
  })

  test('of a buyer is seen by whoever holds the link of the purchase, and by nobody else', async () => {
    const purchase = { kind: 'purchase', groupId: 'grp_1', link: true } as const
    const { requestId } = mustBe(await askRequest(as(visitor, on('2026-12-01')), purchase, { kind: 'erase', text: '' }))
    expect((await requestsOf(as(visitor, on('2026-12-01')), purchase)).map(({ id }) => id)).toEqual([requestId])
    await expect(requestsOf(as(visitor), { ...purchase, link: false })).rejects.toThrow(NotFound)
    await expect(requestPaper(as(visitor), { requestId, file: 'phieu-tra-loi.pdf' }, { ...purchase, groupId: 'grp_2' })).rejects.toThrow(
      NotFound,
    )
  })

  test('that is answered has a paper that names nobody', async () => {
    const { requestId } = mustBe(await askRequest(as(owner, on('2026-12-03')), asker(), { kind: 'object', text: 'Tôi không muốn' }))
    await expect(requestPaper(as(owner, on('2026-12-03')), { requestId, file: 'phieu-tra-loi.pdf' })).rejects.toThrow(NotFound)
    mustBe(
      await fulfilRequest(as(administrator, on('2026-12-04')), requestId, { answer: 'Đã dừng theo yêu cầu', inPart: false }, () =>
        Promise.resolve(done([])),
      ),
    )
    const paper = mustBe(await requestPaper(as(owner, on('2026-12-05')), { requestId, file: 'phieu-tra-loi.pdf' }))
    expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    const again = mustBe(await requestPaper(as(administrator, on('2026-12-06')), { requestId, file: 'phieu-tra-loi.pdf' }))
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(paper.bytes))).toBe(0)
    const request = (await selectRequest(db, requestId))!
    expect(await drawAll(as(administrator), requestPapers, request)).toMatchObject([{ kind: 'answer', faults: [] }])
  })
})

describe('a breach of personal data', () => {
  const facts = {
    detectedBy: 'Người trực ca',
    what: 'Máy tính của xã bị mất, có danh sách điện thoại',
    persons: 120,
    consequences: '',
    measures: '',
  }

  test('C67: has 72 hours from its detection, is late after them, and prints Mẫu 08 with its counts', async () => {
    const form = { ...facts, kinds: 'contact', persons: '120', detectedAt: '2026-12-01T08:00' }
    const { breachId } = mustBe(await registerBreach(as(administrator, on('2026-12-01')), registerBreachInput.parse(form)))
    expect(await findBreach(as(administrator, on('2026-12-01')), breachId)).toMatchObject({
      detectedAt: new Date('2026-12-01T01:00:00Z'),
      reportBy: new Date('2026-12-04T01:00:00Z'),
      hoursLeft: 71,
      late: false,
    })
    expect(await findBreach(as(administrator, on('2026-12-04', '08:00:01')), breachId)).toMatchObject({ late: true, hoursLeft: -1 })
    const paper = mustBe(await breachPaper(as(administrator, on('2026-12-02')), { breachId, file: 'mau-08.docx' }))
    expect(paper.name).toMatch(/^mau-08-SC-[2-9A-Z]{8}\.docx$/)
    const breach = (await selectBreach(db, breachId))!
    expect(await drawAll(as(administrator), breachPapers, breach)).toMatchObject([{ kind: 'notice', faults: [] }])
    mustBe(await reportBreach(as(administrator, on('2026-12-03')), breachId))
    expect(await findBreach(as(administrator, on('2026-12-09')), breachId)).toMatchObject({ late: false, status: 'reported' })
  })

  test('of places or bodies is told to the persons before it is closed, and nothing is closed without measures', async () => {
    const input = { ...facts, kinds: ['location' as const], detectedAt: new Date(on('2026-12-01')) }
    const { breachId } = mustBe(await registerBreach(as(administrator, on('2026-12-01')), input))
    const ctx = as(administrator, on('2026-12-02'))
    mustBe(await reportBreach(ctx, breachId))
    expect(await closeBreach(ctx, breachId)).toEqual({ ok: false, refusal: { code: 'persons-not-told' } })
    mustBe(await tellPersons(ctx, breachId))
    expect(await closeBreach(ctx, breachId)).toEqual({ ok: false, refusal: { code: 'measures-missing' } })
    mustBe(await describeBreach(ctx, breachId, { ...input, measures: 'Đã khóa máy từ xa' }))
    expect(await closeBreach(ctx, breachId)).toEqual({ ok: true, value: null })
  })

  test('that was detected tomorrow was detected now', async () => {
    const input = { ...facts, kinds: ['name' as const], detectedAt: new Date(on('2027-12-01')) }
    const { breachId } = mustBe(await registerBreach(as(administrator, on('2026-12-01')), input))
    expect((await findBreach(as(administrator, on('2026-12-01')), breachId)).hoursLeft).toBe(72)
  })
})
