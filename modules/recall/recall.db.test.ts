import { randomBytes, randomInt } from 'node:crypto'
import { newTraceCode } from '@dacsan/gs1'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { addPack } from '../catalogue/index.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { positionOf } from '../inventory/fixtures.ts'
import { goodsOfLot, moveGoods, packGoods, takeOut } from '../inventory/index.ts'
import { drawAll } from '../papers/fixtures.ts'
import { aListing, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import {
  cancelRecalledOrders,
  confirmPayment,
  findOrderByLink,
  findSellerOrder,
  handOver,
  placeOrder,
  refundPayment,
} from '../shop/index.ts'
import { aPurchase } from '../traceability/fixtures.ts'
import { addPlace, useMaterials } from '../traceability/index.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { aCount, aPhoto, aProof, aRecall, aRecallForm } from './fixtures.ts'
import { openRecalls } from './open-data.ts'
import { recallPapers } from './papers.ts'
import {
  acknowledgeRecall,
  closeRecall,
  countGoods,
  decideRecall,
  findAffected,
  findForPartner,
  findRecall,
  findRecallOfLot,
  listPublicRecalls,
  openTallyPhoto,
  rehearseRecall,
  reportOf,
  startRecall,
  tellPartner,
} from './index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const at = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = at): Ctx => asAt(actor, moment)
const buyer = as(visitor)
const office = as(someoneWith('provincial-officer'))

beforeAll(() => withLaw(as))

type Shop = Awaited<ReturnType<typeof aShop>>
const order = async (shop: Pick<Shop, 'listingId'>, quantity: number) => {
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }])))
  const { id: orderId, code } = placed.orders[0]!
  return { orderId, link: { code, secret: placed.secret } }
}
const money = (orderId: `ord_${string}`, amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })

/** A shop with an order that nobody paid, one that is paid and one that was handed over, each of so many jars. */
async function threeOrders(shop: Shop) {
  const seller = as(shop.person)
  const unpaid = await order(shop, 2)
  const paid = await order(shop, 3)
  mustBe(await confirmPayment(seller, money(paid.orderId, 3 * 85_000)))
  const given = await order(shop, 4)
  mustBe(await confirmPayment(seller, money(given.orderId, 4 * 85_000)))
  mustBe(await handOver(seller, { orderId: given.orderId, acceptShort: false, note: '' }))
  return { seller, unpaid, paid, given }
}

const cancelAll = (lotId: LotId) => cancelRecalledOrders(as(system('recall')), { lotIds: [lotId], recall: 'TH-2026-1' })
const codeOf = async (lotId: LotId) =>
  (await db.selectFrom('lot').where('id', '=', lotId).select('trace_code').executeTakeFirstOrThrow()).trace_code

