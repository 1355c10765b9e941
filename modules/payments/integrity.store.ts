import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/** Every answer that put money to an order, with the amount of its line, and the receipt that bears its name. */
export async function selectBookedAnswers(db: ReadDb, { after, limit }: { after: string; limit: number }) {
  return db
    .selectFrom('bank_line_answer')
    .innerJoin('bank_line', 'bank_line.id', 'bank_line_answer.line_id')
    .where('bank_line_answer.answer', 'in', ['booked', 'asked-rest', 'to-refund'])
    .where('bank_line_answer.order_id', 'is not', null)
    .where('bank_line.id', '>', after as never)
    .select(['bank_line.id', 'bank_line.amount_vnd as amountVnd', 'bank_line_answer.order_id as orderId'])
    .orderBy('bank_line.id')
    .limit(limit)
    .execute()
}

/** Every refund with a proof, in the order of their ids. */
export async function selectProvedRefunds(db: ReadDb, { after, limit }: { after: string; limit: number }) {
  return db
    .selectFrom('bank_refund')
    .where('id', '>', after as never)
    .select(['id', 'amount_vnd as amountVnd', 'order_id as orderId', 'request_key as requestKey'])
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What of lines was put to orders of a bill, in the order of their keys. */
export async function selectParts(db: ReadDb, { after, limit }: { after: string; limit: number }) {
  return db
    .selectFrom('bank_line_part')
    .select([sql<string>`line_id || '.' || order_id`.as('id'), 'order_id as orderId', 'amount_vnd as amountVnd'])
    .where(sql<boolean>`line_id || '.' || order_id > ${after}`)
    .orderBy(sql`line_id || '.' || order_id`)
    .limit(limit)
    .execute()
}
