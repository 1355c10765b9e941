import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { Line } from './rules/allotment.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'

type Published = Omit<Line, 'id'> & { applicationId: FairApplicationId; completeAt: Date | null }

export async function insertAllotment(tx: Tx, fairId: FairId, lines: readonly Published[], at: Date): Promise<void> {
  await insertRows(
    tx,
    'fair_allotment_line',
    lines.map((one) => ({
      fair_id: fairId,
      application_id: one.applicationId,
      place: one.place,
      outcome: one.outcome,
      score: one.score,
      points: one.points,
      reasons: one.reasons,
      complete_at: one.completeAt,
      published_at: at,
    })),
  )
}

/** The list as it was published; how an application stands now is beside it. */
export const selectAllotment = (db: ReadDb, fairId: FairId) =>
  db
    .selectFrom('fair_allotment_line as line')
    .innerJoin('fair_application as application', 'application.id', 'line.application_id')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .where('line.fair_id', '=', fairId)
    .select([
      'line.application_id as applicationId',
      'producer.name as producerName',
      'commune.name as communeName',
      'line.place',
      'line.outcome',
      'line.score',
      'line.points',
      'line.reasons',
      'line.complete_at as completeAt',
      'application.status',
    ])
    .orderBy('line.place')
    .execute()

/** Stands that are given or confirmed: what is free of those there are. */
export async function countHeld(tx: ReadDb, fairId: FairId): Promise<number> {
  const { count } = await tx
    .selectFrom('fair_application')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('fair_id', '=', fairId)
    .where('status', 'in', ['allotted', 'confirmed'])
    .executeTakeFirstOrThrow()
  return count
}

/** The first of those that wait. */
export const selectNextWaiting = (db: ReadDb, fairId: FairId) =>
  db
    .selectFrom('fair_application')
    .select(['id', 'fair_id as fairId', 'producer_id as producerId'])
    .where('fair_id', '=', fairId)
    .where('status', '=', 'waiting')
    .orderBy('waiting_place')
    .orderBy('id')
    .executeTakeFirst()

/** The place before everybody who waits. */
export async function firstWaitingPlace(db: ReadDb, fairId: FairId): Promise<number> {
  const { first } = await db
    .selectFrom('fair_application')
    .select(sql<number | null>`min(waiting_place)`.as('first'))
    .where('fair_id', '=', fairId)
    .executeTakeFirstOrThrow()
  return (first ?? 1) - 1
}

export const insertAppeal = (tx: Tx, applicationId: FairApplicationId, words: string, at: Date) =>
  tx.insertInto('fair_appeal').values({ application_id: applicationId, words, asked_at: at }).execute()

export const answerAppealRow = (
  tx: Tx,
  applicationId: FairApplicationId,
  { answer, isGranted, at, byName }: { answer: string; isGranted: boolean; at: Date; byName: string },
) =>
  tx
    .updateTable('fair_appeal')
    .set({ answer, is_granted: isGranted, answered_at: at, answered_by_name: byName })
    .where('application_id', '=', applicationId)
    .execute()

const appeals = (db: ReadDb) =>
  db
    .selectFrom('fair_appeal as appeal')
    .innerJoin('fair_application as application', 'application.id', 'appeal.application_id')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .select([
      'appeal.application_id as applicationId',
      'producer.name as producerName',
      'appeal.words',
      'appeal.asked_at as askedAt',
      'appeal.answer',
      'appeal.is_granted as isGranted',
      'appeal.answered_at as answeredAt',
    ])

export const selectAppeal = (db: ReadDb, id: FairApplicationId) => appeals(db).where('appeal.application_id', '=', id).executeTakeFirst()
export const selectAppeals = (db: ReadDb, fairId: FairId) =>
  appeals(db).where('application.fair_id', '=', fairId).orderBy('appeal.asked_at').orderBy('appeal.application_id').execute()
