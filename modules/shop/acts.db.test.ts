import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { shopActTables } from './acts.ts'
import type { FulfilmentStatus, ListingStatus, SellerStatus } from './acts.ts'
import { aDeliveryTable, aPaperFile, anAccount, anOrderForm, mustBe } from './fixtures.ts'
import {
  allotOrder,
  addAgreedBuyer,
  answerBill,
  disputeBill,
  findAgreedBuyer,
  findBill,
  makeBill,
  openAgreedShelf,
  agreeTerms,
  endAgreedBuyer,
  renewAccessCode,
  acceptPolicies,
  announceSuspension,
  answerSuspension,
  carryOutSuspension,
  handInPaper,
  liftSuspension,
  receiveSuspensionOrder,
  returnPaper,
  verifyPaper,
  withdrawSuspension,
  cancelByLink,
  changeOrder,
  mergeOrders,
  unmergeOrder,
  cutGoods,
  cancelOrder,
  confirmCash,
  confirmPayment,
  createVoucher,
  dropCash,
  dropDelivery,
  exportInvoices,
  endAhead,
  endVoucher,
  findOrderByLink,
  handOver,
  openAhead,
  packOrder,
  pauseListing,
  placeOrder,
  publishListing,
  receiveCash,
  refundPayment,
  reopenOrder,
  reportTransfer,
  resumeListing,
  returnListing,
  runShort,
  saveCash,
  saveDelivery,
  saveListing,
  saveSeller,
  submitListing,
  unpackOrder,
  takeBackOrder,
  verifySeller,
  weighOrder,
} from './index.ts'
import { selectBill } from './bills/bill.store.ts'
import { billStatusOf, sellerStatusOf, suspensionStatusOf } from './rules.ts'
import type { PaymentStatus } from './rules.ts'
import { selectSuspension } from './sellers/suspension.store.ts'
import { expireOrder } from './orders/expire-holds.ts'
import { shopWorld, worldDay } from './test-world.ts'

const { as: asAt } = await testDatabase<Tables>()
const { people, orderId, link, listingId, productId, producerId } = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const base = asAt(system('trial'), worldDay)
const [orders, listings, sellers, vouchers, agreed, invoices, ahead, papers, suspensions, bills] = shopActTables

const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const
const overseers = ['provincial-officer', 'trade-department'] as const

// Goods are given only for money that the seller saw, and money is never refused; nobody but the buyer, the seller and the clock touches an
// order. Whoever holds no link and does not work for the seller does not even learn that the order is there.
const isBuyer = (ctx: Ctx) => ctx.actor === people.buyer
const linkOf = (ctx: Ctx) => (isBuyer(ctx) ? link : { ...link, secret: 'x' })
const money = (amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })
/** Changes the order where its goods are held: what was paid, or until when they are held. */
const whileHeld = (ctx: Ctx, change: { payment_status?: PaymentStatus; hold_until?: Date }) =>
  ctx.db.updateTable('shop_order').set(change).where('id', '=', orderId).where('fulfilment_status', 'in', ['held', 'promised']).execute()
const whilePromised = (ctx: Ctx, change: { payment_status: PaymentStatus }) =>
  ctx.db.updateTable('shop_order').set(change).where('id', '=', orderId).where('fulfilment_status', '=', 'promised').execute()
/** As if it were to be paid when its goods arrive, where it stands so. */
const asCash = (ctx: Ctx, fulfilment: FulfilmentStatus, payment_status: PaymentStatus) =>
  ctx.db
    .updateTable('shop_order')
    .set({ payment_way: 'cod', payment_status })
    .where('id', '=', orderId)
    .where('fulfilment_status', '=', fulfilment)
    .execute()
