import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { proveRefund } from '../payments/index.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, suspendByOrder } from '../shop/fixtures.ts'
import { findSellerOrder, handOver, placeOrder, takeBackOrder } from '../shop/index.ts'
import type { OrderId } from '../shop/rules.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { aDeliveredOrder, aReturn, anAgreement, anAskForm } from './fixtures.ts'
import type { Bought } from './fixtures.ts'
import {
  acceptReturn,
  askReturn,
  callOffice,
  decideAgainstBuyer,
  decideForBuyer,
  findReturn,
  mediate,
  openReturnPhoto,
  publishOffer,
  receiveGoods,
  refuseReturn,
  returnForm,
  returnsOfOrder,
  sayInReturn,
  sellerWorkbook,
  sendGoods,
  settleReturnsOf,
  withdrawReturn,
} from './index.ts'
import type { ReturnId } from './rules.ts'
import { watchReturns } from './watch-clock.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const at = (moment: string) => (actor: Actor) => asAt(actor, moment)
const as = at(worldDay)
const days = (count: number) => new Date(new Date(worldDay).getTime() + count * 86_400_000).toISOString()
let world: Awaited<ReturnType<typeof shopWorld>>
let shop: Awaited<ReturnType<typeof aShop>>
const buyer = as(visitor)

beforeAll(async () => {
  world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
  shop = await aShop(as, { stock: 400, priceVnd: 85_000 })
})
const seller = () => as(shop.person)
const lotOf = async (bought: Bought) => {
  const row = await db
    .selectFrom('reservation')
    .where('order_line_id', '=', bought.lineId)
    .where('status', '=', 'consumed')
    .select(['lot_id as lotId', 'pack_id as packId', 'place_id as placeId'])
    .executeTakeFirstOrThrow()
  return { orderLineId: bought.lineId, ...row }
}
const onHand = async ({ lotId, packId, placeId }: { lotId: string; packId: string; placeId: string }) =>
  (
    await db
      .selectFrom('stock_balance')
      .where('lot_id', '=', lotId as never)
      .where('pack_id', '=', packId as never)
      .where('place_id', '=', placeId as never)
      .select('on_hand')
      .executeTakeFirstOrThrow()
  ).on_hand
const receive = async (bought: Bought, returnId: ReturnId, quantity: number, fate: 'restocked' | 'destroyed' = 'restocked') =>
  receiveGoods(seller(), { returnId, goods: await lotOf(bought), quantity, fate, note: 'Hộp móp', requestKey: newId('key') })
const refund = (orderId: OrderId, amountVnd: number) =>
  proveRefund(seller(), { orderId, amountVnd, reference: '', sentOn: '2026-11-23', requestKey: newId('key') }, null)
const statusOf = async (id: ReturnId) =>
  (await db.selectFrom('order_return').where('id', '=', id).select('status').executeTakeFirstOrThrow()).status
const orderOf = async (id: OrderId) =>
  db
    .selectFrom('shop_order')
    .where('id', '=', id)
    .select(['payment_status as payment', 'returned_vnd as returned'])
    .executeTakeFirstOrThrow()

