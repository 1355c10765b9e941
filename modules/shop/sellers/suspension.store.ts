import { sql } from 'kysely'
import type { Expression, RawBuilder } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { SuspensionFacts, SuspensionKind, SuspensionStep } from '../rules.ts'
import type { SuspensionId, SuspensionStepId } from '../rules/ids.ts'

/** Whether a seller is stopped at a moment; asked by whatever shows goods, so that no clock has to act. */
export const suspendedAt = (producerId: Expression<unknown>, now: Expression<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select from suspension_period as period
  where period.producer_id = ${producerId} and period.starts_at <= ${now} and (period.ends_at is null or period.ends_at > ${now}))`

export async function isSuspended(db: ReadDb, producerId: ProducerId, now: Date): Promise<boolean> {
  const { rows } = await sql<{ suspended: boolean }>`select ${suspendedAt(sql.val(producerId), sql.val(now))} as suspended`.execute(db)
  return rows[0]!.suspended
}

/** Since when a seller is stopped, and whether an authority ordered it; null: it is not. */
export async function selectSuspended(
  db: ReadDb,
  producerId: ProducerId,
  now: Date,
): Promise<{ kind: SuspensionKind; since: Date } | null> {
  const row = await db
    .selectFrom('suspension_period as period')
    .innerJoin('shop_suspension as suspension', 'suspension.id', 'period.id')
    .where('period.producer_id', '=', producerId)
    .where('period.starts_at', '<=', now)
    .where((eb) => eb.or([eb('period.ends_at', 'is', null), eb('period.ends_at', '>', now)]))
    .select(['suspension.kind', 'period.starts_at as since'])
    .orderBy('period.starts_at')
    .limit(1)
    .executeTakeFirst()
  return row ? { kind: row.kind, since: row.since! } : null
}

export type NewSuspension = {
  id: SuspensionId
  producerId: ProducerId
  reason: string
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
} & (
  | { kind: 'notice'; startsAt: Date }
  | {
      kind: 'order'
      authority: string
      documentNumber: string
      receivedAt: Date
      carryOutBy: Date
      file: { hash: string; name: string }
    }
)

export async function insertSuspension(tx: Tx, suspension: NewSuspension): Promise<void> {
  const { id, producerId, reason, requestKey, at, byId, byName } = suspension
  await tx
    .insertInto('shop_suspension')
    .values({
      id,
      producer_id: producerId,
      reason,
      request_key: requestKey,
      at,
      by_id: byId,
      by_name: byName,
      kind: suspension.kind,
      ...(suspension.kind === 'notice'
        ? { starts_at: suspension.startsAt }
        : {
            authority: suspension.authority,
            document_number: suspension.documentNumber,
            received_at: suspension.receivedAt,
            carry_out_by: suspension.carryOutBy,
            file_hash: suspension.file.hash,
            file_name: suspension.file.name,
          }),
    })
    .execute()
}

export type NewStep = {
  id: SuspensionStepId
  suspensionId: SuspensionId
  step: SuspensionStep
  words: string
  documentNumber?: string
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx
    .insertInto('shop_suspension_step')
    .values({
      id: step.id,
      suspension_id: step.suspensionId,
      step: step.step,
      words: step.words,
      document_number: step.documentNumber ?? null,
      request_key: step.requestKey,
      at: step.at,
      by_id: step.byId,
      by_name: step.byName,
    })
    .execute()
}

const suspensions = (db: ReadDb) =>
  db
    .selectFrom('shop_suspension as suspension')
    .innerJoin('suspension_period as period', 'period.id', 'suspension.id')
    .innerJoin('producer_card as producer', 'producer.id', 'suspension.producer_id')
    .leftJoin('stored_file_card as file', 'file.hash', 'suspension.file_hash')
    .select([
      'file.media_type as mediaType',
      'suspension.id',
      'suspension.producer_id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'suspension.kind',
      'suspension.reason',
      'suspension.authority',
      'suspension.document_number as documentNumber',
      'suspension.received_at as receivedAt',
      'suspension.carry_out_by as carryOutBy',
      'suspension.file_hash as fileHash',
      'suspension.file_name as fileName',
      'suspension.request_key as requestKey',
      'suspension.at',
      'suspension.by_name as byName',
      'period.starts_at as startsAt',
      'period.ends_at as endsAt',
    ])

export type Suspension = SuspensionFacts & {
  id: SuspensionId
  producerId: ProducerId
  producerName: string
  organisationId: OrganisationId | null
  kind: SuspensionKind
  reason: string
  authority: string | null
  documentNumber: string | null
  receivedAt: Date | null
  carryOutBy: Date | null
  fileHash: string | null
  fileName: string | null
  mediaType: string | null
  requestKey: string
  at: Date
  byName: string
}

export function selectSuspensions(db: ReadDb, producerId: ProducerId): Promise<Suspension[]> {
  return suspensions(db).where('suspension.producer_id', '=', producerId).orderBy('suspension.at', 'desc').execute()
}

export function selectSuspension(db: ReadDb, id: SuspensionId): Promise<Suspension | undefined> {
  return suspensions(db).where('suspension.id', '=', id).executeTakeFirst()
}

export function selectSuspensionByKey(db: ReadDb, requestKey: string): Promise<Suspension | undefined> {
  return suspensions(db).where('suspension.request_key', '=', requestKey).executeTakeFirst()
}

export type SuspensionStepSaid = {
  suspensionId: SuspensionId
  step: SuspensionStep
  words: string
  documentNumber: string | null
  at: Date
  byName: string
}

export function selectSteps(db: ReadDb, ids: readonly SuspensionId[]): Promise<SuspensionStepSaid[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('shop_suspension_step')
    .where('suspension_id', 'in', ids)
    .select(['suspension_id as suspensionId', 'step', 'words', 'document_number as documentNumber', 'at', 'by_name as byName'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function selectStepByKey(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('shop_suspension_step')
    .where('request_key', '=', requestKey)
    .select(['suspension_id as suspensionId', 'step'])
    .executeTakeFirst()
}

/** The suspensions that hold at a moment. */
export function selectInForce(db: ReadDb, now: Date): Promise<Suspension[]> {
  return suspensions(db)
    .where('period.starts_at', '<=', now)
    .where((eb) => eb.or([eb('period.ends_at', 'is', null), eb('period.ends_at', '>', now)]))
    .orderBy('suspension.id')
    .execute()
}
