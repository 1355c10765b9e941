import { NotFound } from '@dacsan/decisions'
import { namespacesOf } from '@dacsan/epcis'
import type { EpcisEvent } from '@dacsan/epcis'
import { eventHash } from '@dacsan/epcis/hash'
import { newId } from '@dacsan/platform/ids'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { addPack } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aLot, traceWorld, worldDay } from '../traceability/fixtures.ts'
import { addPlace, endPlace, ownPlaces, recallLot } from '../traceability/index.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { packLot, positionOf, takeOutOfLot } from './fixtures.ts'
import { selectNames } from './goods.store.ts'
import { checkLedger, countPlace, goodsOfLot, moveGoods, ownShelf, packGoods, takeBack, takeOut } from './index.ts'
import { goodsMoved } from './movement-events.ts'
import { writeEntries } from './write-entries.ts'

const { db, owner, as: asAt } = await testDatabase<Tables>()
const world = await traceWorld(asAt)
const as = (actor = world.actors.producer, moment = worldDay) => asAt(actor, moment)
const maker = as()
const productId = world.certified.id

function mustBe<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
const aPlace = async (name: string): Promise<PlaceId> => {
  const place = { kind: 'stall' as const, name, gln: null, communeCode: null, latitude: null, longitude: null, agrees: false, sells: false }
  return mustBe(await addPlace(maker, place)).placeId
}
const balances = async (lotId: LotId) =>
  (await db.selectFrom('stock_balance').where('lot_id', '=', lotId).select(['pack_id', 'place_id', 'on_hand']).execute())
    .filter(({ on_hand }) => on_hand > 0)
    .map(({ on_hand }) => on_hand)
    .toSorted((a, b) => a - b)
const key = () => newId('key')

afterEach(async () => {
  const { faults } = await checkLedger(db)
  if (faults.length > 0) throw new Error(`the books do not add up: ${JSON.stringify(faults)}`)
})

describe('packing', () => {
  test('a lot opened for the first time gives its maker a workshop, where its goods come to be', async () => {
    const { lotId } = await aLot(maker, { productId, quantity: 60 })
    expect(await ownPlaces(maker)).toMatchObject([{ kind: 'workshop', isDefault: true, sells: true }])
    const form = { lotId, packs: [{ quantity: 60 }], requestKey: key() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => packGoods(maker, form)))
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { lotId, packed: 60 } })
    expect(await balances(lotId)).toEqual([60])
    expect(await packGoods(maker, { ...form, packs: [{ quantity: 1 }] })).toMatchObject({ refusal: { code: 'request-key-reused' } })
    expect(await packLot(maker, lotId, 1)).toMatchObject({ refusal: { code: 'more-than-made', made: 60, alreadyTaken: 60 } })
  })

  test('a lot becomes several packs by their net content, and not more than was made, however many pack at once', async () => {
    const big = mustBe(await addPack(maker, { productId, name: 'Hũ 1 kg', gtin: null })).packId
    const { lotId } = await aLot(maker, { productId, quantity: 20, unit: 'kg' })
    const [small] = (await goodsOfLot(maker, lotId)).packs
    const packs = [
      { packId: small!.id, quantity: 10 },
      { packId: big, quantity: 5 },
    ]
    // Ten jars of 500 g and five of 1 kg are ten of twenty kilograms: twice, and no third time.
    const answers = await Promise.all(Array.from({ length: 3 }, () => packGoods(maker, { lotId, packs, requestKey: key() })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'more-than-made', made: 20, unit: 'kg', alreadyTaken: 20 } })
    expect(await balances(lotId)).toEqual([10, 20])
  })

  test('where nobody says how many, all that is left goes into the default pack', async () => {
    const { lotId } = await aLot(maker, { productId, quantity: 12 })
    mustBe(await packLot(maker, lotId, 5))
    expect(await packGoods(maker, { lotId, requestKey: key() })).toMatchObject({ value: { packed: 7 } })
    expect((await ownShelf(maker)).packable.map((lot) => lot.lotId)).not.toContain(lotId)
  })

  test('goods of another maker are not found', async () => {
    const { lotId } = await aLot(maker, { productId })
    mustBe(await packLot(maker, lotId, 5))
    const rival = as(world.actors.rival)
    await expect(packLot(rival, lotId, 1)).rejects.toThrow(NotFound)
    await expect(goodsOfLot(rival, lotId)).rejects.toThrow()
    const { placeId, packId } = await positionOf(db, lotId)
    const counts = [{ lotId, packId, counted: 1, note: 'x' }]
    await expect(countPlace(rival, { placeId, counts, requestKey: key() })).rejects.toThrow(NotFound)
  })
})

