import { sql } from 'kysely'
import type { NotNull } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import { mostRows, ofAccount, ofProducer, openForPerson } from '../personal-data.ts'
import type { DataSubject, PersonalData } from '../personal-data.ts'
import { standing } from './rules.ts'
import { buyerTaxColumn } from './agreements/agreement.store.ts'
import { invoiceTaxColumn, orderInvoiceTaxColumn } from './orders/invoice.store.ts'
import { forgetReceivers } from './orders/receiver.store.ts'
import type { OrderGroupId } from './rules/ids.ts'
import { bankAccountColumn } from './sellers/seller.store.ts'
import { paperNumberColumn } from './sellers/paper.store.ts'
import { moveWords } from './words/orders.ts'
import { paperWords } from './words/seller-papers.ts'
import { suspensionStepWords } from './words/suspensions.ts'
import { policyNames } from '../disclosure/words.ts'
import { erasedBuyer, personalDataWords as words, spokenHeld } from './words/personal-data.ts'

const newest = 'desc' as const

/** What somebody ordered: with an account, or by the link of one purchase. */
const ordersOf = (db: ReadDb, subject: DataSubject) =>
  db
    .selectFrom('order_group')
    .$if(subject.kind === 'account', (query) => query.where('user_id', '=', subject.kind === 'account' ? subject.userId : 'usr_'))
    .$if(subject.kind === 'purchase', (query) => query.where('order_group.id', '=', subject.kind === 'purchase' ? subject.groupId : 'grp_'))

/** Goods that still wait, or money that may still go back: the seller must reach the buyer. */
const isOpen = (db: ReadDb) =>
  db
    .selectFrom('shop_order as open')
    .select('open.group_id')
    .where((eb) =>
      eb.or([eb('open.fulfilment_status', 'in', standing), eb('open.payment_status', 'in', ['to-settle', 'cash-due', 'on-account'])]),
    )

/** Makes the buyers of these orders nameless. What was bought, when, for how much and from whom stays. */
async function forget(tx: Tx, groups: readonly string[], { withName, at }: { withName: boolean; at: Date }): Promise<void> {
  if (groups.length === 0) return
  const ids = sql<boolean>`order_group.id = any(${[...groups]}::text[])`
  await tx
    .deleteFrom('invoice_request')
    .where('group_id', 'in', [...groups] as OrderGroupId[])
    .execute()
  const own = tx
    .selectFrom('shop_order')
    .where('group_id', 'in', [...groups] as OrderGroupId[])
    .select('id')
  await tx.deleteFrom('order_invoice').where('order_id', 'in', own).execute()
  await tx
    .updateTable('order_change')
    .where('order_id', 'in', own)
    .set({ receiver_phone: '', receiver_address: '', note: '', wish: '', commune: null, ...(withName && { receiver_name: erasedBuyer }) })
    .execute()
  await tx
    .updateTable('order_group')
    .set({
      buyer_phone: '',
      buyer_address: '',
      note: '',
      placed_from: null,
      // It was made of what was typed: whoever guesses a number could prove it by this.
      request_hash: '',
      erased_at: at,
      ...(withName && { buyer_name: erasedBuyer, user_id: null }),
    })
    .where(ids)
    .execute()
  await forgetReceivers(tx, groups)
}

