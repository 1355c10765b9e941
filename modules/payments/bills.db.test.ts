import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { addDays, dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import {
  addAgreedBuyer,
  agreeTerms,
  answerBill,
  cancelOrder,
  confirmPayment,
  disputeBill,
  findAgreedBuyer,
  findBill,
  findBillByLink,
  handOver,
  makeBill,
  openAgreedShelf,
  ownBillsOf,
  ownDebts,
  placeOrder,
  printDebts,
  takeBackOrder,
} from '../shop/index.ts'
import { rooms } from '../rooms.ts'
import { sepayMessage, statementFile } from './fixtures.ts'
import { bookLine, connectSource, findQueue, hearWebhook, readStatementIn, setAside, takeStatement } from './index.ts'
import { paymentsIntegrityChecks } from './integrity-checks.ts'
import { processEvents } from './webhooks/process-events.ts'

const { db, owner, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const today: PlainDate = '2026-11-23'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)
let serial = 0

beforeAll(() => withLaw(as))
const booksMustAgree = async () => {
  await stockMustBeIntact(db)
  for (const { check } of Object.values(paymentsIntegrityChecks ?? {})) expect((await check({ db } as never)).faults).toEqual([])
}
afterEach(booksMustAgree)

/** Jars at 10 000 đ for a canteen that pays fifteen days after the bill. */
async function aCanteen({ stopsWhenOverdue = false } = {}) {
  const shop = await aShop(as, { stock: 500, priceVnd: 10_000 })
  const seller = as(shop.person)
  const phone = `0915${String(345_000 + serial++).padStart(6, '0')}`
  const { buyerId } = mustBe(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn', phone, taxCode: null, language: 'km' }))
  const credit = { limitVnd: dong(5_000_000), dueDays: 15, ...(stopsWhenOverdue && { stopsWhenOverdue }) }
  mustBe(await agreeTerms(seller, { buyerId, percent: null, prices: [], fromOn: '2026-11-01', untilOn: '2027-12-31', credit }))
  const { accessCode: code } = (await findAgreedBuyer(seller, buyerId)).buyer
  const { cartId } = mustBe(await openAgreedShelf(buyer, { phone, code }, { cartId: null, address: '203.0.113.9' }))
  const tryOrder = (quantity: number, moment = morning) =>
    placeOrder(as(visitor, moment), anOrderForm([{ listingId: shop.listingId, quantity }], { ways: { [shop.producerId]: 'account' } }), {
      cartId,
      address: '203.0.113.9',
    })
  const order = async (quantity: number) => {
    const { id, code: orderCode } = mustBe(await tryOrder(quantity)).orders[0]!
    mustBe(await handOver(seller, { orderId: id, acceptShort: false, note: '' }))
    return { id, code: orderCode }
  }
  const bill = async (until = today, moment = morning) => {
    const { billId } = mustBe(await makeBill(as(shop.person, moment), { buyerId, upTo: until, requestKey: newId('key') }))
    return findBill(seller, billId)
  }
  const now = async (billId: `bil_${string}`) => (await findBill(seller, billId)).bill
  const pay = async (orderId: `ord_${string}`, amountVnd: number) =>
    mustBe(await confirmPayment(seller, { orderId, amountVnd, reference: '', note: '', requestKey: newId('key') }))
  const bank = async (...rows: Parameters<typeof statementFile>[0]) => {
    const named = rows.map((row) => ({ doc: `FT${serial++}`, ...row }))
    const { statementId } = mustBe(await readStatementIn(seller, statementFile(named)))
    return mustBe(await takeStatement(seller, { statementId }))
  }
  return { ...shop, seller, buyerId, phone, tryOrder, order, bill, now, pay, bank }
}
const kept = (bill: Awaited<ReturnType<typeof findBill>>['bill']) => bill.orders.map(({ now }) => now.receivedVnd as number)
const addsUp = (bill: Awaited<ReturnType<typeof findBill>>['bill']) =>
  expect(bill.totalVnd).toBe(bill.receivedVnd + bill.reducedVnd + bill.openVnd - bill.overVnd)

describe('the bill of a month', () => {
  test('is fixed when it is made: one code and one VietQR for all its orders, due as agreed; the same form again is the same bill', async () => {
    const canteen = await aCanteen()
    const [a, b] = [await canteen.order(3), await canteen.order(4)]
    const form = { buyerId: canteen.buyerId, upTo: today, requestKey: 'form-of-a-bill-0001' }
    const all = await Promise.all([0, 1, 2].map(() => makeBill(canteen.seller, form)))
    const ids = new Set(all.map((outcome) => mustBe(outcome).billId))
    expect(ids.size).toBe(1)
    const { bill, secret } = await findBill(canteen.seller, [...ids][0]!)
    expect(bill).toMatchObject({ number: 1, totalVnd: 70_000, openVnd: 70_000, dueOn: addDays(today, 15), status: 'open' })
    expect(bill.code).toMatch(/^DS[A-Z2-9]{8}$/)
    expect(bill.transfer).toMatchObject({ amountVnd: 70_000, content: bill.code, bankAccount: '0011001932418' })
    expect(bill.transfer!.payload).toContain(bill.code)
    expect(bill.orders.map(({ orderCode }) => orderCode)).toEqual([a.code, b.code])
    expect((await findBillByLink(buyer, { code: bill.code, secret })).bill.totalVnd).toBe(70_000)
    await expect(findBillByLink(buyer, { code: bill.code, secret: 'x' })).rejects.toThrow(NotFound)
    expect(await makeBill(canteen.seller, { ...form, requestKey: 'form-of-a-bill-0002' })).toMatchObject({
      refusal: { code: 'bill-day-early' },
    })
    expect(
      await makeBill(as(canteen.person, '2026-11-24T10:00:00+07:00'), { ...form, upTo: '2026-11-24', requestKey: 'form-of-a-bill-0003' }),
    ).toMatchObject({
      refusal: { code: 'nothing-to-bill' },
    })
    for (const table of ['buyer_bill', 'buyer_bill_order'])
      await expect(owner.pool.query(`delete from ${table}`)).rejects.toThrow('append only')
    await expect(
      owner.pool.query(
        `insert into buyer_bill select 'bil_x', buyer_id, producer_id, 9, 'X', 'x', from_on, until_on, due_on, orders_vnd, credit_vnd, total_vnd, 'k', made_at, by_id, by_name from buyer_bill where id = '${bill.id}'`,
      ),
    ).rejects.toThrow('does not add up')
  })

  test('another seller neither makes it nor sees it', async () => {
    const [canteen, other] = [await aCanteen(), await aCanteen()]
    await canteen.order(1)
    const form = { buyerId: canteen.buyerId, upTo: today, requestKey: newId('key') }
    await expect(makeBill(other.seller, form)).rejects.toThrow()
    const { bill } = await canteen.bill()
    await expect(findBill(other.seller, bill.id)).rejects.toThrow(NotFound)
    await expect(answerBill(other.seller, { billId: bill.id, note: 'x' })).rejects.toThrow()
    expect(await ownBillsOf(other.seller, canteen.buyerId)).toEqual([])
    expect((await ownDebts(other.seller)).debts).toEqual([])
  })

  test('is paid by one bank line; the same statement and the same webhook again add nothing', async () => {
    const canteen = await aCanteen()
    await canteen.order(3)
    await canteen.order(4)
    const { bill } = await canteen.bill()
    const row = { doc: 'FT-once', content: `CT DEN ${bill.code} bep an`, amount: 70_000 }
    expect(await canteen.bank(row)).toMatchObject({ added: 1, booked: 1 })
    expect(await canteen.bank(row)).toMatchObject({ added: 0, known: 1 })
    const paid = await canteen.now(bill.id)
    expect(paid).toMatchObject({ status: 'paid', openVnd: 0, transfer: null })
    expect(kept(paid)).toEqual([30_000, 40_000])
    expect((await findQueue(canteen.seller)).lines).toEqual([])

    await canteen.order(2)
    const { bill: next } = await canteen.bill('2026-11-24', '2026-11-24T10:00:00+07:00')
    mustBe(await connectSource(canteen.seller, { provider: 'sepay', secret: `sepay-bill-${canteen.producerId}` }))
    const event = {
      id: 1,
      gateway: 'VietinBank',
      transactionDate: '2026-11-23 09:58:00',
      accountNumber: '0011001932418',
      content: next.code,
    }
    const sent = { ...event, transferType: 'in', transferAmount: 20_000, accumulated: 0, referenceCode: 'FT1' }
    const door = { db, newId, log: { warn: () => undefined } as never }
    const message = sepayMessage(sent, { secret: `sepay-bill-${canteen.producerId}`, now: new Date(morning) })
    for (let time = 0; time < 3; time++) {
      await hearWebhook(door, 'sepay', message)
      await processEvents(as(system('payments')), canteen.producerId)
    }
    expect(kept(await canteen.now(next.id))).toEqual([20_000])
  })

  test('paid in part its oldest orders are paid first, and the line waits as under until the seller says what follows', async () => {
    const canteen = await aCanteen()
    for (const quantity of [3, 4, 5]) await canteen.order(quantity)
    const { bill } = await canteen.bill()
    expect(await canteen.bank({ content: bill.code, amount: 50_000 })).toMatchObject({ added: 1, booked: 0 })
    expect(kept(await canteen.now(bill.id))).toEqual([30_000, 20_000, 0])
    const [line] = (await findQueue(canteen.seller)).lines
    expect(line).toMatchObject({ state: 'under', billCode: bill.code, missingVnd: 70_000, sharedVnd: 50_000, offers: ['ask-rest', 'book'] })
    expect(await setAside(canteen.seller, { lineId: line!.id, note: 'tiền khác' })).toMatchObject({ refusal: { code: 'line-shared' } })
    expect(await bookLine(canteen.seller, 'book', { lineId: line!.id, orderId: bill.orders[2]!.orderId, note: '' })).toMatchObject({
      refusal: { code: 'line-shared' },
    })
    expect((await bookLine(canteen.seller, 'ask-rest', { lineId: line!.id, note: '' })).ok).toBe(true)
    expect(kept(await canteen.now(bill.id))).toEqual([30_000, 20_000, 0])
    expect(await canteen.bank({ content: bill.code, amount: 70_000 })).toMatchObject({ booked: 1 })
    expect(await canteen.now(bill.id)).toMatchObject({ status: 'paid', openVnd: 0 })
  })

  test('a payment for one of its orders counts, before it is made and after, and nothing twice', async () => {
    const canteen = await aCanteen()
    const [first, second, third] = [await canteen.order(3), await canteen.order(4), await canteen.order(5)]
    await canteen.pay(first.id, 10_000)
    const { bill } = await canteen.bill()
    expect(bill.totalVnd).toBe(110_000)
    expect(await canteen.bank({ content: second.code, amount: 40_000 }, { content: bill.code, amount: 70_000 })).toMatchObject({
      booked: 2,
    })
    expect(await canteen.now(bill.id)).toMatchObject({ status: 'paid', receivedVnd: 110_000 })
    expect(await canteen.bank({ content: third.code, amount: 50_000 })).toMatchObject({ booked: 0 })
    expect((await findQueue(canteen.seller)).lines).toMatchObject([{ state: 'duplicate', orderCode: third.code }])
  })

  test('what was written down by hand, order by order, is the transfer that the bank tells of later', async () => {
    const canteen = await aCanteen()
    const [first, second] = [await canteen.order(3), await canteen.order(4)]
    const { bill } = await canteen.bill()
    await canteen.pay(first.id, 30_000)
    await canteen.pay(second.id, 40_000)
    expect(await canteen.bank({ content: bill.code, amount: 70_000 })).toMatchObject({ added: 1, booked: 0 })
    expect((await findQueue(canteen.seller)).lines).toEqual([])
    expect(kept(await canteen.now(bill.id))).toEqual([30_000, 40_000])
  })

  test('paid too much or twice waits for its seller; what it does not take comes off the next one', async () => {
    const canteen = await aCanteen()
    await canteen.order(3)
    await canteen.order(4)
    const { bill } = await canteen.bill()
    await canteen.bank({ content: bill.code, amount: 75_000 })
    const [over] = (await findQueue(canteen.seller)).lines
    expect(over).toMatchObject({ state: 'over', sharedVnd: 0, offers: ['book'] })
    expect(kept(await canteen.now(bill.id))).toEqual([0, 0])
    expect((await bookLine(canteen.seller, 'book', { lineId: over!.id, note: '' })).ok).toBe(true)
    expect(await canteen.now(bill.id)).toMatchObject({ status: 'paid', receivedVnd: 75_000, overVnd: 5_000 })
    await canteen.bank({ content: bill.code, amount: 10_000 })
    const [twice] = (await findQueue(canteen.seller)).lines
    expect(twice).toMatchObject({ state: 'duplicate', offers: ['send-back'] })
    expect((await bookLine(canteen.seller, 'send-back', { lineId: twice!.id, note: '' })).ok).toBe(true)
    await canteen.order(6)
    const { bill: next } = await canteen.bill('2026-11-24', '2026-11-24T10:00:00+07:00')
    expect(next).toMatchObject({ ordersVnd: 60_000, creditVnd: 15_000, totalVnd: 45_000 })
    expect(next.credits).toEqual([{ code: bill.orders[1]!.orderCode, amountVnd: 15_000 }])
    expect(await canteen.now(bill.id)).toMatchObject({ overVnd: 0, receivedVnd: 70_000 })
    addsUp(await canteen.now(bill.id))
    expect(await canteen.bank({ content: next.code, amount: 45_000 })).toMatchObject({ booked: 1 })
    expect(await canteen.now(next.id)).toMatchObject({ status: 'paid' })
  })

  test('goods that came back or were cancelled take their part off it, for everybody to see', async () => {
    const canteen = await aCanteen()
    const [first] = [await canteen.order(3)]
    const held = mustBe(await canteen.tryOrder(4)).orders[0]!
    const { bill } = await canteen.bill()
    mustBe(await takeBackOrder(canteen.seller, { orderId: first.id, note: 'Bếp nghỉ' }))
    expect(await canteen.now(bill.id)).toMatchObject({
      totalVnd: 70_000,
      reducedVnd: 30_000,
      openVnd: 40_000,
      transfer: { amountVnd: 40_000 },
    })
    mustBe(await cancelOrder(canteen.seller, { orderId: held.id, note: 'Hết hàng' }))
    expect(await canteen.now(bill.id)).toMatchObject({ reducedVnd: 70_000, openVnd: 0, status: 'paid', transfer: null })
  })

  test('adds up after whatever happens to its orders: money by its code, by theirs, by hand, twice, goods that come back', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const canteen = await aCanteen()
      const orders = []
      for (const quantity of [1, 2, 3, 4]) orders.push(await canteen.order(quantity))
      const { bill } = await canteen.bill()
      let state = seed * 7919
      const pick = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most
      for (let step = 0; step < 7; step++) {
        const one = orders[pick(orders.length)]!
        const sum = 1000 * (1 + pick(40))
        const acts = [
          () => canteen.bank({ doc: `S${seed}-${step}`, content: bill.code, amount: sum }),
          () => canteen.bank({ doc: `S${seed}-${step}`, content: one.code, amount: sum }),
          () => canteen.pay(one.id, sum),
          () => takeBackOrder(canteen.seller, { orderId: one.id, note: 'trả' }),
          async () => {
            const [line] = (await findQueue(canteen.seller)).lines
            if (line?.offers[0]) await bookLine(canteen.seller, line.offers[0], { lineId: line.id, note: '' })
          },
        ]
        await acts[pick(acts.length)]!()
        const now = await canteen.now(bill.id)
        addsUp(now)
        const money = await sql<{
          sum: number
        }>`select coalesce(sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end), 0)::float8 as sum
          from payment_event where order_id in (select order_id from buyer_bill_order where bill_id = ${bill.id})`.execute(db)
        expect(now.receivedVnd).toBe(money.rows[0]!.sum)
      }
    }
  }, 120_000)

  test('of another seller, named in a transfer, is paid by nobody here', async () => {
    const [canteen, other] = [await aCanteen(), await aCanteen()]
    await other.order(2)
    const { bill } = await other.bill()
    await canteen.bank({ content: bill.code, amount: 20_000 })
    expect((await findQueue(canteen.seller)).lines).toMatchObject([{ state: 'wrong-account', billCode: null }])
    expect(kept(await other.now(bill.id))).toEqual([0])
  })
})

