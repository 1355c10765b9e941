import { Forbidden, NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { machineOf } from '../../epcis-repository/fixtures.ts'
import { findEvents } from '../../epcis-repository/index.ts'
import { openList } from '../../open-list.ts'
import { aLot, aPurchase, traceWorld, worldDay } from '../fixtures.ts'
import {
  addDiaryEntry,
  addDiaryEntryInput,
  buyMaterial,
  buyMaterialInput,
  countMaterial,
  findChain,
  findLot,
  findMaterialLot,
  findScan,
  inputsOf,
  inputsOfLot,
  lotsOfInputs,
  openDiaryFile,
  openDiaryPhoto,
  openLot,
  openLotInput,
  openMaterialFile,
  proposeLots,
  publicInputsOf,
  setRecipe,
  setRecipeInput,
  useMaterials,
  useMaterialsInput,
  wasteMaterial,
  yieldList,
} from '../index.ts'
import { chainThing } from '../words.ts'
import { materialChecks } from './integrity-checks.ts'

const { as, db, pool, files } = await testDatabase<Tables>()
let world: Awaited<ReturnType<typeof traceWorld>>
const producer = () => as(world.actors.producer, worldDay)
const key = () => newId('key')

beforeAll(async () => {
  world = await traceWorld(as)
})

const materialIdOf = async (name: string) =>
  (await db.selectFrom('material').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id
const balanceOf = async (materialLotId: `mlt_${string}`) => (await findMaterialLot(producer(), materialLotId)).balance

/** The form for a new lot as the page sends it. */
const opening = (given: Record<string, unknown>) =>
  openLotInput.parse({
    number: newId('n').slice(-12).toUpperCase(),
    madeOn: '2026-11-20',
    expiresOn: '',
    quantity: '100',
    unit: 'hộp',
    requestKey: key(),
    ...given,
  })

async function aRecipe(material: string, { amount = '25', tolerance = '10' } = {}) {
  const materialId = await materialIdOf(material)
  const input = {
    productId: world.certified.id,
    effectiveFrom: '2026-11-01',
    pieces: '100',
    materialId,
    amount,
    tolerance,
    requestKey: key(),
  }
  const set = await setRecipe(producer(), setRecipeInput.parse(input))
  if (!set.ok) throw new Error(JSON.stringify(set.refusal))
  return materialId
}

describe('purchases', () => {
  test('a purchase is a lot of a material with a code of its day, and the book of suppliers keeps of whom', async () => {
    const first = await aPurchase(producer(), world.producer.id, { material: 'Mật dừa' })
    const second = await aPurchase(producer(), world.producer.id, { material: 'mật DỪA', supplierName: 'thạch thị sáp' })
    expect([first.code, second.code]).toEqual(['NL-261118-01', 'NL-261118-02'])
    const [one, other] = await Promise.all([first, second].map(({ materialLotId }) => findMaterialLot(producer(), materialLotId)))
    expect(one).toMatchObject({
      quantity: 100_000,
      balance: 100_000,
      commune: 'Xã Cầu Kè',
      growingAreaCode: 'VN-TVOR-0012',
      supplier: 'Thạch Thị Sáp',
    })
    expect([other!.materialId, other!.supplierId]).toEqual([one!.materialId, one!.supplierId])
  })

  test('the same form sent twice is one purchase', async () => {
    const requestKey = key()
    const [one, other] = await Promise.all([
      aPurchase(producer(), world.producer.id, { requestKey }),
      aPurchase(producer(), world.producer.id, { requestKey }),
    ])
    expect(other.materialLotId).toBe(one.materialLotId)
  })

  test('one material has one unit, and tomorrow nothing was bought yet', async () => {
    await aPurchase(producer(), world.producer.id, { material: 'Đường' })
    const bought = (given: Record<string, string>) =>
      buyMaterial(
        producer(),
        buyMaterialInput.parse({
          producerId: world.producer.id,
          material: 'Đường',
          unit: 'kg',
          quantity: '5',
          boughtOn: '2026-11-20',
          supplierName: 'Cửa hàng',
          requestKey: key(),
          ...given,
        }),
      )
    expect(await bought({ unit: 'lít' })).toMatchObject({ ok: false, refusal: { code: 'material-has-unit', unit: 'kg' } })
    expect(await bought({ boughtOn: '2026-11-24' })).toMatchObject({ ok: false, refusal: { code: 'bought-in-future' } })
    expect(await bought({ supplierName: '' })).toMatchObject({ ok: false, refusal: { code: 'supplier-unnamed' } })
  })

  test('a telephone number of a supplier is locked at rest and opened for the maker', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { supplierName: 'Kim Văn Dừa', supplierPhone: '0912345678' })
    const { phone } = await db.selectFrom('supplier').where('name', '=', 'Kim Văn Dừa').select('phone').executeTakeFirstOrThrow()
    expect(phone).not.toContain('912345678')
    expect((await findMaterialLot(producer(), materialLotId)).phone).toBe('84912345678')
  })

  test('a photo and a paper are opened for the maker and the office, and for no other maker', async () => {
    const photo = new File(
      [
        await (
          await import('sharp')
        )
          .default({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
          .png()
          .toBuffer(),
      ],
      'dua.png',
    )
    const bought = await buyMaterial(
      producer(),
      buyMaterialInput.parse({
        producerId: world.producer.id,
        material: 'Gừng',
        unit: 'kg',
        quantity: '5',
        boughtOn: '2026-11-20',
        supplierName: 'Chợ Cầu Kè',
        supplierKind: 'company',
        requestKey: key(),
      }),
      { photo },
    )
    if (!bought.ok) throw new Error(bought.refusal.code)
    const { materialLotId } = bought.value
    const { photoHash } = await findMaterialLot(producer(), materialLotId)
    for (const actor of [world.actors.producer, world.actors.officer])
      expect((await openMaterialFile(as(actor, worldDay), materialLotId, photoHash!)).mediaType).toMatch(/^image\//)
    await expect(openMaterialFile(as(world.actors.rival, worldDay), materialLotId, photoHash!)).rejects.toThrow(NotFound)
    await expect(findMaterialLot(as(world.actors.rival, worldDay), materialLotId)).rejects.toThrow(NotFound)
  })
})

describe('what is left of a purchase', () => {
  test('waste and counts are lines of the ledger with a reason, and there is never more than was bought nor less than nothing', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { material: 'Mè' })
    const wasted = await wasteMaterial(producer(), { materialLotId, amount: 30_000, note: 'Ẩm mốc', requestKey: key() })
    expect([wasted.ok, await balanceOf(materialLotId)]).toEqual([true, 70_000])
    expect(await wasteMaterial(producer(), { materialLotId, amount: 70_001, note: 'Ẩm mốc', requestKey: key() })).toMatchObject({
      refusal: { code: 'more-than-left', left: 70_000 },
    })
    const count = (counted: number) => countMaterial(producer(), { materialLotId, counted, note: 'Cân lại kho', requestKey: key() })
    expect(await count(100_001)).toMatchObject({ refusal: { code: 'counted-more-than-bought' } })
    expect(await count(70_000)).toMatchObject({ refusal: { code: 'count-agrees' } })
    expect([(await count(72_500)).ok, await balanceOf(materialLotId)]).toEqual([true, 72_500])
    const { entries } = await findMaterialLot(producer(), materialLotId)
    expect(entries.map(({ kind, delta }) => [kind, delta]).toSorted()).toEqual([
      ['bought', 100_000],
      ['counted', 2_500],
      ['wasted', -30_000],
    ])
  })

  test('the ledger is never changed, and its database keeps a balance from falling below nothing', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { material: 'Lá dứa' })
    await expect(
      db.updateTable('material_entry').set({ delta: 1 }).where('material_lot_id', '=', materialLotId).execute(),
    ).rejects.toThrow()
    await expect(sql`update material_lot set balance = balance - 100001 where id = ${materialLotId}`.execute(db)).rejects.toThrow(
      /check constraint/,
    )
  })
})