describe('a return that is finished', () => {
  test('goods come back to the shelf by lot, the money goes back, and the books of goods and of money add up again', async () => {
    const bought = await aDeliveredOrder(as, shop, { quantity: 3 })
    const returnId = await aReturn(buyer, bought, { quantity: 2 })
    const lot = await lotOf(bought)
    const before = await onHand(lot)
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 170_000)))
    expect(await orderOf(bought.orderId)).toEqual({ payment: 'over', returned: 170_000 })
    mustBe(await receive(bought, returnId, 1))
    mustBe(await receive(bought, returnId, 1, 'destroyed'))
    expect(await statusOf(returnId)).toBe('accepted')
    expect(await onHand(lot)).toBe(before + 1)
    mustBe(await refund(bought.orderId, 170_000))
    expect(await settleReturnsOf(as(system('returns')), bought.orderId)).toBe(1)
    expect(await settleReturnsOf(as(system('returns')), bought.orderId)).toBe(0)
    expect(await statusOf(returnId)).toBe('settled')
    expect(await orderOf(bought.orderId)).toEqual({ payment: 'paid', returned: 170_000 })
    await stockMustBeIntact(db)
    const kinds = await db
      .selectFrom('stock_entry')
      .where('ref', 'like', 'rtg\\_%')
      .where('lot_id', '=', lot.lotId)
      .select(['kind', 'delta'])
      .orderBy('id')
      .execute()
    expect(kinds.map(({ kind, delta }) => `${kind} ${delta}`).toSorted()).toEqual(['destroyed -1', 'returned 1', 'returned 1'])
    const told = await db.selectFrom('epcis_event').where('document', 'like', '%"returned"%').select('document').execute()
    expect(told).toHaveLength(2)
  })

  test('everything of an order goes back: the order says that all its money was paid back', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought, { quantity: 2 })
    mustBe(await acceptReturn(seller(), anAgreement(returnId, bought.totalVnd, { sendsBack: false })))
    mustBe(await refund(bought.orderId, bought.totalVnd))
    await settleReturnsOf(as(system('returns')), bought.orderId)
    expect(await statusOf(returnId)).toBe('settled')
    expect(await orderOf(bought.orderId)).toEqual({ payment: 'refunded', returned: bought.totalVnd })
    expect(await refund(bought.orderId, 1)).toMatchObject({ ok: false })
    await stockMustBeIntact(db)
  })

  test('an order for which less was paid gives back what was paid, and not the price', async () => {
    const bought = await aDeliveredOrder(as, shop, { paidVnd: 150_000 })
    const returnId = await aReturn(buyer, bought, { quantity: 2 })
    expect(await acceptReturn(seller(), anAgreement(returnId, 170_000))).toMatchObject({
      refusal: { code: 'refund-too-large', refundableVnd: 150_000 },
    })
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 150_000, { sendsBack: false })))
    expect((await findSellerOrder(seller(), bought.orderId)).facts.refundableVnd).toBe(150_000)
    mustBe(await refund(bought.orderId, 150_000))
    expect((await orderOf(bought.orderId)).payment).toBe('refunded')
    await stockMustBeIntact(db)
  })

  test('other goods are sent for these: sold from the shelf, and a recall of their lot finds the buyer', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought, { wanted: 'exchange' })
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 0, { exchanges: true })))
    const goods = await lotOf(bought)
    const send = (quantity: number) => sendGoods(seller(), { returnId, goods, quantity, note: '', requestKey: newId('key') })
    const before = await onHand(goods)
    expect(await send(2)).toMatchObject({ refusal: { code: 'more-than-agreed', left: 1 } })
    mustBe(await send(1))
    expect(await onHand(goods)).toBe(before - 1)
    mustBe(await receive(bought, returnId, 1))
    expect(await statusOf(returnId)).toBe('settled')
    await stockMustBeIntact(db)
  })

  test('a seller sends nothing from the shelf of another', async () => {
    const rival = await aShop(as, { name: 'HTX bên cạnh' })
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought, { wanted: 'exchange' })
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 0, { exchanges: true })))
    const theirs = await db
      .selectFrom('stock_balance')
      .where('lot_id', '=', rival.lotId)
      .select(['pack_id as packId', 'place_id as placeId'])
      .executeTakeFirstOrThrow()
    const goods = { orderLineId: bought.lineId, lotId: rival.lotId, ...theirs }
    expect(await sendGoods(seller(), { returnId, goods, quantity: 1, note: '', requestKey: newId('key') })).toMatchObject({
      refusal: { code: 'lot-of-other-order' },
    })
  })

  test('whatever is asked, answered, taken back and paid in whatever order: returned ≤ delivered, refunded ≤ paid, and the books add up', async () => {
    type Try = {
      do: 'ask' | 'accept' | 'refuse' | 'withdraw' | 'receive' | 'send' | 'refund' | 'office' | 'for' | 'against'
      n: number
      share: number
    }
    const aTry = fc.record({
      do: fc.constantFrom(
        'ask',
        'ask',
        'accept',
        'accept',
        'receive',
        'receive',
        'refund',
        'refund',
        'send',
        'refuse',
        'withdraw',
        'office',
        'for',
        'against',
      ),
      n: fc.integer({ min: 1, max: 4 }),
      share: fc.integer({ min: 0, max: 120 }),
    }) as fc.Arbitrary<Try>
    const office = as(world.people['trade-department'])
    await fc.assert(
      fc.asyncProperty(fc.array(aTry, { minLength: 4, maxLength: 12 }), async (tries) => {
        const bought = await aDeliveredOrder(as, shop, { quantity: 4 })
        const cases: ReturnId[] = []
        for (const { do: act, n, share } of tries) {
          const returnId = cases[n % Math.max(1, cases.length)]
          if (act === 'ask') {
            const asked = await askReturn(buyer, bought.link, anAskForm(bought, { quantity: n }))
            if (asked.ok) cases.push(asked.value.returnId)
            continue
          }
          if (act === 'refund') {
            await refund(bought.orderId, Math.max(1, Math.floor((bought.totalVnd * share) / 100)))
            continue
          }
          if (!returnId) continue
          const offer = anAgreement(returnId, Math.floor((n * 85_000 * share) / 100), { exchanges: share % 2 === 0 })
          const said = { returnId, words: 'Xem lại' }
          const run = {
            accept: () => acceptReturn(seller(), offer),
            refuse: () => refuseReturn(seller(), said),
            withdraw: () => withdrawReturn(buyer, { returnId }, bought.link),
            receive: () => receive(bought, returnId, n, share % 3 === 0 ? 'destroyed' : 'restocked'),
            send: async () =>
              sendGoods(seller(), { returnId, goods: await lotOf(bought), quantity: n, note: '', requestKey: newId('key') }),
            office: () => callOffice(buyer, said, bought.link),
            for: async () => decideForBuyer(office, offer).catch(() => null),
            against: async () => decideAgainstBuyer(office, said).catch(() => null),
          }
          await run[act]()
          await settleReturnsOf(as(system('returns')), bought.orderId)
        }
        const back = await db
          .selectFrom('order_return_goods as goods')
          .innerJoin('order_return', 'order_return.id', 'goods.return_id')
          .where('order_return.order_id', '=', bought.orderId)
          .select(['goods.kind', 'goods.quantity', 'goods.return_id as returnId'])
          .execute()
        const sum = (kinds: string[]) => back.filter(({ kind }) => kinds.includes(kind)).reduce((all, { quantity }) => all + quantity, 0)
        expect(sum(['restocked', 'destroyed'])).toBeLessThanOrEqual(4)
        expect(sum(['sent'])).toBeLessThanOrEqual(4)
        const { receivedVnd, refundedVnd } = await findSellerOrder(seller(), bought.orderId)
        expect(refundedVnd).toBeLessThanOrEqual(receivedVnd)
        for (const id of cases) {
          if ((await statusOf(id)) !== 'settled') continue
          const { facts } = await findReturn(seller(), id)
          expect([facts.toReceive, facts.toSend, facts.moneyOpenVnd]).toEqual([0, 0, 0])
        }
        await stockMustBeIntact(db)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('what may be asked', () => {
  test('the same form sent again is the same case; the same key for another order is refused', async () => {
    const [bought, other] = [await aDeliveredOrder(as, shop), await aDeliveredOrder(as, shop)]
    const form = anAskForm(bought)
    const first = mustBe(await askReturn(buyer, bought.link, form))
    expect(mustBe(await askReturn(buyer, bought.link, form))).toEqual(first)
    expect(await askReturn(buyer, other.link, { ...anAskForm(other), requestKey: form.requestKey })).toMatchObject({
      refusal: { code: 'request-key-reused' },
    })
  })

  test('two at once ask for more than came: one of them gets it', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const both = await Promise.all([1, 2].map(() => askReturn(buyer, bought.link, anAskForm(bought, { quantity: 2 }))))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'more-than-delivered', left: 0 } })
  })

  test('whoever lets a case be may ask again', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought, { quantity: 2 })
    mustBe(await withdrawReturn(buyer, { returnId }, bought.link))
    expect(await askReturn(buyer, bought.link, anAskForm(bought, { quantity: 2 }))).toMatchObject({ ok: true })
  })

  test('nothing is returned that was not handed over', async () => {
    expect(await askReturn(buyer, world.link, anAskForm({ lineId: 'oln_x' }))).toMatchObject({ refusal: { code: 'not-delivered' } })
  })

  test('a reason that the seller does not take is closed, and open for orders that are placed after the seller gave it days', async () => {
    const changed = { reason: 'changed-mind' }
    const before = await aDeliveredOrder(as, shop)
    expect(await askReturn(buyer, before.link, anAskForm(before, changed))).toMatchObject({ refusal: { code: 'reason-closed' } })
    mustBe(
      await publishOffer(seller(), {
        reasons: [
          { key: 'changed-mind', days: 14 },
          { key: 'not-as-described', days: 0 },
        ],
      }),
    )
    expect(await publishOffer(seller(), { reasons: [{ key: 'changed-mind', days: 14 }] })).toMatchObject({
      refusal: { code: 'same-offer' },
    })
    expect(await askReturn(at(days(1))(visitor), before.link, anAskForm(before, changed))).toMatchObject({
      refusal: { code: 'reason-closed' },
    })
    const after = await aDeliveredOrder(at(days(1)), shop)
    await aReturn(at(days(2))(visitor), after, changed)
    const form = await returnForm(at(days(2))(visitor), after.link)
    expect(form.reasons.find(({ key }) => key === 'not-as-described')).toMatchObject({ until: null, always: true })
  })

  test('what calls itself a photo and is none is refused, and no case is begun', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const bad = { name: 'anh.jpg', content: new TextEncoder().encode('<script>alert(1)</script>') }
    expect(await askReturn(buyer, bought.link, anAskForm(bought), [bad])).toMatchObject({ refusal: { code: 'file-type-refused' } })
    expect((await returnsOfOrder(buyer, bought.link)).cases).toEqual([])
    const seven = Array.from({ length: 7 }, () => bad)
    expect(await askReturn(buyer, bought.link, anAskForm(bought), seven)).toMatchObject({ refusal: { code: 'too-many-photos', most: 6 } })
  })
})

