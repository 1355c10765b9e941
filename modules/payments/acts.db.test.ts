import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { paymentActTables } from './acts.ts'
import { statementFile } from './fixtures.ts'
import {
  bookLine,
  connectSource,
  endSource,
  findQueue,
  readStatementIn,
  rotateSecret,
  setAside,
  takeStatement,
  tieRefund,
} from './index.ts'
import { readFor } from './statements/read-in.ts'
import { selectSellerById } from './seller.store.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people, producerId, orderId, link } = world
const base = asAt(system('trial'), worldDay)
const seller = asAt(people.seller, worldDay)
const [statements, lines, sources] = paymentActTables

const read = (rows: Parameters<typeof statementFile>[0]) => readStatementIn(seller, statementFile(rows))
const first = mustBe(
  await read([
    { doc: '1', content: `${link.code}`, amount: 100_000 },
    { doc: '2', content: 'chuyen khoan', amount: -30_000 },
  ]),
)
mustBe(await takeStatement(seller, first))
const lineId = (await findQueue(seller)).lines[0]!.id
const outgoing = (await db.selectFrom('bank_line').where('direction', '=', 'out').select('id').executeTakeFirstOrThrow()).id
const { statementId } = mustBe(await read([{ doc: '3', content: 'x', amount: 1000 }]))
const shopOwner = await selectSellerById(db, producerId)
const { sourceId } = mustBe(await connectSource(seller, { provider: 'sepay', secret: 'a-secret-of-sepay' }))
const draftLine = { at: '2026-11-23', amount: 1000, direction: 'in', content: 'x', reference: '3', balance: null }
const refundId = 'brf_01aaaaaaaaaaaaaaaaaaaaaaaa' as const

// A seller reads and takes the statements of its own account; so does the machine, for the command line. To anybody else there is none.
tryActs(statements, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('bank_statement')
      .set(
        status === 'taken'
          ? { status, draft: null, added: 1, known: 0, booked: 0, taken_at: base.now }
          : { status, draft: JSON.stringify([draftLine]), added: null, known: null, booked: null, taken_at: null },
      )
      .where('id', '=', statementId)
      .execute(),
  state: async (tx) =>
    (await tx.selectFrom('bank_statement').select('status').where('id', '=', statementId).executeTakeFirstOrThrow()).status,
  attempts: {
    read: (ctx) => readFor(ctx, shopOwner, statementFile([{ doc: '4', content: 'y', amount: 2000 }])),
    take: (ctx) => takeStatement(ctx, { statementId }),
  },
  expected: {
    read: { by: ['seller', 'system'] },
    take: { from: ['read'], to: 'taken', by: ['seller', 'system'] },
  },
})

// What a line is for only its seller says, once.
tryActs(lines, {
  base,
  people,
  put: async (tx, status) => {
    if (status === 'open') return
    const answer = { answer: 'recorded-before' as const, order_id: orderId, order_code: link.code, at: base.now, by_name: 'thử' }
    for (const id of [lineId, outgoing])
      await tx
        .insertInto('bank_line_answer')
        .values({ ...answer, line_id: id })
        .execute()
  },
  attempts: {
    book: (ctx) => bookLine(ctx, 'book', { lineId, note: '' }),
    'ask-rest': (ctx) => bookLine(ctx, 'ask-rest', { lineId, note: '' }),
    'send-back': (ctx) => bookLine(ctx, 'send-back', { lineId, note: '' }),
    'set-aside': (ctx) => setAside(ctx, { lineId, note: 'Tiền mượn' }),
    'tie-refund': async (ctx) => {
      const refund = { id: refundId, order_id: orderId, producer_id: producerId, amount_vnd: 30_000, sent_on: '2026-11-23' }
      await ctx.db
        .insertInto('bank_refund')
        .values({ ...refund, request_key: newId('key'), at: base.now, by_name: 'thử' })
        .execute()
      return tieRefund(ctx, { lineId: outgoing, refundId })
    },
  },
  expected: {
    book: { from: ['open'], by: ['seller'] },
    'ask-rest': { from: ['open'], by: ['seller'] },
    'send-back': { from: ['open'], by: ['seller'] },
    'set-aside': { from: ['open'], by: ['seller'] },
    'tie-refund': { from: ['open'], by: ['seller'] },
  },
})

// Every producer may connect a provider of its own account; its secret is changed, and the connection ended, by it alone.
tryActs(sources, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('webhook_source')
      .set({ ended_at: status === 'ended' ? base.now : null })
      .where('id', '=', sourceId)
      .execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('webhook_source').select('ended_at').where('id', '=', sourceId).executeTakeFirstOrThrow()
    return row.ended_at ? 'ended' : 'connected'
  },
  attempts: {
    connect: (ctx) => connectSource(ctx, { provider: 'casso', secret: 'a-secret-of-casso' }),
    rotate: (ctx) => rotateSecret(ctx, { sourceId, secret: 'another-secret' }),
    end: (ctx) => endSource(ctx, { sourceId }),
  },
  expected: {
    connect: { by: ['seller', 'rival'] },
    rotate: { from: ['connected'], by: ['seller'] },
    end: { from: ['connected'], to: 'ended', by: ['seller'] },
  },
})