/** Another order of the same buyer. */
const first = await findOrderByLink(asAt(visitor, worldDay), link)
const sister = mustBe(
  await placeOrder(asAt(visitor, worldDay), anOrderForm([{ listingId, quantity: 1 }], { buyerPhone: first.order.buyer.phone })),
).orders[0]!
const payments: Record<FulfilmentStatus, PaymentStatus> = {
  promised: 'paid',
  held: 'awaiting',
  'handed-over': 'paid',
  returned: 'to-settle',
  cancelled: 'to-settle',
  expired: 'to-settle',
}
tryActs(orders, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('shop_order')
      .set({
        fulfilment_status: status,
        payment_status: payments[status],
        ...(status === 'promised' && { due_on: '2026-11-20', pays_when: 'now' }),
      })
      .where('id', '=', orderId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('shop_order').select('fulfilment_status').where('id', '=', orderId).executeTakeFirstOrThrow()
    return row.fulfilment_status
  },
  attempts: {
    place: (ctx) => placeOrder(ctx, anOrderForm([{ listingId, quantity: 1 }])),
    allot: (ctx) => allotOrder(ctx, { orderId }),
    'run-short': (ctx) => runShort(ctx, { orderId, note: 'Mất mùa' }),
    'report-transfer': async (ctx) => {
      await whilePromised(ctx, { payment_status: 'awaiting' })
      return reportTransfer(ctx, linkOf(ctx))
    },
    change: (ctx) =>
      changeOrder(ctx, linkOf(ctx), {
        name: 'Lê Thị Nhận',
        phone: '0912345678',
        address: 'Ấp Chợ, xã Cầu Kè',
        note: '',
        wish: 'Buổi sáng',
      }),
    merge: async (ctx) => mergeOrders(ctx, linkOf(ctx), { otherCode: sister.code }, '10.0.0.1'),
    unmerge: (ctx) => unmergeOrder(ctx, linkOf(ctx)),
    'cut-goods': async (ctx) => {
      const { id } = await ctx.db.selectFrom('order_line').where('order_id', '=', orderId).select('id').executeTakeFirstOrThrow()
      return cutGoods(ctx, linkOf(ctx), { left: { [id]: 1 } })
    },
    cancel: (ctx) => (isBuyer(ctx) ? cancelByLink(ctx, link) : cancelOrder(ctx, { orderId, note: 'Hết hàng' })),
    expire: async (ctx) => {
      await whilePromised(ctx, { payment_status: 'awaiting' })
      await whileHeld(ctx, { hold_until: ctx.now })
      return expireOrder(ctx, orderId)
    },
    reopen: (ctx) => reopenOrder(ctx, { orderId }),
    'hand-over': async (ctx) => {
      await whileHeld(ctx, { payment_status: 'paid' })
      return handOver(ctx, { orderId, acceptShort: false, note: '' })
    },
    pack: async (ctx) => {
      await whileHeld(ctx, { payment_status: 'paid' })
      return packOrder(ctx, { orderId })
    },
    weigh: async (ctx) => {
      await whileHeld(ctx, { payment_status: 'paid' })
      const line = await ctx.db
        .selectFrom('order_line')
        .where('order_id', '=', orderId)
        .select(['id', 'quantity'])
        .executeTakeFirstOrThrow()
      // As if what was ordered were sold by its weight: 85 000 đ for one of a kilogram.
      await ctx.db
        .updateTable('order_line')
        .set({ per_kg_vnd: 85_000, piece_least_grams: 800, piece_most_grams: 1000 })
        .where('id', '=', line.id)
        .execute()
      return weighOrder(ctx, { orderId, grams: { [line.id]: Array.from({ length: line.quantity }, () => 900) } })
    },
    unpack: (ctx) => unpackOrder(ctx, { orderId }),
    'confirm-cash': async (ctx) => {
      await asCash(ctx, 'held', 'to-confirm')
      return confirmCash(ctx, { orderId })
    },
    'take-back': async (ctx) => {
      await asCash(ctx, 'handed-over', 'cash-due')
      return takeBackOrder(ctx, { orderId, note: 'Không có nhà' })
    },
    'receive-cash': async (ctx) => {
      await asCash(ctx, 'handed-over', 'cash-due')
      return receiveCash(ctx, { ...money(1), note: 'Thu thiếu' })
    },
    'receive-payment': (ctx) => confirmPayment(ctx, money(1)),
    'refund-payment': (ctx) => refundPayment(ctx, money(1)),
  },
  expected: {
    place: { by: everybody },
    allot: { from: ['promised'], to: 'held', by: ['seller', 'system'] },
    'run-short': { from: ['promised'], by: ['seller'] },
    'report-transfer': { from: ['promised', 'held'], by: ['buyer'] },
    change: { from: ['promised', 'held'], by: ['buyer'] },
    merge: { from: ['held'], by: ['buyer'] },
    unmerge: { from: ['held'], by: ['buyer', 'system'] },
    'cut-goods': { from: ['held'], by: ['buyer'] },
    cancel: { from: ['promised', 'held'], to: 'cancelled', by: ['seller', 'buyer', 'system'] },
    expire: { from: ['promised', 'held'], to: 'expired', by: ['system'] },
    reopen: { from: ['cancelled', 'expired'], to: 'held', by: ['seller'] },
    'hand-over': { from: ['held'], to: 'handed-over', by: ['seller'] },
    pack: { from: ['held'], by: ['seller'] },
    weigh: { from: ['held'], by: ['seller'] },
    unpack: { from: ['held'], by: ['seller'] },
    'confirm-cash': { from: ['held'], by: ['seller'] },
    'take-back': { from: ['handed-over'], to: 'returned', by: ['seller', 'system'] },
    'receive-cash': { from: ['handed-over'], by: ['seller', 'system'] },
    'receive-payment': { by: ['seller', 'system'] },
    'refund-payment': { by: ['seller'] },
  },
})

