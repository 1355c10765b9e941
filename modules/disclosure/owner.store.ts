import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { PlainDate } from '@dacsan/vietnam'

export type OwnerFacts = {
  name: string
  headOffice: string
  representative: string
  registrationNumber: string
  registeredOn: PlainDate
  registeredBy: string
  supportChannel: string
}

/** The latest that was published. */
export function selectOwner(db: ReadDb) {
  return db
    .selectFrom('site_owner')
    .select([
      'version',
      'name',
      'head_office as headOffice',
      'representative',
      'registration_number as registrationNumber',
      'registered_on as registeredOn',
      'registered_by as registeredBy',
      'support_channel as supportChannel',
      'published_at as publishedAt',
    ])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** False where that version was published meanwhile. */
export async function insertOwner(tx: Tx, facts: OwnerFacts, made: { version: number; by: UserId | null; at: Date }): Promise<boolean> {
  const inserted = await tx
    .insertInto('site_owner')
    .values({
      version: made.version,
      name: facts.name,
      head_office: facts.headOffice,
      representative: facts.representative,
      registration_number: facts.registrationNumber,
      registered_on: facts.registeredOn,
      registered_by: facts.registeredBy,
      support_channel: facts.supportChannel,
      published_by: made.by,
      published_at: made.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