describe('finding what a recall reaches', () => {
  test('a producer sees the shelf, the orders and the buyers of its own lot before anything is done', async () => {
    const shop = await aShop(as, { stock: 20 })
    const { seller } = await threeOrders(shop)
    const found = await findAffected(seller, { q: await codeOf(shop.lotId) })
    expect(found).toMatchObject({
      orders: 3,
      buyers: 3,
      amountVnd: 9 * 85_000,
      lots: [{ made: 1000, onHand: 16, reserved: 5, sold: 4, orders: 3 }],
    })
    expect((await db.selectFrom('recall').selectAll().where('producer_id', '=', shop.producerId).execute()).length).toBe(0)
  })

  test('lots are found by the purchase that they are made of, with the other lots of it beside them', async () => {
    const shop = await aShop(as, { stock: 20 })
    const maker = as(shop.person)
    const other = await aListing(as, shop, { stock: 5 })
    const growingAreaCode = `VN-TVOR-${randomInt(1e6)}`
    const bought = await aPurchase(maker, shop.producerId, { growingAreaCode, boughtOn: '2026-10-30' })
    for (const lotId of [shop.lotId, other.lotId])
      mustBe(await useMaterials(maker, { lotId, of: bought.materialLotId, amount: 20_000, reason: 'Nấu thử', requestKey: newId('key') }))
    const idsOf = ({ lots }: { lots: { id: LotId }[] }) => lots.map(({ id }) => id).toSorted()
    const both = [shop.lotId, other.lotId].toSorted()
    expect(idsOf(await findAffected(maker, { q: '', input: bought.code.toLowerCase() }))).toEqual(both)
    expect(idsOf(await findAffected(office, { q: '', input: growingAreaCode }))).toEqual(both)
    const one = await findAffected(maker, { q: shop.lotId })
    expect(one.lots).toMatchObject([{ inputs: [{ code: bought.code }], positions: [{ onHand: 20 }] }])
    expect(one.related).toMatchObject([{ id: other.lotId, onHand: 5 }])
    const stranger = (await aShop(as)).person
    expect((await findAffected(as(stranger), { q: '', input: growingAreaCode })).lots).toEqual([])
  })

  test('lots are found by where their goods lay, and when', async () => {
    const shop = await aShop(as, { stock: 20 })
    const maker = as(shop.person)
    const name = `Quầy phà ${newId('n')}`
    const place = {
      kind: 'stall' as const,
      name,
      gln: null,
      communeCode: null,
      latitude: null,
      longitude: null,
      agrees: false,
      sells: false,
    }
    const { placeId: toId } = mustBe(await addPlace(maker, place))
    const goods = await positionOf(db, shop.lotId)
    const move = (moment: string, given: { fromId: PlaceId; toId: PlaceId }) =>
      moveGoods(as(shop.person, moment), { ...goods, ...given, quantity: 5, requestKey: newId('key') })
    mustBe(await move('2026-11-20T09:00:00+07:00', { fromId: goods.placeId, toId }))
    mustBe(await move('2026-11-22T09:00:00+07:00', { fromId: toId, toId: goods.placeId }))
    const lay = async (placeFrom?: string, placeTo?: string, ctx = maker) =>
      (await findAffected(ctx, { q: '', place: name.toLowerCase(), placeFrom, placeTo })).lots.map(({ id }) => id)
    expect(await lay()).toEqual([shop.lotId])
    expect(await lay(undefined, undefined, office)).toEqual([shop.lotId])
    expect(await lay('2026-11-22')).toEqual([shop.lotId])
    expect(await lay('2026-11-23')).toEqual([])
    expect(await lay(undefined, '2026-11-20')).toEqual([shop.lotId])
    expect(await lay(undefined, '2026-11-19')).toEqual([])
    expect((await findAffected(maker, { q: 'khong-co', place: name })).lots).toEqual([])
  })

  test('lots are found by the days on which they were made, by an authority of every maker and by a maker of its own alone', async () => {
    const [one, other] = [await aShop(as), await aShop(as)]
    const ask = (ctx: Ctx) => findAffected(ctx, { q: '', from: '2026-11-01', to: '2026-11-01' })
    const ofOffice = (await ask(office)).lots.map(({ id }) => id)
    expect(ofOffice).toEqual(expect.arrayContaining([one.lotId, other.lotId]))
    expect((await ask(as(one.person))).lots.map(({ id }) => id)).toEqual([one.lotId])
    expect((await findAffected(as(one.person), { q: await codeOf(other.lotId) })).lots).toEqual([])
    expect((await findAffected(office, { q: '' })).lots).toEqual([])
  })
})

