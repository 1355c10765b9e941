import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { anOrderForm, endHolds, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import { confirmPayment, findOrderByLink, findSellerOrder, handOver, orderQueueCounts, placeOrder } from '../shop/index.ts'
import { ordersOf, statementFile } from './fixtures.ts'
import {
  bookLine,
  findLine,
  findQueue,
  importStatement,
  moneyOfOrder,
  previewStatement,
  proveRefund,
  readStatementIn,
  setAside,
  takeStatement,
  tieRefund,
} from './index.ts'
import { paymentsIntegrityChecks } from './integrity-checks.ts'
import { addsUp } from './rules/ledger.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const evening = '2026-11-23T19:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)

beforeAll(() => withLaw(as))

const booksMustAgree = async () => {
  await stockMustBeIntact(db)
  for (const { check } of Object.values(paymentsIntegrityChecks ?? {})) expect((await check({ db } as never)).faults).toEqual([])
}

type World = Awaited<ReturnType<typeof ordersOf>>
/** Reads and takes a statement as its seller does on the page. */
async function load(world: World, rows: Parameters<typeof statementFile>[0], moment = morning) {
  const ctx = as(world.shop.person, moment)
  const { statementId } = mustBe(await readStatementIn(ctx, statementFile(rows)))
  const preview = await previewStatement(ctx, statementId)
  const taken = mustBe(await takeStatement(ctx, { statementId }))
  return { ctx, preview, taken, statementId }
}
const statesOf = ({ lines }: Awaited<ReturnType<typeof previewStatement>>) =>
  lines.map((one) => (one.fate === 'new' ? one.state : one.fate))
const stand = async (world: World, at = 0) => {
  const { payment, fulfilment, receivedVnd } = await findSellerOrder(world.seller, world.orders[at]!.id)
  return { payment, fulfilment, receivedVnd: receivedVnd as number }
}

