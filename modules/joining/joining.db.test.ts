import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { findProducer, producerFile, producerNumbers, producerOfActor, updateProducer } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { acceptInvitation, actorOf, createAuth, listAuditEntries, producersAt, system, visitor } from '../identity/index.ts'
import type { Actor, Person } from '../identity/index.ts'
import { communeOfFormer, loadLaw } from '../law/index.ts'
import { aPaper, aRegistered, aRequest, typed } from './fixtures.ts'
import {
  askChange,
  askForMore,
  confirmRequest,
  fileRequest,
  fileRequestFor,
  findClaimed,
  findOwn,
  findRequest,
  followRequest,
  listRequests,
  lookUpRequest,
  openRequestPaper,
  refuseRequest,
  requestsWaiting,
  supplementRequest,
  takeBackRequest,
} from './index.ts'
import type { ProducerRequestId } from './index.ts'
import { forgetRequests } from './personal-data.store.ts'

const { db, as, owner } = await testDatabase<Tables>()
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const monday = '2026-11-23T09:00:00+07:00'
const anybody = as(visitor, monday)
const province = as({ ...someoneWith('provincial-officer'), userId: 'usr_tinh' } as Actor, monday)

let commune: Ctx
let colleague: Ctx
let elsewhere: Ctx
beforeAll(async () => {
  await inTransaction({ db }, async (tx) => {
    await loadLaw(tx)
    const officers = { role: 'commune-officer', organisation: 'xa-29431', communeCode: '29431' } as const
    commune = as(await aPerson(tx, { ...officers, name: 'Trần Cán Bộ' }), monday)
    colleague = as(await aPerson(tx, { ...officers, name: 'Lâm Cán Bộ' }), monday)
    elsewhere = as(await aPerson(tx, { role: 'commune-officer', communeCode: '29308' }), monday)
  })
})

const registered = (given: Parameters<typeof aRegistered>[1] = {}) => inTransaction({ db }, (tx) => aRegistered(tx, given))
const confirm = async (ctx: Ctx, requestId: ProducerRequestId, given: Partial<Parameters<typeof confirmRequest>[1]> = {}) => {
  const { version } = await findRequest(province, requestId)
  return confirmRequest(ctx, { requestId, version, take: false, otherIds: [], ...given })
}
/** Chooses a password with an invitation, and answers as whom the next request comes. */
async function enter(secret: string): Promise<{ actor: Actor; again: () => Promise<Actor> }> {
  const headers = new Headers({ 'user-agent': 'Test/1.0' })
  const request = { auth, db, actor: visitor, headers, address: '203.0.113.77', now: new Date(monday) }
  const accepted = await acceptInvitation(request, secret, { password: 'mắm bò hóc chợ quê' })
  if (!accepted.ok || !accepted.value) throw new Error('the invitation was refused')
  const cookie = accepted.value.cookies.map((line) => line.split(';', 1)[0]).join('; ')
  const again = async () => (await actorOf(auth, new Headers({ cookie }), db, new Date(monday))).actor
  return { actor: await again(), again }
}
async function findOrganisationPeople(producerId: ProducerId) {
  const { organisationId } = await producerFile({ db, actor: system('test') }, producerId)
  return (await producersAt(db, new Date(monday), organisationId!)).map(({ userId }) => userId)
}
async function takeBack(requestId: ProducerRequestId) {
  const { version } = await findRequest(province, requestId)
  expect(await takeBackRequest(commune, { requestId, version, words: 'Đã xác nhận nhầm người.' })).toMatchObject({ ok: true })
}
async function letIn(producerId: ProducerId | null, given: Parameters<typeof typed>[0] = {}) {
  const request = await aRequest(anybody, { producerId, ...given })
  const confirmed = await confirm(commune, request.requestId)
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  return { request, ...confirmed.value }
}

