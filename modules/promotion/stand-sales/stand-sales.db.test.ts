import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PackId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { checkLedger } from '../../inventory/index.ts'
import { positionOf } from '../../inventory/fixtures.ts'
import { recallLot, addPlace, addPlaceInput } from '../../traceability/index.ts'
import type { LotId, PlaceId } from '../../traceability/rules.ts'
import { moveGoods } from '../../inventory/index.ts'
import { stockMustBeIntact } from '../../shop/fixtures.ts'
import { shopWorld } from '../../shop/test-world.ts'
import { anApplication, anOfficer, anOpenFair, fairDays, mustBe } from '../fairs/fixtures.ts'
import * as fairs from '../fairs/index.ts'
import type { FairApplicationId, FairId } from '../fairs/rules.ts'
import { standSaleForm } from './inputs.ts'
import * as stands from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const seller = (at: string = fairDays.running): Ctx => asAt(world.people.seller, at)
const office = (at: keyof typeof fairDays): Ctx => asAt(anOfficer, fairDays[at])

let fairId: FairId
let applicationId: FairApplicationId
let stand: PlaceId
let packId: PackId
let lotId: LotId
let home: PlaceId

beforeAll(async () => {
  lotId = world.lotId
  const at = await positionOf(db, lotId)
  packId = at.packId
  home = at.placeId
  fairId = await anOpenFair(office('entered'))
  applicationId = (await anApplication(seller(fairDays.asked), fairId, world)).applicationId
  mustBe(await fairs.closeCall(office('closed'), { fairId }))
  const { mark } = await fairs.previewAllotment(office('allotted'), fairId)
  mustBe(await fairs.publishAllotment(office('allotted'), { fairId, mark }))
  mustBe(await fairs.confirmStand(seller(fairDays.allotted), { applicationId }))
  stand = mustBe(await addPlace(seller(), addPlaceInput.parse({ kind: 'stall', name: 'Gian hội chợ' }))).placeId
})

const bring = async (quantity: number) => {
  mustBe(await moveGoods(seller(), { lotId, packId, fromId: home, toId: stand, quantity, requestKey: newId('key') }))
}
const sell = (given: object = {}, ctx = seller()) =>
  stands.sellAtStand(ctx, {
    applicationId,
    paidBy: 'cash',
    lines: [{ packId, quantity: 2, unitVnd: 90_000 }],
    requestKey: newId('key'),
    ...given,
  })
const there = async () =>
  (await db.selectFrom('stock_balance').select('on_hand').where('lot_id', '=', lotId).where('place_id', '=', stand).executeTakeFirst())
    ?.on_hand ?? 0