describe('a statement', () => {
  test('books thirty exact transfers by one confirmation, and a second run adds nothing', async () => {
    const world = await ordersOf(as, 30)
    const rows = world.orders.map(({ code }, index) => ({ doc: `FT${index}`, content: `CT DEN ${code} NGUYEN VAN A`, amount: 170_000 }))
    const { taken, preview } = await load(world, rows)
    expect(new Set(statesOf(preview))).toEqual(new Set(['exact']))
    expect(taken).toEqual({ added: 30, known: 0, booked: 30 })
    for (const { id } of world.orders) expect((await findSellerOrder(world.seller, id)).payment).toBe('paid')
    expect((await findQueue(world.seller)).lines).toEqual([])
    expect((await load(world, rows)).taken).toEqual({ added: 0, known: 30, booked: 0 })
    expect((await stand(world)).receivedVnd).toBe(170_000)
    await booksMustAgree()
  })

  test('of a day with three hundred lines reconciles itself but for those that need a person', async () => {
    const world = await ordersOf(as, 290)
    const code = (index: number) => world.orders[index]!.code
    const some = (count: number, row: (index: number) => { content: string; amount: number }) =>
      Array.from({ length: count }, (_, index) => row(index))
    const rows = [
      ...some(280, (index) => ({ content: `MBVCB ${code(index)} GD ${index}`, amount: 170_000 })),
      ...some(5, (index) => ({ content: code(280 + index), amount: 100_000 })),
      ...some(5, (index) => ({ content: code(285 + index), amount: 171_000 })),
      ...some(4, (index) => ({ content: `tien dua sap ${index}`, amount: 85_000 + index })),
      ...some(3, (index) => ({ content: `${code(index)} lan hai`, amount: 170_000 })),
      ...some(3, (index) => ({ content: `mua bao bi ${index}`, amount: -50_000 })),
    ].map((row, index) => ({ doc: `FT${index}`, ...row }))
    const { taken, preview } = await load(world, rows)
    expect([rows.length, preview.statement.agrees]).toEqual([300, true])
    expect(taken).toEqual({ added: 300, known: 0, booked: 280 })
    const { lines } = await findQueue(world.seller)
    expect(Object.fromEntries([...Map.groupBy(lines, ({ state }) => state)].map(([state, own]) => [state, own.length]))).toEqual({
      under: 5,
      over: 5,
      'no-code': 4,
      duplicate: 3,
    })
    expect((await load(world, rows)).taken).toEqual({ added: 0, known: 300, booked: 0 })
    await booksMustAgree()
  }, 120_000)

  test('C9, B9: each line is told for what it is, and what nobody can place waits in one queue', async () => {
    const world = await ordersOf(as, 5)
    const [a, b, c, d] = world.orders.map(({ code }) => code)
    const other = await ordersOf(as, 1)
    const { preview, taken } = await load(world, [
      { doc: '1', content: `${a} ck`, amount: 170_000 },
      { doc: '2', content: `${a} ck lan nua`, amount: 170_000 },
      { doc: '3', content: `${b}`, amount: 100_000 },
      { doc: '4', content: `${c}`, amount: 200_000 },
      { doc: '5', content: `${d} ${c}`, amount: 340_000 },
      { doc: '6', content: 'chuyen tien com', amount: 50_000 },
      { doc: '7', content: `${a} hoan`, amount: -20_000 },
      { doc: '8', content: `mua hang ${other.orders[0]!.code}`, amount: 170_000 },
    ])
    expect(statesOf(preview)).toEqual(['exact', 'duplicate', 'under', 'over', 'ambiguous', 'no-code', 'outgoing', 'wrong-account'])
    expect(preview.statement.agrees).toBe(true)
    expect(taken).toEqual({ added: 8, known: 0, booked: 1 })
    const { lines } = await findQueue(world.seller)
    expect(lines.map(({ state, offers }) => [state, offers[0] ?? null])).toEqual([
      ['duplicate', 'send-back'],
      ['under', 'ask-rest'],
      ['over', 'book'],
      ['ambiguous', null],
      ['no-code', null],
      ['wrong-account', null],
    ])
    // Nobody learns more of the order of somebody else.
    expect(lines.at(-1)!.orderId).toBeNull()
    expect((await findQueue(other.seller)).lines).toEqual([])
    await booksMustAgree()
  })

  test('C17: days that overlap and another encoding bring no line twice', async () => {
    const world = await ordersOf(as, 3)
    const [a, b, c] = world.orders.map(({ code }) => code)
    const first = [
      { day: '21/11/2026', content: 'gửi tiền mừng', amount: 50_000 },
      { day: '22/11/2026', content: `${a} Nguyễn Văn Tèo`, amount: 170_000 },
      { day: '22/11/2026', content: `${b}`, amount: 170_000 },
    ]
    expect((await load(world, first)).taken).toEqual({ added: 3, known: 0, booked: 2 })
    const file = statementFile([...first.slice(1), { day: '23/11/2026', content: `${c}`, amount: 170_000 }], { opening: 1_050_000 })
    const wide = new Uint8Array(Buffer.from(`\uFEFF${new TextDecoder().decode(file.bytes)}`, 'utf16le'))
    const ctx = as(world.shop.person)
    const { statementId } = mustBe(await readStatementIn(ctx, { name: 'vietinbank unicode.txt', bytes: wide }))
    const preview = await previewStatement(ctx, statementId)
    expect(statesOf(preview)).toEqual(['known', 'known', 'exact'])
    expect(await takeStatement(ctx, { statementId })).toEqual({ ok: true, value: { added: 1, known: 2, booked: 1 } })
    await booksMustAgree()
  })

  test('B10: one that is taken five times at once is taken once', async () => {
    const world = await ordersOf(as, 1)
    const ctx = as(world.shop.person)
    const { statementId } = mustBe(await readStatementIn(ctx, statementFile([{ content: world.orders[0]!.code, amount: 170_000 }])))
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeStatement(ctx, { statementId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('statement-taken')
    expect((await stand(world)).receivedVnd).toBe(170_000)
  })

  test('of which the balances do not add up says so', async () => {
    const world = await ordersOf(as, 1)
    const file = statementFile([{ content: 'x', amount: 10_000 }])
    const text = new TextDecoder().decode(file.bytes).replace(/cuối kỳ;\d+/u, 'cuối kỳ;5')
    const { statementId } = mustBe(await readStatementIn(as(world.shop.person), { ...file, bytes: new TextEncoder().encode(text) }))
    expect((await previewStatement(as(world.shop.person), statementId)).statement.agrees).toBe(false)
  })

  test('of another bank or of another account is refused, and one that cannot be read with every place', async () => {
    const world = await ordersOf(as, 1)
    const ctx = as(world.shop.person)
    const { bytes } = statementFile([{ content: 'x', amount: 10_000 }])
    const text = new TextDecoder().decode(bytes)
    const read = (changed: string, name = 'x.csv') => readStatementIn(ctx, { name, bytes: new TextEncoder().encode(changed) })
    expect(await read(text.replace('VietinBank eFAST', 'Vietcombank'))).toMatchObject({ refusal: { code: 'other-bank' } })
    expect(await read(text.replace('eFAST', 'eFAST;Số tài khoản;9999999999'))).toEqual({
      ok: false,
      refusal: { code: 'other-account', ending: '2418' },
    })
    expect(await read(text.replace('23/11/2026', '31/02/2026'))).toMatchObject({
      refusal: { code: 'lines-unreadable', faults: [{ row: 4, column: 1, why: 'date' }] },
    })
    expect(await db.selectFrom('bank_statement').where('producer_id', '=', world.shop.producerId).select('id').execute()).toEqual([])
  })

  test('of a seller is there for nobody else', async () => {
    const world = await ordersOf(as, 1)
    const rival = await ordersOf(as, 1)
    const { statementId } = mustBe(await readStatementIn(world.seller, statementFile([{ content: 'x', amount: 10_000 }])))
    await expect(previewStatement(rival.seller, statementId)).rejects.toThrow('No such bank-statement')
    await expect(takeStatement(rival.seller, { statementId })).rejects.toThrow('No such bank-statement')
  })

  test('is taken by the command line for a seller, after a trial that writes nothing', async () => {
    const world = await ordersOf(as, 2)
    const ctx = as(system('command line'))
    const file = statementFile([
      { content: world.orders[0]!.code, amount: 170_000 },
      { content: world.orders[1]!.code, amount: 1_000 },
    ])
    const { organisationCode } = world.shop.person.memberships[0]!
    const asked = { sellerCode: organisationCode, file }
    const sums = { added: 2, known: 0, booked: 1, open: 1, agrees: true }
    expect(await importStatement(ctx, { ...asked, tryOnly: true })).toEqual({ ok: true, value: { ...sums, tried: true } })
    expect((await stand(world)).receivedVnd).toBe(0)
    expect(await importStatement(ctx, { ...asked, tryOnly: false })).toEqual({ ok: true, value: { ...sums, tried: false } })
    expect((await stand(world)).payment).toBe('paid')
    expect(await importStatement(ctx, { ...asked, tryOnly: false })).toMatchObject({ value: { added: 0, known: 2, booked: 0, open: 0 } })
    expect(await importStatement(ctx, { ...asked, sellerCode: 'khong-co', tryOnly: true })).toMatchObject({
      refusal: { code: 'seller-unknown' },
    })
  })

  test('that explains what the seller wrote down by hand is no second payment', async () => {
    const world = await ordersOf(as, 1)
    const { id, code } = world.orders[0]!
    mustBe(await confirmPayment(world.seller, { orderId: id, amountVnd: 170_000, reference: '', note: '', requestKey: newId('key') }))
    const { taken } = await load(world, [{ content: code, amount: 170_000 }])
    expect(taken).toEqual({ added: 1, known: 0, booked: 0 })
    expect(await stand(world)).toEqual({ payment: 'paid', fulfilment: 'held', receivedVnd: 170_000 })
    expect((await findQueue(world.seller)).lines).toEqual([])
  })
})

describe('an answer', () => {
  test('to too little: the buyer is asked for the rest by the same code, and the rest completes the order', async () => {
    const world = await ordersOf(as, 1)
    const { id, code, secret } = world.orders[0]!
    await load(world, [{ content: code, amount: 100_000 }])
    const [line] = (await findQueue(world.seller)).lines
    expect(line).toMatchObject({ state: 'under', missingVnd: 170_000, offers: ['ask-rest', 'book', 'send-back'] })
    expect(await bookLine(world.seller, 'ask-rest', { lineId: line!.id, note: '' })).toEqual({
      ok: true,
      value: { payment: 'under', fulfilment: 'held' },
    })
    const { order } = await findOrderByLink(as(visitor), { code, secret })
    expect(order.transfer).toMatchObject({ amountVnd: 70_000, content: code })
    const told = await db.selectFrom('event').where('type', '=', 'bank-line.rest-asked').select('payload').execute()
    expect(told.map(({ payload }) => payload)).toContainEqual(expect.objectContaining({ orderId: id, amountVnd: 100_000, openVnd: 70_000 }))
    await load(world, [{ doc: '2', content: code, amount: 70_000 }])
    expect(await stand(world)).toEqual({ payment: 'paid', fulfilment: 'held', receivedVnd: 170_000 })
    await booksMustAgree()
  })

  test('given twice is refused and books nothing twice', async () => {
    const world = await ordersOf(as, 1)
    await load(world, [{ content: world.orders[0]!.code, amount: 100_000 }])
    const { id } = (await findQueue(world.seller)).lines[0]!
    const answers = await Promise.all(Array.from({ length: 5 }, () => bookLine(world.seller, 'book', { lineId: id, note: '' })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await stand(world)).receivedVnd).toBe(100_000)
  })

  test('to too little that is not wanted: the order is given up and all of it is to go back', async () => {
    const world = await ordersOf(as, 1)
    await load(world, [{ content: world.orders[0]!.code, amount: 100_000 }])
    const { id } = (await findQueue(world.seller)).lines[0]!
    expect(await bookLine(world.seller, 'send-back', { lineId: id, note: '' })).toEqual({
      ok: true,
      value: { payment: 'to-settle', fulfilment: 'cancelled' },
    })
    expect((await findQueue(world.seller)).toRefund).toMatchObject([{ owedVnd: 100_000 }])
    await booksMustAgree()
  })

  test('C8, B9: money that comes after the hold ended holds the goods again, or waits to be decided about', async () => {
    const world = await ordersOf(as, 2, { stock: 4 })
    const [a, b] = world.orders
    await load(world, [{ doc: '1', day: '23/11/2026 18:00:00', content: a!.code, amount: 170_000 }], evening)
    const seller = as(world.shop.person, evening)
    const [line] = (await findQueue(seller)).lines
    expect(line).toMatchObject({ state: 'late', offers: ['book', 'send-back'] })
    // The job that ends holds has not come by; it does now.
    await endHolds(as(system('shop'), evening))
    expect(await bookLine(seller, 'book', { lineId: line!.id, note: '' })).toEqual({
      ok: true,
      value: { payment: 'paid', fulfilment: 'held' },
    })
    // What was left is somebody else's by now.
    const rest = anOrderForm([{ listingId: world.shop.listingId, quantity: 2 }])
    mustBe(await placeOrder(as(visitor, evening), rest))
    await load(world, [{ doc: '2', day: '23/11/2026 18:30:00', content: b!.code, amount: 170_000 }], evening)
    const [late] = (await findQueue(seller)).lines
    expect(await bookLine(seller, 'book', { lineId: late!.id, note: '' })).toEqual({
      ok: true,
      value: { payment: 'to-settle', fulfilment: 'expired' },
    })
    expect((await findQueue(seller)).toRefund).toMatchObject([{ code: b!.code, owedVnd: 170_000 }])
    expect((await orderQueueCounts(seller)).find(({ queue }) => queue === 'to-decide')?.count).toBe(1)
  })

  test('to a line without a code: the order is chosen, suggested by its amount or found by its code', async () => {
    const world = await ordersOf(as, 2)
    const [a, b] = world.orders
    await load(world, [{ content: 'chuyen tien mua mut dua', amount: 170_000 }])
    const [line] = (await findQueue(world.seller)).lines
    const seen = await findLine(world.seller, line!.id, { code: '' })
    expect(seen.orders.map(({ code }) => code).toSorted()).toEqual([a!.code, b!.code].toSorted())
    expect((await findLine(world.seller, line!.id, { code: b!.code.toLowerCase() })).orders.map(({ code }) => code)).toEqual([b!.code])
    expect(await bookLine(world.seller, 'book', { lineId: line!.id, note: '' })).toMatchObject({ refusal: { code: 'order-missing' } })
    const rival = await ordersOf(as, 1)
    expect(await bookLine(world.seller, 'book', { lineId: line!.id, orderId: rival.orders[0]!.id, note: '' })).toMatchObject({
      refusal: { code: 'order-missing' },
    })
    expect(await bookLine(world.seller, 'book', { lineId: line!.id, orderId: b!.id, note: '' })).toMatchObject({
      value: { payment: 'paid' },
    })
    expect((await stand(world, 1)).receivedVnd).toBe(170_000)
    await booksMustAgree()
  })

  test('to what is no money of an order says what it is', async () => {
    const world = await ordersOf(as, 1)
    await load(world, [{ content: 'tien muon', amount: 50_000 }])
    const { id } = (await findQueue(world.seller)).lines[0]!
    expect(await setAside(world.seller, { lineId: id, note: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await setAside(world.seller, { lineId: id, note: 'Tiền mượn của chị Hai' })).toEqual({ ok: true, value: null })
    expect((await findQueue(world.seller)).lines).toEqual([])
  })

  test('goods that were handed over are paid for: their price does not go back', async () => {
    const world = await ordersOf(as, 1)
    const { id, code } = world.orders[0]!
    await load(world, [{ content: code, amount: 100_000 }])
    const { id: first } = (await findQueue(world.seller)).lines[0]!
    mustBe(await bookLine(world.seller, 'book', { lineId: first, note: '' }))
    mustBe(await handOver(world.seller, { orderId: id, acceptShort: true, note: 'Khách quen' }))
    await load(world, [{ doc: '2', content: code, amount: 70_000 }])
    // The rest came in full: it is booked without anybody.
    expect((await stand(world)).payment).toBe('paid')
  })
})

describe('a refund', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64')

  test('of a surplus has a proof, stands in the sums of the order, and is tied to the transfer once the bank tells of it', async () => {
    const world = await ordersOf(as, 1)
    const { id, code } = world.orders[0]!
    await load(world, [{ doc: '1', content: code, amount: 200_000 }])
    const { id: lineId } = (await findQueue(world.seller)).lines[0]!
    mustBe(await bookLine(world.seller, 'book', { lineId, note: '' }))
    const form = { orderId: id, amountVnd: 30_000, reference: 'FT99', sentOn: '2026-11-23', requestKey: newId('key') }
    expect(await proveRefund(world.seller, { ...form, sentOn: '2026-11-24' }, null)).toMatchObject({ refusal: { code: 'sent-in-future' } })
    const { refundId } = mustBe(await proveRefund(world.seller, form, { content: png, name: 'chuyen-khoan.png' }))
    expect(await proveRefund(world.seller, form, null)).toEqual({ ok: true, value: { refundId } })
    expect(await proveRefund(world.seller, { ...form, amountVnd: 1 }, null)).toMatchObject({ refusal: { code: 'request-key-reused' } })
    await load(world, [{ doc: '9', content: `hoan tien ${code}`, amount: -30_000 }])
    const order = await findSellerOrder(world.seller, id)
    const money = await moneyOfOrder(world.seller, id, { ...order, closed: false })
    expect(money.ledger).toMatchObject({
      expectedVnd: 170_000,
      receivedVnd: 200_000,
      refundedVnd: 30_000,
      keptVnd: 170_000,
      underVnd: 0,
      overVnd: 0,
    })
    expect(addsUp(money.ledger)).toBe(true)
    expect(money.refunds).toMatchObject([{ fileName: 'chuyen-khoan.png', lineAt: '2026-11-23' }])
    expect(money.lines.map(({ answer }) => answer)).toEqual(['booked', 'is-refund'])
    await expect(moneyOfOrder((await ordersOf(as, 1)).seller, id, { ...order, closed: false })).rejects.toThrow('No such')
    await booksMustAgree()
  })

  test('whose transfer does not name the order is tied by the seller, and to no other amount', async () => {
    const world = await ordersOf(as, 1)
    const { id, code } = world.orders[0]!
    await load(world, [
      { doc: '1', content: code, amount: 200_000 },
      { doc: '2', content: 'chuyen khoan', amount: -30_000 },
      { doc: '3', content: 'mua phan', amount: -25_000 },
    ])
    mustBe(await bookLine(world.seller, 'book', { lineId: (await findQueue(world.seller)).lines[0]!.id, note: '' }))
    const form = { orderId: id, amountVnd: 30_000, reference: '', sentOn: '2026-11-23', requestKey: newId('key') }
    const { refundId } = mustBe(await proveRefund(world.seller, form, null))
    const out = await db
      .selectFrom('bank_line')
      .where('producer_id', '=', world.shop.producerId)
      .where('direction', '=', 'out')
      .select(['id', 'amount_vnd as amount'])
      .execute()
    const lineOf = (amount: number) => out.find((one) => one.amount === amount)!.id
    expect(await tieRefund(world.seller, { lineId: lineOf(25_000), refundId })).toMatchObject({ refusal: { code: 'amount-differs' } })
    expect((await findLine(world.seller, lineOf(30_000), { code: '' })).refunds).toMatchObject([{ id: refundId }])
    expect(await tieRefund(world.seller, { lineId: lineOf(30_000), refundId })).toEqual({ ok: true, value: null })
    expect((await moneyOfOrder(world.seller, id, { totalVnd: 1, receivedVnd: 1, refundedVnd: 0, closed: false })).refunds[0]!.lineId).toBe(
      lineOf(30_000),
    )
  })
})