describe('starting a recall', () => {
  test('a maker recalls by itself, an authority orders; the clock of the law runs for 24 hours', async () => {
    const [own, ordered] = [await aShop(as), await aShop(as)]
    const voluntary = await findRecall(as(own.person), await aRecall(as(own.person), own.lotId))
    expect(voluntary.recall).toMatchObject({ origin: 'voluntary', isDrill: false, status: 'open' })
    expect(voluntary.recall.decideBy).toEqual(new Date('2026-11-24T10:00:00+07:00'))
    const compulsory = await findRecall(office, await aRecall(office, ordered.lotId))
    expect(compulsory.recall.origin).toBe('ordered')
    expect((await findRecall(as(someoneWith('provincial-officer'), '2026-11-24T10:01:00+07:00'), compulsory.recall.id)).isLate).toBe(true)
  })

  test('the lots are recalled in the same transaction, and a lot is recalled once', async () => {
    const shop = await aShop(as)
    const second = await aListing(as, shop)
    await aRecall(as(shop.person), shop.lotId)
    const again = await startRecall(as(shop.person), aRecallForm([second.lotId, shop.lotId]))
    expect(again).toMatchObject({ refusal: { code: 'lot-recalled-before', lots: [expect.any(String)] } })
    const lots = await db.selectFrom('lot').where('id', 'in', [shop.lotId, second.lotId]).select(['id', 'status']).execute()
    expect(new Map(lots.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [shop.lotId, 'recalled'],
        [second.lotId, 'open'],
      ]),
    )
  })

  test('the same form sent twice is one case, and lots of two makers are a case for each', async () => {
    const [one, other] = [await aShop(as), await aShop(as)]
    const form = aRecallForm([one.lotId, other.lotId])
    const first = await startRecall(office, form)
    expect(first).toMatchObject({ ok: true, value: { recallIds: [expect.any(String), expect.any(String)] } })
    // Sent again the lots are recalled already; the key is what tells that it is the same wish.
    expect(await startRecall(office, form)).toEqual(first)
  })

  test('where the rule of the day does not name an authority, it neither recalls nor decides', async () => {
    const shop = await aShop(as)
    const recallId = await aRecall(as(shop.person), shop.lotId)
    const trade = as(someoneWith('trade-department'))
    await db
      .updateTable('legal_rule')
      .set({ value: JSON.stringify(['provincial-officer']) })
      .where('topic', '=', 'recall.authorities')
      .execute()
    const drill = await rehearseRecall(trade, aRecallForm(shop.lotId))
    const decided = await decideRecall(trade, { recallId, number: '1/QĐ', decidedOn: '2026-11-23', handling: 'destroy' }, null)
    await db
      .updateTable('legal_rule')
      .set({ value: JSON.stringify(['provincial-officer', 'science-department', 'trade-department']) })
      .where('topic', '=', 'recall.authorities')
      .execute()
    expect([drill, decided]).toMatchObject([{ refusal: { code: 'not-the-authority' } }, { refusal: { code: 'not-the-authority' } }])
  })
})

