import { startCounterpart } from '@dacsan/carriers/counterpart'
import type { Counterpart } from '@dacsan/carriers/counterpart'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { ordersOf, statementFile } from '../../payments/fixtures.ts'
import { findQueue, readStatementIn, takeStatement } from '../../payments/index.ts'
import { aDeliveryTable, anOrderForm, aShop, mustBe, withLaw } from '../../shop/fixtures.ts'
import { confirmCash, findSellerOrder, handOver, mergeOrders, packOrder, placeOrder, saveCash, saveDelivery } from '../../shop/index.ts'
import { aParcelForm, anAccountForm, payoutFile } from '../fixtures.ts'
import type { PayoutFileRow } from '../fixtures.ts'
import {
  answerPayoutLine,
  cancelParcel,
  connectAccount,
  createParcel,
  findCodQueue,
  findParcel,
  findPayout,
  lookNow,
  readPayout,
  takePayout,
} from '../index.ts'
import { carriersIntegrityChecks } from '../integrity-checks.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor) => asAt(actor, morning)
let counterpart: Counterpart
let lines: { carriersUrl: string }
beforeAll(async () => {
  await withLaw(as)
  counterpart = await startCounterpart()
  lines = { carriersUrl: counterpart.url }
})
afterAll(() => counterpart.stop())

/** A seller with delivered parcels, each with 170,000 đồng to come. */
async function world(count = 2) {
  const { orders, seller } = await ordersOf(as, count)
  const { accountId } = mustBe(await connectAccount(seller, lines, anAccountForm('ghn')))
  const parcels: { id: `pcl_${string}`; code: string; order: (typeof orders)[number] }[] = []
  for (const order of orders) {
    const { parcelId } = mustBe(await createParcel(seller, lines, aParcelForm(order.id, accountId)))
    const held = counterpart.parcels.find(({ clientCode }) => clientCode === `${order.code}-1`)!
    held.status = 'delivered'
    await lookNow(seller, lines, parcelId)
    parcels.push({ id: parcelId, code: held.code, order })
  }
  const received = async (at: number) => (await findSellerOrder(seller, orders[at]!.id)).receivedVnd as number
  const read = async (rows: readonly PayoutFileRow[], name?: string) => readPayout(seller, accountId, payoutFile(rows, name))
  const byHand = (receivedVnd: number) => ({ receivedVnd, receivedOn: '2026-11-23', note: '' })
  const take = async (rows: readonly PayoutFileRow[]) => {
    const { payoutId } = mustBe(await read(rows))
    const { netVnd } = await findPayout(seller, payoutId)
    return mustBe(await takePayout(seller, { payoutId, ...byHand(netVnd) }))
  }
  return { seller, accountId, orders, parcels, received, read, take, byHand }
}
type World = Awaited<ReturnType<typeof world>>
const waiting = async ({ seller }: World) => (await findCodQueue(seller)).lines
const statesWaiting = async (it: World) => (await waiting(it)).map(({ state }) => state)