describe('making a lot', () => {
  test('by its recipe a lot takes from the oldest purchase first, and both ways of the trace agree', async () => {
    const older = await aPurchase(producer(), world.producer.id, { material: 'Dừa khô', quantity: '20', boughtOn: '2026-11-10' })
    const newer = await aPurchase(producer(), world.producer.id, {
      material: 'Dừa khô',
      quantity: '40',
      boughtOn: '2026-11-15',
      supplierName: 'Hợp tác xã Tân Quy',
      growingAreaCode: '',
    })
    const materialId = await aRecipe('Dừa khô')
    const opened = await openLot(producer(), opening({ productId: world.certified.id }))
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    const { lotId, traceCode } = opened.value
    expect((await inputsOf(db, lotId)).map(({ code, amount }) => [code, amount])).toEqual([
      [older.code, 20_000],
      [newer.code, 5_000],
    ])
    expect(await lotsOfInputs(db, { codes: [newer.code], producerId: null })).toEqual([lotId])
    const proposal = (await proposeLots(producer())).find(({ productId }) => productId === world.certified.id)
    expect(proposal?.materials).toEqual([{ materialId, material: 'Dừa khô', unit: 'kg', quantity: 25_000, pieces: 100, left: 35_000 }])

    // Everyone reads what it is and where it grew, nobody of whom it was bought.
    expect(await publicInputsOf(db, lotId)).toEqual([
      { material: 'Dừa khô', commune: 'Xã Cầu Kè', province: 'Tỉnh Vĩnh Long', growingAreaCode: 'VN-TVOR-0012' },
      { material: 'Dừa khô', commune: 'Xã Cầu Kè', province: 'Tỉnh Vĩnh Long', growingAreaCode: null },
    ])
    expect(await findScan(as(world.actors.buyer, worldDay), { traceCode })).toMatchObject({
      scan: { inputs: await publicInputsOf(db, lotId) },
    })
    const scanned = JSON.stringify(await findScan(as(world.actors.buyer, worldDay), { traceCode }))
    expect(scanned).not.toMatch(/Thạch Thị Sáp|Hợp tác xã Tân Quy/)
  })

  test('more than was bought by the day of making is not used, and nothing of the lot is kept', async () => {
    await aPurchase(producer(), world.producer.id, { material: 'Sầu riêng', quantity: '30', boughtOn: '2026-11-20' })
    const late = await aPurchase(producer(), world.producer.id, { material: 'Sầu riêng', quantity: '30', boughtOn: '2026-11-21' })
    await aRecipe('Sầu riêng', { amount: '40', tolerance: '100' })
    const number = 'QUA-SO-MUA'
    const refused = await openLot(producer(), opening({ productId: world.certified.id, number }))
    expect(refused).toMatchObject({ refusal: { code: 'more-than-bought', short: [{ wanted: 40_000, left: 30_000 }] } })
    expect(await db.selectFrom('lot').where('number', '=', number).select('id').execute()).toEqual([])
    expect(await balanceOf(late.materialLotId)).toBe(30_000)
  })

  test('ten lots opened at once take no more than there is', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { material: 'Chuối', quantity: '100' })
    await aRecipe('Chuối')
    const lots = await Promise.all(Array.from({ length: 10 }, () => openLot(producer(), opening({ productId: world.certified.id }))))
    expect([lots.filter(({ ok }) => ok).length, await balanceOf(materialLotId)]).toEqual([4, 0])
  })

  test('outside the tolerance a reason is asked, the office reads it, and no maker reads that list', async () => {
    await aPurchase(producer(), world.producer.id, { material: 'Bưởi', quantity: '100' })
    const materialId = await aRecipe('Bưởi')
    const open = (used: string, reason?: string) =>
      openLot(producer(), opening({ productId: world.certified.id, materialId, used, reason }))
    // 10 % of 25 kg are allowed in either direction, both ends included.
    expect(await open('27,501')).toMatchObject({ refusal: { code: 'yield-unexplained', off: [{ expected: 25_000, used: 27_501 }] } })
    expect(await open('22,499')).toMatchObject({ refusal: { code: 'yield-unexplained' } })
    expect((await open('27,5')).ok).toBe(true)
    const explained = await open('30', 'Bưởi nhỏ, vỏ dày')
    expect(explained.ok).toBe(true)
    const listed = await openList(as(world.actors.officer, worldDay), yieldList, new URLSearchParams())
    expect(listed.rows.find(({ material }) => material === 'Bưởi')).toMatchObject({
      state: 'off',
      expected: 25,
      used: 30,
      differsPercent: 20,
      reason: 'Bưởi nhỏ, vỏ dày',
    })
    for (const actor of [world.actors.producer, world.actors.scientist])
      await expect(openList(as(actor, worldDay), yieldList, new URLSearchParams())).rejects.toThrow(Forbidden)
  })

  test('what is left open may be written down while the lot is open, once per form, and more than the recipe allows asks for a reason', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { material: 'Khoai', quantity: '100' })
    const materialId = await aRecipe('Khoai')
    const opened = await openLot(producer(), opening({ productId: world.certified.id, withoutMaterials: 'on' }))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { lotId } = opened.value
    expect((await inputsOfLot(as(world.actors.officer, worldDay), lotId)).yields).toMatchObject([{ material: 'Khoai', used: 0 }])
    const use = (given: Record<string, string>) =>
      useMaterials(producer(), useMaterialsInput.parse({ lotId, of: materialId, requestKey: key(), ...given }))
    const requestKey = key()
    for (let time = 0; time < 2; time++) expect((await use({ amount: '20', requestKey })).ok).toBe(true)
    expect((await use({ amount: '5', of: materialLotId })).ok).toBe(true)
    expect(await balanceOf(materialLotId)).toBe(75_000)
    expect(await use({ amount: '10' })).toMatchObject({ refusal: { code: 'yield-unexplained' } })
    expect(await use({ amount: '80', reason: 'Mẻ hỏng' })).toMatchObject({ refusal: { code: 'more-than-bought' } })
    await expect(
      useMaterials(as(world.actors.rival, worldDay), useMaterialsInput.parse({ lotId, of: materialId, amount: '1', requestKey: key() })),
    ).rejects.toThrow(NotFound)
  })

  test('a recipe without materials ends the one before it', async () => {
    await aPurchase(producer(), world.producer.id, { material: 'Trấu' })
    await aRecipe('Trấu')
    const end = { productId: world.certified.id, effectiveFrom: '2026-11-01', pieces: '100', requestKey: key() }
    expect((await setRecipe(producer(), setRecipeInput.parse(end))).ok).toBe(true)
    const opened = await openLot(producer(), opening({ productId: world.certified.id }))
    expect(opened.ok && (await inputsOf(db, opened.value.lotId))).toEqual([])
  })

  test('a maker without recipes opens lots as before', async () => {
    const { lotId } = await aLot(as(world.actors.rival, worldDay), { productId: world.others.id })
    expect(await inputsOf(db, lotId)).toEqual([])
  })

  test('a number that nobody typed gives way where it was taken meanwhile, and one that was typed does not', async () => {
    const form = { productId: world.plain.id, number: '261120-01', proposedNumber: '261120-01' }
    const numbers = [await openLot(producer(), opening(form)), await openLot(producer(), opening(form))].map((one) =>
      one.ok ? one.value.number : one.refusal.code,
    )
    expect(numbers).toEqual(['261120-01', '261120-02'])
    expect(await openLot(producer(), opening({ ...form, proposedNumber: '261120-03' }))).toMatchObject({
      refusal: { code: 'number-taken' },
    })
  })
})