describe('a producer comes by itself', () => {
  test('who makes a product of the register finds itself by product and old place, claims it, and its products and stars are there once the commune said yes', async () => {
    const producer = await registered({ name: 'HTX Trái cây Long Hòa' })
    expect((await findOwn(anybody, 'mat hoa dua')).map(({ id }) => id)).toContain(producer.id)
    const [found] = await findOwn(anybody, 'trai cay long hoa')
    expect(found).toMatchObject({ id: producer.id, products: [{ name: 'Mật hoa dừa', stars: 4 }] })
    const { request, invitation } = await letIn(producer.id, { kind: 'cooperative', taxCode: '2100624710', representative: 'Lê Văn Năm' })
    const { actor } = await enter(invitation!.secret)
    expect(actor).toMatchObject({ name: 'Lê Văn Năm', email: null, memberships: [{ role: 'producer' }] })
    const own = (await producerOfActor({ db, actor }))!
    expect(own).toMatchObject({ id: producer.id, name: 'HTX Trái cây Long Hòa', representative: 'Lê Văn Năm' })
    expect((await findProducer({ db, actor }, own.id)).products).toMatchObject([{ name: 'Mật hoa dừa', stars: 4, standing: 'certified' }])
    expect(await followRequest(anybody, request.code, request.secret)).toMatchObject({ status: 'confirmed' })
    const { rows } = await owner.pool.query<{ payload: object }>(
      `select payload from event where type = 'producer-request.confirmed' and payload->>'requestId' = $1`,
      [request.requestId],
    )
    expect(rows).toMatchObject([{ payload: { producerId: producer.id, communeCode: '29431', userId: (actor as Person).userId } }])
  })

  test('what nobody knew before a first yes is no past: neither a legal form nor a commune, and nothing where nothing changed', async () => {
    const unknown = await registered({ name: 'Cơ sở Chưa rõ loại', kind: 'unknown', communeCode: null })
    await letIn(unknown.id, { kind: 'cooperative', taxCode: '2100624710' })
    const known = await registered({ name: 'HTX Đã rõ', kind: 'cooperative', communeCode: '29431' })
    const typedAsKnown = await aRequest(anybody, { producerId: known.id, name: 'HTX Đã rõ', kind: 'cooperative', taxCode: '2100624710' })
    expect(await confirm(commune, typedAsKnown.requestId, { take: true })).toMatchObject({ ok: true })
    for (const { id } of [unknown, known]) expect((await findProducer({ db, actor: visitor }, id)).past).toEqual([])
    expect(await findProducer({ db, actor: visitor }, unknown.id)).toMatchObject({ kind: 'cooperative', place: { communeCode: '29431' } })
  })

  test('who is in no register is put on file by the commune’s yes, with a household’s number locked', async () => {
    const { invitation, request } = await letIn(null, { name: 'Hộ Kim Thị Bảy' })
    const { actor } = await enter(invitation!.secret)
    expect(await producerOfActor({ db, actor })).toMatchObject({
      name: 'Hộ Kim Thị Bảy',
      kind: 'household',
      place: { communeCode: '29431' },
    })
    const { rows } = await owner.pool.query<{ tax_code: string }>('select tax_code from producer_request where id = $1', [
      request.requestId,
    ])
    expect(rows[0]!.tax_code).toMatch(/^locked:/)
    expect((await findRequest(commune, request.requestId)).compared).toContainEqual(
      expect.objectContaining({ field: 'taxCode', typed: '084085001234' }),
    )
  })

  test('the same form sent twice is one request, and another claim under the key of a page from memory is another', async () => {
    const form = typed()
    const first = await fileRequest(anybody, form, aPaper(), '203.0.113.9')
    const again = await fileRequest(anybody, form, aPaper(), '203.0.113.9')
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value)
    const other = await fileRequest(anybody, { ...form, name: 'Hộ Khác Hẳn' }, aPaper(), '203.0.113.9')
    expect(other.ok && other.value.code).not.toBe(first.ok && first.value.code)
  })

  test('what cannot be right is said before a file is kept', async () => {
    const file = (given: Parameters<typeof typed>[0], paper: ReturnType<typeof aPaper> | null = aPaper()) =>
      fileRequest(anybody, typed(given), paper, '203.0.113.10')
    expect(await file({ taxCode: '2100624711' })).toMatchObject({ refusal: { code: 'tax-code-check-digit' } })
    expect(await file({ taxCode: '21006' })).toMatchObject({ refusal: { code: 'tax-code-length', length: 5 } })
    expect(await file({ taxCode: '', registrationNo: '' })).toMatchObject({ refusal: { code: 'registration-missing', kind: 'household' } })
    expect(await file({ communeCode: '00001' })).toMatchObject({ refusal: { code: 'unknown-commune' } })
    for (const email of ['usr_1@khong-thu.invalid', 'ai@X.INVALID', 'ai@invalid', 'ai@vidu.invalid.'])
      expect(() => typed({ email }), email).toThrow('Ghi thư điện tử')
    expect(await file({ phone: '' })).toMatchObject({ refusal: { code: 'no-way-to-reach' } })
    expect(await file({}, null)).toMatchObject({ refusal: { code: 'paper-missing' } })
    expect(await file({}, { ...aPaper(), content: new TextEncoder().encode('MZ not a paper') })).toMatchObject({ ok: false })
  })

  test('a stranger who sends request after request is told to wait, and only at that address', async () => {
    const from = '203.0.113.200'
    for (let i = 0; i < 12; i++) expect((await fileRequest(anybody, typed(), aPaper(), from)).ok).toBe(true)
    expect(await fileRequest(anybody, typed(), aPaper(), from)).toMatchObject({ refusal: { code: 'too-many-requests' } })
    expect((await fileRequest(anybody, typed(), aPaper(), '198.51.100.7')).ok).toBe(true)
  })

  test('the commune has the working days of the rule, its weekend and holidays off, and the receipt names the rule', async () => {
    const { code, secret } = await aRequest(anybody)
    // From Monday 23 November 2026: the 24th is the Day of Culture, Saturday and Sunday are weekly rest; 25, 26, 27, 30, 1.
    const { dueOn, rule } = await followRequest(anybody, code, secret)
    expect(rule).toMatchObject({ workingDays: 5, certainty: 'confirmed' })
    expect(dueOn).toBe('2026-12-01')
  })

  test('a claim after the merger lies on the desk of the commune that the old one became', async () => {
    const [former] = await db.selectFrom('former_commune').select('code').where('split', '=', false).limit(1).execute()
    const [today] = await communeOfFormer(db, former!.code)
    const producer = await registered({ name: 'HTX Xã cũ', communeCode: today!.code, formerCommuneCode: former!.code })
    // Typed as somebody who still says another place: the register's commune decides.
    const { requestId } = await aRequest(anybody, { producerId: producer.id, kind: 'cooperative', communeCode: '29431' })
    const officer = await inTransaction({ db }, (tx) => aPerson(tx, { role: 'commune-officer', communeCode: today!.code }))
    expect((await listRequests(as(officer, monday))).map(({ id }) => id)).toContain(requestId)
    if (today!.code !== '29431') await expect(findRequest(commune, requestId)).rejects.toThrow('No such request')
  })
})