describe('a stand', () => {
  test('sells only while its fair is on, and only for whoever it belongs to', async () => {
    expect(await sell()).toMatchObject({ refusal: { code: 'not-running' } })
    mustBe(await fairs.beginRunning(office('running'), { fairId }))
    await expect(stands.findStand(asAt(world.people.rival, fairDays.running), applicationId)).rejects.toThrow(NotFound)
    await expect(stands.findStand(asAt(visitor, fairDays.running), applicationId)).rejects.toThrow(NotFound)
    await expect(stands.findStand(office('running'), applicationId)).rejects.toThrow(NotFound)
    expect(await sell({ lines: [{ packId: 'pck_of_somebody', quantity: 1, unitVnd: 1000 }] })).toMatchObject({
      refusal: { code: 'pack-of-other' },
    })
    expect(await sell({ lines: [] })).toMatchObject({ refusal: { code: 'nothing-sold' } })
  })

  test('a sale made before the books had the goods is written all the same, and the goods leave them once they are there', async () => {
    expect(mustBe(await sell()).missing).toBe(1)
    expect(await stands.bookStandGoods(seller(), { applicationId })).toMatchObject({ refusal: { code: 'place-unknown' } })
    mustBe(await stands.chooseStandPlace(seller(), { applicationId, placeId: stand }))
    expect(await stands.chooseStandPlace(seller(), { applicationId, placeId: home })).toMatchObject({ refusal: { code: 'sold-before' } })
    await bring(1)
    expect(mustBe(await stands.bookStandGoods(seller(), { applicationId }))).toEqual({ missing: 1 })
    expect(await there()).toBe(0)
    expect((await stands.findStand(seller(), applicationId)).missing).toBe(1)
    await bring(10)
    expect(mustBe(await stands.bookStandGoods(seller(), { applicationId }))).toEqual({ missing: 0 })
    expect(await there()).toBe(9)
  })

  test('the same form sent by two tries of one telephone is one sale; another content under its key is refused', async () => {
    const requestKey = newId('key')
    const before = await there()
    const tries = await Promise.all([sell({ requestKey }), sell({ requestKey })])
    expect(new Set(tries.map((one) => mustBe(one).saleId)).size).toBe(1)
    expect(await there()).toBe(before - 2)
    expect(await sell({ requestKey, paidBy: 'transfer' })).toMatchObject({ refusal: { code: 'request-key-reused' } })
  })

  test('what was sold without a signal counts on the day on which it was sold; a clock that runs ahead is told', async () => {
    const late = seller('2027-01-12T09:00:00+07:00')
    mustBe(await sell({ soldAt: new Date('2027-01-11T15:00:00+07:00') }, late))
    const { days, sales } = await stands.findStand(late, applicationId)
    expect(days.find(({ day }) => day === '2027-01-11')).toMatchObject({ sales: 1, cashVnd: 180_000, transferVnd: 0 })
    expect(sales[0]).toMatchObject({ cameLate: true })
    expect(await sell({ soldAt: new Date('2027-01-09T15:00:00+07:00') }, late)).toMatchObject({ refusal: { code: 'day-outside' } })
    expect(await sell({ soldAt: new Date('2027-01-12T11:00:00+07:00') }, late)).toMatchObject({ refusal: { code: 'sold-later' } })
  })

  test('a sale that is taken back brings its goods back once', async () => {
    const before = await there()
    const { saleId } = mustBe(await sell())
    const input = { applicationId, saleId, reason: 'Khách trả lại' }
    mustBe(await stands.takeBackStandSale(seller(), input))
    expect(await there()).toBe(before)
    expect(await stands.takeBackStandSale(seller(), input)).toMatchObject({ refusal: { code: 'taken-back-before' } })
    await expect(stands.takeBackStandSale(seller(), { ...input, saleId: 'ssl_0' })).rejects.toThrow(NotFound)
  })

  test('what it sold stands in the report as written down sale by sale, a measure goes before it, its own word after', async () => {
    const declared = { applicationId, day: '2027-01-10', cashVnd: 9_000_000, transferVnd: 0, orderVnd: 700_000, shopVnd: 0 }
    mustBe(await fairs.declareSales(seller(), { ...declared, requestKey: newId('key') }))
    const [row] = (await fairs.findReport(office('running'), fairId)).sales
    const [day] = (await stands.findStand(seller(), applicationId)).days.filter((one) => one.day === '2027-01-10')
    // Orders that were taken stand in no sale of the stand.
    expect(row).toMatchObject({ knownBy: 'recorded', cashVnd: day!.cashVnd, transferVnd: day!.transferVnd, orderVnd: 700_000 })
    mustBe(await fairs.declareSales(office('running'), { ...declared, cashVnd: 400_000, orderVnd: 0, requestKey: newId('key') }))
    expect((await fairs.findReport(office('running'), fairId)).sales[0]).toMatchObject({ knownBy: 'measured', amountVnd: 400_000 })
  })

  test('whatever is sold, taken back and brought, the goods and the money add up again', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('sell' as const),
        quantity: fc.integer({ min: 1, max: 4 }),
        paidBy: fc.constantFrom('cash' as const, 'transfer' as const),
      }),
      fc.record({ do: fc.constant('back' as const) }),
      fc.record({ do: fc.constant('bring' as const) }),
      fc.record({ do: fc.constant('book' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          if (one.do === 'sell') mustBe(await sell({ paidBy: one.paidBy, lines: [{ packId, quantity: one.quantity, unitVnd: 1000 }] }))
          if (one.do === 'bring') await bring(1)
          if (one.do === 'book') mustBe(await stands.bookStandGoods(seller(), { applicationId }))
          if (one.do === 'back') {
            const sale = (await stands.findStand(seller(), applicationId)).sales.find(({ isBack }) => !isBack)
            if (sale) mustBe(await stands.takeBackStandSale(seller(), { applicationId, saleId: sale.id, reason: 'Thử' }))
          }
        }
        const { sales, days } = await stands.findStand(seller(), applicationId)
        const kept = sales.filter(({ isBack }) => !isBack)
        expect(days.reduce((sum, { cashVnd, transferVnd }) => sum + cashVnd + transferVnd, 0)).toBe(
          kept.reduce((sum, { sumVnd }) => sum + sumVnd, 0),
        )
        for (const { lines, sumVnd } of sales) expect(lines.reduce((sum, line) => sum + line.quantity * line.unitVnd, 0)).toBe(sumVnd)
        // What left the stand is what was sold and not taken back, but for what the books lack.
        const { gone } = await db
          .selectFrom('stock_entry')
          .where('place_id', '=', stand)
          .where('kind', 'in', ['sold', 'returned'])
          .select((eb) => eb.fn.sum<string>('delta').as('gone'))
          .executeTakeFirstOrThrow()
        const soldOf = kept.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.quantity - line.missing, 0)
        expect(soldOf + Number(gone)).toBe(0)
        expect(await checkLedger(db)).toMatchObject({ ok: true })
      }),
      { numRuns: 6 },
    )
    await stockMustBeIntact(db)
  })

  test('the database takes no sale whose lines are another sum, and no more goods than were sold', async () => {
    const row = { id: newId('ssl'), application_id: applicationId, day: '2027-01-10', sold_at: new Date(), paid_by: 'cash' as const, sum_vnd: 5, request_key: newId('key'), at: new Date(), by_name: 'x' } // prettier-ignore
    await expect(db.insertInto('stand_sale').values(row).execute()).rejects.toThrow('does not add up')
    await bring(3)
    const { saleId } = mustBe(await sell({ lines: [{ packId, quantity: 1, unitVnd: 1000 }] }))
    const goods = { sale_id: saleId, pack_id: packId, lot_id: lotId, place_id: stand, quantity: 1, at: new Date() }
    await expect(db.insertInto('stand_sale_goods').values(goods).execute()).rejects.toThrow('more goods than it sold')
  })

  test('goods of a recalled lot leave the books for nobody', async () => {
    await bring(2)
    mustBe(await recallLot(seller(), { lotId, reason: 'Phát hiện nấm mốc' } as Parameters<typeof recallLot>[1]))
    const before = await there()
    expect(mustBe(await sell({ lines: [{ packId, quantity: 1, unitVnd: 1000 }] })).missing).toBe(1)
    expect(await there()).toBe(before)
  })
})

test('a form sends a quantity and a price beside each pack; what was not sold is no line, and what is not a number is told', () => {
  const form = { applicationId: 'fap_1', requestKey: newId('key'), paidBy: 'cash', soldAt: '', 'quantity-pck_1': '2', 'price-pck_1': '85.000', 'quantity-pck_2': '', 'price-pck_2': '1' } // prettier-ignore
  expect(standSaleForm.parse(form)).toMatchObject({ lines: [{ packId: 'pck_1', quantity: 2, unitVnd: 85_000 }] })
  expect(standSaleForm.safeParse({ ...form, 'price-pck_1': 'tám mươi' }).error?.issues[0]?.message).toBe('Ghi giá bằng số, ví dụ 120.000.')
})
