import { NotFound } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordStanding, updateProductStory } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { countScan } from './count-scan.ts'
import { aLot, traceWorld, worldDay } from './fixtures.ts'
import {
  addDiaryEntry,
  answerDoubt,
  closeLot,
  scansWritten,
  findDoubt,
  findLot,
  findScan,
  followDoubt,
  isSellable,
  listDoubts,
  lockLots,
  lotsOfProducer,
  openDiaryPhoto,
  openLot,
  printLabels,
  proposeLots,
  recallLot,
  reopenLot,
  reportDoubt,
  takeUpDoubt,
  verdictsOf,
} from './index.ts'
import type { Scan } from './index.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
const site = { origin: 'https://dacsan.vn' }
const at = (actor: Actor, now: string = worldDay) => as(actor, now)
const producer = () => at(world.actors.producer)

beforeAll(async () => {
  world = await traceWorld(as)
})

async function scanOf(traceCode: string): Promise<Scan> {
  const answer = await findScan(as(visitor, worldDay), { traceCode })
  if (!answer.known) throw new Error(answer.reason)
  return answer.scan
}

describe('opening a lot', () => {
  test('the same form sent five times at once is one lot', async () => {
    const form = { productId: world.certified.id, number: 'CUNG-LUC', requestKey: newId('key') }
    const lots = await Promise.all(Array.from({ length: 5 }, () => aLot(producer(), form)))
    expect(new Set(lots.map(({ lotId }) => lotId)).size).toBe(1)
    const { count } = await db
      .selectFrom('lot')
      .where('number', '=', 'CUNG-LUC')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  test('two forms with one number are one lot and a refusal that names a free number', async () => {
    const form = { productId: world.certified.id, number: '261120-01' }
    await aLot(producer(), form)
    const second = await openLot(producer(), {
      ...form,
      number: '261120-01',
      madeOn: '2026-11-20',
      expiresOn: null,
      quantity: 1,
      unit: 'hũ',
      standards: null,
      requestKey: newId('key'),
    })
    expect(second).toEqual({ ok: false, refusal: { code: 'number-taken', number: '261120-01', free: '261120-02' } })
  })

  test('the next form knows the product made last, how long it keeps and the next number', async () => {
    await aLot(at(world.actors.rival), {
      productId: world.others.id,
      number: '261123-01',
      madeOn: '2026-11-23',
      expiresOn: '2026-12-03',
      quantity: 40,
      unit: 'cái',
    })
    const [proposal] = await proposeLots(at(world.actors.rival))
    expect(proposal).toMatchObject({
      productName: 'Bánh tét ba màu',
      number: '261123-02',
      madeOn: '2026-11-23',
      expiresOn: '2026-12-03',
      quantity: 40,
      unit: 'cái',
    })
  })

  test('a lot of somebody else’s product cannot be opened: the product is not found', async () => {
    await expect(aLot(at(world.actors.rival), { productId: world.certified.id })).rejects.toThrow(NotFound)
    await expect(aLot(at(world.actors.officer), { productId: world.certified.id })).rejects.toThrow(NotFound)
  })
})

describe('somebody else’s lot', () => {
  test('somebody else’s lot is not found by any act', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    for (const actor of [world.actors.rival, world.actors.buyer]) {
      const ctx = at(actor)
      await expect(findLot(ctx, lotId)).rejects.toThrow(NotFound)
      await expect(closeLot(ctx, { lotId })).rejects.toThrow(NotFound)
      await expect(reopenLot(ctx, { lotId })).rejects.toThrow(NotFound)
      await expect(recallLot(ctx, { lotId, reason: 'Không phải của tôi' })).rejects.toThrow(NotFound)
      await expect(printLabels(ctx, { lotId, layout: 'a4-3x8', count: 1, skip: 0, requestKey: newId('key') }, site)).rejects.toThrow(
        NotFound,
      )
    }
    await expect(
      addDiaryEntry(at(world.actors.rival), { lotId, kind: 'pack', text: '', requestKey: newId('key'), at: undefined }),
    ).rejects.toThrow(NotFound)
    await expect(findLot(at(visitor), lotId)).rejects.toThrow(NotFound)
    expect((await findLot(at(world.actors.officer), lotId)).status).toBe('open')
    expect((await lotsOfProducer(at(world.actors.rival))).map(({ id }) => id)).not.toContain(lotId)
  })

  test('the offices read a lot but do not close it, print its labels or write its diary', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    for (const actor of [world.actors.officer, world.actors.scientist]) {
      await expect(closeLot(at(actor), { lotId })).rejects.toThrow(NotFound)
      await expect(printLabels(at(actor), { lotId, layout: 'a4-3x8', count: 1, skip: 0, requestKey: newId('key') }, site)).rejects.toThrow(
        NotFound,
      )
    }
    await expect(recallLot(at(world.actors.buyer), { lotId, reason: 'Không có quyền' })).rejects.toThrow(NotFound)
  })
})