describe('orders of recalled goods', () => {
  test('C25: what is not handed over is cancelled, and each buyer reads what to do instead of a code to pay', async () => {
    const shop = await aShop(as, { stock: 20 })
    const { seller, unpaid, paid, given } = await threeOrders(shop)
    const recallId = await aRecall(seller, shop.lotId)
    const outlook = async ({ link }: typeof paid) => (await findOrderByLink(buyer, link)).order
    expect((await outlook(unpaid)).transfer).toBe(null)
    expect((await outlook(unpaid)).facts.recall).toBe('held')
    expect(await cancelAll(shop.lotId)).toBe(2)
    expect(await cancelAll(shop.lotId)).toBe(0)
    expect((await outlook(unpaid)).facts.recall).toBe('not-paid')
    expect((await outlook(unpaid)).moves.find(({ said }) => said)?.said).toEqual({ code: 'lot-recalled', recall: 'TH-2026-1' })
    expect((await outlook(paid)).facts.recall).toBe('refund-due')
    expect((await outlook(given)).facts.recall).toBe('give-back')
    const { orders } = await findRecall(seller, recallId)
    expect(orders.map(({ quantity, refundDueVnd }) => [quantity, refundDueVnd])).toEqual([
      [2, 0],
      [3, 3 * 85_000],
      [4, 4 * 85_000],
    ])
  })

  test('what was handed over and recalled is paid back at the price of the line, and not more', async () => {
    const shop = await aShop(as, { stock: 20 })
    const { seller, given, paid } = await threeOrders(shop)
    await aRecall(seller, shop.lotId)
    await cancelAll(shop.lotId)
    expect((await findSellerOrder(seller, given.orderId)).facts.refundableVnd).toBe(4 * 85_000)
    expect(await refundPayment(seller, money(given.orderId, 4 * 85_000 + 1))).toMatchObject({ refusal: { code: 'refund-too-large' } })
    expect(await refundPayment(seller, money(given.orderId, 4 * 85_000))).toMatchObject({
      value: { payment: 'refunded', fulfilment: 'handed-over' },
    })
    mustBe(await refundPayment(seller, money(paid.orderId, 3 * 85_000)))
    expect((await findOrderByLink(buyer, given.link)).order.facts.recall).toBe('refunded')
    await stockMustBeIntact(db)
  })

  test('of an order with other goods only the recalled ones are paid back', async () => {
    const shop = await aShop(as, { stock: 20 })
    const other = await aListing(as, shop, { priceVnd: 10_000 })
    const seller = as(shop.person)
    const lines = [
      { listingId: shop.listingId, quantity: 1 },
      { listingId: other.listingId, quantity: 2 },
    ]
    const { id: orderId } = mustBe(await placeOrder(buyer, anOrderForm(lines))).orders[0]!
    mustBe(await confirmPayment(seller, money(orderId, 105_000)))
    mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
    await aRecall(seller, shop.lotId)
    expect((await findSellerOrder(seller, orderId)).facts.refundableVnd).toBe(85_000)
  })

  test('names and telephones of buyers are read by the seller alone, and a stranger reads nothing', async () => {
    const shop = await aShop(as, { stock: 20 })
    await threeOrders(shop)
    const recallId = await aRecall(as(shop.person), shop.lotId)
    expect((await findRecall(as(shop.person), recallId)).orders.every(({ buyer: who }) => who?.name === 'Nguyễn Thị Mua')).toBe(true)
    expect((await findRecall(office, recallId)).orders.every(({ buyer: who }) => who === null)).toBe(true)
    const stranger = (await aShop(as)).person
    await expect(findRecall(as(stranger), recallId)).rejects.toThrow('No such recall')
    await expect(findRecall(as(someoneWith('commune-officer')), recallId)).rejects.toThrow('No such recall')
  })
})

