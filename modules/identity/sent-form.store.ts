import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

export type SentRow = { key: string; userId: UserId; sum: string }

/** True where nobody sent this form before. */
export async function insertSentForm(tx: Tx, { key, userId, sum }: SentRow, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sent_form')
    .values({ key, user_id: userId, sum, sent_at: at })
    .onConflict((conflict) => conflict.columns(['user_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function selectSentForm(db: ReadDb, { key, userId }: Pick<SentRow, 'key' | 'userId'>) {
  return db
    .selectFrom('sent_form')
    .select(['sum', 'answer', 'sent_at as sentAt'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function updateSentForm(tx: Tx, { key, userId }: Pick<SentRow, 'key' | 'userId'>, answer: string): Promise<void> {
  await tx.updateTable('sent_form').set({ answer }).where('user_id', '=', userId).where('key', '=', key).execute()
}

/** Only while nothing is known of what became of it. */
export async function deleteSentForm(tx: Tx, { key, userId }: Pick<SentRow, 'key' | 'userId'>): Promise<void> {
  await tx.deleteFrom('sent_form').where('user_id', '=', userId).where('key', '=', key).where('answer', 'is', null).execute()
}

/** They stay known as done. */
export async function forgetAnswersBefore(tx: Tx, before: Date): Promise<void> {
  await tx.updateTable('sent_form').set({ answer: '' }).where('sent_at', '<', before).where('answer', '<>', '').execute()
}

export async function deleteSentFormsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sent_form').where('sent_at', '<', before).execute()
}
