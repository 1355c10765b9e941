import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { qrsOfPdf, wordsOfPdf } from '../../packages/papers/test-reading.ts'
import { addPack, endPack } from '../catalogue/index.ts'
import type { PackId } from '../catalogue/rules.ts'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import { aLot, traceWorld, worldDay } from '../traceability/fixtures.ts'
import {
  applyLabels,
  findLabelForm,
  findLinks,
  findLot,
  findScan,
  judgeScannedUnit,
  labelSheet,
  noteScanOfUnit,
  printLabels,
  readDigitalLinkPath,
  recallLot,
  spoilLabels,
} from '../traceability/index.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { packGoods, takeOut } from './index.ts'

const { as, db } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
const maker = () => as(world.actors.producer, worldDay)
const anyone = () => as(visitor, worldDay)
const site = { origin: 'https://dacsan.vn', trial: false }
const gtinOfBig = '08938501234575'
let [small, big]: PackId[] = []

beforeAll(async () => {
  world = await traceWorld(as)
  const added = await addPack(maker(), { productId: world.plain.id, name: 'Hộp 1 kg', gtin: gtinOfBig as never })
  if (!added.ok) throw new Error(added.refusal.code)
  const packs = await db.selectFrom('product_pack').select(['id', 'is_default']).where('product_id', '=', world.plain.id).execute()
  small = packs.find(({ is_default }) => is_default)!.id
  big = packs.find(({ is_default }) => !is_default)!.id
})

const print = (lotId: LotId, count: number, more: { packId?: PackId; serials?: boolean } = {}) =>
  printLabels(maker(), { lotId, layout: 'a4-3x8', count, skip: 0, requestKey: newId('key'), ...more }, site)
const pack = async (lotId: LotId, packId: PackId, quantity: number) =>
  expect(await packGoods(maker(), { lotId, packs: [{ packId, quantity }], requestKey: newId('key') })).toMatchObject({ ok: true })
async function symbolsOf(printed: Awaited<ReturnType<typeof print>>) {
  if (!printed.ok) throw new Error(printed.refusal.code)
  const drawn = await labelSheet(maker(), printed.value.sheetId, site)
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  return { words: await wordsOfPdf(drawn.value.pdf), symbols: await qrsOfPdf(drawn.value.pdf) }
}

describe('labels held against what was packed', () => {
  test('until a lot is packed its labels are held against what was made of it', async () => {
    const { lotId } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    expect(await print(lotId, 61)).toMatchObject({
      ok: false,
      refusal: { code: 'more-labels-than-goods', of: 'made', goods: 60, left: 60 },
    })
    expect(await print(lotId, 60)).toMatchObject({ ok: true })
  })

  test('once a lot is packed each pack has as many labels as there are packs of it, and those spoiled again', async () => {
    const { lotId } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    await pack(lotId, small!, 30)
    await pack(lotId, big!, 4)
    const of = (packId: PackId) => findLabelForm(maker(), { lotId, packId }, site)
    expect(await of(small!)).toMatchObject({ proposedCount: 30, pack: { goods: { of: 'packed', goods: 30 } } })
    expect(await print(lotId, 31, { packId: small! })).toMatchObject({ ok: false, refusal: { of: 'packed', goods: 30, left: 30 } })
    const printed = await print(lotId, 4, { packId: big! })
    expect(await print(lotId, 1, { packId: big! })).toMatchObject({ ok: false, refusal: { of: 'packed', goods: 4, printed: 4, left: 0 } })
    expect(await print(lotId, 30, { packId: small! })).toMatchObject({ ok: true })
    if (!printed.ok) throw new Error('not printed')
    expect(await spoilLabels(maker(), { sheetId: printed.value.sheetId, count: 2, requestKey: newId('key') })).toMatchObject({ ok: true })
    expect(await print(lotId, 2, { packId: big! })).toMatchObject({ ok: true })
    expect(await findLot(maker(), lotId)).toMatchObject({ surplusLabels: 0, labels: { printed: 36, spoiled: 2 } })
  })

  test('labels for a pack that nothing was packed into are refused where the lot was packed into another', async () => {
    const { lotId } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    await pack(lotId, small!, 10)
    expect(await print(lotId, 1, { packId: big! })).toMatchObject({ ok: false, refusal: { of: 'packed', goods: 0, left: 0 } })
  })

  test('the pack that a lot was packed into is the one that is meant where nobody names one', async () => {
    const { lotId } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    await pack(lotId, big!, 5)
    expect(await findLabelForm(maker(), { lotId }, site)).toMatchObject({ proposedCount: 5, pack: { id: big } })
    const { words, symbols } = await symbolsOf(await print(lotId, 2))
    expect(words).toContain('1 kg')
    expect(new Set(symbols)).toEqual(new Set([`https://dacsan.vn/01/${gtinOfBig}/10/${(await findLot(maker(), lotId)).number}`]))
  })
})

