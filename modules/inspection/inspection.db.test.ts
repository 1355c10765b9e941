import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import type { Actor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { drawAll } from '../papers/fixtures.ts'
import { aFinding, aFinishedInspection, aProof, aSheet, anInspection, anOrder } from './fixtures.ts'
import {
  acceptMending,
  answerProduction,
  approvePlan,
  assignInspection,
  attendInspection,
  chooseForPlan,
  findInspection,
  findPlan,
  finishInspection,
  listInspections,
  listProduction,
  mendFinding,
  noteFinding,
  openInspectionPhoto,
  openPlan,
  openProof,
  orderInspection,
  photographInspection,
  sendMendingBack,
  writeSheet,
} from './index.ts'
import { openList } from '../open-list.ts'
import { aLot } from '../traceability/fixtures.ts'
import { printLabels } from '../traceability/index.ts'
import { markUseList } from './lists.ts'
import { inspectionMessages } from './messages.ts'
import { inspectionPapers, inspectionPlanPapers } from './papers.ts'
import { inspectionWaiting } from './waiting.ts'

const { db, as } = await testDatabase<Tables>()
const now = '2026-11-23T09:00:00+07:00'
const office = someoneWith('provincial-officer')
const base = as(office, now)
let people: Record<'owner' | 'rival' | 'officer' | 'stranger' | 'adviser', Actor & { userId: `usr_${string}`; name: string }>
let producerId: Awaited<ReturnType<typeof aProducer>>['id']
const aCertified = (name: string, standing: Parameters<typeof aProduct>[1] = {}) =>
  inTransaction(base, (tx) => aProduct(tx, { producerId, name, standing: {}, ...standing }))

beforeAll(async () => {
  await inTransaction({ db }, async (tx) => {
    await loadLaw(tx)
    const since = new Date('2026-11-01T00:00:00Z')
    const owner = await aPerson(tx, { now: since })
    const officer = await aPerson(tx, { now: since, role: 'commune-officer', communeCode: '29431', name: 'Lê Cán Bộ' })
    people = {
      owner,
      officer,
      rival: await aPerson(tx, { now: since }),
      stranger: await aPerson(tx, { now: since, role: 'commune-officer', communeCode: '29308' }),
      adviser: await aPerson(tx, { now: since, role: 'advisory-member', name: 'Trần Tư Vấn' }),
    }
    producerId = (await aProducer(tx, { organisationId: owner.memberships[0]!.organisationId })).id
  })
})

const viewOf = (actor: Actor, id: Parameters<typeof findInspection>[1], at = now) => findInspection(as(actor, at), id)
const notThere = { name: 'NotFound' }

describe('the plan of a year', () => {
  test('proposes what the rule of the day speaks for, and holds what the office chooses, with its grounds', async () => {
    const ended = await aCertified('Rượu dừa nước', { standing: { certifiedFrom: '2023-09-30', certifiedUntil: '2026-09-30' } })
    const quiet = await aCertified('Bánh tráng')
    await openPlan(base, { year: 2026 })
    const plan = await findPlan(base, 2026)
    const choices = Object.fromEntries(plan.candidates.map(({ productName, choice }) => [productName, choice]))
    expect(choices).toMatchObject({ 'Rượu dừa nước': 'chosen', 'Bánh tráng': 'left-out' })
    await chooseForPlan(base, { year: 2026, productId: quiet.id, chosen: true })
    await chooseForPlan(base, { year: 2026, productId: ended.id, chosen: false })

    const approved = await approvePlan(base, { year: 2026, number: '45/KH-SNNMT', approvedOn: '2026-11-20', signer: 'Lê Giám Đốc' })
    expect(approved).toEqual({ ok: true, value: { visits: 1 } })
    const visits = (await listInspections(base)).filter(({ planYear }) => planYear === 2026)
    expect(visits).toMatchObject([{ productName: 'Bánh tráng', status: 'planned', dueOn: '2026-12-31', grounds: [{ ground: 'long-ago' }] }])
    expect(visits[0]!.code).toMatch(/^HK-2026-\d{3}$/)
    // What was signed is not changed.
    expect(await chooseForPlan(base, { year: 2026, productId: ended.id, chosen: true })).toMatchObject({
      refusal: { code: 'plan-approved' },
    })
    expect(await openPlan(base, { year: 2026 })).toMatchObject({ ok: true })
    expect((await findPlan(base, 2026)).plan?.status).toBe('approved')
  })

  test('is not approved with nothing in it, nor on a day that has not come', async () => {
    await openPlan(base, { year: 2030 })
    const approve = (approvedOn: string) => approvePlan(base, { year: 2030, number: '1/KH', approvedOn, signer: null })
    expect(await approve('2026-11-24')).toMatchObject({ refusal: { code: 'approved-in-future' } })
    for (const { productId } of (await findPlan(base, 2030)).chosen) await chooseForPlan(base, { year: 2030, productId, chosen: false })
    expect(await approve('2026-11-23')).toMatchObject({ refusal: { code: 'plan-empty' } })
  })

  test('is a paper without faults, with what stands in it', async () => {
    const view = await findPlan(base, 2026)
    for (const { faults } of await drawAll(base, inspectionPlanPapers, view)) expect(faults).toEqual([])
  })
})

describe('a visit', () => {
  test('is one at a time of a product, however often its form is sent', async () => {
    const product = await aCertified('Kẹo dừa')
    const order = anOrder(product.id)
    const [first, again] = [await orderInspection(base, order), await orderInspection(base, order)]
    expect(first).toMatchObject({ ok: true })
    expect(again).toEqual(first)
    expect(await orderInspection(base, anOrder(product.id))).toMatchObject({ refusal: { code: 'inspection-open' } })
    const draft = await inTransaction(base, (tx) => aProduct(tx, { producerId, name: 'Chưa công nhận' }))
    expect(await orderInspection(base, anOrder(draft.id))).toMatchObject({ refusal: { code: 'never-recognised' } })
  })

  test('given to an adviser is read and written by that adviser alone, joined by its own commune, and seen by the producer only once it is over', async () => {
    const product = await aCertified('Đường dừa')
    const inspectionId = await anInspection(base, product.id)
    const { owner, rival, officer, stranger, adviser } = people
    await expect(viewOf(adviser, inspectionId)).rejects.toMatchObject(notThere)
    expect(await assignInspection(base, { inspectionId, inspectorId: officer.userId })).toMatchObject({
      refusal: { code: 'not-an-inspector' },
    })
    await assignInspection(base, { inspectionId, inspectorId: adviser.userId })
    expect((await viewOf(adviser, inspectionId)).may.write).toBe(true)
    await attendInspection(as(officer, now), { inspectionId })
    for (const nobody of [owner, rival, stranger]) await expect(viewOf(nobody, inspectionId)).rejects.toMatchObject(notThere)

    const { version } = (await viewOf(adviser, inspectionId)).inspection
    expect(await writeSheet(as(adviser, now), aSheet(inspectionId, version))).toMatchObject({ ok: true })
    // Somebody who opened the page before writes over nothing.
    expect(await writeSheet(base, aSheet(inspectionId, version))).toMatchObject({ refusal: { code: 'changed-elsewhere' } })
    const later = (await viewOf(adviser, inspectionId)).inspection
    expect(later).toMatchObject({ attendedByName: 'Lê Cán Bộ', met: 'Thạch Thị Sáu, giám đốc', status: 'under-way' })
    expect(await finishInspection(as(adviser, now), { inspectionId, version: later.version })).toMatchObject({ ok: true })
    expect((await viewOf(owner, inspectionId)).inspection.status).toBe('visited')
    for (const nobody of [rival, stranger]) await expect(viewOf(nobody, inspectionId)).rejects.toMatchObject(notThere)
    expect((await listInspections(as(owner, now))).map(({ id }) => id)).toContain(inspectionId)
    expect(await listInspections(as(rival, now))).toEqual([])
    expect(await listInspections(as(stranger, now))).toEqual([])
  })

  test('keeps photos with place and time and without what the camera hid in them, for its readers alone', async () => {
    const inspectionId = await anInspection(base, (await aCertified('Mứt dừa')).id)
    const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#486' } })
      .withExif({ IFD0: { Copyright: 'Bí mật' }, IFD3: { GPSLatitude: '9/1 56/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const form = { inspectionId, caption: 'Nhãn hộp', place: 'Ấp 3', takenAt: new Date('2026-11-23T01:00:00Z'), requestKey: newId('key') }
    const send = () => photographInspection(base, form, { content: new Uint8Array(photo), name: 'nhan.jpg' })
    expect(await send()).toMatchObject({ ok: true })
    expect(await send()).toMatchObject({ ok: true })
    const { photos } = await viewOf(office, inspectionId)
    expect(photos).toMatchObject([{ caption: 'Nhãn hộp', place: 'Ấp 3', takenAt: form.takenAt }])
    const opened = await openInspectionPhoto(base, inspectionId, photos[0]!.id)
    const bytes = Buffer.concat(await Array.fromAsync(opened.stream))
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    await expect(openInspectionPhoto(as(people.stranger, now), inspectionId, photos[0]!.id)).rejects.toMatchObject(notThere)
    expect(await photographInspection(base, { ...form, requestKey: newId('key') }, null)).toMatchObject({
      refusal: { code: 'photo-missing' },
    })
    const tomorrow = { ...form, requestKey: newId('key'), takenAt: new Date('2026-11-24T01:00:00Z') }
    expect(await photographInspection(base, tomorrow, { content: new Uint8Array(photo), name: 'a.jpg' })).toMatchObject({
      refusal: { code: 'taken-in-future' },
    })
  })

  test('is closed into minutes without faults on their pages', async () => {
    const { inspectionId } = await aFinishedInspection(base, (await aCertified('Dầu dừa')).id)
    const drawn = await drawAll(base, inspectionPapers, await viewOf(office, inspectionId))
    expect(drawn.map(({ kind }) => kind)).toEqual(['minutes'])
    for (const { faults, docx } of drawn) {
      expect(faults).toEqual([])
      expect(docx?.length).toBeGreaterThan(1000)
    }
  })

  test('gives a finding the days of its gravity where nobody sets others, and none that are over', async () => {
    const inspectionId = await anInspection(base, (await aCertified('Nước màu dừa')).id)
    // 60, 30 and 15 days from 23 November 2026: the platform's own rule `inspection.mending-days`.
    for (const gravity of ['minor', 'major', 'serious']) await noteFinding(base, aFinding(inspectionId, { gravity }))
    expect((await viewOf(office, inspectionId)).findings.map(({ gravity, dueOn }) => [gravity, dueOn])).toEqual([
      ['minor', '2027-01-22'],
      ['major', '2026-12-23'],
      ['serious', '2026-12-08'],
    ])
    expect(await noteFinding(base, aFinding(inspectionId, { dueOn: '2026-11-22' }))).toMatchObject({ refusal: { code: 'deadline-over' } })
  })
})

describe('a finding', () => {
  test('is mended with a proof that others do not see, sent back with a reason and a new day, mended again and accepted', async () => {
    const { owner, rival, stranger } = people
    const { inspectionId, findingId } = await aFinishedInspection(base, (await aCertified('Mật dừa')).id)
    const mend = (words: string) => mendFinding(as(owner, now), { findingId, words }, aProof())
    expect(await mendFinding(as(owner, now), { findingId, words: 'Đã in nhãn mới.' }, null)).toMatchObject({
      refusal: { code: 'proof-missing' },
    })
    await expect(mendFinding(as(rival, now), { findingId, words: 'Đã in nhãn mới.' }, aProof())).rejects.toMatchObject(notThere)
    expect(await mend('Đã in nhãn mới.')).toMatchObject({ ok: true })

    const version = async () => (await viewOf(office, inspectionId)).findings[0]!.version
    const back = { findingId, words: 'Ảnh không thấy hạn sử dụng.', dueOn: '2026-12-30' }
    expect(await sendMendingBack(base, { ...back, version: (await version()) - 1 })).toMatchObject({
      refusal: { code: 'changed-elsewhere' },
    })
    expect(await sendMendingBack(base, { ...back, version: await version() })).toMatchObject({ ok: true })
    expect((await viewOf(owner, inspectionId)).findings[0]).toMatchObject({ status: 'open', dueOn: '2026-12-30' })
    expect(await mend('Đã in lại, có hạn sử dụng.')).toMatchObject({ ok: true })
    expect(await acceptMending(base, { findingId, version: await version() })).toMatchObject({ ok: true })
    const [finding] = (await viewOf(owner, inspectionId)).findings
    expect(finding!.steps.map(({ act }) => act)).toEqual(['mend', 'send-back', 'mend', 'accept'])
    const of = { findingId, number: 1 }
    expect((await openProof(as(owner, now), inspectionId, of)).name).toBe('phieu-kiem-nghiem.pdf')
    for (const nobody of [rival, stranger]) await expect(openProof(as(nobody, now), inspectionId, of)).rejects.toMatchObject(notThere)
  })

  test('that was not mended in time is named on the office’s desk, and a withdrawal is to be thought of', async () => {
    const { inspectionId } = await aFinishedInspection(
      base,
      (await aCertified('Thạch dừa', { standing: { certificateCode: '9-86-29431-8-2026' } })).id,
      { dueOn: '2026-12-01' },
    )
    const late = '2026-12-02T09:00:00+07:00'
    const kinds = async (actor: Actor, at: string) =>
      Object.fromEntries((await inspectionWaiting(as(actor, at))).map(({ kind, count }) => [kind, count]))
    expect((await kinds(office, now))['mending-late']).toBeUndefined()
    expect((await kinds(office, late))['mending-late']).toBe(1)
    expect((await kinds(people.owner, late))['own-findings']).toBeGreaterThan(0)
    expect(await kinds(people.rival, late)).toEqual({})
    expect((await viewOf(office, inspectionId, now)).withdrawal).toBeNull()
    expect((await viewOf(office, inspectionId, late)).withdrawal).toMatchObject({
      certificateCode: '9-86-29431-8-2026',
      reason: 'law-broken',
      conclusion: { number: expect.stringMatching(/^\d{3}\/BB-HK$/), on: '2026-11-23' },
    })
    expect((await viewOf(people.owner, inspectionId, late)).withdrawal).toBeNull()
  })

  test('is told to the producer with how many there are and by when, and a clean visit otherwise', async () => {
    const { inspectionId } = await aFinishedInspection(base, (await aCertified('Bột dừa')).id)
    const event = { payload: { inspectionId }, actorId: 'usr_other' } as never
    const told = async (name: string) =>
      inspectionMessages.find((message) => message.name === name)!.tell(event, { db, now: new Date(now) })
    expect(await told('inspection.finished')).toMatchObject([
      { to: [people.owner.userId], values: { product: 'Bột dừa', findings: '1', due: '23/12/2026' } },
    ])
    expect(await told('inspection.finished-clean')).toEqual([])
  })
})

describe('whether it is still made', () => {
  test('a commune says of its own products, one or many at once, all or nothing, and the last answer of the year counts', async () => {
    const { officer, stranger } = people
    const products = [await aCertified('Chà bông'), await aCertified('Tương hột')]
    const ids = products.map(({ id }) => id)
    const answer = (actor: Actor, productId: typeof ids, said: 'producing' | 'stopped') =>
      answerProduction(as(actor, now), { productId, answer: said, note: null })
    await expect(answer(stranger, ids, 'producing')).rejects.toMatchObject(notThere)
    const elsewhere = await inTransaction(base, async (tx) => {
      const other = await aProducer(tx, { name: 'Hộ xã khác', communeCode: '29308' })
      return aProduct(tx, { producerId: other.id, name: 'Khô cá', standing: {} })
    })
    await expect(answer(officer, [...ids, elsewhere.id], 'producing')).rejects.toMatchObject(notThere)
    const said = async () => {
      const { products: listed } = await listProduction(as(officer, now))
      return ids.map((id) => listed.find((product) => product.id === id)?.said)
    }
    expect(await said()).toEqual(['none', 'none'])
    expect(await answer(officer, ids, 'producing')).toEqual({ answered: 2 })
    await answer(officer, [ids[0]!], 'stopped')
    expect(await said()).toEqual(['stopped', 'producing'])
    expect((await listProduction(as(officer, now))).products.some(({ id }) => id === elsewhere.id)).toBe(false)
  })

  test('waits on the commune’s desk in the season, on the office’s desk after its last day, and a stopped one speaks for a visit', async () => {
    const lines = async (actor: Actor, at: string) => (await inspectionWaiting(as(actor, at))).map(({ kind }) => kind)
    expect(await lines(people.officer, '2026-11-23T09:00:00+07:00')).toContain('production')
    expect(await lines(office, '2026-12-15T09:00:00+07:00')).not.toContain('production-silent')
    expect(await lines(office, '2026-12-16T09:00:00+07:00')).toContain('production-silent')
    expect(await lines(office, '2026-12-15T09:00:00+07:00')).toContain('production-stopped')
    const stopped = (await findPlan(base, 2027)).candidates.find(({ productName }) => productName === 'Chà bông')
    expect(stopped).toMatchObject({ choice: 'chosen', isProposed: true })
  })
})

test('labels stand in the log of the mark with what the certificate was worth on the day of printing, for the office, the commune and their producer', async () => {
  const { owner, officer, stranger } = people
  const product = await aCertified('Tôm khô', { netContent: '500 g' })
  await inTransaction(base, (tx) =>
    tx
      .insertInto('certificate')
      .values({
        id: newId('cer'),
        code: '9-86-29431-9-2026',
        product_id: product.id,
        product_name: 'Tôm khô',
        producer_name: 'Hợp tác xã Kim Hòa',
        stars: 3,
        status: 'active',
        issued_on: '2026-11-10',
        valid_until: '2029-11-10',
      })
      .execute(),
  )
  const print = async (at: string) => {
    const ctx = as(owner, at)
    const lot = await aLot(ctx, { productId: product.id, madeOn: at.slice(0, 10), expiresOn: '2027-11-01' })
    const form = { lotId: lot.lotId, layout: 'a4-3x8', count: 24, skip: 0, requestKey: newId('key') }
    expect(await printLabels(ctx, form, { origin: 'https://dacsan.vn' })).toMatchObject({ ok: true })
  }
  await print('2026-11-09T09:00:00+07:00')
  await print('2026-11-10T09:00:00+07:00')
  const log = async (actor: Actor) => {
    const { rows } = await openList(as(actor, now), markUseList, new URLSearchParams({ q: 'tom kho', sort: 'printedAt' }))
    return rows.map(({ mark, count }) => [mark, count])
  }
  const both = [
    ['none', 24],
    ['valid', 24],
  ]
  expect(await log(office)).toEqual(both)
  expect(await log(officer)).toEqual(both)
  expect(await log(owner)).toEqual(both)
  expect(await log(stranger)).toEqual([])
})
