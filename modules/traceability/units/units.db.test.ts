import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { qrsOfPdf } from '../../../packages/papers/test-reading.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import { supersedeByTwo } from '../../law/fixtures.ts'
import { aLot, traceWorld, worldDay } from '../fixtures.ts'
import {
  applyLabels,
  findLinks,
  findLot,
  findScan,
  judgeScannedUnit,
  labelSheet,
  listDoubts,
  noteGuessedUnit,
  noteScanOfUnit,
  printLabels,
  rotateSerialKey,
  spoilLabels,
} from '../index.ts'
import type { LabelOptions } from '../rules.ts'
import { endTraceRetention } from '../retention.ts'
import type { LabelSheetId, LotId } from '../rules/ids.ts'
import { readScanPath } from '../scan-path.ts'
import { sayRefusal } from '../words.ts'

const { as, db, dataDir } = await testDatabase<Tables>()
const { inTransaction } = await import('@dacsan/platform/context')
let world: Awaited<ReturnType<typeof traceWorld>>
const producer = () => as(world.actors.producer, worldDay)
const anyone = (now: string = worldDay) => as(visitor, now)
const site = { origin: 'https://dacsan.vn', trial: false }

beforeAll(async () => {
  world = await traceWorld(as)
})

async function printed(lotId: LotId, count = 3, options: Partial<LabelOptions> = {}): Promise<LabelSheetId> {
  const form = { lotId, layout: 'a4-3x8', count, skip: 0, requestKey: newId('key'), serials: true, ...options }
  const outcome = await printLabels(producer(), form, site)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.sheetId
}

async function symbolsOf(sheetId: LabelSheetId): Promise<string[]> {
  const outcome = await labelSheet(producer(), sheetId, site)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return qrsOfPdf(outcome.value.pdf)
}

async function unitOf(symbol: string, now?: string) {
  const answer = await findScan(anyone(now), readScanPath(symbol)!)
  if (!answer.known || !answer.scan.unit || !answer.scan.lot) throw new Error('no unit of ours')
  const { unit, lot, code } = answer.scan
  return { unit, lotId: lot.id, code }
}

/** Somebody scans the symbol of a label with a telephone of their own. */
async function scan(symbol: string, device: string, now: string = worldDay) {
  const scanned = await unitOf(symbol, now)
  const looking = { address: '203.0.113.7', device, place: null }
  const judgement = await judgeScannedUnit(anyone(now), scanned, looking)
  await noteScanOfUnit(anyone(now), scanned, looking)
  return judgement
}

const openCases = async () => (await listDoubts(as(world.actors.officer, worldDay))).filter(({ text }) => text.includes('tự mở'))

describe('serials', () => {
  test('every label of a sheet has a number of its own that leads to its lot, and no label has a row', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.plain.id })
    const symbols = [...(await symbolsOf(await printed(lotId, 3))), ...(await symbolsOf(await printed(lotId, 2)))]
    expect(new Set(symbols).size).toBe(5)
    for (const [index, symbol] of symbols.entries()) {
      expect(symbol).toMatch(new RegExp(`^https://dacsan.vn/t/${traceCode}/[0-9A-HJKMNP-TV-Z]{16}$`))
      expect(await unitOf(symbol)).toMatchObject({ lotId, unit: { index: index + 1, state: 'printed', seen: null } })
    }
    expect(await db.selectFrom('unit_scan').select('unit').where('lot_id', '=', lotId).execute()).toEqual([])
  })

  test('a label of a product with a GTIN carries lot, serial and, where wanted, the last day of use as GS1 writes them', async () => {
    await db.updateTable('product_pack').set({ gtin: '08938501234568' }).where('product_id', '=', world.certified.id).execute()
    const { lotId } = await aLot(producer(), { productId: world.certified.id, number: 'L7', expiresOn: '2027-05-20' })
    const [symbol] = await symbolsOf(await printed(lotId, 1, { withExpiry: true }))
    expect(symbol).toMatch(/^https:\/\/dacsan\.vn\/01\/08938501234568\/10\/L7\/21\/[0-9A-Z]{16}\?17=270520$/)
    expect(await unitOf(symbol!)).toMatchObject({ lotId, unit: { index: 1 } })
    expect((await findLinks(anyone(), readScanPath(symbol!)!))[0]).toMatchObject({ gs1: '/01/08938501234568/10/L7' })
  })

  test('a number changed in one symbol, or one of another lot, was not given out', async () => {
    const one = await aLot(producer(), { productId: world.plain.id })
    const other = await aLot(producer(), { productId: world.plain.id })
    const [symbol] = await symbolsOf(await printed(one.lotId, 1))
    const serial = symbol!.split('/').at(-1)!
    const changed = serial.slice(0, -1) + (serial.endsWith('0') ? '1' : '0')
    for (const [code, tried] of [
      [one.traceCode, changed],
      [other.traceCode, serial],
      [one.traceCode, 'x'],
    ] as const)
      expect(await findScan(anyone(), readScanPath(`/t/${code}/${tried}`)!)).toMatchObject({ known: false, reason: 'number-not-issued' })
  })

  test('labels that are about stay genuine when the key is changed, and new ones are made with the new key', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const [before] = await symbolsOf(await printed(lotId, 1))
    expect(await rotateSerialKey({ db }, new Date(worldDay))).toMatch(/^unit-serials-\d+$/)
    const [after] = await symbolsOf(await printed(lotId, 1))
    const keys = await db.selectFrom('label_sheet').select('serial_key').where('lot_id', '=', lotId).orderBy('first_unit').execute()
    expect(keys[1]!.serial_key).toBe(keys[0]!.serial_key! + 1)
    expect(await unitOf(before!)).toMatchObject({ unit: { index: 1 } })
    expect(await unitOf(after!)).toMatchObject({ unit: { index: 2 } })
  })

  test('where the key is lost nobody is told that a label is forged, and new labels get another key', async () => {
    const { rm } = await import('node:fs/promises')
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const [symbol] = await symbolsOf(await printed(lotId, 1))
    const { serial_key: lost } = await db
      .selectFrom('label_sheet')
      .select('serial_key')
      .where('lot_id', '=', lotId)
      .executeTakeFirstOrThrow()
    await rm(`${dataDir}/keys/unit-serials-${lost}`)
    expect(await unitOf(symbol!)).toMatchObject({ unit: { index: 1 } })
    await printed(lotId, 1)
    const keys = await db.selectFrom('label_sheet').select('serial_key').where('lot_id', '=', lotId).orderBy('first_unit').execute()
    expect(keys.map(({ serial_key: key }) => key)).toEqual([lost, lost! + 1])
  })
})

