import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { FairStatus } from './acts.ts'
import type { FairId } from './rules/ids.ts'

export const fairs = (db: ReadDb) =>
  db
    .selectFrom('fair')
    .select([
      'id',
      'slug',
      'status',
      'name',
      'theme',
      'is_inside as isInside',
      'venue',
      'organiser',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'letter_number as letterNumber',
      'letter_on as letterOn',
      'apply_by as applyBy',
      'stands',
      'wanted',
      'samples',
      'exempt_number as exemptNumber',
      'exempt_on as exemptOn',
      'registered_number as registeredNumber',
      'registered_on as registeredOn',
      'result_words as resultWords',
      'confirm_by as confirmBy',
      'appeal_by as appealBy',
      'allotted_at as allottedAt',
      'plan_printed_at as planPrintedAt',
      'reported_at as reportedAt',
      'cancel_reason as cancelReason',
      'created_at as createdAt',
      'is_sample as isSample',
    ])

export type StoredFair = Awaited<ReturnType<ReturnType<typeof fairs>['executeTakeFirstOrThrow']>>

export const selectFair = (db: ReadDb, id: FairId): Promise<StoredFair | undefined> => fairs(db).where('id', '=', id).executeTakeFirst()
export const selectFairBySlug = (db: ReadDb, slug: string): Promise<StoredFair | undefined> =>
  fairs(db).where('slug', '=', slug).executeTakeFirst()

/** The fair, held until the end of the transaction. */
export async function lockFair(tx: Tx, id: FairId): Promise<StoredFair | undefined> {
  const locked = await tx.selectFrom('fair').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectFair(tx, id)
}

export const selectFairByKey = (db: ReadDb, requestKey: string): Promise<Pick<StoredFair, 'id' | 'slug'> | undefined> =>
  db.selectFrom('fair').select(['id', 'slug']).where('request_key', '=', requestKey).executeTakeFirst()

/** Fairs that everybody is told of: the coming ones first, then those that were, the latest first. */
export async function selectPublicFairs(db: ReadDb, today: PlainDate): Promise<StoredFair[]> {
  return fairs(db)
    .where('status', '<>', 'draft')
    .orderBy((eb) => eb('closes_on', '<', today))
    .orderBy(sql`case when closes_on >= ${today} then opens_on end`)
    .orderBy('opens_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

export const selectOpenFairs = (db: ReadDb, now: Date): Promise<StoredFair[]> =>
  fairs(db).where('status', '=', 'open').where('apply_by', '>=', now).orderBy('apply_by').orderBy('id').limit(100).execute()

/** Calls of which the hour has passed. */
export async function selectFairsToClose(db: ReadDb, now: Date): Promise<FairId[]> {
  const rows = await db.selectFrom('fair').select('id').where('status', '=', 'open').where('apply_by', '<', now).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export type StandKind = { key: string; says: string; costVnd: number; supportVnd: number }

export const selectKinds = (db: ReadDb, fairId: FairId): Promise<StandKind[]> =>
  db
    .selectFrom('fair_stand_kind')
    .select(['key', 'says', 'cost_vnd as costVnd', 'support_vnd as supportVnd'])
    .where('fair_id', '=', fairId)
    .orderBy('key')
    .execute()

/** Kinds of stand as the form says them now; one that somebody asked for stays. Answers the one that could not go. */
export async function replaceKinds(tx: Tx, fairId: FairId, kinds: readonly StandKind[]): Promise<StandKind | null> {
  const before = await selectKinds(tx, fairId)
  const gone = before.filter(({ key }) => !kinds.some((kind) => kind.key === key))
  for (const kind of gone) {
    const used = await tx.selectFrom('fair_application').select('id').where('fair_id', '=', fairId).where('stand_kind', '=', kind.key).executeTakeFirst() // prettier-ignore
    if (used) return kind
    await tx.deleteFrom('fair_stand_kind').where('fair_id', '=', fairId).where('key', '=', kind.key).execute()
  }
  await tx
    .insertInto('fair_stand_kind')
    .values(kinds.map(({ key, says, costVnd, supportVnd }) => ({ fair_id: fairId, key, says, cost_vnd: costVnd, support_vnd: supportVnd })))
    .onConflict((conflict) =>
      conflict.columns(['fair_id', 'key']).doUpdateSet((eb) => ({
        says: eb.ref('excluded.says'),
        cost_vnd: eb.ref('excluded.cost_vnd'),
        support_vnd: eb.ref('excluded.support_vnd'),
      })),
    )
    .execute()
  return null
}

export type FairFields = Pick<
  StoredFair,
  | 'name'
  | 'theme'
  | 'isInside'
  | 'venue'
  | 'organiser'
  | 'opensOn'
  | 'closesOn'
  | 'letterNumber'
  | 'letterOn'
  | 'applyBy'
  | 'stands'
  | 'wanted'
  | 'samples'
  | 'exemptNumber'
  | 'exemptOn'
  | 'registeredNumber'
  | 'registeredOn'
>

const columnsOf = (given: FairFields) => ({
  name: given.name,
  theme: given.theme,
  is_inside: given.isInside,
  venue: given.venue,
  organiser: given.organiser,
  opens_on: given.opensOn,
  closes_on: given.closesOn,
  letter_number: given.letterNumber,
  letter_on: given.letterOn,
  apply_by: given.applyBy,
  stands: given.stands,
  wanted: given.wanted,
  samples: given.samples,
  exempt_number: given.exemptNumber,
  exempt_on: given.exemptOn,
  registered_number: given.registeredNumber,
  registered_on: given.registeredOn,
})

type NewFair = FairFields & { id: FairId; slug: string; at: Date; byId: UserId | null; isSample: boolean; requestKey: string }

export async function insertFair(tx: Tx, given: NewFair): Promise<void> {
  const row = {
    ...columnsOf(given),
    id: given.id,
    slug: given.slug,
    status: 'draft' as const,
    created_at: given.at,
    created_by_id: given.byId,
    is_sample: given.isSample,
    request_key: given.requestKey,
  }
  await insertRows(tx, 'fair', [row])
}

export const updateFairFields = (tx: Tx, id: FairId, given: FairFields) =>
  tx.updateTable('fair').set(columnsOf(given)).where('id', '=', id).execute()

type FairChange = {
  status?: FairStatus
  confirm_by?: Date
  appeal_by?: Date
  allotted_at?: Date
  plan_printed_at?: Date
  reported_at?: Date
  result_words?: string
  cancel_reason?: string
}
export const updateFair = (tx: Tx, id: FairId, change: FairChange) => tx.updateTable('fair').set(change).where('id', '=', id).execute()

/** Whether an address is taken. */
export const hasSlug = async (db: ReadDb, slug: string): Promise<boolean> =>
  (await db.selectFrom('fair').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