describe('a scan', () => {
  test('a scan of a code without GTIN gives the list of the law, as far as it is known', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.certified.id, number: 'DU-6-4', standards: 'TCVN 10393:2014' })
    const photo = new File(
      [
        await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      ],
      'a.png',
    )
    const written = await addDiaryEntry(
      producer(),
      { lotId, kind: 'harvest', at: new Date('2026-11-19T06:00:00+07:00'), text: 'Vườn ấp 1', requestKey: newId('key') },
      { photo },
    )
    expect(written.ok).toBe(true)

    const scan = await scanOf(traceCode.toLowerCase())
    expect(scan).toMatchObject({
      code: traceCode,
      product: { name: 'Mứt dừa sáp', netContent: '500 g', gtin: null },
      producer: {
        name: 'HTX Dừa sáp Cầu Kè',
        kind: 'cooperative',
        address: 'Ấp 1, xã Cầu Kè',
        taxCode: '2100000001',
        place: { communeCode: '29308', province: 'Tỉnh Vĩnh Long' },
      },
      lot: {
        number: 'DU-6-4',
        madeOn: '2026-11-20',
        expiresOn: '2027-05-20',
        quantity: 120,
        unit: 'hũ',
        status: 'open',
        standards: 'TCVN 10393:2014',
      },
      certificate: { state: 'certified', stars: 4, until: '2028-01-10', decisionNumber: null },
      diary: [{ kind: 'harvest', at: new Date('2026-11-19T06:00:00+07:00'), text: 'Vườn ấp 1' }],
      scans: null,
    })
    expect(scan.producer.place.commune).toMatch(/Cầu Kè/)
    expect(JSON.stringify(scan)).not.toContain('0900000001')

    const opened = await openDiaryPhoto({ db, files: producer().files }, traceCode, scan.diary[0]!.fileHash!)
    expect(opened.mediaType).toBe('image/jpeg')
    opened.stream.destroy()
    const { traceCode: otherCode } = await aLot(producer(), { productId: world.plain.id })
    await expect(openDiaryPhoto({ db, files: producer().files }, otherCode, scan.diary[0]!.fileHash!)).rejects.toThrow(NotFound)
  })

  test('a scan never shows where a household lives, nor its tax code', async () => {
    const { traceCode } = await aLot(at(world.actors.rival), { productId: world.others.id })
    const { producer } = await scanOf(traceCode)
    expect(producer).toMatchObject({ name: 'Cơ sở bánh tét Vinh Kim', address: null, taxCode: null, place: { communeCode: '29431' } })
  })

  test('a scan of a GTIN finds the lot whatever the capitals, and tells an unknown lot, number and code apart', async () => {
    const gtin = '08938501234568'
    const { number, lotId } = await aLot(producer(), { productId: world.certified.id, number: 'gtin-1' })
    const story = { description: null, story: null, netContent: '500 g', ingredients: null, storage: null, usageNote: null, brand: null }
    expect(
      await updateProductStory(producer(), { productId: world.certified.id, version: 1, ...story, gtin: gtin as never }),
    ).toMatchObject({ ok: true })
    expect(await findScan(as(visitor, worldDay), { gtin, lot: number.toUpperCase() })).toMatchObject({
      known: true,
      scan: { lot: { id: lotId }, product: { gtin } },
    })
    expect(await findScan(as(visitor, worldDay), { gtin })).toMatchObject({ known: true, scan: { lot: null } })
    expect(await findScan(as(visitor, worldDay), { gtin, lot: 'NEVER' })).toEqual({
      known: false,
      reason: 'unknown-lot',
      product: { name: 'Mứt dừa sáp', producer: 'HTX Dừa sáp Cầu Kè' },
      lotId: null,
    })
    expect(await findScan(as(visitor, worldDay), { gtin, lot: number, serial: '7' })).toMatchObject({
      known: false,
      reason: 'number-not-issued',
    })
    expect(await findScan(as(visitor, worldDay), { gtin: '08938501234575' })).toEqual({
      known: false,
      reason: 'unknown-code',
      product: null,
      lotId: null,
    })
  })

  test('C46: a scan of a code that was not issued is unknown, whether its check symbol fits or not', async () => {
    const invented = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
    for (const traceCode of [invented, `${invented.slice(0, 13)}${invented.endsWith('7') ? '8' : '7'}`, '', "'--"])
      expect(await findScan(as(visitor, worldDay), { traceCode })).toEqual({
        known: false,
        reason: 'unknown-code',
        product: null,
        lotId: null,
      })
  })

  test('scans are counted per day, by number alone', async () => {
    const { traceCode, lotId } = await aLot(producer(), { productId: world.plain.id })
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-22']) await countScan(at(visitor, `${day}T20:00:00+07:00`), traceCode)
    await Promise.all(Array.from({ length: 20 }, () => countScan(at(visitor), traceCode)))
    expect((await scanOf(traceCode)).scans).toEqual({ count: 23, firstOn: '2026-11-21' })
    expect((await findLot(producer(), lotId)).scans).toEqual({ count: 23, firstOn: '2026-11-21' })
    const rows = await db.selectFrom('scan_count').where('code', '=', traceCode).selectAll().execute()
    expect(rows.map((row) => Object.keys(row).toSorted())).toEqual(rows.map(() => ['code', 'count', 'day']))
  })

  test('scans that arrive while others are written are counted, each under its own code and day', async () => {
    const codes = [
      (await aLot(producer(), { productId: world.plain.id })).traceCode,
      (await aLot(producer(), { productId: world.plain.id })).traceCode,
    ]
    for (let n = 0; n < 30; n++) for (const code of codes.slice(n % 3 === 0 ? 0 : 1)) void countScan(at(visitor), code)
    await scansWritten(db)
    expect((await scanOf(codes[0]!)).scans?.count).toBe(10)
    expect((await scanOf(codes[1]!)).scans?.count).toBe(30)
  })

  test('a scan shows the certificate as the decisions of its day leave it', async () => {
    const { traceCode } = await aLot(producer(), { productId: world.plain.id })
    const verdict = async () => {
      const { lot, certificate } = await scanOf(traceCode)
      return verdictsOf({ lot, certificate: certificate.state }, '2026-11-23')[0]
    }
    const standing = {
      productId: world.plain.id,
      potentialFive: false,
      certificateCode: null,
      certifiedFrom: '2026-01-01',
      certifiedUntil: '2029-01-01',
    }
    expect(await verdict()).toBe('not-certified')
    await inTransaction(at(system('test')), (tx) => recordStanding(tx, { ...standing, standing: 'certified', stars: 3 }))
    expect(await verdict()).toBe('certified')
    await inTransaction(at(system('test')), (tx) => recordStanding(tx, { ...standing, standing: 'withdrawn', stars: 3 }))
    expect(await verdict()).toBe('certificate-withdrawn')
  })
})

