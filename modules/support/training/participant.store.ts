import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { ParticipantStatus } from './acts.ts'
import type { ClassId, ParticipantId } from './rules/ids.ts'

export const participantPhone: LockedColumn = { table: 'training_participant', key: 'id', column: 'phone' }

const participants = (db: ReadDb) =>
  db
    .selectFrom('training_participant as person')
    .leftJoin('producer_card as producer', 'producer.id', 'person.producer_id')
    .select([
      'person.id',
      'person.class_id as classId',
      'person.number',
      'person.status',
      'person.name',
      'person.phone as lockedPhone',
      'person.producer_id as producerId',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'producer.organisation_id as organisationId',
      'person.place',
      'person.language',
      'person.signed_up_by as signedUpBy',
      'person.by_id as byId',
      'person.signed_up_at as signedUpAt',
      'person.erased_at as erasedAt',
      'person.request_key as requestKey',
      'person.is_sample as isSample',
    ])
export type StoredParticipant = Awaited<ReturnType<ReturnType<typeof participants>['executeTakeFirstOrThrow']>>

export const selectParticipant = (db: ReadDb, id: ParticipantId): Promise<StoredParticipant | undefined> =>
  participants(db).where('person.id', '=', id).executeTakeFirst()
export const selectParticipantByKey = (db: ReadDb, requestKey: string): Promise<StoredParticipant | undefined> =>
  participants(db).where('person.request_key', '=', requestKey).executeTakeFirst()
export const selectParticipants = (db: ReadDb, classId: ClassId): Promise<StoredParticipant[]> =>
  participants(db).where('person.class_id', '=', classId).orderBy('person.number').execute()
export const selectPlacesOfProducer = (db: ReadDb, producerId: ProducerId): Promise<StoredParticipant[]> =>
  participants(db)
    .where('person.producer_id', '=', producerId)
    .orderBy('person.signed_up_at', 'desc')
    .orderBy('person.id')
    .limit(200)
    .execute()

export async function lockParticipant(tx: Tx, id: ParticipantId): Promise<StoredParticipant | undefined> {
  const locked = await tx.selectFrom('training_participant').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectParticipant(tx, id)
}

/** The next number of a class that is held. */
export async function nextNumber(tx: Tx, classId: ClassId): Promise<number> {
  const { last } = await tx
    .selectFrom('training_participant')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('class_id', '=', classId)
    .executeTakeFirstOrThrow()
  return last + 1
}

type NewParticipant = {
  id: ParticipantId
  classId: ClassId
  number: number
  status: ParticipantStatus
  name: string
  phone: string
  producerId: ProducerId | null
  place: string
  language: MessageLanguage
  signedUpBy: 'self' | 'office'
  byId: UserId | null
  at: Date
  requestKey: string
  isSample: boolean
}
export async function insertParticipant(tx: Tx, given: NewParticipant): Promise<void> {
  await insertRows(tx, 'training_participant', [
    {
      id: given.id,
      class_id: given.classId,
      number: given.number,
      status: given.status,
      name: given.name,
      phone: await lockText(tx, participantPhone, given.id, given.phone),
      producer_id: given.producerId,
      place: given.place,
      language: given.language,
      signed_up_by: given.signedUpBy,
      by_id: given.byId,
      signed_up_at: given.at,
      changed_at: given.at,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
}

export const updateParticipantStatus = (tx: Tx, id: ParticipantId, status: ParticipantStatus, at: Date) =>
  tx.updateTable('training_participant').set({ status, changed_at: at }).where('id', '=', id).execute()

export const openPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredParticipant, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, participantPhone, id, lockedPhone)) ?? null)

/** Numbers of people whose class was accepted, or was cancelled, before that day: the name stays, it is the evidence of what was paid. */
export async function forgetPhones(tx: Tx, before: Date, at: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('training_participant')
    .set({ phone: null, erased_at: at })
    .where('phone', 'is not', null)
    .where('class_id', 'in', (eb) =>
      eb
        .selectFrom('training_class')
        .select('training_class.id')
        .where('training_class.status', 'in', ['accepted', 'cancelled'])
        .where((on) => on.fn.coalesce('training_class.held_at', 'training_class.sign_up_by'), '<', before),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