describe('the clock', () => {
  const watch = (moment: string) => watchReturns(at(moment)(system('returns')))
  const justAfter = (day: number) => new Date(new Date(days(day)).getTime() + 1).toISOString()

  test('what nobody answers is late a moment after its term, and with the office a moment after the whole term, each once', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought)
    const stands = () =>
      db
        .selectFrom('order_return')
        .where('id', '=', returnId)
        .select(['status', 'late_at as late', 'office_at as office'])
        .executeTakeFirstOrThrow()
    await watch(days(3))
    expect(await stands()).toMatchObject({ status: 'open', late: null })
    await watch(justAfter(3))
    await watch(justAfter(3))
    expect(await stands()).toMatchObject({ status: 'open', late: new Date(justAfter(3)), office: null })
    await watch(days(15))
    expect((await stands()).status).toBe('open')
    await watch(justAfter(15))
    expect(await stands()).toMatchObject({ status: 'disputed', office: new Date(justAfter(15)) })
    const steps = (await findReturn(as(shop.person), returnId)).steps.map(({ step, side }) => `${step} ${side}`)
    expect(steps).toEqual(['ask buyer', 'mark-late clock', 'call-office clock'])
  })

  test('what was promised and is not done goes to the office by itself, and the promise stands', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought)
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 85_000)))
    const office = as(world.people['trade-department'])
    await expect(findReturn(office, returnId)).rejects.toThrow('No such return')
    await watch(justAfter(15))
    expect((await findReturn(office, returnId)).one).toMatchObject({ status: 'accepted', agreement: { refundVnd: 85_000 } })
  })
})