describe('the diary', () => {
  test('a diary entry is never changed or deleted, not even by hand in the database', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const entry = { lotId, kind: 'pack', at: undefined, text: 'Đóng 120 hũ', requestKey: newId('key') } as const
    const first = await addDiaryEntry(producer(), entry)
    expect(await addDiaryEntry(producer(), entry)).toEqual(first)
    expect((await findLot(producer(), lotId)).diary).toHaveLength(1)
    await expect(db.updateTable('diary_entry').set({ text: 'khác' }).where('lot_id', '=', lotId).execute()).rejects.toThrow()
    await expect(db.deleteFrom('diary_entry').where('lot_id', '=', lotId).execute()).rejects.toThrow()
  })

  test('the diary takes no file that only claims to be a photo', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const script = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'a.jpg', { type: 'image/jpeg' })
    const refused = await addDiaryEntry(
      producer(),
      { lotId, kind: 'check', at: undefined, text: '', requestKey: newId('key') },
      { photo: script },
    )
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'file-type-refused' } })
    expect((await findLot(producer(), lotId)).diary).toEqual([])
  })

  test('C38: the diary keeps any text as it was typed', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.plain.id })
    const text = `<script>alert('x')</script> Robert'); drop table lot;-- ${'\u202e'}លា 🥥`
    await addDiaryEntry(producer(), { lotId, kind: 'check', at: undefined, text, requestKey: newId('key') })
    expect((await scanOf(traceCode)).diary[0]!.text).toBe(text)
  })
})

