import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { qrsOfPdf, symbolsOfPdf, wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { recordStanding, updateProductStory } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { supersedeByTwo } from '../law/fixtures.ts'
import { aLot, traceWorld, worldDay } from './fixtures.ts'
import { findScan, findLabelForm, labelSheet, printLabels, recallLot } from './index.ts'
import type { LabelSheetId, LotId } from './rules/ids.ts'
import { readScanPath } from './scan-path.ts'
import { sayRefusal } from './words.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
const at = (actor: Actor, now: string = worldDay) => as(actor, now)
const producer = (now?: string) => at(world.actors.producer, now)
const site = { origin: 'https://dacsan.vn', trial: false }

beforeAll(async () => {
  world = await traceWorld(as)
})

async function printed(lotId: LotId, count = 3, layout = 'a4-3x8'): Promise<LabelSheetId> {
  const outcome = await printLabels(producer(), { lotId, layout, count, skip: 0, requestKey: newId('key') }, site)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.sheetId
}

async function sheetPdf(sheetId: LabelSheetId, now?: string, where = site): Promise<Uint8Array> {
  const outcome = await labelSheet(producer(now), sheetId, where)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.pdf
}

describe('a printed sheet', () => {
  test('a label of a product without GTIN leads each phone to its lot, and names no number of GS1', async () => {
    const { lotId, traceCode, number } = await aLot(producer(), { productId: world.plain.id, number: '261120-01' })
    const pdf = await sheetPdf(await printed(lotId))
    const symbols = await qrsOfPdf(pdf)
    expect(symbols).toEqual(Array.from({ length: 3 }, () => `https://dacsan.vn/t/${traceCode}`))
    expect(await findScan(as(visitor, worldDay), readScanPath(symbols[0]!)!)).toMatchObject({ known: true, scan: { lot: { id: lotId } } })
    const words = await wordsOfPdf(pdf)
    for (const said of ['Kẹo dừa sáp', 'HTX Dừa sáp Cầu Kè', number, '20/11/2026', '20/05/2027', '200 g', `dacsan.vn/t/${traceCode}`])
      expect(words).toContain(said)
    expect(symbols.join() + words).not.toMatch(/\/01\/|893/)
  })

  test('a label of a product with a GTIN carries the GS1 Digital Link of its lot', async () => {
    const story = { description: null, story: null, netContent: '500 g', ingredients: null, storage: null, usageNote: null, brand: null }
    await updateProductStory(producer(), { productId: world.certified.id, version: 1, ...story, gtin: '08938501234568' as never })
    const { lotId, traceCode } = await aLot(producer(), { productId: world.certified.id, number: 'A/1' })
    const pdf = await sheetPdf(await printed(lotId, 1))
    const [symbol] = await qrsOfPdf(pdf)
    expect(symbol).toBe('https://dacsan.vn/01/08938501234568/10/A%2F1')
    expect(await findScan(as(visitor, worldDay), readScanPath(symbol!)!)).toMatchObject({
      known: true,
      scan: { lot: { id: lotId }, code: traceCode },
    })
    expect(await wordsOfPdf(pdf)).toContain(`dacsan.vn/t/${traceCode}`)
  })

  test('the same form sent twice prints one sheet', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const form = { lotId, layout: 'roll-50x30', count: 20, skip: 0, requestKey: newId('key') }
    const [first, second] = await Promise.all([printLabels(producer(), form, site), printLabels(producer(), form, site)])
    expect(second).toEqual(first)
  })

  test('a sheet says that it is a test print where its addresses lead nowhere', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const pdf = await sheetPdf(await printed(lotId, 1), undefined, { origin: 'http://localhost:3000', trial: true })
    expect((await wordsOfPdf(pdf)).replace(/\s/g, '')).toContain('INTHỬ')
    expect(await qrsOfPdf(pdf)).toHaveLength(1)
  })

  test('a sheet that is drawn again after the certificate ended no longer shows the stars', async () => {
    const standing = {
      productId: world.plain.id,
      potentialFive: false,
      certificateCode: null,
      certifiedFrom: '2024-01-01',
      stars: 4,
      standing: 'certified',
    } as const
    await inTransaction(at(system('test')), (tx) => recordStanding(tx, { ...standing, certifiedUntil: '2026-12-31' }))
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    expect((await findLabelForm(producer(), { lotId }, site)).stars).toBe(4)
    const sheetId = await printed(lotId, 1)
    const before = await sheetPdf(sheetId)
    const after = await sheetPdf(sheetId, '2027-01-01T08:00:00+07:00')
    expect((await findLabelForm(producer('2027-01-01T08:00:00+07:00'), { lotId }, site)).stars).toBeUndefined()
    expect(after.length).toBeLessThan(before.length)
  })

  test('a label shows stars by the row of the law in force that day, which is named', async () => {
    const standing = {
      productId: world.plain.id,
      potentialFive: false,
      certificateCode: null,
      certifiedFrom: '2024-01-01',
      stars: 4,
    } as const
    await inTransaction(at(system('test')), (tx) => recordStanding(tx, { ...standing, standing: 'certified', certifiedUntil: null }))
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const before = await findLabelForm(producer(), { lotId }, site)
    expect(before).toMatchObject({ stars: undefined, starRule: { instrument: 'Quyết định 1162/QĐ-VPĐP-OCOP', certainty: 'inferred' } })
    await supersedeByTwo(at(world.actors.officer), {
      topic: 'label.star-states',
      value: '["certified","expiring","undated"]',
      effectiveFrom: '2026-12-01',
      instrument: 'Quy chế nhãn hiệu mới',
    })
    expect(await findLabelForm(producer(), { lotId }, site)).toMatchObject({ stars: undefined })
    expect(await findLabelForm(producer('2026-12-01T08:00:00+07:00'), { lotId }, site)).toMatchObject({
      stars: 4,
      starRule: { instrument: 'Quy chế nhãn hiệu mới' },
    })
  })
})