describe('places', () => {
  test('goods go from one place to another and none are lost, those that wait for a buyer stay', async () => {
    const { lotId } = await aLot(maker, { productId })
    mustBe(await packLot(maker, lotId, 10))
    const goods = await positionOf(db, lotId)
    const toId = await aPlace('Quầy chợ Cầu Kè')
    const move = { ...goods, fromId: goods.placeId, toId, quantity: 4, requestKey: key() }
    expect([await moveGoods(maker, move), await moveGoods(maker, move)]).toMatchObject([{ value: { moved: 4 } }, { value: { moved: 4 } }])
    expect(await balances(lotId)).toEqual([4, 6])
    expect(await moveGoods(maker, { ...move, quantity: 7, requestKey: key() })).toMatchObject({ refusal: { code: 'not-enough', free: 6 } })
    expect(await moveGoods(maker, { ...move, toId: goods.placeId, requestKey: key() })).toMatchObject({ refusal: { code: 'same-place' } })
    mustBe(await endPlace(maker, { placeId: toId }))
    expect(await moveGoods(maker, { ...move, requestKey: key() })).toMatchObject({ refusal: { code: 'place-ended' } })
    expect(await moveGoods(maker, { ...move, fromId: toId, toId: goods.placeId, requestKey: key() })).toMatchObject({ ok: true })
  })

  test('a shelf that is counted gets the differences with their reasons, all rows or none', async () => {
    const placeId = await aPlace('Kho sau nhà')
    const [one, two] = [await aLot(maker, { productId }), await aLot(maker, { productId })]
    const [{ packId }] = [(await goodsOfLot(maker, one.lotId)).packs[0]!].map(({ id }) => ({ packId: id })) as [{ packId: `pck_${string}` }]
    for (const { lotId } of [one, two])
      mustBe(await packGoods(maker, { lotId, placeId, packs: [{ packId, quantity: 10 }], requestKey: key() }))
    const row = (lotId: LotId, counted: number, note: string) => ({ lotId, packId, counted, note })
    const count = (counts: ReturnType<typeof row>[]) => countPlace(maker, { placeId, counts, requestKey: key() })
    expect(await count([row(one.lotId, 10, ''), row(two.lotId, 8, '')])).toEqual({
      ok: false,
      refusal: { code: 'reason-missing', line: 1 },
    })
    expect(await count([row(one.lotId, 10, ''), row(two.lotId, 8, 'Chuột cắn')])).toEqual({
      ok: true,
      value: { counted: 2, differences: 1 },
    })
    expect([await balances(one.lotId), await balances(two.lotId)]).toEqual([[10], [8]])
  })

  test('what was sold out while the shelf was counted can be counted all the same', async () => {
    const placeId = await aPlace('Sạp chợ')
    const { lotId } = await aLot(maker, { productId })
    const packId = (await goodsOfLot(maker, lotId)).packs[0]!.id
    mustBe(await packGoods(maker, { lotId, placeId, packs: [{ packId, quantity: 3 }], requestKey: key() }))
    mustBe(await takeOut(maker, 'sampled', { lotId, packId, placeId, quantity: 3, note: 'Mời dùng thử', requestKey: key() }))
    const counts = [{ lotId, packId, counted: 1, note: 'Còn sót một hũ' }]
    expect(await countPlace(maker, { placeId, counts, requestKey: key() })).toEqual({ ok: true, value: { counted: 1, differences: 1 } })
  })
})

