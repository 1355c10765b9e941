import { searchWords } from '@dacsan/vietnam'
import { holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageKind, MessageLanguage, Recipient } from '../message.ts'
import type { MessageId } from './rules/ids.ts'

export type NewMessage = {
  id: MessageId
  name: string
  fact: string
  kind: MessageKind
  pace: 'at-once' | 'digest'
  recipient: Recipient
  userId: UserId | null
  language: MessageLanguage
  subject: string
  text: string
  short: string
  filled: Readonly<Record<string, string>>
  path: string
  object: readonly [type: string, id: string]
  at: Date
}

/** False where this person was told of the fact before. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, name, fact, kind, pace, recipient, userId, language, subject, text, short, filled, path, object, at } = message
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message')
    .values({
      id,
      name,
      fact,
      kind,
      pace,
      recipient,
      user_id: userId,
      language,
      subject,
      content: text,
      short,
      filled: JSON.stringify(filled),
      path,
      object_type: object[0],
      object_id: object[1],
      at,
    })
    .onConflict((conflict) => conflict.columns(['name', 'fact', 'recipient']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Which of these people were told of which fact already: cheaper than to word it again. */
export async function selectTold(db: ReadDb, name: string, facts: readonly string[]): Promise<Set<string>> {
  if (facts.length === 0) return new Set()
  const rows = await db
    .selectFrom('message')
    .select(['fact', 'recipient'])
    .where('name', '=', name)
    .where('fact', 'in', [...new Set(facts)])
    .execute()
  return new Set(rows.map(({ fact, recipient }) => `${fact} ${recipient}`))
}

export type InboxMessage = {
  id: MessageId
  name: string
  kind: MessageKind
  subject: string
  text: string
  path: string
  at: Date
  readAt: Date | null
}

export type ListedMessage = Pick<InboxMessage, 'id' | 'kind' | 'subject' | 'text' | 'at' | 'readAt'> & { read: 'chua-doc' | 'da-doc' }

/** What one person was told, for their inbox. */
export const inboxListed = (db: ReadDb, userId: UserId) =>
  sql<ListedMessage>`${db
    .selectFrom('message')
    .select([
      'id',
      'kind',
      'subject',
      'content as text',
      'at',
      'read_at as readAt',
      sql`case when read_at is null then 'chua-doc' else 'da-doc' end`.as('read'),
    ])
    .where('user_id', '=', userId)}`

export async function selectInbox(
  db: ReadDb,
  userId: UserId,
  { unread, search, limit, offset }: { unread: boolean; search: string; limit: number; offset: number },
): Promise<InboxMessage[]> {
  return db
    .selectFrom('message')
    .select(['id', 'name', 'kind', 'subject', 'content as text', 'path', 'at', 'read_at as readAt'])
    .where('user_id', '=', userId)
    .$if(unread, (query) => query.where('read_at', 'is', null))
    .$if(search !== '', (query) => query.where(holdsWords(sql`subject || ' ' || content`, searchWords(search))))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** No further than 100: the frame asks on every page, and says "99+". */
export async function countUnread(db: ReadDb, userId: UserId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from message where user_id = ${userId} and read_at is null limit 100) as unread`.execute(db)
  return rows[0]!.n
}

export function selectMessage(db: ReadDb, id: MessageId) {
  return db
    .selectFrom('message')
    .select([
      'id',
      'name',
      'kind',
      'recipient',
      'user_id as userId',
      'path',
      'subject',
      'object_type as objectType',
      'object_id as objectId',
      'read_at as readAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function updateRead(tx: Tx, userId: UserId, ids: readonly MessageId[] | 'all', at: Date): Promise<void> {
  if (ids !== 'all' && ids.length === 0) return
  await tx
    .updateTable('message')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids === 'all' ? [] : [...ids]))
    .execute()
}

export async function deleteMessagesBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('message').where('at', '<', before).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