describe('a label that a till reads', () => {
  const small = 'a4-4x10'
  const province = { origin: 'https://dacsan.vinhlong.gov.vn', trial: false }
  const far = { origin: 'https://truy-xuat.dacsan.vinhlong.gov.vn', trial: false }
  const print = (lotId: LotId, layout: string, where: typeof site) =>
    printLabels(producer(), { lotId, layout, count: 2, skip: 0, requestKey: newId('key') }, where)
  const aLotWithGtin = async (number: string) => {
    await db.updateTable('product_pack').set({ gtin: '08938501234568' }).where('product_id', '=', world.certified.id).execute()
    return aLot(producer(), { productId: world.certified.id, number })
  }

  test('a label with a GTIN is refused on a layout where a till could not read it, and the sentence names those that fit', async () => {
    const { lotId } = await aLotWithGtin('261120-77')
    const form = await findLabelForm(producer(), { lotId }, province)
    expect(form.layouts.map(({ id }) => id)).toEqual([
      'a4-3x8',
      'a4-3x7',
      'a4-2x7',
      'roll-50x30',
      'roll-60x40',
      'roll-75x50',
      'roll-100x50',
    ])
    expect(form.till).toMatchObject({
      tooSmall: [{ id: small }, { id: 'roll-40x30' }],
      rule: { instrument: 'GS1 General Specifications', certainty: 'inferred', value: { least: 0.396 } },
    })
    const refused = await print(lotId, small, province)
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'no-room-for-till', least: 0.396, fitting: form.layouts.map(({ name }) => name) },
    })
    expect(sayRefusal((refused as Extract<typeof refused, { ok: false }>).refusal)).toMatch(/0,396 mm.*Cuộn tem nhiệt 50 × 30 mm/)
    expect(await db.selectFrom('label_sheet').select('id').where('lot_id', '=', lotId).execute()).toEqual([])
  })

  test('a label with a GTIN is printed on a thermal roll with modules of four dots, and a sheet of a small layout while its address is short', async () => {
    const { lotId } = await aLotWithGtin('261120-78')
    const [onRoll] = await symbolsOfPdf(await sheetPdf(await printed(lotId, 1, 'roll-50x30')))
    expect(onRoll!.module).toBeCloseTo((4 * 25.4) / 203, 3)
    const { lotId: short } = await aLotWithGtin('L7')
    const [onSmall] = await symbolsOfPdf(await sheetPdf(await printed(short, 1, small)))
    expect(onSmall!.module).toBeCloseTo((10 * 25.4) / 600, 3)
  })

  test('a sheet recorded before is not drawn with a symbol that a till cannot read, where the address has become longer', async () => {
    const { lotId } = await aLotWithGtin('L8')
    const sheetId = await printed(lotId, 1, small)
    expect(await labelSheet(producer(), sheetId, far)).toMatchObject({ ok: false, refusal: { code: 'no-room-for-till' } })
  })

  test('a label with a GTIN meets the row of the law in force that day, also where no layout has room', async () => {
    const { lotId } = await aLotWithGtin('261120-79')
    await supersedeByTwo(at(world.actors.officer), {
      topic: 'label.till-module-mm',
      value: '{"least":1.5,"most":2}',
      effectiveFrom: '2026-12-15',
      instrument: 'GS1 General Specifications, ấn bản sau',
    })
    const later = producer('2026-12-15T08:00:00+07:00')
    expect(await findLabelForm(later, { lotId }, site)).toMatchObject({ layouts: [] })
    const refused = await printLabels(later, { lotId, layout: 'a4-3x8', count: 1, skip: 0, requestKey: newId('key') }, site)
    expect(refused).toEqual({ ok: false, refusal: { code: 'no-room-for-till', least: 1.5, fitting: [] } })
    expect(sayRefusal((refused as Extract<typeof refused, { ok: false }>).refusal)).toContain('Không loại giấy nào')
  })

  test('a label without a GTIN, which phones alone read, is printed on every layout', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const form = await findLabelForm(producer(), { lotId }, far)
    expect(form.till).toBeNull()
    expect(form.layouts).toHaveLength(9)
    expect(await print(lotId, small, far)).toMatchObject({ ok: true })
  })
})

