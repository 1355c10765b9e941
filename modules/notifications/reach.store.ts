import { createHash } from 'node:crypto'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageLanguage, Recipient } from '../message.ts'
import type { Channel, Hours, Preference } from './rules/channels.ts'
import type { PushSubscriptionId } from './rules/ids.ts'

export const phoneColumn: LockedColumn = { table: 'reach', key: 'user_id', column: 'phone' }

export type Reach = { language: MessageLanguage; phone: string | null; quiet: Hours | null }

export async function selectReach(db: ReadDb, userId: UserId): Promise<Reach> {
  const row = await db
    .selectFrom('reach')
    .select(['language', 'phone', 'quiet_from as from', 'quiet_to as to'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!row) return { language: 'vi', phone: null, quiet: null }
  const { language, phone, from, to } = row
  return {
    language,
    phone: phone === null ? null : ((await openTextIfPossible(db, phoneColumn, userId, phone as LockedText)) ?? null),
    quiet: from === null || to === null ? null : { from, to },
  }
}

export async function upsertReach(tx: Tx, userId: UserId, { language, phone, quiet }: Reach, at: Date): Promise<void> {
  const row = {
    language,
    phone: phone === null ? null : await lockText(tx, phoneColumn, userId, phone),
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    updated_at: at,
  }
  await tx
    .insertInto('reach')
    .values({ user_id: userId, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute()
}

export function selectPreferences(db: ReadDb, userId: UserId): Promise<Preference[]> {
  return db.selectFrom('message_preference').select(['kind', 'channel', 'wanted']).where('user_id', '=', userId).execute()
}

export async function replacePreferences(tx: Tx, userId: UserId, chosen: readonly Preference[], at: Date): Promise<void> {
  await tx.deleteFrom('message_preference').where('user_id', '=', userId).execute()
  if (chosen.length === 0) return
  await tx
    .insertInto('message_preference')
    .values(chosen.map((one) => ({ user_id: userId, ...one, at })))
    .execute()
}

export function selectBrowsers(db: ReadDb, userId: UserId) {
  return db
    .selectFrom('push_subscription')
    .select(['id', 'endpoint', 'p256dh', 'auth', 'device', 'created_at as createdAt'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
}

/** One browser is one subscription; whoever signs in with it last gets the messages. */
export async function upsertBrowser(
  tx: Tx,
  browser: { id: PushSubscriptionId; userId: UserId; endpoint: string; p256dh: string; auth: string; device: string; at: Date },
): Promise<void> {
  const { id, userId, endpoint, p256dh, auth, device, at } = browser
  await tx.deleteFrom('push_subscription').where('endpoint', '=', endpoint).execute()
  await tx.insertInto('push_subscription').values({ id, user_id: userId, endpoint, p256dh, auth, device, created_at: at }).execute()
}

export async function deleteBrowser(tx: Tx, by: { userId: UserId; id: PushSubscriptionId } | { id: PushSubscriptionId }): Promise<void> {
  await tx
    .deleteFrom('push_subscription')
    .where('id', '=', by.id)
    .$if('userId' in by, (query) => query.where('user_id', '=', 'userId' in by ? by.userId : 'usr_'))
    .execute()
}

/** The mail address of an account; null where it signs in with a telephone number alone, or was erased. */
export async function selectPersonToReach(db: ReadDb, userId: UserId): Promise<{ name: string; email: string | null } | null> {
  // The types of a card are those of its table, and of this one it leaves out addresses that no mail reaches.
  const email = sql.ref<string | null>('email').as('email')
  return (await db.selectFrom('person_card').select(['name', email]).where('id', '=', userId).executeTakeFirst()) ?? null
}

const digestOf = (recipient: Recipient, address: string) =>
  createHash('sha256').update(`${recipient} ${address.trim().toLowerCase()}`).digest('base64url')

type RefusedChannel = Exclude<Channel, 'push'>

export async function noteRefused(
  tx: Tx,
  refused: { recipient: Recipient; channel: RefusedChannel; address: string; why: string; at: Date },
): Promise<void> {
  const { recipient, channel, address, why, at } = refused
  const row = { digest: digestOf(recipient, address), why, at }
  await tx
    .insertInto('refused_address')
    .values({ recipient, channel, ...row })
    .onConflict((conflict) => conflict.columns(['recipient', 'channel']).doUpdateSet(row))
    .execute()
}

/** Why a provider refused this address for good; null for one that nobody refused. */
export async function whyRefused(db: ReadDb, recipient: Recipient, channel: RefusedChannel, address: string) {
  const row = await db
    .selectFrom('refused_address')
    .select(['digest', 'why', 'at'])
    .where('recipient', '=', recipient)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return row?.digest === digestOf(recipient, address) ? { why: row.why, at: row.at } : null
}

export async function forgetRefused(tx: Tx, recipient: Recipient, channel: RefusedChannel): Promise<void> {
  await tx.deleteFrom('refused_address').where('recipient', '=', recipient).where('channel', '=', channel).execute()
}