describe('a dispute', () => {
  test('both sides and the mediator have their say, nobody changes it, and the decision is carried out', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought)
    const office = as(world.people['trade-department'])
    const say = { returnId, words: 'Tôi có ảnh cân hàng', requestKey: newId('key') }
    mustBe(await refuseReturn(seller(), { returnId, words: 'Hàng đủ cân khi gửi' }))
    mustBe(await callOffice(buyer, { returnId, words: 'Người bán không chịu' }, bought.link))
    mustBe(await sayInReturn(buyer, say, bought.link))
    mustBe(await sayInReturn(buyer, say, bought.link))
    mustBe(await sayInReturn(seller(), { ...say, words: 'Tôi giữ ý kiến', requestKey: newId('key') }))
    mustBe(await mediate(office, { returnId, words: 'Đề nghị hoàn một nửa', requestKey: newId('key') }))
    mustBe(await decideForBuyer(office, anAgreement(returnId, 42_000, { sendsBack: false, words: 'Nhãn không đúng' })))
    const { steps } = await findReturn(buyer, returnId, bought.link)
    expect(steps.map(({ step, side }) => `${step} ${side}`)).toEqual([
      'ask buyer',
      'refuse seller',
      'call-office buyer',
      'say buyer',
      'say seller',
      'mediate office',
      'decide-for office',
    ])
    await expect(db.updateTable('order_return_step').set({ words: 'x' }).where('return_id', '=', returnId).execute()).rejects.toThrow(
      /permission denied|append/u,
    )
    mustBe(await refund(bought.orderId, 42_000))
    await settleReturnsOf(as(system('returns')), bought.orderId)
    expect(await statusOf(returnId)).toBe('settled')
  })

  test('the office finds against it: the goods count as the buyer’s again, and the seller owes nothing', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought, { quantity: 2 })
    mustBe(await callOffice(as(shop.person), { returnId, words: 'Khách đổi ý' }))
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 100_000)))
    mustBe(await decideAgainstBuyer(as(world.people['trade-department']), { returnId, words: 'Hàng đúng mô tả' }))
    expect(await orderOf(bought.orderId)).toEqual({ payment: 'paid', returned: 0 })
    await aReturn(buyer, bought, { quantity: 2 })
    await stockMustBeIntact(db)
  })

  test('another seller, another buyer and an office to which nothing was brought find no case and no photo', async () => {
    const [bought, other] = [await aDeliveredOrder(as, shop), await aDeliveredOrder(as, shop)]
    const returnId = await aReturn(buyer, bought)
    const { people } = world
    const none = 'No such return'
    await expect(findReturn(as(people.rival), returnId)).rejects.toThrow(none)
    await expect(findReturn(as(people['trade-department']), returnId)).rejects.toThrow(none)
    await expect(findReturn(as(people['provincial-officer']), returnId)).rejects.toThrow(none)
    await expect(findReturn(buyer, returnId)).rejects.toThrow(none)
    await expect(findReturn(buyer, returnId, other.link)).rejects.toThrow(none)
    await expect(findReturn(as(shop.person), returnId, { ...bought.link, secret: 'x' })).rejects.toThrow(none)
    await expect(openReturnPhoto(as(people.rival), returnId, 1)).rejects.toThrow(none)
    await expect(returnForm(buyer, { ...bought.link, secret: 'x' })).rejects.toThrow()
    await expect(mediate(as(people['trade-department']), { returnId, words: 'abc', requestKey: newId('key') })).rejects.toThrow(none)
  })

  test('the office reads what both said, and neither the name nor the telephone of who bought', async () => {
    const bought = await aDeliveredOrder(as, shop)
    const returnId = await aReturn(buyer, bought)
    mustBe(await callOffice(buyer, { returnId, words: 'Nhờ cơ quan' }, bought.link))
    const view = await findReturn(as(world.people['trade-department']), returnId)
    expect(view.buyer).toBeNull()
    expect(JSON.stringify(view)).not.toContain('Nguyễn Thị Mua')
  })
})

