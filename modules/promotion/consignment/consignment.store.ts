import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { PlaceId } from '../../traceability/rules.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'
import type { ConsignmentStatus, Side } from './acts.ts'
import type { ConsignmentId, TermsId } from './rules/ids.ts'
import type { Bearer } from './rules/money.ts'

const consignments = (db: ReadDb) =>
  db
    .selectFrom('consignment')
    .innerJoin('point_of_sale as point', 'point.id', 'consignment.point_id')
    .innerJoin('organisation_card as operator', 'operator.id', 'point.operator_id')
    .innerJoin('producer_card as producer', 'producer.id', 'consignment.producer_id')
    .select([
      'consignment.id',
      'consignment.status',
      'consignment.point_id as pointId',
      'consignment.producer_id as producerId',
      'consignment.shelf_id as shelfId',
      'consignment.road_id as roadId',
      'consignment.created_at as createdAt',
      'consignment.is_sample as isSample',
      'point.name as pointName',
      'point.slug as pointSlug',
      'point.status as pointStatus',
      'point.address as pointAddress',
      'point.operator_id as operatorId',
      'operator.name as operatorName',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'producer.address as producerAddress',
      'producer.organisation_id as organisationId',
    ])

export type StoredConsignment = Awaited<ReturnType<ReturnType<typeof consignments>['executeTakeFirstOrThrow']>>

export const selectConsignment = (db: ReadDb, id: ConsignmentId): Promise<StoredConsignment | undefined> =>
  consignments(db).where('consignment.id', '=', id).executeTakeFirst()

/** The consignment, held until the end of the transaction: its book is written by one at a time. */
export async function lockConsignment(tx: Tx, id: ConsignmentId): Promise<StoredConsignment | undefined> {
  const locked = await tx.selectFrom('consignment').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectConsignment(tx, id)
}

/** Those of a producer, and of the points of some operators, the latest first. */
export const selectConsignmentsOf = (
  db: ReadDb,
  { producerId, operators }: { producerId: ProducerId | null; operators: readonly OrganisationId[] },
): Promise<StoredConsignment[]> =>
  consignments(db)
    .where((eb) =>
      eb.or([
        ...(producerId === null ? [] : [eb('consignment.producer_id', '=', producerId)]),
        ...(operators.length === 0 ? [] : [eb('point.operator_id', 'in', operators)]),
      ]),
    )
    .orderBy('consignment.created_at', 'desc')
    .orderBy('consignment.id')
    .limit(200)
    .execute()

export const selectConsignmentsAt = (db: ReadDb, pointId: PointId): Promise<StoredConsignment[]> =>
  consignments(db)
    .where('consignment.point_id', '=', pointId)
    .where('consignment.status', '=', 'open')
    .orderBy('producer.name', inVietnamese)
    .orderBy('consignment.id')
    .execute()

export const selectConsignmentByKey = (db: ReadDb, requestKey: string): Promise<{ id: ConsignmentId } | undefined> =>
  db.selectFrom('consignment').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export const hasLiveConsignment = async (db: ReadDb, pointId: PointId, producerId: ProducerId): Promise<boolean> =>
  (await db
    .selectFrom('consignment')
    .select('id')
    .where('point_id', '=', pointId)
    .where('producer_id', '=', producerId)
    .where('status', '<>', 'ended')
    .executeTakeFirst()) !== undefined

type NewConsignment = {
  id: ConsignmentId
  pointId: PointId
  producerId: ProducerId
  shelfId: PlaceId
  roadId: PlaceId
  requestKey: string
  at: Date
  isSample: boolean
}
export async function insertConsignment(tx: Tx, given: NewConsignment): Promise<void> {
  await insertRows(tx, 'consignment', [
    {
      id: given.id,
      point_id: given.pointId,
      producer_id: given.producerId,
      status: 'proposed',
      shelf_id: given.shelfId,
      road_id: given.roadId,
      next_seq: 1,
      request_key: given.requestKey,
      created_at: given.at,
      is_sample: given.isSample,
    },
  ])
}

export const updateConsignment = (tx: Tx, id: ConsignmentId, change: { status: ConsignmentStatus; ended_at?: Date }) =>
  tx.updateTable('consignment').set(change).where('id', '=', id).execute()

/** Every version of the contract, the latest first. */
export const selectTerms = (db: ReadDb, consignmentId: ConsignmentId) =>
  db
    .selectFrom('consignment_terms')
    .select([
      'id',
      'version',
      'contract_number as contractNumber',
      'contract_on as contractOn',
      'commission_percent as commissionPercent',
      'spoiled_by as spoiledBy',
      'expired_by as expiredBy',
      'pay_within_days as payWithinDays',
      'valid_from as validFrom',
      'valid_to as validTo',
      'proposed_side as proposedSide',
      'proposed_at as proposedAt',
      'proposed_by_name as proposedByName',
      'agreed_at as agreedAt',
      'agreed_by_name as agreedByName',
    ])
    .where('consignment_id', '=', consignmentId)
    .orderBy('version', 'desc')
    .execute()
export type StoredTerms = Awaited<ReturnType<typeof selectTerms>>[number]

export const selectTermsByKey = (db: ReadDb, requestKey: string): Promise<{ id: TermsId } | undefined> =>
  db.selectFrom('consignment_terms').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export type TermsFields = {
  contractNumber: string
  contractOn: PlainDate
  commissionPercent: string
  spoiledBy: Bearer
  expiredBy: Bearer
  payWithinDays: number
  validFrom: PlainDate
  validTo: PlainDate | null
}
type NewTerms = TermsFields & {
  id: TermsId
  consignmentId: ConsignmentId
  version: number
  side: Side
  at: Date
  byName: string
  requestKey: string
}
export async function insertTerms(tx: Tx, given: NewTerms): Promise<void> {
  await insertRows(tx, 'consignment_terms', [
    {
      id: given.id,
      consignment_id: given.consignmentId,
      version: given.version,
      contract_number: given.contractNumber,
      contract_on: given.contractOn,
      commission_percent: given.commissionPercent,
      spoiled_by: given.spoiledBy,
      expired_by: given.expiredBy,
      pay_within_days: given.payWithinDays,
      valid_from: given.validFrom,
      valid_to: given.validTo,
      proposed_side: given.side,
      proposed_at: given.at,
      proposed_by_name: given.byName,
      request_key: given.requestKey,
    },
  ])
}
export const agreeToTerms = (tx: Tx, id: TermsId, by: { at: Date; byName: string }) =>
  tx.updateTable('consignment_terms').set({ agreed_at: by.at, agreed_by_name: by.byName }).where('id', '=', id).execute()

export const selectAllConsignments = (db: ReadDb) =>
  db.selectFrom('consignment').select(['id', 'shelf_id as shelfId']).where('status', '<>', 'proposed').orderBy('id').execute()
