import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { RecallId, RecallPartnerId } from './rules/ids.ts'

const phoneColumn: LockedColumn = { table: 'recall_partner', key: 'id', column: 'phone' }
const emailColumn: LockedColumn = { table: 'recall_partner', key: 'id', column: 'email' }
export const lockedPartnerColumns = [phoneColumn, emailColumn]

const partners = (db: ReadDb) =>
  db
    .selectFrom('recall_partner as partner')
    .select([
      'partner.id',
      'partner.recall_id as recallId',
      'partner.name',
      'partner.place',
      'partner.link_secret as linkSecret',
      'partner.told_at as toldAt',
      'partner.answered_at as answeredAt',
      'partner.answered_by as answeredBy',
      'partner.held',
      'partner.words',
      sql<boolean>`partner.email is not null`.as('byMail'),
    ])

export type StoredPartner = Awaited<ReturnType<ReturnType<typeof partners>['executeTakeFirstOrThrow']>>

export const selectPartners = (db: ReadDb, recallId: RecallId): Promise<StoredPartner[]> =>
  partners(db).where('partner.recall_id', '=', recallId).orderBy('partner.told_at').orderBy('partner.id').execute()

export const selectPartner = (db: ReadDb, id: RecallPartnerId): Promise<StoredPartner | undefined> =>
  partners(db).where('partner.id', '=', id).executeTakeFirst()

export type PartnerToReach = { name: string; phone: string | null; email: string | null }

/** How a partner is reached; null what was not left. */
export async function selectPartnerToReach(db: ReadDb, id: RecallPartnerId): Promise<PartnerToReach | null> {
  const row = await db.selectFrom('recall_partner').where('id', '=', id).select(['name', 'phone', 'email']).executeTakeFirst()
  if (!row) return null
  const [phone, email] = await Promise.all([
    row.phone && openTextIfPossible(db, phoneColumn, id, row.phone),
    row.email && openTextIfPossible(db, emailColumn, id, row.email),
  ])
  return { name: row.name, phone, email }
}

export type NewPartner = {
  id: RecallPartnerId
  recallId: RecallId
  name: string
  place: string | null
  phone: string | null
  email: string | null
  linkSecret: string
  at: Date
  byId: UserId | null
  requestKey: string
}

/** False where the same form was sent before. */
export async function insertPartner(tx: Tx, given: NewPartner): Promise<boolean> {
  const inserted = await tx
    .insertInto('recall_partner')
    .values({
      id: given.id,
      recall_id: given.recallId,
      name: given.name,
      place: given.place,
      phone: await lockText(tx, phoneColumn, given.id, given.phone),
      email: await lockText(tx, emailColumn, given.id, given.email),
      link_secret: given.linkSecret,
      told_at: given.at,
      told_by_id: given.byId,
      request_key: given.requestKey,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateAnswered(
  tx: Tx,
  id: RecallPartnerId,
  answer: { at: Date; by: string; held: number; words: string | null },
): Promise<void> {
  await tx
    .updateTable('recall_partner')
    .set({ answered_at: answer.at, answered_by: answer.by, held: answer.held, words: answer.words })
    .where('id', '=', id)
    .execute()
}