test('a seller takes its data along, also once it is suspended: orders, lines, money, shelf and returns, and nothing of another', async () => {
  const [own, rival] = [await aShop(as, { name: 'HTX tải dữ liệu' }), await aShop(as, { name: 'HTX khác' })]
  const [mine, theirs] = [await aDeliveredOrder(as, own), await aDeliveredOrder(as, rival)]
  await aReturn(buyer, mine)
  await suspendByOrder(as(own.officer), own.producerId, 'Thiếu giấy tờ')
  const { sheets } = await sellerWorkbook(as(own.person))
  expect(sheets).toHaveLength(6)
  const text = JSON.stringify(sheets)
  expect(text).toContain(mine.link.code)
  expect(text).not.toContain(theirs.link.code)
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.rows
  expect(rowsOf('Dòng hàng đã bán')).toEqual([expect.objectContaining({ code: mine.link.code, quantity: 2, lineTotalVnd: 170_000 })])
  expect(rowsOf('Sổ tiền của đơn')).toHaveLength(2)
  await expect(sellerWorkbook(as(world.people['trade-department']))).rejects.toThrow()
})

test('goods of an order whose cash is due come back once: at the door, or after the cash was written down', async () => {
  const placed = mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
  const orderId = placed.orders[0]!.id
  await db.updateTable('shop_order').set({ payment_way: 'cod', payment_status: 'cash-due' }).where('id', '=', orderId).execute()
  mustBe(await handOver(seller(), { orderId, acceptShort: false, note: '' }))
  const { id: lineId } = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
  const bought = { orderId, link: { code: placed.orders[0]!.code, secret: placed.secret }, lineId, totalVnd: 170_000 }
  const returnId = await aReturn(buyer, bought, { quantity: 2 })
  mustBe(await acceptReturn(seller(), anAgreement(returnId, 0, { exchanges: true })))
  const lot = await lotOf(bought)
  const before = await onHand(lot)
  expect(await receive(bought, returnId, 2)).toMatchObject({ refusal: { code: 'order-open' } })
  mustBe(await takeBackOrder(seller(), { orderId, note: 'Không nhận hàng' }))
  expect(await onHand(lot)).toBe(before + 2)
  expect(
    await receiveGoods(seller(), { returnId, goods: lot, quantity: 2, fate: 'restocked', note: '', requestKey: newId('key') }),
  ).toMatchObject({
    refusal: { code: 'order-open' },
  })
  expect(await onHand(lot)).toBe(before + 2)
  await stockMustBeIntact(db)
})