// Điều 17.1.đ: the platform reads what a seller posts before it is shown. Whoever watches over the market reads, puts up and takes down; the seller hands in.
const version = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('listing').select('version').where('id', '=', listingId).executeTakeFirstOrThrow()).version
tryActs(listings, {
  base,
  people,
  put: (tx, status: ListingStatus) =>
    tx
      .updateTable('listing')
      .set({ status, submitted_at: base.now, return_reason: status === 'returned' ? 'Sửa lời giới thiệu' : null })
      .where('id', '=', listingId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('listing').select('status').where('id', '=', listingId).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    save: (ctx) => saveListing(ctx, { productId, priceVnd: 90_000, unit: 'hũ', description: '' }),
    submit: (ctx) => submitListing(ctx, { listingId }),
    publish: async (ctx) => publishListing(ctx, { listingId, version: await version(ctx) }),
    return: async (ctx) => returnListing(ctx, { listingId, version: await version(ctx), reason: 'Sửa lời giới thiệu' }),
    resume: (ctx) => resumeListing(ctx, { listingId }),
    pause: (ctx) => pauseListing(ctx, { listingId }),
  },
  expected: {
    save: { by: ['seller'] },
    submit: { from: ['draft', 'returned'], to: 'waiting', by: ['seller'] },
    publish: { from: ['waiting'], to: 'published', by: overseers },
    return: { from: ['waiting'], to: 'returned', by: overseers },
    resume: { from: ['paused'], to: 'published', by: ['seller'] },
    pause: { from: ['published'], to: 'paused', by: ['seller', ...overseers] },
  },
})

for (const person of [people.seller, people.rival]) mustBe(await saveDelivery(asAt(person, worldDay), aDeliveryTable))

