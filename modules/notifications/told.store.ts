import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Recipient } from '../message.ts'

export type ToldAbout = {
  name: string
  objectId: string
  recipient: Recipient
  personName: string | null
  at: Date
  arrived: boolean
  onItsWay: boolean
}

/** The messages of these names about these things, each with how its deliveries ended. */
export async function selectToldAbout(
  db: ReadDb,
  { type, ids, names }: { type: string; ids: readonly string[]; names: readonly string[] },
): Promise<ToldAbout[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('message')
    .leftJoin('delivery', 'delivery.message_id', 'message.id')
    .leftJoin('person_card as person', 'person.id', 'message.user_id')
    .where('message.object_type', '=', type)
    .where('message.object_id', 'in', ids)
    .where('message.name', 'in', names)
    .select([
      'message.name',
      'message.object_id as objectId',
      'message.recipient',
      'person.name as personName',
      'message.at',
      sql<boolean>`message.read_at is not null or coalesce(bool_or(delivery.state = 'taken'), false)`.as('arrived'),
      sql<boolean>`coalesce(bool_or(delivery.state in ('waiting', 'sending')), false)`.as('onItsWay'),
    ])
    .groupBy(['message.id', 'person.name'])
    .orderBy('message.at')
    .orderBy('message.id')
    .execute()
}