describe('what is due', () => {
  const remind = async (moment: string, billId: string) => {
    const asking = { db, now: new Date(moment) }
    const due = await Promise.all(
      rooms
        .flatMap(({ reminders = [] }) => reminders)
        .filter(({ name }) => name.startsWith('buyer-bill'))
        .map(async (one) => ({ name: one.name, told: await one.due(asking) })),
    )
    return due.flatMap(({ name, told }) =>
      told
        .filter(({ fact }) => fact.startsWith(billId))
        .map(({ fact, to, language }) => ({ name, day: fact.split(':')[1], to: to[0], language })),
    )
  }

  test('is said before the day, on it and after, never to whoever disputes it or has paid', async () => {
    const canteen = await aCanteen()
    const order = await canteen.order(3)
    const { bill, secret } = await canteen.bill()
    const at = (days: number) => `${addDays(bill.dueOn, days)}T10:00:00+07:00`
    expect(await remind(at(-4), bill.id)).toEqual([])
    expect(await remind(at(-3), bill.id)).toEqual([{ name: 'buyer-bill.due', day: '-3', to: canteen.buyerId, language: 'km' }])
    expect(await remind(at(1), bill.id)).toMatchObject([{ name: 'buyer-bill.due', day: '0' }])
    expect(await remind(at(8), bill.id)).toMatchObject([{ name: 'buyer-bill.overdue', day: '7' }])
    expect(await remind(at(40), bill.id)).toMatchObject([{ name: 'buyer-bill.overdue', day: '14' }])
    const link = { code: bill.code, secret }
    expect(await disputeBill(buyer, { ...link, note: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    mustBe(await disputeBill(buyer, { ...link, note: 'Thiếu hai hũ' }))
    expect(await remind(at(8), bill.id)).toEqual([])
    expect(await disputeBill(buyer, { ...link, note: 'lại' })).toMatchObject({ refusal: { code: 'bill-closed' } })
    mustBe(await answerBill(canteen.seller, { billId: bill.id, note: 'Đã giao bù' }))
    expect(await remind(at(8), bill.id)).toHaveLength(1)
    await canteen.pay(order.id, 30_000)
    expect(await remind(at(8), bill.id)).toEqual([])
  })

  test('stops new orders on account where the seller wants it so, until it is paid; others go on', async () => {
    const [strict, easy] = [await aCanteen({ stopsWhenOverdue: true }), await aCanteen()]
    const later = '2026-12-15T10:00:00+07:00'
    for (const canteen of [strict, easy]) {
      await canteen.order(3)
      await canteen.bill()
    }
    expect((await strict.tryOrder(1, '2026-12-08T10:00:00+07:00')).ok).toBe(true)
    expect(await strict.tryOrder(1, later)).toMatchObject({ refusal: { code: 'account-refused', items: [{ why: 'bill-overdue' }] } })
    expect((await easy.tryOrder(1, later)).ok).toBe(true)
    const [bill] = await ownBillsOf(strict.seller, strict.buyerId)
    await strict.bank({ content: bill!.code, amount: 30_000 })
    expect((await strict.tryOrder(1, later)).ok).toBe(true)
  })

  test('is told by buyer and by age, and as a workbook', async () => {
    const canteen = await aCanteen()
    await canteen.order(3)
    const { bill } = await canteen.bill()
    await canteen.order(2)
    const at = (days: number) => as(canteen.person, `${addDays(bill.dueOn, days)}T10:00:00+07:00`)
    expect((await ownDebts(at(0))).debts).toMatchObject([
      { name: 'Bếp ăn', ages: { 'not-due': 30_000 }, unbilledVnd: 20_000, owesVnd: 50_000, since: bill.dueOn },
    ])
    expect((await ownDebts(at(45))).sums).toMatchObject({ 'to-30': 0, 'to-60': 30_000 })
    expect((mustBe(await printDebts(at(45))) as Uint8Array).length).toBeGreaterThan(1000)
  })
})