describe('events', () => {
  test('a purchase is received, a lot is a transformation of its purchases, and of whom it was bought stands in no event', async () => {
    const { materialLotId } = await aPurchase(producer(), world.producer.id, { material: 'Đậu phộng', supplierName: 'Sơn Thị Đậu' })
    const materialId = await aRecipe('Đậu phộng')
    const opened = await openLot(producer(), opening({ productId: world.certified.id }))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { lotId } = opened.value
    await useMaterials(producer(), useMaterialsInput.parse({ lotId, of: materialId, amount: '2', requestKey: key() }))
    await wasteMaterial(producer(), { materialLotId, amount: 1500, note: 'Sơn Thị Đậu đổi lại', requestKey: key() })
    const { madeOf } = await findChain(producer(), lotId)
    const bought = madeOf.find(({ purchase }) => purchase?.id === materialLotId)!
    expect(chainThing(bought)).toBe(`Đậu phộng, lần mua ${bought.purchase!.code}`)
    const named = `${testOrigin}/nguyen-lieu/${materialLotId}`
    const page = await findEvents(as(machineOf(world.coop)), { query: { conditions: [] }, perPage: 1000 })
    if (!page.ok) throw new Error(page.refusal.code)
    const events = page.value.events.filter((event) => JSON.stringify(event).includes(named))
    const quantity = (amount: number) => [{ epcClass: named, quantity: amount, uom: 'KGM' }]
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'ObjectEvent', action: 'ADD', bizStep: 'receiving', quantityList: quantity(100) }),
        expect.objectContaining({ type: 'TransformationEvent', 'dacsan:act': lotId, inputQuantityList: quantity(25) }),
        expect.objectContaining({ type: 'TransformationEvent', inputQuantityList: quantity(2) }),
        expect.objectContaining({ type: 'ObjectEvent', bizStep: 'destroying', quantityList: quantity(1.5) }),
      ]),
    )
    expect(events).toHaveLength(4)
    expect(JSON.stringify(events)).not.toContain('Sơn Thị Đậu')
  })
})

