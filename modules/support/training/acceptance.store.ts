import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { CostKind, ShareKey } from './rules/costs.ts'
import type { ClassId, CostId, ParticipantId, SharedCostId } from './rules/ids.ts'

const certificates = (db: ReadDb) =>
  db
    .selectFrom('training_certificate')
    .select([
      'code',
      'class_id as classId',
      'participant_id as participantId',
      'number',
      'name',
      'class_name as className',
      'course_name as courseName',
      'hours',
      'first_on as firstOn',
      'last_on as lastOn',
      'organiser',
      'decision_number as decisionNumber',
      'decision_on as decisionOn',
      'is_sample as isSample',
    ])
export type StoredCertificate = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>
export const selectCertificates = (db: ReadDb, classId: ClassId): Promise<StoredCertificate[]> =>
  certificates(db).where('class_id', '=', classId).orderBy('number').execute()
export const selectCertificate = (db: ReadDb, code: string): Promise<StoredCertificate | undefined> =>
  certificates(db).where('code', '=', code).executeTakeFirst()
export const selectCertificateOf = (db: ReadDb, participantId: ParticipantId): Promise<StoredCertificate | undefined> =>
  certificates(db).where('participant_id', '=', participantId).executeTakeFirst()

export const insertCertificates = (
  tx: Tx,
  rows: readonly (Omit<StoredCertificate, never> & { at: Date; byId: UserId | null; byName: string })[],
): Promise<void> =>
  insertRows(
    tx,
    'training_certificate',
    rows.map((one) => ({
      code: one.code,
      class_id: one.classId,
      participant_id: one.participantId,
      number: one.number,
      name: one.name,
      class_name: one.className,
      course_name: one.courseName,
      hours: one.hours,
      first_on: one.firstOn,
      last_on: one.lastOn,
      organiser: one.organiser,
      decision_number: one.decisionNumber,
      decision_on: one.decisionOn,
      at: one.at,
      by_id: one.byId,
      by_name: one.byName,
      is_sample: one.isSample,
    })),
  )

/** The lines that count: what was struck is left out. */
export const selectCosts = (db: ReadDb, classId: ClassId) =>
  db
    .selectFrom('training_cost as cost')
    .leftJoin('training_cost_struck as struck', 'struck.cost_id', 'cost.id')
    .leftJoin('training_shared_cost as shared', 'shared.id', 'cost.shared_id')
    .where('cost.class_id', '=', classId)
    .where('struck.cost_id', 'is', null)
    .select([
      'cost.id',
      'cost.kind',
      'cost.says',
      'cost.quantity',
      sql<number>`cost.unit_vnd::float8`.as('unitVnd'),
      sql<number>`cost.amount_vnd::float8`.as('amountVnd'),
      sql<number | null>`cost.norm_vnd::float8`.as('normVnd'),
      'cost.norm_instrument as normInstrument',
      'cost.paper',
      'shared.key as sharedBy',
      sql<number | null>`shared.amount_vnd::float8`.as('sharedVnd'),
    ])
    .orderBy('cost.at')
    .orderBy('cost.id')
    .execute()

type By = { at: Date; byId: UserId | null; byName: string }
type NewCost = By & {
  id: CostId
  classId: ClassId
  kind: CostKind | 'shared'
  says: string
  quantity: number
  unitVnd: number
  amountVnd: number
  normVnd: number | null
  normInstrument: string | null
  paper: string
  sharedId: SharedCostId | null
  requestKey: string | null
}
export const insertCosts = (tx: Tx, rows: readonly NewCost[]): Promise<void> =>
  insertRows(
    tx,
    'training_cost',
    rows.map((one) => ({
      id: one.id,
      class_id: one.classId,
      kind: one.kind,
      says: one.says,
      quantity: one.quantity,
      unit_vnd: one.unitVnd,
      amount_vnd: one.amountVnd,
      norm_vnd: one.normVnd,
      norm_instrument: one.normInstrument,
      paper: one.paper,
      shared_id: one.sharedId,
      request_key: one.requestKey,
      at: one.at,
      by_id: one.byId,
      by_name: one.byName,
    })),
  )

export const hasCost = async (db: ReadDb, requestKey: string): Promise<boolean> =>
  (await db.selectFrom('training_cost').select('id').where('request_key', '=', requestKey).executeTakeFirst()) !== undefined
export const hasSharedCost = async (db: ReadDb, requestKey: string): Promise<boolean> =>
  (await db.selectFrom('training_shared_cost').select('id').where('request_key', '=', requestKey).executeTakeFirst()) !== undefined

export const insertSharedCost = (
  tx: Tx,
  given: By & { id: SharedCostId; says: string; amountVnd: number; key: ShareKey; paper: string; requestKey: string },
): Promise<void> =>
  insertRows(tx, 'training_shared_cost', [
    {
      id: given.id,
      says: given.says,
      amount_vnd: given.amountVnd,
      key: given.key,
      paper: given.paper,
      request_key: given.requestKey,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    },
  ])

export const insertStruck = async (tx: Tx, given: By & { costId: CostId; reason: string }): Promise<void> => {
  await tx
    .insertInto('training_cost_struck')
    .values({ cost_id: given.costId, reason: given.reason, at: given.at, by_id: given.byId, by_name: given.byName })
    .onConflict((on) => on.doNothing())
    .execute()
}
export const selectCost = (db: ReadDb, id: CostId) =>
  db.selectFrom('training_cost').select(['id', 'class_id as classId', 'kind']).where('id', '=', id).executeTakeFirst()
