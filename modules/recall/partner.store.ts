import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { RecallId, RecallPartnerId } from './rules/ids.ts'

export const partnerPhoneColumn: LockedColumn = { table: 'recall_partner', key: 'id', column: 'phone' }

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
    ])

export type StoredPartner = Awaited<ReturnType<ReturnType<typeof partners>['executeTakeFirstOrThrow']>>

export const selectPartners = (db: ReadDb, recallId: RecallId): Promise<StoredPartner[]> =>
  partners(db).where('partner.recall_id', '=', recallId).orderBy('partner.told_at').orderBy('partner.id').execute()

export const selectPartner = (db: ReadDb, id: RecallPartnerId): Promise<StoredPartner | undefined> =>
  partners(db).where('partner.id', '=', id).executeTakeFirst()

/** How a partner is reached; null where no number was left. */
export async function selectPartnerToReach(db: ReadDb, id: RecallPartnerId): Promise<{ name: string; phone: string | null } | null> {
  const row = await db.selectFrom('recall_partner').where('id', '=', id).select(['name', 'phone']).executeTakeFirst()
  return row ? { name: row.name, phone: row.phone && (await openTextIfPossible(db, partnerPhoneColumn, id, row.phone)) } : null
}

export type NewPartner = {
  id: RecallPartnerId
  recallId: RecallId
  name: string
  place: string | null
  phone: string | null
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
      phone: given.phone ? await lockText(tx, partnerPhoneColumn, given.id, given.phone) : null,
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