describe('a recall', () => {
  test('a recall shows at once, ends the sale and is published with its reason', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.certified.id })
    const onSale = async () => {
      const lots = await db.transaction().execute((tx) => lockLots(tx, { lotIds: [lotId] }))
      return lots.filter((lot) => isSellable(lot, '2026-11-23')).map(({ id }) => id)
    }
    expect(await onSale()).toContain(lotId)
    expect(await recallLot(at(world.actors.officer), { lotId, reason: 'Phát hiện nấm mốc' })).toMatchObject({ ok: true })
    expect(await onSale()).not.toContain(lotId)
    const scan = await scanOf(traceCode)
    expect(scan.lot).toMatchObject({ status: 'recalled', recallReason: 'Phát hiện nấm mốc', recalledAt: new Date(worldDay) })
    expect(await recallLot(producer(), { lotId, reason: 'Lần nữa' })).toEqual({
      ok: false,
      refusal: { code: 'already-recalled', status: 'recalled' },
    })
    expect(await reopenLot(producer(), { lotId })).toMatchObject({ ok: false, refusal: { code: 'lot-not-in-status' } })
    const event = await db.selectFrom('event').where('type', '=', 'lot.recalled').selectAll().executeTakeFirstOrThrow()
    expect(event.payload).toMatchObject({ lotId, by: 'officer', reason: 'Phát hiện nấm mốc' })
    const audited = await db.selectFrom('audit_entry').where('subject_id', '=', lotId).select('action').orderBy('seq').execute()
    expect(audited.map(({ action }) => action)).toEqual(['lot.opened', 'lot.recalled'])
  })

  test('C25: a recall waits for a sale that holds the lot, and a sale that waits for a change sees it', async () => {
    const lot = await aLot(producer(), { productId: world.plain.id })
    const order: string[] = []
    let recall: Promise<unknown> = Promise.resolve()
    await db.transaction().execute(async (tx) => {
      await lockLots(tx, { lotIds: [lot.lotId] })
      recall = recallLot(producer(), { lotId: lot.lotId, reason: 'Nắp không kín' }).then(() => order.push('recalled'))
      // A second sale of the same lot is not kept waiting.
      await db.transaction().execute((other) => lockLots(other, { lotIds: [lot.lotId] }))
      await expect.poll(waitingLocks).toBeGreaterThan(0)
      order.push('sold')
    })
    await recall
    expect(order).toEqual(['sold', 'recalled'])

    const second = await aLot(producer(), { productId: world.plain.id })
    let held: ReturnType<typeof lockLots> = Promise.resolve([])
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('lot').set({ status: 'closed' }).where('id', '=', second.lotId).execute()
      held = db.transaction().execute((sale) => lockLots(sale, { lotIds: [second.lotId] }))
      await expect.poll(waitingLocks).toBeGreaterThan(0)
    })
    expect(await held).toMatchObject([{ id: second.lotId, status: 'closed' }])
  })
})

const waitingLocks = async () => {
  const waiting = sql<{
    n: number
  }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await waiting.execute(db)).rows[0]!.n
}

describe('lots that are held for a sale', () => {
  test('lots that are held for a sale come in the order of their ids, with what a sale has to know', async () => {
    const product = world.others.id
    const late = await aLot(at(world.actors.rival), { productId: product, expiresOn: '2027-08-01' })
    const closed = await aLot(at(world.actors.rival), { productId: product })
    await closeLot(at(world.actors.rival), closed)
    const made = [late.lotId, closed.lotId].toSorted()
    await db.transaction().execute(async (tx) => {
      const lots = await lockLots(tx, { lotIds: made.toReversed() })
      expect(lots.map(({ id }) => id)).toEqual(made)
      expect(lots.find(({ id }) => id === late.lotId)).toEqual({
        id: late.lotId,
        number: late.number,
        traceCode: late.traceCode,
        productId: product,
        producerId: world.household.id,
        organisationId: world.other.id,
        madeOn: '2026-11-20',
        expiresOn: '2027-08-01',
        quantity: 120,
        unit: 'hũ',
        status: 'open',
        isSample: false,
      })
      const ofProduct = await lockLots(tx, { productIds: [product] })
      expect(ofProduct.map(({ id }) => id)).toEqual(ofProduct.map(({ id }) => id).toSorted())
      expect(ofProduct.filter((lot) => made.includes(lot.id) && isSellable(lot, '2026-12-02')).map(({ id }) => id)).toEqual([late.lotId])
      expect(await lockLots(tx, { productIds: [] })).toEqual([])
    })
  })
})

