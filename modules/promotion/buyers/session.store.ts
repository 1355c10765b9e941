import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { SessionStatus } from './acts.ts'
import type { SlotOutcome } from './rules/choices.ts'
import type { EnquiryId, MatchingSessionId } from './rules/ids.ts'

export const sessions = (db: ReadDb) =>
  db
    .selectFrom('matching_session as session')
    .leftJoin('fair', 'fair.id', 'session.fair_id')
    .select([
      'session.id',
      'session.status',
      'session.name',
      'session.venue',
      'session.held_on as heldOn',
      'session.starts_at as startsAt',
      'session.slot_minutes as slotMinutes',
      'session.rounds',
      'session.tables',
      'session.fair_id as fairId',
      'fair.name as fairName',
      'session.cancel_reason as cancelReason',
      'session.is_sample as isSample',
    ])
export type StoredSession = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>

export const selectSession = (db: ReadDb, id: MatchingSessionId): Promise<StoredSession | undefined> =>
  sessions(db).where('session.id', '=', id).executeTakeFirst()
export const selectSessionByKey = (db: ReadDb, requestKey: string): Promise<StoredSession | undefined> =>
  sessions(db).where('session.request_key', '=', requestKey).executeTakeFirst()

/** Sessions whose slots are allotted, of one day. */
export const selectSessionsOn = (db: ReadDb, day: PlainDate): Promise<StoredSession[]> =>
  sessions(db).where('session.status', '=', 'allotted').where('session.held_on', '=', day).orderBy('session.id').execute()

/** For filters and forms: the latest first. */
export const selectLatestSessions = (db: ReadDb): Promise<StoredSession[]> =>
  sessions(db).where('session.status', '<>', 'cancelled').orderBy('session.held_on', 'desc').orderBy('session.id').limit(100).execute()

/** Those that lie before it or not long ago: a buyer was met there. */
export const selectFairsToName = (db: ReadDb) =>
  db.selectFrom('fair').select(['id', 'name']).where('status', 'not in', ['draft', 'cancelled']).orderBy('opens_on', 'desc').orderBy('id').limit(50).execute() // prettier-ignore
export const hasFair = async (db: ReadDb, id: FairId): Promise<boolean> =>
  (await db.selectFrom('fair').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export async function lockSession(tx: Tx, id: MatchingSessionId): Promise<StoredSession | undefined> {
  const locked = await tx.selectFrom('matching_session').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectSession(tx, id)
}

type NewSession = {
  id: MatchingSessionId
  name: string
  venue: string
  heldOn: PlainDate
  startsAt: string
  slotMinutes: number
  rounds: number
  tables: number
  fairId: FairId | null
  at: Date
  byId: UserId | null
  requestKey: string
  isSample: boolean
}
export async function insertSession(tx: Tx, given: NewSession): Promise<void> {
  await insertRows(tx, 'matching_session', [
    {
      id: given.id,
      status: 'planned' as const,
      name: given.name,
      venue: given.venue,
      held_on: given.heldOn,
      starts_at: given.startsAt,
      slot_minutes: given.slotMinutes,
      rounds: given.rounds,
      tables: given.tables,
      fair_id: given.fairId,
      created_at: given.at,
      created_by_id: given.byId,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
}

export const updateSession = (tx: Tx, id: MatchingSessionId, change: { status: SessionStatus; cancel_reason?: string }) =>
  tx.updateTable('matching_session').set(change).where('id', '=', id).execute()

/** The pairs of a session, with the place of those that have one; in the order in which their buyers asked. */
export const selectPairs = (db: ReadDb, sessionId: MatchingSessionId) =>
  db
    .selectFrom('matching_wish as wish')
    .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'wish.enquiry_id')
    .innerJoin('producer_card as producer', 'producer.id', 'wish.producer_id')
    .leftJoin('matching_slot as slot', (join) =>
      join
        .onRef('slot.session_id', '=', 'wish.session_id')
        .onRef('slot.enquiry_id', '=', 'wish.enquiry_id')
        .onRef('slot.producer_id', '=', 'wish.producer_id'),
    )
    .where('wish.session_id', '=', sessionId)
    .select([
      'wish.enquiry_id as enquiryId',
      'wish.producer_id as producerId',
      'wish.is_wish as isWish',
      'enquiry.buyer_name as buyerName',
      'enquiry.goods',
      'enquiry.organisation_id as buyerOrganisationId',
      'producer.name as producerName',
      'producer.organisation_id as producerOrganisationId',
      'slot.round',
      'slot.table_number as table',
      'slot.outcome',
      'slot.words',
    ])
    .orderBy('wish.at')
    .orderBy('enquiry.asked_at')
    .orderBy('wish.enquiry_id')
    .orderBy('wish.producer_id')
    .execute()
export type StoredPair = Awaited<ReturnType<typeof selectPairs>>[number]

type PairKey = { sessionId: MatchingSessionId; enquiryId: EnquiryId; producerId: ProducerId }
/** One that was thought to fit becomes a wish, never the other way. */
export const insertWish = (tx: Tx, { sessionId, enquiryId, producerId }: PairKey, isWish: boolean, at: Date) =>
  tx
    .insertInto('matching_wish')
    .values({ session_id: sessionId, enquiry_id: enquiryId, producer_id: producerId, is_wish: isWish, at })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'enquiry_id', 'producer_id']).doUpdateSet({
        is_wish: sql<boolean>`matching_wish.is_wish or excluded.is_wish`,
      }),
    )
    .execute()

export const putSlot = (tx: Tx, { sessionId, enquiryId, producerId }: PairKey, { round, table }: { round: number; table: number }) =>
  tx
    .insertInto('matching_slot')
    .values({ session_id: sessionId, enquiry_id: enquiryId, producer_id: producerId, round, table_number: table })
    .onConflict((conflict) => conflict.columns(['session_id', 'enquiry_id', 'producer_id']).doUpdateSet({ round, table_number: table }))
    .execute()

type Noted = { outcome: SlotOutcome; words: string; at: Date; byName: string }
export const updateOutcome = (tx: Tx, { sessionId, enquiryId, producerId }: PairKey, { outcome, words, at, byName }: Noted) =>
  tx
    .updateTable('matching_slot')
    .set({ outcome, words, noted_at: at, noted_by_name: byName })
    .where('session_id', '=', sessionId)
    .where('enquiry_id', '=', enquiryId)
    .where('producer_id', '=', producerId)
    .execute()