describe('labels are refused', () => {
  test('labels are refused with everything that the law wants on them and that is not known', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id, expiresOn: null })
    await db.updateTable('product_pack').set({ name: null }).where('product_id', '=', world.plain.id).execute()
    const refused = await printLabels(producer(), { lotId, layout: 'a4-3x8', count: 1, skip: 0, requestKey: newId('key') }, site)
    expect(refused).toEqual({ ok: false, refusal: { code: 'label-facts-missing', missing: ['net-content', 'expiry'] } })
    const form = await findLabelForm(producer(), { lotId }, site)
    expect(form.missing).toEqual(['net-content', 'expiry'])
    expect(form.rule.instrument).toContain('43/2017/NĐ-CP')
    await db.updateTable('product_pack').set({ name: '200 g' }).where('product_id', '=', world.plain.id).execute()
  })

  test('labels are refused for a recalled lot, also on sheets recorded before', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    await recallLot(producer(), { lotId, reason: 'Nắp không kín' })
    expect(await labelSheet(producer(), sheetId, site)).toEqual({ ok: false, refusal: { code: 'lot-not-open', status: 'recalled' } })
  })

  test('labels are refused to anyone but the maker', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    for (const actor of [world.actors.rival, world.actors.officer]) {
      await expect(labelSheet(at(actor), sheetId, site)).rejects.toMatchObject({ name: 'NotFound' })
      await expect(findLabelForm(at(actor), { lotId }, site)).rejects.toMatchObject({ name: 'NotFound' })
    }
  })
})