describe('nobody else learns or does anything', () => {
  test('another commune’s officer cannot read, open or decide a request', async () => {
    const { requestId } = await aRequest(anybody)
    await expect(findRequest(elsewhere, requestId)).rejects.toThrow('No such request')
    await expect(openRequestPaper(elsewhere, requestId)).rejects.toThrow('No such request')
    await expect(confirm(elsewhere, requestId)).rejects.toThrow('No such producer-request')
    const answer = { requestId, version: 1, words: 'Không đúng người đâu.' }
    for (const act of [askForMore, refuseRequest, takeBackRequest])
      await expect(act(elsewhere, answer)).rejects.toThrow('No such producer-request')
    expect((await listRequests(elsewhere)).map(({ id }) => id)).not.toContain(requestId)
    expect((await requestsWaiting(elsewhere)).map(({ id }) => id)).not.toContain(requestId)
    expect((await requestsWaiting(commune)).map(({ id }) => id)).toContain(requestId)
    expect(await requestsWaiting(as(someoneWith('leader'), monday))).toEqual([])
    for (const role of ['leader', 'producer', 'advisory-member', 'administrator'] as const)
      await expect(findRequest(as(someoneWith(role), monday), requestId)).rejects.toThrow('No such request')
    expect((await openRequestPaper(commune, requestId)).mediaType).toBe('application/pdf')
  })

  test('a request is followed by its link, or by code and telephone number together, and by nothing else', async () => {
    const { code, secret } = await aRequest(anybody, { phone: '0912000111' })
    await expect(followRequest(anybody, code, 'x'.repeat(secret.length))).rejects.toThrow('No such producer-request')
    await expect(followRequest(anybody, 'CT-00000-00000', secret)).rejects.toThrow('No such producer-request')
    const typedCode = code.toLowerCase().replaceAll('-', ' ')
    expect(await lookUpRequest(anybody, { code: typedCode, phone: '0912000111' }, '203.0.113.30')).toEqual({
      ok: true,
      value: { code, secret },
    })
    const no = { ok: false, refusal: { code: 'request-unknown' } }
    expect(await lookUpRequest(anybody, { code, phone: '0912000112' }, '203.0.113.30')).toEqual(no)
    // Written another way each time: it is one code, and so often asked for.
    for (let i = 0; i < 7; i++) {
      const otherwise = `${' '.repeat(i)}${i % 2 ? code.toLowerCase() : code.replaceAll('-', ' ')}`
      await lookUpRequest(anybody, { code: otherwise, phone: '0912000112' }, '203.0.113.31')
    }
    expect(await lookUpRequest(anybody, { code, phone: '0912000111' }, '203.0.113.32')).toMatchObject({
      refusal: { code: 'too-many-requests' },
    })
  })

  test('a claim says nothing of another that waits, nor of an account that is there', async () => {
    const producer = await registered({ name: 'HTX Hai người nhận' })
    const before = await findClaimed(anybody, producer.id)
    const first = await letIn(producer.id, { kind: 'cooperative', taxCode: '2100624710' })
    expect(first.invitation).not.toBeNull()
    expect(await findClaimed(anybody, producer.id)).toEqual(before)
    const second = await aRequest(anybody, { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' })
    const told = await followRequest(anybody, second.code, second.secret)
    expect(JSON.stringify(told)).not.toContain('Thạch Thị Sáu"' + first.login)
    expect(told).toMatchObject({ status: 'received', answer: null })
  })

  test('a producer that is not in the public register cannot be claimed, nor is it known to be there', async () => {
    const { actor } = await enter((await letIn(null, { name: 'Hộ Chưa công nhận' })).invitation!.secret)
    const own = (await producerOfActor({ db, actor }))!
    expect((await findOwn(anybody, 'chua cong nhan')).map(({ id }) => id)).not.toContain(own.id)
    await expect(fileRequest(anybody, typed({ producerId: own.id }), aPaper(), '203.0.113.40')).rejects.toThrow('No such producer')
  })
})

describe('two claims, a wrong one, and another representative', () => {
  test('of two claims to one producer neither wins by being first: both are shown, and what becomes of the other is said with the yes', async () => {
    const producer = await registered({ name: 'HTX Tranh nhau' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' }
    const first = await aRequest(anybody, { ...claim, representative: 'Người Thứ Nhất' })
    const second = await aRequest(anybody, { ...claim, representative: 'Người Thứ Hai' })
    const shown = await findRequest(commune, second.requestId)
    expect(shown.others).toMatchObject([{ id: first.requestId, representative: 'Người Thứ Nhất' }])
    expect(await confirm(commune, second.requestId)).toEqual({ ok: false, refusal: { code: 'others-undecided', count: 1 } })
    expect(await confirm(commune, second.requestId, { others: 'refuse', otherIds: [first.requestId] })).toMatchObject({ ok: true })
    expect(await followRequest(anybody, first.code, first.secret)).toMatchObject({
      status: 'refused',
      answer: expect.stringContaining('giấy tờ'),
    })
    expect((await producerFile({ db, actor: system('test') }, producer.id)).representative).toBe('Người Thứ Hai')
  })

  test('a claim that the officer never saw is not refused with those on the page, and nothing is confirmed until it was seen', async () => {
    const producer = await registered({ name: 'HTX Đến sau' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' }
    const [chosen, seen] = [await aRequest(anybody, claim), await aRequest(anybody, claim)]
    const late = await aRequest(anybody, claim)
    const page = { others: 'refuse' as const, otherIds: [seen.requestId] }
    expect(await confirm(commune, chosen.requestId, page)).toEqual({ ok: false, refusal: { code: 'others-undecided', count: 2 } })
    for (const one of [chosen, seen, late])
      expect(await followRequest(anybody, one.code, one.secret)).toMatchObject({ status: 'received', answer: null })
  })

  test('a claim that is withdrawn while another is confirmed stays withdrawn', async () => {
    const producer = await registered({ name: 'HTX Rút kịp' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' }
    const [chosen, other] = [await aRequest(anybody, claim), await aRequest(anybody, claim)]
    const client = await owner.pool.connect()
    try {
      await client.query('begin')
      await client.query("update producer_request set status = 'withdrawn' where id = $1", [other.requestId])
      const confirming = confirm(commune, chosen.requestId, { others: 'refuse', otherIds: [other.requestId] })
      await vi.waitUntil(
        async () =>
          (await owner.pool.query("select from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%producer_request%'"))
            .rowCount,
        { timeout: 20_000 },
      )
      await client.query('commit')
      expect(await confirming).toMatchObject({ ok: true })
    } finally {
      client.release()
    }
    expect(await followRequest(anybody, other.code, other.secret)).toMatchObject({ status: 'withdrawn', answer: null })
  })

  test('a wrong claim that is taken back ends the way in at the next request; what was written stays, and the right person comes in', async () => {
    const producer = await registered({ name: 'HTX Nhầm người' })
    const wrong = await letIn(producer.id, { kind: 'cooperative', taxCode: '2100624710', representative: 'Kẻ Nhận Nhầm' })
    const browser = await enter(wrong.invitation!.secret)
    expect(await producerOfActor({ db, actor: browser.actor })).toMatchObject({ id: producer.id })
    const { version } = await findRequest(commune, wrong.request.requestId)
    const taken = await takeBackRequest(commune, { requestId: wrong.request.requestId, version, words: 'Xác nhận nhầm người cùng tên.' })
    expect(taken).toMatchObject({ ok: true })
    const after = await browser.again()
    expect(after).toMatchObject({ memberships: [] })
    expect(await producerOfActor({ db, actor: after })).toBeUndefined()
    const { steps, due } = await findRequest(commune, wrong.request.requestId)
    // What was answered is due no more.
    expect(due).toBeNull()
    expect(steps.map(({ act }) => act)).toEqual(['file', 'confirm', 'take-back'])
    const right = await letIn(producer.id, { kind: 'cooperative', taxCode: '2100624710', representative: 'Người Đúng' })
    const { actor } = await enter(right.invitation!.secret)
    expect(await producerOfActor({ db, actor })).toMatchObject({ id: producer.id, representative: 'Người Đúng' })
  })

  test('a yes that is taken back leaves nothing of the wrong person on the producer: its file says what it said before', async () => {
    const before = { representative: 'Người Đứng Tên', phone: '0294111222', email: null, address: 'Ấp Chợ', kind: 'unknown' as const }
    const producer = await registered({ name: 'HTX Còn nguyên', ...before, taxCode: '2100624710' })
    const within = { db, actor: system('test') }
    const fileOf = async () => {
      const { version: _, ...file } = await producerFile(within, producer.id)
      return { ...file, ...(await producerNumbers(within, producer.id)) }
    }
    const stood = await fileOf()
    const wrong = {
      representative: 'Kẻ Nhận Nhầm',
      phone: '0944000111',
      email: 'nham@vidu.vn',
      registrationNo: '58A8019283',
      address: 'Nơi khác',
    }
    const request = await aRequest(anybody, {
      producerId: producer.id,
      name: 'HTX Tên lạ',
      kind: 'cooperative',
      ...wrong,
      taxCode: '0100109106',
    })
    const confirmed = await confirm(commune, request.requestId, { take: true })
    const browser = await enter(confirmed.ok ? confirmed.value.invitation!.secret : '')
    const { version } = await producerFile(within, producer.id)
    const rest = { ...fileFields, name: 'HTX Tên lạ', kind: 'cooperative' as const, taxCode: '0100109106', registrationNo: '58A8019283' }
    const own = { ...rest, producerId: producer.id, version, phone: '0944000999', about: 'Lời của kẻ nhận nhầm.' }
    expect(await updateProducer(as(browser.actor, monday), own)).toMatchObject({ ok: true })
    expect(await fileOf()).toMatchObject({ name: 'HTX Tên lạ', phone: '0944000999', taxCode: '0100109106' })
    await takeBack(request.requestId)
    expect(await fileOf()).toEqual(stood)
    const shown = await findProducer({ db, actor: visitor }, producer.id)
    expect(shown).toMatchObject({ name: 'HTX Còn nguyên', past: [] })
    expect((await findOwn(anybody, 'htx ten la')).map(({ id }) => id)).not.toContain(producer.id)
  })

  test('taking back a wrong yes lets those work again whose role it ended, and keeps what they or a later yes wrote', async () => {
    const producer = await registered({ name: 'HTX Đuổi nhầm' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' }
    const right = await letIn(producer.id, { ...claim, representative: 'Người Đúng', phone: '0955000111' })
    const browser = await enter(right.invitation!.secret)
    const wrong = await aRequest(anybody, { ...claim, representative: 'Người Sai', phone: '0955000222', address: 'Ấp Sai' })
    expect(await confirm(commune, wrong.requestId, { holders: 'end' })).toMatchObject({ ok: true })
    const third = await aRequest(anybody, { ...claim, representative: 'Người Thêm', phone: '0955000333', address: '' })
    expect(await confirm(commune, third.requestId, { holders: 'beside' })).toMatchObject({ ok: true })
    expect(await browser.again()).toMatchObject({ memberships: [] })
    await takeBack(wrong.requestId)
    const file = () => producerFile({ db, actor: system('test') }, producer.id)
    expect(await producerOfActor({ db, actor: await browser.again() })).toMatchObject({ id: producer.id })
    expect(await file()).toMatchObject({ representative: 'Người Thêm', phone: '0955000333', address: 'Ấp 3' })
    // The third had found the wrong person's file: it gives back the right one's.
    await takeBack(third.requestId)
    expect(await file()).toMatchObject({ representative: 'Người Đúng', phone: '0955000111', address: 'Ấp 3' })
    expect(await producerOfActor({ db, actor: await browser.again() })).toMatchObject({ id: producer.id })
  })

  test('who asked twice for the same producer keeps the role of the first yes when the second is taken back', async () => {
    const producer = await registered({ name: 'HTX Hai lần' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710', phone: '0955000444' }
    const browser = await enter((await letIn(producer.id, claim)).invitation!.secret)
    const second = await aRequest(anybody, claim)
    expect(await confirm(commune, second.requestId, { holders: 'beside' })).toMatchObject({ ok: true })
    await takeBack(second.requestId)
    expect(await producerOfActor({ db, actor: await browser.again() })).toMatchObject({ id: producer.id })
  })

  test('a new producer whose yes is taken back stays with its organisation, without the number of the wrong person', async () => {
    const { request } = await letIn(null, { name: 'Hộ Đăng ký nhầm', phone: '0955000555' })
    const { rows } = await owner.pool.query<{ producer_id: ProducerId; organisation_id: string }>(
      'select producer_id, organisation_id from producer_request where id = $1',
      [request.requestId],
    )
    await takeBack(request.requestId)
    expect(await producerFile({ db, actor: system('test') }, rows[0]!.producer_id)).toMatchObject({
      organisationId: rows[0]!.organisation_id,
      representative: null,
      phone: null,
    })
  })

  test('another representative comes in by a claim: the old one’s role ends, or both work side by side, as the officer says', async () => {
    const producer = await registered({ name: 'HTX Đổi người' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710' }
    const old = await enter((await letIn(producer.id, { ...claim, representative: 'Người Cũ' })).invitation!.secret)
    const next = await aRequest(anybody, { ...claim, representative: 'Người Mới' })
    expect(await confirm(commune, next.requestId)).toEqual({ ok: false, refusal: { code: 'holders-undecided', names: ['Người Cũ'] } })
    const both = await confirm(commune, next.requestId, { holders: 'beside' })
    const second = await enter(both.ok ? both.value.invitation!.secret : '')
    expect(await producerOfActor({ db, actor: await old.again() })).toMatchObject({ id: producer.id })
    expect(await producerOfActor({ db, actor: second.actor })).toMatchObject({ id: producer.id })
    const third = await aRequest(anybody, { ...claim, representative: 'Người Thay' })
    const only = await confirm(commune, third.requestId, { holders: 'end' })
    expect(only).toMatchObject({ ok: true })
    expect(await old.again()).toMatchObject({ memberships: [] })
    expect(await second.again()).toMatchObject({ memberships: [] })
    expect(await producerOfActor({ db, actor: (await enter(only.ok ? only.value.invitation!.secret : '')).actor })).toMatchObject({
      id: producer.id,
    })
  })

  test('a number whose owner works for another producer is refused before anything is written', async () => {
    const first = await registered({ name: 'HTX Của tôi' })
    const second = await registered({ name: 'HTX Cũng của tôi' })
    const claim = { kind: 'cooperative', taxCode: '2100624710', phone: '0933000222' }
    await letIn(first.id, claim)
    const { requestId } = await aRequest(anybody, { ...claim, producerId: second.id })
    expect(await confirm(commune, requestId)).toEqual({ ok: false, refusal: { code: 'works-for-producer' } })
    expect((await producerFile({ db, actor: system('test') }, second.id)).organisationId).toBeNull()
    expect(await findRequest(commune, requestId)).toMatchObject({ status: 'received' })
  })

  test('the officer is told the login that the account has: where it was found by e-mail, not the number that nobody signs in with', async () => {
    const producer = await registered({ name: 'HTX Có thư' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710', email: 'co.thu@vidu.vn' }
    const known = await inTransaction({ db }, (tx) => aPerson(tx, { role: 'leader', email: claim.email }))
    await owner.pool.query('update auth_account set password = null where user_id = $1', [known.userId])
    const request = await aRequest(anybody, { ...claim, phone: '0966000111' })
    // The account of a leader who has chosen no password: its invitation is its own office's, and no slip of a commune opens it.
    expect(await confirm(commune, request.requestId)).toMatchObject({
      ok: true,
      value: { account: 'invited-elsewhere', login: 'co.thu@vidu.vn', invitation: null },
    })
    expect(await findOrganisationPeople(producer.id)).toEqual([known.userId])
  })

  test('who was let in and never chose a password gets a new slip with the next yes, and the first one opens nothing more', async () => {
    const producer = await registered({ name: 'HTX Mất giấy mời' })
    const claim = { producerId: producer.id, kind: 'cooperative', taxCode: '2100624710', phone: '0966000222' }
    const first = await letIn(producer.id, claim)
    const again = await aRequest(anybody, claim)
    const confirmed = await confirm(commune, again.requestId, { holders: 'beside' })
    expect(confirmed).toMatchObject({ ok: true, value: { account: 'invited', login: '0966000222' } })
    await expect(enter(first.invitation!.secret)).rejects.toThrow('refused')
    const { actor } = await enter(confirmed.ok ? confirmed.value.invitation!.secret : '')
    expect(await producerOfActor({ db, actor })).toMatchObject({ id: producer.id })
    // Who has a password keeps it, and gets no slip.
    const third = await aRequest(anybody, claim)
    expect(await confirm(commune, third.requestId, { holders: 'beside' })).toMatchObject({
      value: { account: 'known', invitation: null },
    })
  })

  test('two officers who confirm the same request at once make one account', async () => {
    const { requestId } = await aRequest(anybody)
    const both = await Promise.all([confirm(commune, requestId), confirm(province, requestId)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'wrong-status' } })
  })

  test('what the commune asks for comes back with words and another paper, and waits again', async () => {
    const { requestId, code, secret } = await aRequest(anybody)
    const words = 'Chụp lại giấy đăng ký cho rõ.'
    expect(await askForMore(commune, { requestId, version: 1, words })).toMatchObject({ ok: true })
    expect(await followRequest(anybody, code, secret)).toMatchObject({ status: 'asked', answer: words, may: { supplement: true } })
    expect(await askForMore(commune, { requestId, version: 2, words })).toMatchObject({
      refusal: { code: 'wrong-status', status: 'asked' },
    })
    const given = { code, secret, note: 'Đã chụp lại.' }
    expect(await supplementRequest(anybody, given, aPaper(), '203.0.113.50')).toMatchObject({ ok: true })
    expect(await confirmRequest(commune, { requestId, version: 1, take: false, otherIds: [] })).toMatchObject({
      refusal: { code: 'changed-elsewhere' },
    })
    expect((await findRequest(commune, requestId)).steps.map(({ act }) => act)).toEqual(['file', 'ask', 'supplement'])
  })
})

describe('on behalf', () => {
  test('an officer files for a producer without telephone; both names stand in the record, and who filed does not confirm', async () => {
    const filed = await fileRequestFor(commune, typed({ name: 'Hộ Sơn Thị Út', representative: 'Sơn Thị Út', phone: '' }), aPaper())
    const { requestId } = filed.ok ? filed.value : { requestId: 'jrq_' as const }
    expect(await findRequest(commune, requestId)).toMatchObject({
      onBehalf: true,
      filedByName: 'Trần Cán Bộ',
      representative: 'Sơn Thị Út',
      steps: [{ act: 'file-for', byName: 'Trần Cán Bộ' }],
    })
    expect(await confirm(commune, requestId)).toEqual({ ok: false, refusal: { code: 'filed-by-you' } })
    const waits = async (ctx: Ctx) => (await requestsWaiting(ctx)).some(({ id }) => id === requestId)
    expect([await waits(commune), await waits(colleague), await waits(province)]).toEqual([false, true, true])
    expect(await confirm(colleague, requestId)).toMatchObject({ ok: true, value: { account: 'slip', invitation: null } })
    await expect(fileRequestFor(elsewhere, typed({ phone: '' }), aPaper())).rejects.toThrow('No such producer-request')
  })
})

describe('a recognised producer changes by request', () => {
  test('a household becomes a company: the producer stays, its former name and form stay on file, and its page says so', async () => {
    const producer = await registered({ name: 'Hộ Sokha', kind: 'household' })
    const { invitation } = await letIn(producer.id, { name: 'Hộ Sokha' })
    const { actor } = await enter(invitation!.secret)
    const own = as(actor, monday)
    const file = await producerFile(own, producer.id)
    const form = { ...fileFields, producerId: producer.id, version: file.version, name: 'Hộ Sokha', kind: 'household' as const }
    expect(await updateProducer(own, { ...form, name: 'Công ty Sokha' })).toMatchObject({ refusal: { code: 'by-request' } })
    expect(await updateProducer(own, { ...form, kind: 'company' })).toMatchObject({ refusal: { code: 'by-request' } })
    expect(await updateProducer(own, { ...form, communeCode: '29308' })).toMatchObject({ refusal: { code: 'by-request' } })
    expect(await updateProducer(own, { ...form, taxCode: '2100624710' })).toMatchObject({ refusal: { code: 'by-request' } })
    expect(await updateProducer(own, { ...form, about: 'Nhà ba đời làm mật hoa.' })).toMatchObject({ ok: true })

    const change = {
      name: 'Công ty TNHH Sokha',
      kind: 'company' as const,
      taxCode: '2100624710',
      registrationNo: null,
      communeCode: '29431',
      note: 'Đã lập công ty.',
    }
    const asked = await askChange(own, producer.id, { ...change, requestKey: newId('key') }, aPaper())
    expect(asked).toMatchObject({ ok: true })
    expect(await askChange(own, producer.id, { ...change, name: 'Khác nữa', requestKey: newId('key') }, aPaper())).toMatchObject({
      refusal: { code: 'change-waits' },
    })
    const { requestId } = asked.ok ? asked.value : { requestId: 'jrq_' as const }
    await expect(confirm(elsewhere, requestId)).rejects.toThrow('No such producer-request')
    expect(await confirm(commune, requestId)).toMatchObject({ ok: true, value: { account: 'untouched', invitation: null } })
    const shown = await findProducer({ db, actor: visitor }, producer.id)
    expect(shown).toMatchObject({
      name: 'Công ty TNHH Sokha',
      kind: 'company',
      past: [{ name: 'Hộ Sokha', kind: 'household', until: '2026-11-23' }],
      products: [{ stars: 4, standing: 'certified' }],
    })
    // Its organisation is called as it is, so that papers and lists of people say one name.
    const { rows: organisations } = await owner.pool.query<{ name: string }>(
      'select o.name from organisation o join producer p on p.organisation_id = o.id where p.id = $1',
      [producer.id],
    )
    expect(organisations).toEqual([{ name: 'Công ty TNHH Sokha' }])
    const { entries } = await listAuditEntries(as(someoneWith('administrator')), {
      subjectType: 'producer-request',
      subjectId: requestId,
      page: 1,
    } as never)
    expect(entries.map(({ action }) => action)).toContain('producer-request.confirmed')
    expect(JSON.stringify(entries)).toContain('Hộ Sokha')
    expect(JSON.stringify(entries)).not.toContain('2100624710')
  })
})

test('two changes of one producer that are asked for in the same moment are one request', async () => {
  const producer = await registered({ name: 'Hộ Hai cửa sổ', kind: 'household' })
  const { actor } = await enter((await letIn(producer.id, { name: 'Hộ Hai cửa sổ' })).invitation!.secret)
  const change = { kind: 'household' as const, taxCode: null, registrationNo: null, communeCode: '29431', note: null }
  const ask = (name: string) => askChange(as(actor, monday), producer.id, { ...change, name, requestKey: newId('key') }, aPaper())
  const both = await Promise.all([ask('Hộ Tên một'), ask('Hộ Tên hai')])
  const kept = both.find(({ ok }) => ok)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'change-waits', requestCode: kept?.ok ? kept.value.code : '' } })
})

test('who asked and did not get it is forgotten after the term, with the words and the paper', async () => {
  const { requestId } = await aRequest(anybody, { representative: 'Phan Văn Quên', phone: '0977000333', name: 'Hộ Phan Văn Quên' })
  await refuseRequest(commune, { requestId, version: 1, words: 'Phan Văn Quên không phải người của cơ sở.' })
  expect(await inTransaction({ db }, (tx) => forgetRequests(tx, new Date('2026-11-22T00:00:00Z')))).toBe(0)
  expect(await inTransaction({ db }, (tx) => forgetRequests(tx, new Date('2026-11-24T00:00:00Z')))).toBeGreaterThan(0)
  const { rows } = await owner.pool.query(
    'select r.*, s.words, s.by_name from producer_request r join producer_request_step s on s.request_id = r.id where id = $1',
    [requestId],
  )
  expect(JSON.stringify(rows)).not.toMatch(/Quên|0977000333/)
  expect(rows[0]).toMatchObject({ paper_file_hash: null, status: 'refused' })
})

const fileFields = {
  taxCode: '084085001234',
  registrationNo: null,
  representative: null,
  communeCode: '29431',
  address: null,
  phone: null,
  email: null,
  about: null,
}