export const personalData: PersonalData = {
  holdings: {
    orders: {
      ...words.orders,
      spoken: { en: spokenHeld.en.orders, km: spokenHeld.km.orders },
      purpose: 'sales',
      columns: [
        'order_group.buyer_name',
        'order_group.buyer_phone',
        'order_group.buyer_address',
        'order_group.note',
        'order_group.placed_from',
        'order_group.request_hash',
        'order_move.by_name',
        'order_move.note',
      ],
      find: (db, subject) =>
        ordersOf(db, subject)
          .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
          .select([
            sql<string>`string_agg(shop_order.code, ', ' order by shop_order.code)`.as('codes'),
            'order_group.created_at as at',
            'buyer_name as name',
            'buyer_phone as phone',
            'buyer_address as address',
            'order_group.note',
          ])
          .where('buyer_name', '<>', erasedBuyer)
          .groupBy('order_group.id')
          .orderBy('order_group.created_at', newest)
          .limit(mostRows)
          .execute(),
      // The contract must say with whom it was made until its term ends; how to reach that person, only while something is open.
      erase: async (tx, subject, at) => {
        const closed = await ordersOf(tx, subject)
          .select('order_group.id')
          .where('order_group.id', 'not in', isOpen(tx))
          .where('buyer_name', '<>', erasedBuyer)
          .execute()
        await forget(
          tx,
          closed.map(({ id }) => id),
          { withName: false, at },
        )
      },
    },
    'order-changes': {
      ...words.changes,
      spoken: { en: spokenHeld.en.changes, km: spokenHeld.km.changes },
      purpose: 'sales',
      columns: [
        'order_change.receiver_name',
        'order_change.receiver_phone',
        'order_change.receiver_address',
        'order_change.note',
        'order_change.wish',
        'order_change.commune',
        'order_change.by_name',
        'order_line_cut.by_name',
        'order_merge.by_name',
        'order_merge.ended_by_name',
      ],
      find: (db, subject) =>
        ordersOf(db, subject)
          .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
          .innerJoin('order_change', 'order_change.order_id', 'shop_order.id')
          .select([
            'order_change.at',
            'shop_order.code',
            'receiver_name as name',
            'receiver_phone as phone',
            'receiver_address as address',
            'order_change.note',
            'wish',
          ])
          .where('receiver_phone', '<>', '')
          .orderBy('order_change.at', newest)
          .limit(mostRows)
          .execute(),
    },
    'order-invoices': {
      ...words.orderInvoices,
      spoken: { en: spokenHeld.en.orderInvoices, km: spokenHeld.km.orderInvoices },
      purpose: 'sales',
      columns: ['order_invoice.name', 'order_invoice.tax_code', 'order_invoice.address', 'order_invoice.email'],
      find: async (db, subject) => {
        const rows = await ordersOf(db, subject)
          .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
          .innerJoin('order_invoice', 'order_invoice.order_id', 'shop_order.id')
          .select([
            'shop_order.id',
            'shop_order.code',
            'order_invoice.name',
            'tax_code as taxCode',
            'order_invoice.address',
            'order_invoice.email',
          ])
          .orderBy('shop_order.created_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, taxCode, ...row }) => ({
            ...row,
            taxCode: taxCode && (await openForPerson(db, orderInvoiceTaxColumn, id, taxCode)),
          })),
        )
      },
    },
    // Whom a buyer named: they hear of it with the buyer, and are forgotten with how to reach the buyer.
    receivers: {
      ...words.receivers,
      spoken: { en: spokenHeld.en.receivers, km: spokenHeld.km.receivers },
      purpose: 'sales',
      columns: ['order_receiver.name', 'order_receiver.phone', 'order_receiver.address', 'order_receiver.card'],
      find: (db, subject) =>
        ordersOf(db, subject)
          .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
          .innerJoin('order_receiver', 'order_receiver.order_id', 'shop_order.id')
          .where('order_receiver.name', '<>', '')
          .select([
            'order_group.created_at as at',
            'shop_order.code',
            'order_receiver.name',
            'order_receiver.phone',
            'order_receiver.address',
            'order_receiver.card',
          ])
          .orderBy('order_group.created_at', newest)
          .orderBy('shop_order.code')
          .limit(mostRows)
          .execute(),
    },
    invoices: {
      ...words.invoices,
      spoken: { en: spokenHeld.en.invoices, km: spokenHeld.km.invoices },
      purpose: 'sales',
      columns: ['invoice_request.name', 'invoice_request.tax_code', 'invoice_request.address', 'invoice_request.email'],
      find: async (db, subject) => {
        const rows = await ordersOf(db, subject)
          .innerJoin('invoice_request', 'invoice_request.group_id', 'order_group.id')
          .select([
            'order_group.id',
            'order_group.created_at as at',
            'invoice_request.name',
            'tax_code as taxCode',
            'invoice_request.address',
            'invoice_request.email',
          ])
          .orderBy('order_group.created_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, taxCode, ...row }) => ({
            ...row,
            taxCode: taxCode && (await openForPerson(db, invoiceTaxColumn, id, taxCode)),
          })),
        )
      },
    },
    'order-moves': {
      ...words.moves,
      codes: { move: moveWords },
      purpose: 'sales',
      columns: ['order_move.by_name', 'order_move.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('order_move')
          .innerJoin('shop_order', 'shop_order.id', 'order_move.order_id')
          .select(['order_move.at', 'shop_order.code', 'move', 'note'])
          .where('by_id', '=', userId)
          .orderBy('order_move.at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    payments: {
      ...words.payments,
      purpose: 'sales',
      columns: ['payment_event.note', 'payment_event.reference'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('payment_event')
          .innerJoin('shop_order', 'shop_order.id', 'payment_event.order_id')
          .select(['payment_event.at', 'shop_order.code', 'amount_vnd as amount', 'payment_event.note'])
          .where('by_id', '=', userId)
          .orderBy('payment_event.at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'invoice-exports': {
      ...words.exports,
      purpose: 'sales',
      columns: ['invoice_export.by_name', 'invoice_export.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('invoice_export')
          .select(['at', 'period_from as from', 'period_to as to', 'by_name as name', 'note'])
          .where('by_id', '=', userId)
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'agreed-buyers': {
      ...words.agreed,
      purpose: 'sales',
      columns: [
        'agreed_buyer.name',
        'agreed_buyer.phone',
        'agreed_buyer.tax_code',
        'buyer_agreement.by_name',
        'buyer_bill.by_name',
        'buyer_bill_step.by_name',
        'buyer_bill_step.note',
      ],
      // Known by the number that the seller has of them; with whom a price was agreed is kept as long as its orders are.
      find: ofAccount(async (db, { phone }) => {
        if (!phone) return []
        const rows = await db
          .selectFrom('agreed_buyer')
          .select(['id', 'created_at as at', 'name', 'phone', 'tax_code as taxCode'])
          .where('phone', '=', phone)
          .orderBy('created_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, taxCode, ...row }) => ({
            ...row,
            taxCode: taxCode && (await openForPerson(db, buyerTaxColumn, id, taxCode)),
          })),
        )
      }),
    },
    seller: {
      ...words.seller,
      purpose: 'selling',
      columns: [
        'buyer_bill_account.account_name',
        'buyer_bill_account.bank_account',
        'buyer_bill_account.bank_bin',
        'seller.account_name',
        'seller.bank_account',
        'seller.bank_bin',
        'seller.phone',
        'seller.pickup_note',
        'seller.verified_method',
        'shop_order.snapshot',
      ],
      find: ofProducer(async (db, organisations) => {
        const rows = await db
          .selectFrom('seller')
          .innerJoin('producer_card as producer', 'producer.id', 'seller.producer_id')
          .select([
            'producer_id as id',
            'account_name as name',
            'bank_account as account',
            'bank_bin as bank',
            'seller.phone',
            'pickup_note as pickup',
            'seller.updated_at as at',
          ])
          .where('producer.organisation_id', 'in', [...organisations])
          .execute()
        return Promise.all(
          rows.map(async ({ id, ...row }) => ({ ...row, account: await openForPerson(db, bankAccountColumn, id, row.account) })),
        )
      }),
    },
    'seller-papers': {
      ...words.papers,
      codes: { status: paperWords },
      purpose: 'selling',
      columns: ['seller_paper.number', 'seller_paper.issued_by', 'seller_paper.file_name', 'seller_paper.return_reason'],
      find: ofProducer(async (db, organisations) => {
        const rows = await db
          .selectFrom('seller_paper')
          .innerJoin('producer_card as producer', 'producer.id', 'seller_paper.producer_id')
          .where('producer.organisation_id', 'in', [...organisations])
          .select([
            'seller_paper.id',
            'seller_paper.kind',
            'number',
            'issued_by as issuedBy',
            'issued_on as issuedOn',
            'valid_until as validUntil',
            'file_name as file',
            'seller_paper.status',
            'return_reason as reason',
            'handed_in_at as at',
          ])
          .orderBy('handed_in_at', newest)
          .limit(mostRows)
          .execute()
        return Promise.all(
          rows.map(async ({ id, number, ...row }) => ({ ...row, number: await openForPerson(db, paperNumberColumn, id, number) })),
        )
      }),
    },
    // Acts of the office and what was answered to them: they say why a seller was stopped, and stay as long as its orders do.
    suspensions: {
      ...words.suspensions,
      codes: { step: suspensionStepWords },
      purpose: 'official-acts',
      columns: [
        'shop_suspension.reason',
        'shop_suspension.authority',
        'shop_suspension.document_number',
        'shop_suspension.file_name',
        'shop_suspension.by_name',
        'shop_suspension_step.words',
        'shop_suspension_step.by_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('shop_suspension_step')
          .where('by_id', '=', userId)
          .select(['at', 'step', 'words'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'policy-acceptances': {
      ...words.acceptances,
      codes: { policy: policyNames },
      purpose: 'selling',
      columns: ['policy_acceptance.by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('policy_acceptance')
          .where('by_id', '=', userId)
          .select(['at', 'kind as policy', 'version'])
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'ahead_offer.season',
    'agreed_buyer.access_code',
    'buyer_agreement.by_id',
    'buyer_bill.by_id',
    'buyer_bill.code',
    'buyer_bill.link_secret',
    'buyer_bill.request_key',
    'buyer_bill_account.bank_name',
    'buyer_bill_order.order_code',
    'buyer_bill_step.by_id',
    'policy_acceptance.by_id',
    'policy_acceptance.text_hash',
    'seller_paper.handed_in_by',
    'seller_paper.judged_by',
    'seller_paper.kind',
    'seller_paper.request_key',
    'seller_paper.set_code',
    'shop_suspension.by_id',
    'shop_suspension.request_key',
    'shop_suspension_step.by_id',
    'shop_suspension_step.document_number',
    'shop_suspension_step.request_key',
    'invoice_export.by_id',
    'invoice_export.format',
    'invoice_export.rate',
    'invoice_export.request_key',
    'cash_on_delivery.zones',
    'listing.description',
    'listing.price_steps',
    'listing.read_by',
    'listing.return_reason',
    'listing.unit',
    'order_group.link_secret',
    'order_group.policies',
    'order_group.request_key',
    'order_change.fields',
    'order_line.box_name',
    'order_line.box_unit',
    'order_line.certificate_code',
    'order_line.net_content',
    'order_line.product_name',
    'order_line.unit',
    'order_line.warning',
    'order_move.by_id',
    'order_move.said',
    'payment_event.by_id',
    'payment_event.request_key',
    'seller.verified_by',
    'shop_order.code',
    'voucher.code',
  ],
}

/** Orders whose term has ended say no more who bought. Answers how many purchases. */
export async function forgetBuyers(tx: Tx, before: Date, at: Date): Promise<number> {
  const ended = await tx
    .selectFrom('order_group')
    .select('id')
    .where('created_at', '<', before)
    .where('buyer_name', '<>', erasedBuyer)
    .where('id', 'not in', isOpen(tx))
    .limit(1000)
    .forUpdate()
    .skipLocked()
    .execute()
  await forget(
    tx,
    ended.map(({ id }) => id),
    { withName: true, at },
  )
  return ended.length
}

/** Whoever bought by agreement, once that ended so long ago and nothing was ordered since. Answers how many. */
export async function forgetAgreedBuyers(tx: Tx, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('agreed_buyer')
    .set({ name: erasedBuyer, phone: '', tax_code: null })
    .where('ended_at', '<', before)
    .where('name', '<>', erasedBuyer)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('shop_order')
        .select('agreed_buyer_id')
        .where('agreed_buyer_id', 'is not', null)
        .where('created_at', '>=', before)
        .$narrowType<{ agreed_buyer_id: NotNull }>(),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What a listing that was taken down so long ago said is deleted; a row that orders name stays, and says nothing. Answers how many. */
export async function forgetListings(tx: Tx, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('listing')
    .set((eb) => ({ description: '', version: eb('version', '+', 1) }))
    .where('status', '=', 'paused')
    .where('updated_at', '<', before)
    .where('description', '<>', '')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