describe('a file of a carrier', () => {
  test('that fits is booked for each order at once, whole: what the carrier took off is the seller’s', async () => {
    const it = await world()
    expect((await findCodQueue(it.seller)).unpaid).toHaveLength(2)
    const rows = it.parcels.map(({ code }) => ({ code, cod: 170_000, fee: 25_000, reweigh: 5_000 }))
    const { payoutId } = mustBe(await it.read(rows))
    expect(await findPayout(it.seller, payoutId)).toMatchObject({ codVnd: 340_000, feesVnd: 60_000, netVnd: 280_000, counts: { exact: 2 } })
    expect(mustBe(await takePayout(it.seller, { payoutId, ...it.byHand(280_000) }))).toEqual({ lines: 2, settled: 2, waiting: 0 })
    expect([await it.received(0), await it.received(1)]).toEqual([170_000, 170_000])
    expect((await findParcel(it.seller, it.parcels[0]!.id)).money).toEqual({ expectedVnd: 170_000, paidVnd: 170_000 })
    expect((await findCodQueue(it.seller)).unpaid).toEqual([])
  })

  test('is paid by one line of the bank, which is no order’s money any more', async () => {
    const it = await world()
    const statement = statementFile([{ doc: '9', content: 'GHN CHUYEN TIEN COD', amount: 290_000 }])
    mustBe(await takeStatement(it.seller, mustBe(await readStatementIn(it.seller, statement))))
    const { payoutId } = mustBe(await it.read(it.parcels.map(({ code }) => ({ code, cod: 170_000, fee: 25_000 }))))
    const { credits } = await findPayout(it.seller, payoutId)
    expect(credits.map(({ amountVnd }) => amountVnd as number)).toEqual([290_000])
    const bankLineId = credits[0]!.id
    expect(mustBe(await takePayout(it.seller, { payoutId, bankLineId, note: '' }))).toMatchObject({ settled: 2 })
    expect((await findQueue(it.seller)).lines).toEqual([])
    const other = mustBe(await it.read([{ code: 'KHAC', cod: 290_000 }]))
    expect(await takePayout(it.seller, { ...other, bankLineId, note: '' })).toMatchObject({ refusal: { code: 'credit-used' } })
  })

  test('whose sum is not what came asks why, and keeps the reason', async () => {
    const it = await world(1)
    const { payoutId } = mustBe(await it.read([{ code: it.parcels[0]!.code, cod: 170_000, fee: 25_000 }]))
    const short = { payoutId, ...it.byHand(140_000) }
    expect(await takePayout(it.seller, short)).toMatchObject({ refusal: { code: 'sum-differs', netVnd: 145_000, receivedVnd: 140_000 } })
    expect(await it.received(0)).toBe(0)
    expect(await takePayout(it.seller, { ...short, receivedOn: '2026-11-24', note: 'x' })).toMatchObject({
      refusal: { code: 'received-in-future' },
    })
    mustBe(await takePayout(it.seller, { ...short, note: 'Hãng trừ phí chuyển tiền 5.000' }))
    expect(await findPayout(it.seller, payoutId)).toMatchObject({ differenceVnd: -5_000, note: 'Hãng trừ phí chuyển tiền 5.000' })
  })

  test('is taken once, however often it is sent, at once or later', async () => {
    const it = await world(1)
    const rows = [{ code: it.parcels[0]!.code, cod: 170_000 }]
    const drafts = await Promise.all([it.read(rows), it.read(rows), it.read(rows)])
    const taken = await Promise.all(drafts.map((draft) => takePayout(it.seller, { ...mustBe(draft), ...it.byHand(170_000) })))
    expect(taken.map((one) => (one.ok ? 'taken' : one.refusal.code)).toSorted()).toEqual(['payout-known', 'payout-known', 'taken'])
    expect(await it.read(rows)).toMatchObject({ refusal: { code: 'payout-known' } })
    expect(await it.received(0)).toBe(170_000)
  })

  test('that cannot be read is refused with every place, and nothing of it is kept', async () => {
    const it = await world(1)
    const faulty = payoutFile([
      { code: 'A', cod: 1000 },
      { code: 'B', cod: 1000, net: 5 },
    ])
    const text = new TextDecoder().decode(faulty.bytes).replace('A;1000', 'A;một nghìn')
    const read = await readPayout(it.seller, it.accountId, { name: 'x.csv', bytes: new TextEncoder().encode(text) })
    expect(read).toMatchObject({
      refusal: {
        code: 'table-rejected',
        problems: [
          { code: 'cell-wrong', row: 3 },
          { code: 'cell-wrong', row: 3 },
          { code: 'cell-wrong', row: 4 },
        ],
      },
    })
    const none = await readPayout(it.seller, it.accountId, { name: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2') })
    expect(none).toMatchObject({ refusal: { code: 'table-rejected' } })
    expect(await it.read([])).toMatchObject({ refusal: { code: 'rows-missing' } })
  })

  test('of another seller is not there', async () => {
    const [one, other] = [await world(1), await world(1)]
    const { payoutId } = mustBe(await one.read([{ code: one.parcels[0]!.code, cod: 170_000 }]))
    await expect(findPayout(other.seller, payoutId)).rejects.toThrow('No such')
    await expect(takePayout(other.seller, { payoutId, ...one.byHand(170_000) })).rejects.toThrow('No such')
    await expect(readPayout(other.seller, one.accountId, payoutFile([{ code: 'x', cod: 1 }]))).rejects.toThrow('No such')
    // A code of somebody else's parcel is nobody's here.
    await other.take([{ code: one.parcels[0]!.code, cod: 170_000 }])
    expect(await statesWaiting(other)).toEqual(['unknown'])
    expect(await one.received(0)).toBe(0)
  })
})

describe('a line that does not fit waits for its seller', () => {
  test('less and more: what came is booked by the answer, and a claim keeps its reason', async () => {
    const it = await world()
    const [one, two] = it.parcels
    expect(
      await it.take([
        { code: one!.code, cod: 150_000 },
        { code: two!.code, cod: 180_000 },
      ]),
    ).toEqual({ lines: 2, settled: 0, waiting: 2 })
    expect([await it.received(0), await it.received(1)]).toEqual([0, 0])
    const [less, more] = await waiting(it)
    expect([less!.state, more!.state]).toEqual(['less', 'more'])
    const blank = { parcelCode: '', note: '' }
    expect(await answerPayoutLine(it.seller, { lineId: less!.id, answer: 'claimed', ...blank })).toMatchObject({
      refusal: { code: 'reason-missing' },
    })
    expect(await answerPayoutLine(it.seller, { lineId: less!.id, answer: 'assigned', ...blank })).toMatchObject({
      refusal: { code: 'answer-not-offered' },
    })
    mustBe(await answerPayoutLine(it.seller, { lineId: less!.id, answer: 'claimed', parcelCode: '', note: 'Thiếu 20.000, đã gọi hãng' }))
    mustBe(await answerPayoutLine(it.seller, { lineId: more!.id, answer: 'accepted', ...blank }))
    expect([await it.received(0), await it.received(1)]).toEqual([150_000, 180_000])
    expect(await answerPayoutLine(it.seller, { lineId: less!.id, answer: 'accepted', ...blank })).toMatchObject({
      refusal: { code: 'line-answered' },
    })
    expect(await waiting(it)).toEqual([])
  })

  test('twice, in one file or in a later one, brings its money once; a rest is booked by an answer', async () => {
    const it = await world()
    const [one, two] = it.parcels
    await it.take([
      { code: one!.code, cod: 170_000 },
      { code: one!.code, cod: 170_000 },
    ])
    await it.take([
      { code: one!.code.toLowerCase(), cod: 170_000 },
      { code: `${two!.order.code}-1`, cod: 170_000 },
    ])
    expect([await it.received(0), await it.received(1)]).toEqual([170_000, 170_000])
    const [first, second] = await waiting(it)
    expect([first!.state, second!.state]).toEqual(['twice', 'twice'])
    mustBe(await answerPayoutLine(it.seller, { lineId: first!.id, answer: 'set-aside', parcelCode: '', note: 'Hãng trả nhầm, trừ kỳ sau' }))
    expect(await it.received(0)).toBe(170_000)
    mustBe(await answerPayoutLine(it.seller, { lineId: second!.id, answer: 'accepted', parcelCode: '', note: '' }))
    expect(await it.received(0)).toBe(340_000)
  })

  test('unknown: it is for the parcel that the seller names, or for none', async () => {
    const it = await world(1)
    await it.take([
      { code: 'LA-1', cod: 170_000 },
      { code: 'LA-2', cod: 9_000 },
    ])
    const [one, two] = await waiting(it)
    const answer = { lineId: one!.id, answer: 'assigned' as const, note: '' }
    expect(await answerPayoutLine(it.seller, { ...answer, parcelCode: 'SAI' })).toMatchObject({ refusal: { code: 'parcel-missing' } })
    mustBe(await answerPayoutLine(it.seller, { ...answer, parcelCode: ` ${it.parcels[0]!.code.toLowerCase()} ` }))
    mustBe(await answerPayoutLine(it.seller, { lineId: two!.id, answer: 'set-aside', parcelCode: '', note: 'Của cửa hàng khác' }))
    expect(await it.received(0)).toBe(170_000)
    // And the money of that parcel has come: a later line is told as the second.
    await it.take([{ code: it.parcels[0]!.code, cod: 170_000 }])
    expect(await statesWaiting(it)).toEqual(['twice'])
  })

  test('fees alone, such as a later re-weighing, take no money from an order and leave its parcel waiting', async () => {
    const it = await world(1)
    expect(await it.take([{ code: it.parcels[0]!.code, cod: 0, reweigh: 12_000 }])).toEqual({ lines: 1, settled: 0, waiting: 0 })
    expect((await findCodQueue(it.seller)).unpaid).toHaveLength(1)
    expect(await it.take([{ code: it.parcels[0]!.code, cod: 170_000 }])).toMatchObject({ settled: 1 })
  })

  test('a parcel that came back brings nothing: money for it is too much, its return fee is not', async () => {
    const it = await world(1)
    counterpart.parcels.find(({ code }) => code === it.parcels[0]!.code)!.status = 'returned'
    await lookNow(it.seller, lines, it.parcels[0]!.id)
    expect(await it.take([{ code: it.parcels[0]!.code, cod: 0, back: 15_000 }])).toMatchObject({ waiting: 0 })
    await it.take([{ code: it.parcels[0]!.code, cod: 170_000 }])
    expect(await statesWaiting(it)).toEqual(['more'])
    expect(await cancelParcel(it.seller, lines, it.parcels[0]!.id)).toMatchObject({ refusal: { code: 'parcel-gone' } })
  })
})

test('two orders in one parcel: what the carrier took at the door is booked whole, to each what it asks for, and once', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  mustBe(await saveCash(seller, { largestVnd: dong(2_000_000), zones: ['commune'] }))
  const order = async (quantity: number) => {
    const more = { buyerPhone: '0930000077', ways: { [shop.producerId]: 'cod' as const } }
    const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity }], more)))
    const { id, code } = placed.orders[0]!
    mustBe(await confirmCash(seller, { orderId: id }))
    return { id, code, secret: placed.secret }
  }
  const [first, second] = [await order(1), await order(2)]
  const link = { code: first.code, secret: first.secret }
  mustBe(await mergeOrders(as(visitor), link, { otherCode: second.code }, '10.0.0.9'))
  const { accountId } = mustBe(await connectAccount(seller, lines, anAccountForm('ghn')))
  const { parcelId } = mustBe(await createParcel(seller, lines, aParcelForm(first.id, accountId, { codVnd: 270_000 })))
  mustBe(await packOrder(seller, { orderId: first.id }))
  mustBe(await handOver(seller, { orderId: first.id, acceptShort: false, note: '' }))
  const held = counterpart.parcels.find(({ clientCode }) => clientCode === `${first.code}-1`)!
  held.status = 'delivered'
  await lookNow(seller, lines, parcelId)

  const { payoutId } = mustBe(await readPayout(seller, accountId, payoutFile([{ code: held.code, cod: 270_000, fee: 20_000 }])))
  const take = () => takePayout(seller, { payoutId, receivedVnd: 250_000, receivedOn: '2026-11-23', note: '' })
  // Sent twice at the same moment it is booked once.
  const answers = await Promise.all([take(), take()])
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
  const both = await Promise.all([first, second].map(({ id }) => findSellerOrder(seller, id)))
  expect(both).toMatchObject([
    { receivedVnd: 100_000, payment: 'paid' },
    { receivedVnd: 170_000, payment: 'paid' },
  ])
  expect((await findParcel(seller, parcelId)).money).toEqual({ expectedVnd: 270_000, paidVnd: 270_000 })
  const booked = await db
    .selectFrom('payment_event')
    .where('order_id', 'in', [first.id, second.id])
    .where('kind', '=', 'received')
    .select(['amount_vnd', 'in_cash'])
    .execute()
  expect(booked.toSorted((a, b) => a.amount_vnd - b.amount_vnd)).toEqual([
    { amount_vnd: 100_000, in_cash: true },
    { amount_vnd: 170_000, in_cash: true },
  ])
  expect((await carriersIntegrityChecks!['cod-receipts']!.check({ db } as never)).faults).toEqual([])
})