// Luật Thương mại điện tử 122/2025/QH15: the platform identifies its sellers. Every producer names its own account; the province verifies.
tryActs(sellers, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('seller')
      .set({
        verified_at: status === 'unverified' ? null : base.now,
        by_papers: true,
        verified_until: status === 'run-out' ? '2026-11-22' : null,
      })
      .where('producer_id', '=', producerId)
      .execute(),
  state: async (tx): Promise<SellerStatus> => {
    const row = await tx.selectFrom('seller').selectAll().where('producer_id', '=', producerId).executeTakeFirstOrThrow()
    const facts = { verifiedAt: row.verified_at, byPapers: row.by_papers, verifiedUntil: row.verified_until }
    return sellerStatusOf(facts, { today: '2026-11-23', paperlessUntil: '2027-06-30' })
  },
  attempts: {
    save: (ctx) => saveSeller(ctx, anAccount),
    'save-delivery': (ctx) => saveDelivery(ctx, aDeliveryTable),
    'save-cash': (ctx) => saveCash(ctx, { largestVnd: dong(500_000), zones: ['commune'] }),
    'drop-cash': dropCash,
    'drop-delivery': dropDelivery,
    verify: (ctx) => verifySeller(ctx, { producerId, method: 'Đối chiếu giấy đăng ký' }),
    'accept-policies': (ctx) => acceptPolicies(ctx, { agrees: 'terms:1' }),
  },
  expected: {
    save: { by: ['seller', 'rival'] },
    'save-delivery': { by: ['seller', 'rival'] },
    'save-cash': { by: ['seller', 'rival'] },
    'drop-cash': { by: ['seller', 'rival'] },
    'drop-delivery': { by: ['seller', 'rival'] },
    verify: { from: ['unverified', 'run-out'], to: 'verified', by: overseers },
    'accept-policies': { by: ['seller', 'rival'] },
  },
})

// What a seller shows of itself: every producer shows its own, the office reads each.
const { paperId } = mustBe(
  await handInPaper(
    asAt(people.seller, worldDay),
    {
      kind: 'registration',
      setCode: null,
      number: '58A8000001',
      issuedBy: 'UBND xã',
      issuedOn: '2026-01-05',
      validUntil: null,
      requestKey: newId('key'),
    },
    aPaperFile,
  ),
)
tryActs(papers, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('seller_paper')
      .set({
        status,
        judged_at: status === 'verified' || status === 'returned' ? base.now : null,
        return_reason: status === 'returned' ? 'Ảnh mờ' : null,
      })
      .where('id', '=', paperId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('seller_paper').select('status').where('id', '=', paperId).executeTakeFirstOrThrow()).status,
  attempts: {
    'hand-in': (ctx) =>
      handInPaper(
        ctx,
        {
          kind: 'registration',
          setCode: null,
          number: '1',
          issuedBy: 'UBND xã',
          issuedOn: '2026-01-05',
          validUntil: null,
          requestKey: newId('key'),
        },
        aPaperFile,
      ),
    verify: (ctx) => verifyPaper(ctx, { paperId }),
    return: (ctx) => returnPaper(ctx, { paperId, reason: 'Ảnh mờ' }),
  },
  expected: {
    'hand-in': { by: ['seller', 'rival'] },
    verify: { from: ['waiting'], to: 'verified', by: overseers },
    return: { from: ['waiting', 'verified'], to: 'returned', by: overseers },
  },
})

// Nghị định 248/2026/NĐ-CP, Điều 18: told days ahead, or at once on the order of an authority; the seller is heard.
const officerOfTrade = asAt(people['trade-department'], worldDay)
const announced = mustBe(
  await announceSuspension(officerOfTrade, { producerId, reason: 'Thiếu giấy tờ', startsOn: '2026-11-29', requestKey: newId('key') }),
).suspensionId
const ordered = mustBe(
  await receiveSuspensionOrder(
    officerOfTrade,
    {
      producerId,
      reason: 'Hàng không rõ nguồn gốc',
      authority: 'Chi cục Quản lý thị trường',
      documentNumber: '12/QĐ-QLTT',
      receivedAt: base.now,
      requestKey: newId('key'),
    },
    aPaperFile,
  ),
).suspensionId
/** Which of both is tried, by the state that it is brought into. */
let tried = announced
const step = (tx: Tx, name: 'carried-out' | 'lifted') =>
  tx
    .insertInto('shop_suspension_step')
    .values({
      id: newId('sst'),
      suspension_id: tried,
      step: name,
      words: '',
      document_number: name === 'lifted' ? '13/QĐ' : null,
      request_key: newId('key'),
      at: base.now,
      by_name: 'x',
    })
    .execute()
