import { inTransaction } from '@dacsan/platform/context'
import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { requirePerson } from '../identity/index.ts'
import { countUnread, selectInbox, selectMessage, updateRead } from './message.store.ts'
import type { InboxMessage } from './message.store.ts'
import type { MessageId } from './rules/ids.ts'
import { isSecretPath } from './rules/secret-path.ts'

const perPage = 30

export type Inbox = { messages: InboxMessage[]; unread: number; more: boolean }

/** The messages of the signed-in person, the newest first. */
export async function listInbox(ctx: Ctx, { unread, search, page }: { unread: boolean; search: string; page: number }): Promise<Inbox> {
  const { userId } = requirePerson(ctx.actor)
  const offset = (page - 1) * perPage
  const rows = await selectInbox(ctx.db, userId, { unread, search: search.trim(), limit: perPage + 1, offset })
  return { messages: rows.slice(0, perPage), unread: await countUnread(ctx.db, userId), more: rows.length > perPage }
}

/** How many messages the signed-in person has not read, up to 100: one short question for the frame of every page. */
export function unreadCount(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<number> {
  return countUnread(ctx.db, requirePerson(ctx.actor).userId)
}

/** Whether a message is the signed-in person's: what a browser that shows messages asks before it shows this one. */
export async function isOwnMessage(ctx: Ctx, id: MessageId): Promise<boolean> {
  return (await selectMessage(ctx.db, id))?.userId === requirePerson(ctx.actor).userId
}

/**
 * Opens a message of one's own: from now on it is read. Answers where it leads, null where that address is for a mailbox alone: who sits at an open
 * session must not get a new password by it. Somebody else's message is not found.
 */
export async function openMessage(ctx: Ctx, id: MessageId): Promise<{ path: string | null }> {
  const { userId } = requirePerson(ctx.actor)
  const message = await selectMessage(ctx.db, id)
  if (message?.userId !== userId) throw new NotFound('No such message', { id })
  if (message.readAt === null) await inTransaction(ctx, (tx) => updateRead(tx, userId, [id], ctx.now))
  return { path: isSecretPath(message.path) ? null : message.path }
}

export async function readAll(ctx: Ctx): Promise<void> {
  const { userId } = requirePerson(ctx.actor)
  await inTransaction(ctx, (tx) => updateRead(tx, userId, 'all', ctx.now))
}
