import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { confirmPayment, handOver } from '../shop/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { reviewActTables } from './acts.ts'
import type { AnswerStatus, QuestionStatus, ReviewStatus } from './acts.ts'
import { aReviewForm } from './fixtures.ts'
import {
  answerQuestion,
  askQuestion,
  editReview,
  hideQuestion,
  hideReview,
  keepReview,
  objectToHiding,
  optOut,
  publishAnswer,
  reportReview,
  restoreReview,
  returnAnswer,
  upholdHiding,
  withdrawReview,
  writeReview,
} from './index.ts'
import { markReturned } from './reviews/judge-review.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people, orderId, link, productId } = world
const base = asAt(system('trial'), worldDay)
const seller = asAt(people.seller, worldDay)

mustBe(await confirmPayment(seller, { orderId, amountVnd: 170_000, reference: '', note: '', requestKey: newId('key') }))
mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
const { id: lineId } = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
const { reviewId } = mustBe(await writeReview(asAt(visitor, worldDay), link, aReviewForm({ lineId })))
const question = { words: 'Hộp để được bao lâu sau khi mở?', phone: '', requestKey: newId('key') }
const { questionId } = mustBe(await askQuestion(asAt(visitor, worldDay), productId, question, { address: '203.0.113.1' }))
const { answerId } = mustBe(await answerQuestion(seller, { questionId, words: 'Bảy ngày trong tủ lạnh.' }))

// Whoever holds the link of an order writes; who sold answers and reports; the desks that read listings judge. To everybody else nothing is there.
const linkOf = (ctx: Ctx) => (ctx.actor === people.buyer ? link : { ...link, secret: 'x' })
const said = { reviewId, words: 'Đã đọc kỹ' }
const reasoned = { reviewId, reason: 'insult', words: '' }
const judges = ['trade-department', 'provincial-officer'] as const

tryActs(reviewActTables[0], {
  base,
  people,
  put: (tx, status: ReviewStatus) => {
    const isHidden = status === 'hidden' || status === 'objected' || status === 'upheld'
    return tx
      .updateTable('review')
      .set({
        status,
        hidden_reason: isHidden ? 'insult' : null,
        hidden_says: isHidden ? 'Xúc phạm' : null,
        objected_at: status === 'objected' || status === 'upheld' ? base.now : null,
      })
      .where('id', '=', reviewId)
      .execute()
  },
  state: async (tx) => (await tx.selectFrom('review').select('status').where('id', '=', reviewId).executeTakeFirstOrThrow()).status,
  attempts: {
    write: (ctx) => writeReview(ctx, linkOf(ctx), aReviewForm({ lineId })),
    edit: (ctx) => editReview(ctx, linkOf(ctx), { reviewId, rating: 2, words: 'Khác', nameStyle: 'none' }),
    withdraw: (ctx) => withdrawReview(ctx, linkOf(ctx), { reviewId }),
    report: (ctx) => reportReview(ctx, reasoned),
    keep: (ctx) => keepReview(ctx, said),
    hide: (ctx) => hideReview(ctx, reasoned),
    object: (ctx) => objectToHiding(ctx, linkOf(ctx), said),
    restore: (ctx) => restoreReview(ctx, said),
    uphold: (ctx) => upholdHiding(ctx, said),
    'mark-returned': (ctx) => markReturned(ctx, { reviewId }),
  },
  expected: {
    write: { by: ['buyer'] },
    edit: { from: ['shown'], by: ['buyer'] },
    withdraw: { from: ['shown', 'hidden', 'objected', 'upheld'], to: 'withdrawn', by: ['buyer'] },
    report: { from: ['shown'], by: ['seller'] },
    keep: { from: ['shown'], by: judges },
    hide: { from: ['shown'], to: 'hidden', by: judges },
    object: { from: ['hidden'], to: 'objected', by: ['buyer'] },
    restore: { from: ['hidden', 'objected'], to: 'shown', by: judges },
    uphold: { from: ['objected'], to: 'upheld', by: judges },
    'mark-returned': { from: ['shown', 'hidden', 'objected', 'upheld'], by: ['system'] },
  },
})

tryActs(reviewActTables[1], {
  base,
  people,
  attempts: { 'opt-out': (ctx) => optOut(ctx, linkOf(ctx)) },
  expected: { 'opt-out': { by: ['buyer'] } },
})

tryActs(reviewActTables[2], {
  base,
  people,
  put: (tx, status: QuestionStatus) =>
    tx
      .updateTable('product_question')
      .set({ status, hidden_reason: status === 'hidden' ? 'insult' : null, hidden_says: status === 'hidden' ? 'Xúc phạm' : null })
      .where('id', '=', questionId)
      .execute(),
  state: async (tx) =>
    (await tx.selectFrom('product_question').select('status').where('id', '=', questionId).executeTakeFirstOrThrow()).status,
  attempts: {
    ask: (ctx) => askQuestion(ctx, productId, { ...question, requestKey: newId('key') }, { address: '203.0.113.2' }),
    hide: (ctx) => hideQuestion(ctx, { questionId, reason: 'insult' }),
  },
  expected: {
    ask: { by: ['visitor', 'system', ...(Object.keys(people) as (keyof typeof people)[])] },
    hide: { from: ['open'], to: 'hidden', by: judges },
  },
})

tryActs(reviewActTables[3], {
  base,
  people,
  put: (tx, status: AnswerStatus) =>
    tx
      .updateTable('seller_answer')
      .set({ status, read_at: status === 'waiting' ? null : base.now, return_reason: status === 'returned' ? 'Viết lại' : null })
      .where('id', '=', answerId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('seller_answer').select('status').where('id', '=', answerId).executeTakeFirstOrThrow()).status,
  attempts: {
    write: (ctx) => answerQuestion(ctx, { questionId, words: 'Năm ngày trong tủ lạnh.' }),
    publish: (ctx) => publishAnswer(ctx, { answerId }),
    return: (ctx) => returnAnswer(ctx, { answerId, words: 'Ghi rõ nhiệt độ' }),
  },
  expected: {
    write: { by: ['seller'] },
    publish: { from: ['waiting'], to: 'published', by: judges },
    return: { from: ['waiting', 'published'], to: 'returned', by: judges },
  },
})