describe('accounting for the goods', () => {
  // Of 1,000 jars 20 were packed; 4 were handed over, 16 lie on the shelf.
  const world = async () => {
    const shop = await aShop(as, { stock: 20 })
    const orders = await threeOrders(shop)
    const recallId = await aRecall(as(shop.person), shop.lotId)
    await cancelAll(shop.lotId)
    const at = await positionOf(db, shop.lotId)
    const send = (kind: Parameters<typeof aCount>[2], quantity: number, given: Parameters<typeof aCount>[4] = {}) =>
      countGoods(
        as(shop.person),
        aCount(recallId, shop.lotId, kind, quantity, given),
        ['destroyed', 'sampled'].includes(kind) ? { file: aProof() } : {},
      )
    const onShelf: typeof send = (kind, quantity, given = {}) => send(kind, quantity, { at, ...given })
    return { shop, recallId, at, loose: send, onShelf, seller: as(shop.person), orders }
  }
  const onHand = async (lotId: LotId) =>
    (await db.selectFrom('stock_balance').where('lot_id', '=', lotId).select('on_hand').executeTakeFirstOrThrow()).on_hand

  test('nothing is counted twice, more than was made, or back without having been sold', async () => {
    const { loose, onShelf, recallId, shop, seller, at } = await world()
    const line = aCount(recallId, shop.lotId, 'found', 16, { at })
    mustBe(await countGoods(seller, line))
    mustBe(await countGoods(seller, line))
    expect(await onShelf('found', 1)).toMatchObject({ refusal: { code: 'more-than-books', free: 0 } })
    expect(await loose('found', 981)).toMatchObject({ refusal: { code: 'more-than-loose', left: 980 } })
    mustBe(await loose('found', 980))
    expect(await loose('found', 1)).toMatchObject({ refusal: { code: 'more-than-loose', left: 0 } })
    expect(await onShelf('returned', 5)).toMatchObject({ refusal: { code: 'more-than-sold', over: 1 } })
    expect(await loose('returned', 1)).toMatchObject({ refusal: { code: 'more-than-sold', over: 1 } })
    expect(await onShelf('destroyed', 17)).toMatchObject({ refusal: { code: 'more-than-found', over: 1 } })
    expect(await onShelf('found', 0.5)).toMatchObject({ refusal: { code: 'packs-are-whole' } })
    expect(await loose('found', -1)).toMatchObject({ refusal: { code: 'note-missing' } })
    mustBe(await loose('found', -1, { note: 'Đếm nhầm một hũ' }))
    expect((await findRecall(seller, recallId)).balances).toMatchObject([{ unit: 'hũ', found: 995, missing: 1, inHand: 995 }])
    await expect(db.updateTable('recall_tally').set({ quantity: '1' }).execute()).rejects.toThrow()
  })

  test('goods that come back or are destroyed move the one ledger with the tally, each line once and with one event', async () => {
    const { onShelf, seller, recallId, shop, at } = await world()
    const events = async () =>
      Number((await db.selectFrom('epcis_event').select(db.fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
    mustBe(await onShelf('found', 16))
    const before = await events()
    const back = aCount(recallId, shop.lotId, 'returned', 3, { at })
    mustBe(await countGoods(seller, back))
    mustBe(await countGoods(seller, back))
    expect(await onHand(shop.lotId)).toBe(19)
    mustBe(await onShelf('destroyed', 19))
    expect(await onHand(shop.lotId)).toBe(0)
    expect((await events()) - before).toBe(2)
    // One was still there: the line is taken back in both books.
    mustBe(await onShelf('destroyed', -1, { note: 'Còn sót một hũ' }))
    expect(await onHand(shop.lotId)).toBe(1)
    expect((await findRecall(seller, recallId)).balances).toMatchObject([
      { returned: 3, notReturned: 1, destroyed: 18, inHand: 1, missing: 980 },
    ])
    const { movements } = await goodsOfLot(seller, shop.lotId)
    expect(movements.filter(({ ref }) => ref.startsWith('rct_')).map(({ kind, delta }) => [kind, delta])).toEqual([
      ['destroyed', 1],
      ['destroyed', -19],
      ['recalled', 3],
    ])
    await stockMustBeIntact(db)
  })

  test('what its maker takes out of the books by itself is part of the sum, once', async () => {
    const { onShelf, seller, recallId, at } = await world()
    mustBe(await onShelf('found', 16))
    mustBe(await takeOut(seller, 'damaged', { ...at, quantity: 2, note: 'Vỡ khi dọn', requestKey: newId('key') }))
    expect((await findRecall(seller, recallId)).balances).toMatchObject([{ used: 2, inHand: 14, missing: 980 }])
    mustBe(await onShelf('destroyed', 14))
    expect((await findRecall(seller, recallId)).balances).toMatchObject([{ used: 2, destroyed: 14, inHand: 0, missing: 980 }])
  })

  test('packs of several units are counted in the unit of their lot, and the case closes to the last half kilogram', async () => {
    const shop = await aShop(as, { stock: 0 })
    const seller = as(shop.person)
    await db.updateTable('lot').set({ quantity: 20, unit: 'kg' }).where('id', '=', shop.lotId).execute()
    const packId = mustBe(await addPack(seller, { productId: shop.productId, name: 'Hũ 500 g', gtin: null })).packId
    mustBe(await packGoods(seller, { lotId: shop.lotId, packs: [{ packId, quantity: 39 }], requestKey: newId('key') }))
    const { placeId } = await positionOf(db, shop.lotId)
    const at = { packId, placeId }
    const found = await findAffected(seller, { q: shop.lotId })
    expect(found.lots).toMatchObject([{ made: 20, unit: 'kg', onHand: 19.5, sold: 0 }])
    const recallId = await aRecall(seller, shop.lotId)
    const count = async (kind: Parameters<typeof aCount>[2], quantity: number, given: Parameters<typeof aCount>[4] = { at }) =>
      mustBe(await countGoods(seller, aCount(recallId, shop.lotId, kind, quantity, given), { file: aProof() }))
    await count('sold-elsewhere', 9)
    await count('found', 30)
    await count('returned', 5)
    await count('found', 0.5, {})
    expect((await findRecall(seller, recallId)).balances).toMatchObject([
      { unit: 'kg', made: 20, sold: 4.5, notReturned: 2, inHand: 18, missing: 0 },
    ])
    await count('sampled', 2)
    await count('destroyed', 33)
    await count('handled', 0.5, {})
    mustBe(await decideRecall(office, { recallId, number: '45/QĐ', decidedOn: '2026-11-23', handling: 'destroy' }, null))
    mustBe(await closeRecall(seller, { recallId, remainderReason: null }))
    expect((await findRecall(seller, recallId)).balances).toMatchObject([
      { made: 20, notReturned: 2, used: 1, destroyed: 16.5, handled: 0.5, inHand: 0, missing: 0 },
    ])
    expect(
      (await db.selectFrom('stock_balance').where('lot_id', '=', shop.lotId).select('on_hand').execute()).map((row) => row.on_hand),
    ).toEqual([0])
  })

  test('goods are destroyed or sampled before a witness, with a paper or a photo', async () => {
    const { recallId, shop, seller, onShelf, at } = await world()
    mustBe(await onShelf('found', 10))
    for (const kind of ['destroyed', 'sampled'] as const) {
      const alone = aCount(recallId, shop.lotId, kind, 5, { at })
      expect(await countGoods(seller, alone)).toMatchObject({ refusal: { code: 'proof-missing' } })
      expect(await countGoods(seller, { ...alone, witness: null }, { file: aProof() })).toMatchObject({
        refusal: { code: 'proof-missing' },
      })
      mustBe(await countGoods(seller, alone, kind === 'sampled' ? { file: aProof() } : { file: aProof(), photo: await aPhoto() }))
    }
    const { lines } = await findRecall(seller, recallId)
    expect(lines.map(({ kind, fileName, photoName }) => [kind, fileName, photoName])).toEqual([
      ['found', null, null],
      ['destroyed', 'bien-ban-tieu-huy.pdf', 'tieu-huy.jpg'],
      ['sampled', 'bien-ban-tieu-huy.pdf', null],
    ])
    const [, destroyed, sampled] = lines
    const opened = await openTallyPhoto(office, recallId, destroyed!.id)
    opened.stream.destroy()
    expect(opened.mediaType).toMatch(/^image\//)
    await expect(openTallyPhoto(office, recallId, sampled!.id)).rejects.toThrow('No such paper')
    await expect(openTallyPhoto(as((await aShop(as)).person), recallId, destroyed!.id)).rejects.toThrow('No such recall')
    // A photo alone shows it as well.
    mustBe(await onShelf('found', 1))
    const photographed = aCount(recallId, shop.lotId, 'destroyed', 1, { at })
    mustBe(await countGoods(seller, photographed, { photo: await aPhoto() }))
  })

  test('a case is closed once the authority decided and everything is accounted for, or it is said why not', async () => {
    const { recallId, seller, loose, onShelf } = await world()
    const close = (remainderReason: string | null = null) => closeRecall(seller, { recallId, remainderReason })
    mustBe(await onShelf('found', 16))
    mustBe(await loose('found', 980))
    mustBe(await onShelf('returned', 3))
    mustBe(await onShelf('destroyed', 19))
    expect(await close()).toMatchObject({ refusal: { code: 'not-decided' } })
    mustBe(await decideRecall(office, { recallId, number: '45/QĐ', decidedOn: '2026-11-23', handling: 'destroy' }, aProof()))
    expect(await close()).toMatchObject({ refusal: { code: 'remainder-unexplained', rest: [{ unit: 'hũ', missing: 0, inHand: 980 }] } })
    mustBe(await loose('destroyed', 980))
    expect((await findRecall(seller, recallId)).balances).toMatchObject([{ missing: 0, inHand: 0, notReturned: 1, destroyed: 999 }])
    mustBe(await close())
    expect(await onShelf('found', 1)).toMatchObject({ refusal: { code: 'recall-closed' } })
    const drawn = await drawAll(seller, recallPapers, await findRecall(seller, recallId))
    expect(drawn.map(({ kind, faults }) => [kind, faults])).toEqual([['report', []]])
  })

  test('a remainder is closed with a reason only, and what an authority ordered only an authority ends', async () => {
    const shop = await aShop(as)
    const recallId = await aRecall(office, shop.lotId)
    mustBe(await decideRecall(office, { recallId, number: '45/QĐ', decidedOn: '2026-11-23', handling: 'destroy' }, null))
    const reason = 'Người mua không liên lạc được'
    expect(await closeRecall(as(shop.person), { recallId, remainderReason: reason })).toMatchObject({
      refusal: { code: 'ordered-by-authority' },
    })
    expect(await closeRecall(office, { recallId, remainderReason: null })).toMatchObject({
      refusal: { code: 'remainder-unexplained', rest: [{ unit: 'hũ', missing: 1000 }] },
    })
    mustBe(await closeRecall(office, { recallId, remainderReason: reason }))
  })
})

test('a point of sale answers by its link, and nobody by another', async () => {
  const shop = await aShop(as)
  const seller = as(shop.person)
  const recallId = await aRecall(seller, shop.lotId)
  mustBe(
    await tellPartner(seller, { recallId, name: 'Cửa hàng chợ', place: 'Chợ Cầu Kè', phone: '0912 345 678', requestKey: newId('key') }),
  )
  const { id: partnerId, linkSecret } = (await findRecall(seller, recallId)).partners[0]!
  const link = { partnerId, secret: linkSecret! }
  expect(await findForPartner(buyer, link)).toMatchObject({
    partner: { name: 'Cửa hàng chợ' },
    mayAnswer: true,
    lots: [{ id: shop.lotId }],
  })
  await expect(findForPartner(buyer, { ...link, secret: 'x' })).rejects.toThrow()
  mustBe(await tellPartner(seller, { recallId, name: 'Siêu thị tỉnh', place: null, requestKey: newId('key') }))
  const other = (await findRecall(seller, recallId)).partners.find(({ id }) => id !== partnerId)!
  await expect(findForPartner(buyer, { partnerId, secret: other.linkSecret! })).rejects.toThrow()
  await expect(acknowledgeRecall(buyer, { partnerId, secret: other.linkSecret!, by: 'Anh Ba', held: 0, words: null })).rejects.toThrow()
  const read = JSON.stringify(await findForPartner(buyer, link))
  for (const secret of ['Siêu thị tỉnh', other.id, other.linkSecret!, linkSecret!]) expect(read).not.toContain(secret)
  mustBe(await acknowledgeRecall(buyer, { ...link, by: 'Chị Hai', held: 6, words: null }))
  expect((await findRecall(seller, recallId)).partners[0]).toMatchObject({ answeredBy: 'Chị Hai', held: 6 })
  const { phone } = await db.selectFrom('recall_partner').where('recall_id', '=', recallId).select('phone').executeTakeFirstOrThrow()
  expect(phone).toMatch(/^locked:/)
})

test('everyone reads which lots are recalled, nobody who bought them, and no drill', async () => {
  const shop = await aShop(as)
  await aRecall(as(shop.person), shop.lotId)
  const drilled = await aShop(as)
  await aRecall(as(drilled.person), drilled.lotId, { drill: true })
  const { recalls } = await listPublicRecalls(buyer, 1)
  const codes = recalls.flatMap(({ lots }) => lots.map(({ traceCode }) => traceCode))
  const addressOf = { product: (slug: string) => slug, certificate: (code: string) => code, recall: (code: string) => `/thu-hoi#${code}` }
  const { items, samples } = await openRecalls.list!.page({ ctx: buyer, addressOf, onSale: async () => [] }, { page: 1 })
  const open = items.map((row) => openRecalls.row.extend({ url: z.string(), productUrl: z.string() }).parse(row))
  expect(open.map(({ traceCode }) => traceCode)).toEqual(expect.arrayContaining([await codeOf(shop.lotId)]))
  expect(open.map(({ traceCode }) => traceCode)).not.toContain(await codeOf(drilled.lotId))
  expect(samples).toBe(0)
  expect(codes).toContain(await codeOf(shop.lotId))
  expect(codes).not.toContain(await codeOf(drilled.lotId))
})

test('a drill changes no lot and no order, tells nobody, needs no decision, and is timed', async () => {
  const shop = await aShop(as, { stock: 20 })
  const { unpaid } = await threeOrders(shop)
  const began = new Date('2026-11-23T09:57:00+07:00').getTime()
  const started = await rehearseRecall(as(shop.person), aRecallForm(shop.lotId, { beganAt: began }))
  const recallId = mustBe(started).recallIds[0]!
  const later = as(shop.person, '2026-11-23T10:02:00+07:00')
  for (const [kind, quantity] of [
    ['found', 996],
    ['returned', 4],
    ['destroyed', 1000],
  ] as const)
    mustBe(await countGoods(later, aCount(recallId, shop.lotId, kind, quantity)))
  mustBe(await closeRecall(later, { recallId, remainderReason: null }))
  const { recall, steps, told } = await findRecall(later, recallId)
  expect(recall).toMatchObject({ isDrill: true, status: 'closed' })
  expect(steps.map(({ step, minutes }) => [step, minutes])).toEqual([
    ['found', 3],
    ['decided', null],
    ['partners', null],
    ['counted', 5],
    ['closed', 5],
  ])
  expect(told.people).toBe(0)
  expect((await db.selectFrom('stock_entry').where('ref', 'like', 'rct_%').where('lot_id', '=', shop.lotId).execute()).length).toBe(0)
  const { status } = await db.selectFrom('lot').where('id', '=', shop.lotId).select('status').executeTakeFirstOrThrow()
  expect(status).toBe('open')
  expect((await findOrderByLink(buyer, unpaid.link)).order.facts).toMatchObject({ recall: null, onHold: true })
})

test('the report for a machine has the figures of the page, by the code on the label, and nobody who bought', async () => {
  const shop = await aShop(as, { stock: 20 })
  await threeOrders(shop)
  await aRecall(as(shop.person), shop.lotId)
  const traceCode = newTraceCode((count) => randomBytes(count))
  // As a label has it, where the fixtures of the shop have none.
  await db.updateTable('lot').set({ trace_code: traceCode }).where('id', '=', shop.lotId).execute()
  const report = reportOf(await findRecallOfLot(as(system('command-line')), traceCode))
  expect(report).toMatchObject({ orders: { count: 3, quantity: 9 }, goods: { made: 1000, sold: 4, missing: 996 } })
  expect(JSON.stringify(report)).not.toContain('Nguyễn Thị Mua')
})