const paper = () => ({ suspensionId: tried, requestKey: newId('key') })
tryActs(suspensions, {
  base,
  people,
  put: async (tx, status) => {
    tried = status === 'announced' ? announced : ordered
    if (status === 'in-force' || status === 'ended') await step(tx, 'carried-out')
    if (status === 'ended') await step(tx, 'lifted')
  },
  state: async (tx) => suspensionStatusOf((await selectSuspension(tx, tried))!, base.now),
  attempts: {
    announce: (ctx) => announceSuspension(ctx, { producerId, reason: 'Thiếu giấy tờ', startsOn: '2026-11-29', requestKey: newId('key') }),
    receive: (ctx) =>
      receiveSuspensionOrder(
        ctx,
        {
          producerId,
          reason: 'Theo yêu cầu',
          authority: 'Công an tỉnh',
          documentNumber: '1',
          receivedAt: base.now,
          requestKey: newId('key'),
        },
        aPaperFile,
      ),
    'carry-out': (ctx) => carryOutSuspension(ctx, paper()),
    answer: (ctx) => answerSuspension(ctx, { ...paper(), words: 'Đã bổ sung giấy tờ' }),
    withdraw: (ctx) => withdrawSuspension(ctx, { ...paper(), reason: 'Đã đủ giấy' }),
    lift: (ctx) => liftSuspension(ctx, { ...paper(), reason: 'Đã khắc phục', documentNumber: '13/QĐ' }),
  },
  expected: {
    announce: { by: overseers },
    receive: { by: overseers },
    'carry-out': { from: ['received'], to: 'in-force', by: overseers },
    answer: { from: ['announced', 'in-force'], by: ['seller'] },
    withdraw: { from: ['announced', 'received'], to: 'ended', by: overseers },
    lift: { from: ['in-force'], to: 'ended', by: overseers },
  },
})

// Who sells makes the invoices: every producer exports its own sales.
tryActs(invoices, {
  base,
  people,
  attempts: {
    make: (ctx) =>
      exportInvoices(ctx, {
        from: '2026-11-01',
        to: '2026-11-30',
        format: 'general',
        rate: '8%',
        again: false,
        note: '',
        requestKey: newId('key'),
      }),
  },
  expected: { make: { by: ['seller', 'rival'] } },
})

// A seller makes codes of its own, and nobody else ends them.
const terms = { percent: 10, amountVnd: null, fromVnd: 0, untilOn: '2026-12-31', mostUses: 10, packIds: [] }
const { voucherId } = mustBe(await createVoucher(asAt(people.seller, worldDay), { ...terms, code: 'TET2027' }))
tryActs(vouchers, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('voucher')
      .set({ ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', voucherId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('voucher').select('ended_at').where('id', '=', voucherId).executeTakeFirstOrThrow()
    return row.ended_at ? 'ended' : 'open'
  },
  attempts: {
    create: (ctx) => createVoucher(ctx, { ...terms, code: 'XUAN2027' }),
    end: (ctx) => endVoucher(ctx, { voucherId }),
  },
  expected: {
    create: { by: ['seller', 'rival'] },
    end: { from: ['open'], to: 'ended', by: ['seller'] },
  },
})