describe('goods that leave and come back', () => {
  test('not more comes back than was sold, and goods of a recalled lot are marked apart and can be destroyed', async () => {
    const { lotId } = await aLot(maker, { productId })
    mustBe(await packLot(maker, lotId, 10))
    const goods = await positionOf(db, lotId)
    await db.transaction().execute((tx) => writeEntries(tx, maker, [{ ...goods, delta: -6, kind: 'sold', ref: 'DS1' }]))
    const back = { ...goods, quantity: 2, note: 'Khách đổi ý', requestKey: key() }
    expect(await takeBack(maker, back)).toEqual({ ok: true, value: { onHand: 6 } })
    expect(await takeBack(maker, { ...back, quantity: 5, requestKey: key() })).toMatchObject({
      refusal: { code: 'more-than-sold', out: 4 },
    })
    mustBe(await recallLot(maker, { lotId, reason: 'Nắp không kín' }))
    expect(await takeBack(maker, { ...back, quantity: 4, requestKey: key() })).toEqual({ ok: true, value: { onHand: 10 } })
    mustBe(await takeOutOfLot(maker, lotId, 'destroyed', 10))
    const { movements } = await goodsOfLot(maker, lotId)
    expect(
      movements
        .map(({ kind, delta }) => [kind, delta])
        .toReversed()
        .slice(2),
    ).toEqual([
      ['returned', 2],
      ['recalled', 4],
      ['destroyed', -10],
    ])
  })

  test('the ledger of goods cannot be rewritten', async () => {
    for (const [who, refusal] of [
      [db, 'permission denied'],
      [owner.db, 'append only'],
    ] as const) {
      await expect(who.updateTable('stock_entry').set({ delta: 5 }).execute()).rejects.toThrow(refusal)
      await expect(who.deleteFrom('stock_entry').execute()).rejects.toThrow(refusal)
    }
  })

  test('the check names a balance that was changed behind the ledger', async () => {
    const { lotId } = await aLot(maker, { productId })
    mustBe(await packLot(maker, lotId, 10))
    const set = (on_hand: number) => db.updateTable('stock_balance').set({ on_hand }).where('lot_id', '=', lotId).execute()
    await set(11)
    expect(await checkLedger(db)).toMatchObject({ ok: false, faults: [{ check: 'ledger-is-balance', found: '11', expected: '10' }] })
    await set(10)
  })
})

test('every line of the ledger is one event and says the same', async () => {
  const { lotId } = await aLot(maker, { productId })
  mustBe(await packLot(maker, lotId, 3))
  const entries = await db.selectFrom('stock_entry').selectAll().where('by_id', 'is not', null).execute()
  const names = await selectNames(
    db,
    entries.map((entry) => ({ lotId: entry.lot_id, packId: entry.pack_id, placeId: entry.place_id })),
  )
  const namespaces = namespacesOf({ dacsan: `${testOrigin}/epcis/ns/` })
  const expected = entries.map((entry) => {
    const { organisationId: _organisation, ...name } = names({ lotId: entry.lot_id, packId: entry.pack_id, placeId: entry.place_id })
    const { id, kind, delta, at } = entry
    const { act, event } = goodsMoved({ origin: testOrigin }, { id, kind, delta, at, ...name })
    return eventHash({ ...event, 'dacsan:act': act } as EpcisEvent, { namespaces })
  })
  const stored = await db.selectFrom('epcis_event').select('event_id').execute()
  expect(stored.map(({ event_id }) => event_id)).toEqual(expect.arrayContaining(expected))
  expect(expected.length).toBeGreaterThan(15)
})