describe('a doubt', () => {
  const doubt = (code: string, requestKey: string = newId('key')) => ({
    code,
    text: 'Tem bị dán đè lên tem khác.',
    place: 'Chợ Cầu Kè',
    contact: '0912 345 678',
    requestKey,
  })

  test('a doubt that is sent again, also at the same moment, is one case', async () => {
    const { traceCode, lotId } = await aLot(producer(), { productId: world.certified.id })
    const form = doubt(`/t/${traceCode}`)
    const answers = await Promise.all([1, 2, 3].map(() => reportDoubt(at(visitor), form, '203.0.113.9')))
    const codes = new Set(answers.map((answer) => answer.ok && answer.value.caseCode))
    expect(codes.size).toBe(1)
    const [caseCode] = codes
    const cases = (await listDoubts(at(world.actors.scientist))).filter((one) => one.caseCode === caseCode)
    expect(cases).toHaveLength(1)
    expect(cases[0]).toMatchObject({ status: 'new', lot: { id: lotId }, product: { name: 'Mứt dừa sáp' }, place: 'Chợ Cầu Kè' })
  })

  test('a doubt about an unknown code is taken as well', async () => {
    const taken = await reportDoubt(at(visitor), doubt('https://dac-san.lua-dao.example/x'), '203.0.113.10')
    expect(taken).toMatchObject({ ok: true })
  })

  test('a doubt is followed by its case code alone, without what was written, until it is answered', async () => {
    const reported = await reportDoubt(at(visitor), doubt(''), '203.0.113.11')
    if (!reported.ok) throw new Error(reported.refusal.code)
    const { caseCode } = reported.value
    expect(await followDoubt(db, caseCode.toLowerCase())).toEqual({
      caseCode,
      status: 'new',
      at: new Date(worldDay),
      answer: null,
      handledAt: null,
    })
    const { id: doubtId } = (await listDoubts(at(world.actors.officer))).find((one) => one.caseCode === caseCode)!
    expect(await takeUpDoubt(at(world.actors.scientist), { doubtId })).toMatchObject({ ok: true })
    expect(await takeUpDoubt(at(world.actors.officer), { doubtId })).toMatchObject({
      ok: false,
      refusal: { code: 'doubt-not-in-status', status: 'checking' },
    })
    expect(
      await answerDoubt(at(world.actors.officer), { doubtId, answer: 'Đã kiểm tra: tem thật, dán lại sau khi đổi hũ.' }),
    ).toMatchObject({ ok: true })
    expect(await followDoubt(db, caseCode)).toMatchObject({ status: 'closed', answer: 'Đã kiểm tra: tem thật, dán lại sau khi đổi hũ.' })
    expect(await followDoubt(db, 'PA-00000-00000')).toBeNull()
  })

  test('one sender may report eight doubts in a quarter of an hour, a repeated form not counted', async () => {
    const same = doubt('')
    const first = await reportDoubt(at(visitor), same, '203.0.113.12')
    for (let repeat = 0; repeat < 5; repeat++) expect(await reportDoubt(at(visitor), same, '203.0.113.12')).toEqual(first)
    for (let more = 0; more < 7; more++) expect(await reportDoubt(at(visitor), doubt(''), '203.0.113.12')).toMatchObject({ ok: true })
    expect(await reportDoubt(at(visitor), doubt(''), '203.0.113.12')).toMatchObject({ ok: false, refusal: { code: 'too-many-reports' } })
    expect(await reportDoubt(at(visitor, '2026-11-23T08:46:00+07:00'), doubt(''), '203.0.113.12')).toMatchObject({ ok: true })
  })

  test('doubts are read by the office and the department; a producer and a visitor see none', async () => {
    await expect(listDoubts(producer())).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(listDoubts(at(visitor))).rejects.toMatchObject({ name: 'Forbidden', message: 'sign-in' })
    const [one] = await listDoubts(at(world.actors.officer))
    await expect(findDoubt(producer(), one!.id)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(answerDoubt(producer(), { doubtId: one!.id, answer: 'Không có gì đâu ạ.' })).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(answerDoubt(at(world.actors.officer), { doubtId: 'dbt_none', answer: 'Không có gì đâu ạ.' })).rejects.toThrow(NotFound)
  })
})