describe('labels and goods of a lot', () => {
  test('not more labels than goods are printed, also by two who print at once; those spoiled are printed again', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id, quantity: 60 })
    const form = () => ({ lotId, layout: 'a4-3x8', count: 40, skip: 0, requestKey: newId('key') })
    const both = await Promise.all([printLabels(producer(), form(), site), printLabels(producer(), form(), site)])
    const refused = both.find((one) => !one.ok) as Extract<(typeof both)[0], { ok: false }>
    expect(refused.refusal).toEqual({ code: 'more-labels-than-goods', of: 'made', goods: 60, printed: 40, spoiled: 0, left: 20 })
    expect(sayRefusal(refused.refusal)).toMatch(/chỉ in thêm được 20 tem.*ghi “Tem hỏng”/)
    const done = both.find((one) => one.ok) as Extract<(typeof both)[0], { ok: true }>
    const { sheetId } = done.value
    expect(await spoilLabels(producer(), { sheetId, count: 5, requestKey: newId('key') })).toMatchObject({ ok: true })
    expect(await printLabels(producer(), { ...form(), count: 25 }, site)).toMatchObject({ ok: true })
    expect(await printLabels(producer(), { ...form(), count: 1 }, site)).toMatchObject({ ok: false, refusal: { left: 0 } })
    await applyLabels(producer(), { sheetId })
    expect((await findLot(producer(), lotId)).labels).toEqual({ printed: 65, applied: 35, spoiled: 5 })
  })

  test('the same form of spoiled labels sent twice is counted once, and a sheet is put on goods once', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 3)
    const form = { sheetId, count: 1, requestKey: newId('key') }
    expect(await spoilLabels(producer(), form)).toMatchObject({ ok: true })
    expect(await spoilLabels(producer(), form)).toMatchObject({ ok: true })
    expect(await spoilLabels(producer(), { sheetId, count: 3, requestKey: newId('key') })).toMatchObject({ refusal: { left: 2 } })
    expect(await applyLabels(producer(), { sheetId })).toMatchObject({ ok: true })
    expect(await applyLabels(producer(), { sheetId })).toMatchObject({ refusal: { code: 'labels-already-applied' } })
  })

  test('whoever works for another maker neither puts labels on goods nor spoils them', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    const rival = as(world.actors.rival, worldDay)
    await expect(applyLabels(rival, { sheetId })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(spoilLabels(rival, { sheetId, count: 1, requestKey: newId('key') })).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('scans of a unit', () => {
  test('a unit that was put on goods and is scanned by a few people is in order', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    const [symbol] = await symbolsOf(sheetId)
    expect(await scan(symbol!, 'first')).toMatchObject({ findings: ['not-applied'], isDoubtful: false, devices: 1 })
    await applyLabels(producer(), { sheetId })
    expect(await scan(symbol!, 'first', '2026-11-23T09:30:00+07:00')).toMatchObject({ findings: [], devices: 1 })
    expect(await scan(symbol!, 'second', '2026-11-23T12:00:00+07:00')).toMatchObject({ findings: [], devices: 2 })
    expect(await unitOf(symbol!)).toMatchObject({ unit: { state: 'applied', seen: { count: 3, firstAt: new Date(worldDay) } } })
  })

  test('a copied label is told to the buyer, and once to the office', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 2)
    await applyLabels(producer(), { sheetId })
    const [symbol, other] = await symbolsOf(sheetId)
    const hour = (n: number) => `2026-11-${23 + Math.floor(n / 24)}T${String(n % 24).padStart(2, '0')}:00:00+07:00`
    for (let n = 0; n < 8; n += 1) expect(await scan(symbol!, `phone ${n}`, hour(9 + n))).toMatchObject({ findings: [] })
    for (let n = 8; n < 11; n += 1)
      expect(await scan(symbol!, `phone ${n}`, hour(9 + n))).toMatchObject({ findings: ['copied'], isDoubtful: true, devices: n + 1 })
    const cases = (await openCases()).filter(({ lot }) => lot?.id === lotId)
    expect(cases).toMatchObject([{ status: 'new', code: `/t/${traceCode}/${symbol!.split('/').at(-1)}`, contact: null }])
    expect(cases[0]!.text).toContain('quá nhiều máy quét')
    expect(await scan(other!, 'phone 0', hour(30))).toMatchObject({ findings: [] })
    const trail = await db.selectFrom('audit_entry').select('actor_name').where('action', '=', 'doubt.noticed').execute()
    expect(trail.length).toBeGreaterThan(0)
  })

  test('a label of a sheet that was destroyed is doubted at its first scan', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    const [symbol] = await symbolsOf(sheetId)
    await spoilLabels(producer(), { sheetId, count: 1, requestKey: newId('key') })
    expect(await scan(symbol!, 'first')).toMatchObject({ findings: ['spoiled'], isDoubtful: true })
    expect((await openCases()).filter(({ lot }) => lot?.id === lotId)).toHaveLength(1)
  })

  test('numbers that are tried open one case for the lot, from the fifth on', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const looking = { address: '203.0.113.9', device: 'a program', place: null }
    const cases = async () => (await openCases()).filter(({ lot }) => lot?.id === lotId)
    for (let n = 0; n < 4; n += 1) await noteGuessedUnit(anyone(), { lotId, path: `/t/x/${n}` }, looking)
    // The same address opened again is no other number.
    await noteGuessedUnit(anyone(), { lotId, path: '/t/x/3' }, looking)
    expect(await cases()).toEqual([])
    for (let n = 4; n < 7; n += 1) await noteGuessedUnit(anyone(), { lotId, path: `/t/x/${n}` }, looking)
    expect(await cases()).toMatchObject([{ text: expect.stringContaining('không do nền tảng cấp') }])
  })

  test('limits are those of the law on the day of the scan', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const sheetId = await printed(lotId, 1)
    const [symbol] = await symbolsOf(sheetId)
    await supersedeByTwo(as(world.actors.officer, worldDay), {
      topic: 'label.scan-doubt',
      value: JSON.stringify({
        devices: 8,
        burst: { devices: 5, minutes: 30 },
        kilometresAnHour: 1000,
        guesses: { most: 5, days: 7 },
        points: { spoiled: 5, unprinted: 5, copied: 5, 'too-far': 5, burst: 3, 'not-applied': 5 },
        warnFrom: 3,
        caseFrom: 5,
      }),
      effectiveFrom: '2026-12-10',
      instrument: 'Quy chế mới',
    })
    expect(await scan(symbol!, 'first', '2026-12-09T08:00:00+07:00')).toMatchObject({ isDoubtful: false })
    expect(await scan(symbol!, 'first', '2026-12-10T08:00:00+07:00')).toMatchObject({ isDoubtful: true })
  })

  test('what scanned a unit is kept as a keyed hash for as many days as the law says, and that it was scanned for good', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const [symbol] = await symbolsOf(await printed(lotId, 1))
    await scan(symbol!, 'Mozilla/5.0 (Linux)')
    const kept = () => db.selectFrom('unit_device').selectAll().where('lot_id', '=', lotId).execute()
    const rows = JSON.stringify(await kept())
    expect(rows).not.toMatch(/203\.0\.113|Mozilla/)
    const after = (days: number) => new Date(new Date(worldDay).getTime() + days * 86_400_000)
    const maintenance = as(system('test'))
    await inTransaction(maintenance, (tx) => endTraceRetention(tx, after(90)))
    expect(await kept()).toHaveLength(1)
    await inTransaction(maintenance, (tx) => endTraceRetention(tx, after(91)))
    expect(await kept()).toEqual([])
    expect(await unitOf(symbol!)).toMatchObject({ unit: { seen: { count: 1 } } })
  })
})