describe('the diary', () => {
  const wav = (name: string) => {
    const head = Buffer.from('RIFF\x24\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\x1f\0\0', 'latin1')
    return new File([head, Buffer.alloc(7936, 128)], name)
  }
  const entry = (given: Record<string, string>) => addDiaryEntryInput.parse({ kind: 'harvest', requestKey: key(), ...given })

  test('an entry that was tapped without a signal is of that moment, and a clock that runs ahead is not believed', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    for (const tappedAt of ['2026-11-22T06:30:00.000Z', '2026-11-25T00:00:00.000Z'])
      await addDiaryEntry(producer(), entry({ lotId, tappedAt }))
    const { diary } = await findLot(producer(), lotId)
    expect(diary.map(({ at }) => at.toISOString())).toEqual(['2026-11-22T06:30:00.000Z', new Date(worldDay).toISOString()])
  })

  test('quantity, place and a spoken note are for the maker and the office; everyone reads neither them nor the words of a purchase', async () => {
    const { lotId, traceCode } = await aLot(producer(), { productId: world.plain.id })
    const given = { lotId, quantity: '12,5', unit: 'kg', place: 'Vườn nhà chú Sáu', text: 'Hái buổi sáng' }
    const written = await addDiaryEntry(producer(), entry(given), { voice: wav('noi.wav') })
    expect(written.ok).toBe(true)
    await addDiaryEntry(producer(), entry({ lotId, kind: 'buy-material', text: 'Mua của bà Thạch Thị Sen' }))
    const { diary } = await findLot(as(world.actors.officer, worldDay), lotId)
    const [spoken] = diary.filter(({ voiceHash }) => voiceHash !== null)
    expect(spoken).toMatchObject({ quantity: 12_500, unit: 'kg', place: 'Vườn nhà chú Sáu' })
    expect((await openDiaryFile(as(world.actors.officer, worldDay), lotId, spoken!.voiceHash!)).mediaType).toBe('audio/wav')
    await expect(openDiaryFile(as(world.actors.rival, worldDay), lotId, spoken!.voiceHash!)).rejects.toThrow(NotFound)
    const visitor = as(world.actors.buyer, worldDay)
    await expect(openDiaryPhoto(visitor, traceCode, spoken!.voiceHash!)).rejects.toThrow(NotFound)
    const scanned = JSON.stringify(await findScan(visitor, { traceCode }))
    expect(scanned).toContain('Hái buổi sáng')
    expect(scanned).not.toMatch(/chú Sáu|Thạch Thị Sen|12500|usr_producer/)
  })

  test('a film and a text are no spoken notes', async () => {
    const { lotId } = await aLot(producer(), { productId: world.plain.id })
    const film = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x21hdlr\0\0\0\0\0\0\0\0vide\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')
    for (const content of [film, Buffer.from('xin chào')])
      expect(await addDiaryEntry(producer(), entry({ lotId }), { voice: new File([content], 'noi.mp4') })).toMatchObject({
        refusal: { code: 'voice-refused' },
      })
  })
})

test('every balance equals its ledger', async () => {
  const books = { db, pool, files } as never
  expect(await materialChecks['material-balances'].check(books)).toMatchObject({ faults: [] })
})