describe('a scan of a unit, by what the books know of its goods', () => {
  const later = (hour: number) => as(visitor, `2026-12-02T${String(hour).padStart(2, '0')}:00:00+07:00`)
  async function aUnit(count: number) {
    const { lotId } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    const printed = await print(lotId, count, { packId: small!, serials: true })
    const { symbols } = await symbolsOf(printed)
    if (!printed.ok) throw new Error('not printed')
    await applyLabels(maker(), { sheetId: printed.value.sheetId })
    return { lotId, serials: symbols.map((symbol) => symbol.split('/').at(-1)!) }
  }
  async function scanned(lotId: LotId, serial: string, hour: number) {
    const { traceCode } = await findLot(maker(), lotId)
    const answer = await findScan(later(hour), { traceCode, serial })
    if (!answer.known || !answer.scan.unit) throw new Error('no unit')
    const seen = { lotId, unit: answer.scan.unit }
    const looking = { address: '203.0.113.7', device: 'a phone', place: null }
    await noteScanOfUnit(later(hour), { ...seen, code: traceCode }, looking)
    return judgeScannedUnit(later(hour), seen, looking)
  }

  test('where more units are scanned than were packed, each of them is doubted', async () => {
    const { lotId, serials } = await aUnit(3)
    await pack(lotId, small!, 2)
    expect(await scanned(lotId, serials[0]!, 8)).toMatchObject({ findings: [] })
    expect(await scanned(lotId, serials[1]!, 8)).toMatchObject({ findings: [] })
    expect(await scanned(lotId, serials[2]!, 8)).toMatchObject({ findings: ['more-than-packed'], isDoubtful: true, isCase: true })
  })

  test('where all packs of its kind were destroyed, its label is doubted', async () => {
    const { lotId, serials } = await aUnit(1)
    await pack(lotId, small!, 1)
    const [{ place_id: placeId }] = (await db.selectFrom('stock_balance').where('lot_id', '=', lotId).select('place_id').execute()) as [
      { place_id: PlaceId },
    ]
    const out = { lotId, packId: small!, placeId, quantity: 1, note: 'Hết hạn, tiêu hủy', requestKey: newId('key') } as const
    expect(await takeOut(maker(), 'destroyed', out)).toMatchObject({ ok: true })
    expect(await scanned(lotId, serials[0]!, 8)).toMatchObject({ findings: ['destroyed'], isDoubtful: true })
  })

  test('one that was scanned before its goods were packed, or after their recall, is noted and not yet doubted', async () => {
    const { lotId, serials } = await aUnit(1)
    await scanned(lotId, serials[0]!, 8)
    expect(
      await packGoods(as(world.actors.producer, '2026-12-02T09:00:00+07:00'), {
        lotId,
        packs: [{ packId: small!, quantity: 1 }],
        requestKey: newId('key'),
      }),
    ).toMatchObject({ ok: true })
    await recallLot(as(world.actors.producer, '2026-12-02T10:00:00+07:00'), { lotId, reason: 'Nắp không kín' })
    expect(await scanned(lotId, serials[0]!, 11)).toMatchObject({ findings: ['recalled', 'before-packing'], score: 2, isDoubtful: false })
  })
})

describe('the label of a pack', () => {
  test('it says the net content and the GTIN of its pack, and leads to the scan page and the links of that pack', async () => {
    const { lotId, number, traceCode } = await aLot(maker(), { productId: world.plain.id, quantity: 60, number: 'HAI-1' })
    const { symbols } = await symbolsOf(await print(lotId, 1, { packId: big! }))
    expect(symbols).toEqual([`https://dacsan.vn/01/${gtinOfBig}/10/${number}`])
    const read = readDigitalLinkPath(`/01/${gtinOfBig}/10/${number}`)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(await findScan(anyone(), read.value)).toMatchObject({
      known: true,
      scan: { lot: { id: lotId }, product: { netContent: 'Hộp 1 kg' } },
    })
    expect((await findLinks(anyone(), read.value)).map(({ gs1 }) => gs1)).toEqual([`/01/${gtinOfBig}/10/${number}`, `/01/${gtinOfBig}`])
    const ofDefault = await symbolsOf(await print(lotId, 1, { packId: small! }))
    expect(ofDefault).toMatchObject({ symbols: [`https://dacsan.vn/t/${traceCode}`] })
    expect(ofDefault.words).toContain('200 g')
  })

  test('a unit tells of the pack that its label was printed for, and its number is not given out under the GTIN of another', async () => {
    const { lotId, number, traceCode } = await aLot(maker(), { productId: world.plain.id, quantity: 60, number: 'HAI-2' })
    const [ofBig] = (await symbolsOf(await print(lotId, 1, { packId: big!, serials: true }))).symbols
    const [ofSmall] = (await symbolsOf(await print(lotId, 1, { packId: small!, serials: true }))).symbols
    const serialOf = (symbol: string) => symbol.split('/').at(-1)!
    const scan = (key: Parameters<typeof findScan>[1]) => findScan(anyone(), key)
    expect(await scan({ traceCode, serial: serialOf(ofBig!) })).toMatchObject({
      scan: { product: { netContent: 'Hộp 1 kg' }, unit: { packId: big } },
    })
    expect(await scan({ gtin: gtinOfBig, lot: number, serial: serialOf(ofBig!) })).toMatchObject({ known: true })
    expect(await scan({ gtin: gtinOfBig, lot: number, serial: serialOf(ofSmall!) })).toMatchObject({
      known: false,
      reason: 'number-not-issued',
    })
  })

  test('a pack that is not made any more is offered for lots that were packed into it, and refused for others', async () => {
    const { lotId: packedLot } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    const { lotId: other } = await aLot(maker(), { productId: world.plain.id, quantity: 60 })
    await pack(packedLot, big!, 1)
    expect(await endPack(maker(), { packId: big! })).toMatchObject({ ok: true })
    expect((await findLabelForm(maker(), { lotId: packedLot }, site)).packs.map(({ id }) => id)).toContain(big)
    expect(await print(other, 1, { packId: big! })).toEqual({ ok: false, refusal: { code: 'pack-not-offered' } })
    expect(await print(packedLot, 1, { packId: big! })).toMatchObject({ ok: true })
  })
})