// Whoever bought on account, while the goods lie on the shelf.
const owing = async (phone: string) => {
  const seller = asAt(people.seller, worldDay)
  const added = mustBe(await addAgreedBuyer(seller, { kind: 'shop', name: 'Bếp ăn', taxCode: null, phone }))
  const credit = { limitVnd: dong(5_000_000), dueDays: 15 }
  mustBe(await agreeTerms(seller, { ...added, percent: null, credit, prices: [], fromOn: '2026-11-01', untilOn: '2026-12-31' }))
  const { accessCode: code } = (await findAgreedBuyer(seller, added.buyerId)).buyer
  const { cartId } = mustBe(await openAgreedShelf(base, { phone, code }, { cartId: null, address: '203.0.113.8' }))
  const form = anOrderForm([{ listingId, quantity: 1 }], { ways: { [producerId]: 'account' } })
  mustBe(await placeOrder(asAt(visitor, worldDay), form, { cartId, address: '203.0.113.8' }))
  return added.buyerId
}
const toBill = await owing('0912000003')
const untilOn = dateInVietnam(base.now)
const { billId } = mustBe(
  await makeBill(asAt(people.seller, worldDay), { buyerId: await owing('0912000004'), upTo: untilOn, requestKey: newId('key') }),
)
const { secret, bill } = await findBill(asAt(people.seller, worldDay), billId)
// Whoever sells says what is sold before it exists, of its own packs alone.
const making = { kind: 'made-to-order', listingId, offered: 10, pays: 'now', leadLeast: 3, leadMost: 5, period: 'week' } as const
const { offerId } = mustBe(await openAhead(asAt(people.seller, worldDay), making))
tryActs(ahead, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('ahead_offer')
      .set({ ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', offerId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('ahead_offer').select('ended_at').where('id', '=', offerId).executeTakeFirstOrThrow()
    return row.ended_at ? 'ended' : 'open'
  },
  attempts: {
    open: async (ctx) => {
      await ctx.db.updateTable('ahead_offer').set({ ended_at: base.now }).where('id', '=', offerId).execute()
      return openAhead(ctx, making)
    },
    end: (ctx) => endAhead(ctx, { offerId }),
  },
  expected: {
    open: { by: ['seller'] },
    end: { from: ['open'], to: 'ended', by: ['seller'] },
  },
})

// With whom a seller agreed on what is that seller's own: no office, and no other seller, adds to it.
const known = { kind: 'shop', name: 'Cửa hàng Chợ Cầu Kè', taxCode: null } as const
const { buyerId } = mustBe(await addAgreedBuyer(asAt(people.seller, worldDay), { ...known, phone: '0912000001' }))
tryActs(agreed, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('agreed_buyer')
      .set({ ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', buyerId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('agreed_buyer').select('ended_at').where('id', '=', buyerId).executeTakeFirstOrThrow()
    return row.ended_at ? 'ended' : 'open'
  },
  attempts: {
    add: (ctx) => addAgreedBuyer(ctx, { ...known, phone: '0912000002' }),
    agree: (ctx) => agreeTerms(ctx, { buyerId, percent: 5, credit: null, prices: [], fromOn: '2026-11-01', untilOn: '2026-12-31' }),
    'new-code': (ctx) => renewAccessCode(ctx, { buyerId }),
    end: (ctx) => endAgreedBuyer(ctx, { buyerId }),
  },
  expected: {
    add: { by: ['seller', 'rival'] },
    agree: { from: ['open'], by: ['seller'] },
    'new-code': { from: ['open'], by: ['seller'] },
    end: { from: ['open'], to: 'ended', by: ['seller'] },
  },
})

// The bill of a month is made and answered by its seller alone, and disputed by whoever holds its link.
tryActs(bills, {
  base,
  people,
  put: async (tx, status) => {
    if (status === 'paid') {
      const paid = tx.updateTable('shop_order').set({ payment_status: 'unpaid' })
      await paid.where('id', '=', bill.orders[0]!.orderId).execute()
    }
    const step = { bill_id: billId, seq: 1, step: 'disputed' as const, note: 'thử', at: base.now, by_name: 'thử' }
    if (status === 'disputed') await tx.insertInto('buyer_bill_step').values(step).execute()
  },
  state: async (tx) => billStatusOf((await selectBill(tx, { id: billId }))!),
  attempts: {
    make: (ctx) => makeBill(ctx, { buyerId: toBill, upTo: untilOn, requestKey: newId('key') }),
    dispute: (ctx) => disputeBill(ctx, { code: bill.code, secret: isBuyer(ctx) ? secret : 'x', note: 'Thiếu hàng' }),
    answer: (ctx) => answerBill(ctx, { billId, note: 'Đã giao bù' }),
  },
  expected: {
    make: { by: ['seller'] },
    dispute: { from: ['open'], to: 'disputed', by: ['buyer'] },
    answer: { from: ['disputed'], to: 'open', by: ['seller'] },
  },
})