test('nothing of a file is lost: whatever its lines are, all of them stand in the book with their sums', async () => {
  const it = await world()
  const codes = [it.parcels[0]!.code, it.parcels[1]!.code, it.parcels[0]!.code, 'LA-9']
  const rows = codes.map((code, at) => ({ code, cod: [170_000, 1, 0, 77][at]!, fee: at * 1000 }))
  const { payoutId } = mustBe(await it.read(rows))
  const before = await findPayout(it.seller, payoutId)
  mustBe(await takePayout(it.seller, { payoutId, ...it.byHand(0), note: 'chưa thấy tiền' }))
  const after = await findPayout(it.seller, payoutId)
  expect(after.lines.map(({ parcelCode, netVnd }) => [parcelCode, netVnd])).toEqual(
    before.lines.map(({ parcelCode, netVnd }) => [parcelCode, netVnd]),
  )
  expect(after.lines.reduce((sum, { netVnd }) => sum + netVnd, 0)).toBe(after.netVnd)
  expect(after.lines.map(({ state }) => state)).toEqual(['exact', 'less', 'fees', 'unknown'])
})

test('what was settled stands in the log of money of the shop, and the nightly check sees where it does not', async () => {
  const check = carriersIntegrityChecks!['cod-receipts']!.check
  const { checked, faults } = await check({ db } as never)
  expect([checked > 8, faults]).toEqual([true, []])
})
