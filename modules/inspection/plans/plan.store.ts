import type { PlainDate } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { PlanStatus } from '../acts.ts'
import type { InspectionPlanId } from '../rules/ids.ts'
import type { Ground } from '../rules/risk.ts'

const plans = (db: ReadDb) =>
  db
    .selectFrom('inspection_plan')
    .select(['id', 'year', 'status', 'number', 'approved_on as approvedOn', 'signer', 'made_at as madeAt', 'approved_at as approvedAt'])

export type StoredPlan = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>

export const selectPlan = (db: ReadDb, year: number): Promise<StoredPlan | undefined> =>
  plans(db).where('year', '=', year).executeTakeFirst()

/** The plan, held until the end of the transaction. */
export async function lockPlan(tx: Tx, year: number): Promise<StoredPlan | undefined> {
  const locked = await tx.selectFrom('inspection_plan').select('id').where('year', '=', year).forUpdate().executeTakeFirst()
  return locked && selectPlan(tx, year)
}

export const selectPlanYears = (db: ReadDb) => db.selectFrom('inspection_plan').select(['year', 'status']).orderBy('year', 'desc').execute()

export function selectPlanItems(db: ReadDb, planId: InspectionPlanId) {
  return db
    .selectFrom('inspection_plan_item')
    .select(['product_id as productId', 'chosen', 'points', 'grounds'])
    .where('plan_id', '=', planId)
    .execute()
}

/** False where the year has a plan already. */
export async function insertPlan(
  tx: Tx,
  given: { id: InspectionPlanId; year: number; status: PlanStatus; at: Date; byId: UserId | null },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('inspection_plan')
    .values({ id: given.id, year: given.year, status: given.status, made_at: given.at, made_by_id: given.byId })
    .onConflict((conflict) => conflict.column('year').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type PlanItem = { productId: ProductId; chosen: boolean; points: number; grounds: readonly Ground[] }

/** Writes what the plan holds or leaves out, over what stood there before. */
export async function putPlanItems(tx: Tx, planId: InspectionPlanId, items: readonly PlanItem[]): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('inspection_plan_item')
    .values(
      items.map(({ productId, chosen, points, grounds }) => ({
        plan_id: planId,
        product_id: productId,
        chosen,
        points,
        grounds: JSON.stringify(grounds),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['plan_id', 'product_id']).doUpdateSet((eb) => ({
        chosen: eb.ref('excluded.chosen'),
        points: eb.ref('excluded.points'),
        grounds: eb.ref('excluded.grounds'),
      })),
    )
    .execute()
}

export async function updateApproved(
  tx: Tx,
  id: InspectionPlanId,
  given: { status: PlanStatus; number: string; approvedOn: PlainDate; signer: string | null; at: Date; byId: UserId | null },
): Promise<void> {
  await tx
    .updateTable('inspection_plan')
    .set({
      status: given.status,
      number: given.number,
      approved_on: given.approvedOn,
      signer: given.signer,
      approved_at: given.at,
      approved_by_id: given.byId,
    })
    .where('id', '=', id)
    .execute()
}
