import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { FairApplicationId, FairId, FairStandId } from './rules/ids.ts'
import type { PlannedStand } from './rules/plan.ts'

/** The stands of a fair with whoever holds them. */
export const selectStands = (db: ReadDb, fairId: FairId) =>
  db
    .selectFrom('fair_stand as stand')
    .leftJoin('fair_application as application', 'application.id', 'stand.application_id')
    .leftJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .where('stand.fair_id', '=', fairId)
    .select([
      'stand.id',
      'stand.zone',
      'stand.number',
      'stand.across',
      'stand.down',
      'stand.wide',
      'stand.deep',
      'stand.application_id as applicationId',
      'producer.name as producerName',
      'producer.slug as producerSlug',
    ])
    .orderBy('stand.zone')
    .orderBy('stand.down')
    .orderBy('stand.across')
    .orderBy('stand.id')
    .execute()

export const selectStand = (db: ReadDb, id: FairStandId) =>
  db
    .selectFrom('fair_stand')
    .select(['id', 'fair_id as fairId', 'number', 'application_id as applicationId'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertStands(tx: Tx, fairId: FairId, stands: readonly (PlannedStand & { id: FairStandId })[]): Promise<void> {
  if (stands.length > 0)
    await tx
      .insertInto('fair_stand')
      .values(stands.map((one) => ({ ...one, fair_id: fairId })))
      .execute()
}

export const moveStand = (tx: Tx, id: FairStandId, { zone, across, down, wide, deep }: PlannedStand) =>
  tx.updateTable('fair_stand').set({ zone, across, down, wide, deep }).where('id', '=', id).execute()

export const removeStand = (tx: Tx, id: FairStandId) => tx.deleteFrom('fair_stand').where('id', '=', id).execute()

export const holdStand = (tx: Tx, id: FairStandId, applicationId: FairApplicationId | null) =>
  tx.updateTable('fair_stand').set({ application_id: applicationId }).where('id', '=', id).execute()

export const leaveStand = (tx: Tx, applicationId: FairApplicationId) =>
  tx.updateTable('fair_stand').set({ application_id: null }).where('application_id', '=', applicationId).execute()

export const takeOverStand = (tx: Tx, { from, to }: { from: FairApplicationId; to: FairApplicationId }) =>
  tx.updateTable('fair_stand').set({ application_id: to }).where('application_id', '=', from).execute()

export async function insertPlanChange(
  tx: Tx,
  change: { fairId: FairId; says: string; afterPrinting: boolean; at: Date; byName: string },
): Promise<void> {
  await sql`insert into fair_plan_change (fair_id, seq, says, after_printing, at, by_name)
    select ${change.fairId}, coalesce(max(seq), 0) + 1, ${change.says}, ${change.afterPrinting}, ${change.at}, ${change.byName}
    from fair_plan_change where fair_id = ${change.fairId}`.execute(tx)
}

export const selectPlanChanges = (db: ReadDb, fairId: FairId) =>
  db
    .selectFrom('fair_plan_change')
    .select(['says', 'after_printing as afterPrinting', 'at', 'by_name as byName'])
    .where('fair_id', '=', fairId)
    .orderBy('seq', 'desc')
    .execute()
