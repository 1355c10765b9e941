import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { YearPlanStatus } from '../acts.ts'
import type { YearPlanId } from '../rules/ids.ts'
import type { PlannedRound, Share } from '../rules/year-plan.ts'

const plans = (db: ReadDb) =>
  db
    .selectFrom('year_plan')
    .select([
      'id',
      'year',
      'version',
      'status',
      'responsible',
      'budget',
      'note',
      'rounds',
      'number',
      'issued_on as issuedOn',
      'signer',
      'made_at as madeAt',
      'issued_at as issuedAt',
      'edited',
    ])

export type StoredYearPlan = Awaited<ReturnType<ReturnType<typeof plans>['executeTakeFirstOrThrow']>>

/** All versions of a year, the latest first. */
export const selectVersions = (db: ReadDb, year: number): Promise<StoredYearPlan[]> =>
  plans(db).where('year', '=', year).orderBy('version', 'desc').execute()

export const selectYearPlan = (db: ReadDb, id: YearPlanId): Promise<StoredYearPlan | undefined> =>
  plans(db).where('id', '=', id).executeTakeFirst()

export const selectPlanYears = (db: ReadDb) => db.selectFrom('year_plan').select(['year', 'status']).execute()

/** The latest version, held with the year until the end of the transaction. */
export const lockLatest = (tx: Tx, year: number): Promise<StoredYearPlan | undefined> =>
  plans(tx).where('year', '=', year).orderBy('version', 'desc').limit(1).forUpdate().executeTakeFirst()

export type CommuneShare = Share & { communeCode: string; commune: string }

export const selectShares = (db: ReadDb, planId: YearPlanId): Promise<CommuneShare[]> =>
  db
    .selectFrom('year_plan_share as share')
    .innerJoin('commune_card as commune', 'commune.code', 'share.commune_code')
    .select(['share.commune_code as communeCode', 'commune.name as commune', 'three', 'four', 'five', 'renewals'])
    .where('plan_id', '=', planId)
    .orderBy('commune.name', inVietnamese)
    .orderBy('commune.code')
    .execute()

/** False where the version is there already. */
export async function insertYearPlan(
  tx: Tx,
  given: Pick<StoredYearPlan, 'id' | 'year' | 'version' | 'status' | 'responsible' | 'budget' | 'note'> & { at: Date; byId: UserId | null },
): Promise<boolean> {
  const { at, byId, ...plan } = given
  const inserted = await tx
    .insertInto('year_plan')
    .values({ ...plan, made_at: at, made_by_id: byId })
    .onConflict((conflict) => conflict.columns(['year', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateYearPlan(
  tx: Tx,
  id: YearPlanId,
  { edited, ...given }: { responsible: string | null; budget: string | null; note: string | null; edited: number },
): Promise<void> {
  await tx
    .updateTable('year_plan')
    .set({ ...given, edited })
    .where('id', '=', id)
    .execute()
}

export async function updateIssued(
  tx: Tx,
  id: YearPlanId,
  given: {
    status: YearPlanStatus
    number: string
    issuedOn: PlainDate
    signer: string | null
    rounds: readonly PlannedRound[]
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .updateTable('year_plan')
    .set({
      status: given.status,
      number: given.number,
      issued_on: given.issuedOn,
      signer: given.signer,
      rounds: JSON.stringify(given.rounds),
      issued_at: given.at,
      issued_by_id: given.byId,
    })
    .where('id', '=', id)
    .execute()
}

export async function putShares(tx: Tx, planId: YearPlanId, shares: readonly (Share & { communeCode: string })[]): Promise<void> {
  if (shares.length === 0) return
  await tx
    .insertInto('year_plan_share')
    .values(
      shares.map(({ communeCode, three, four, five, renewals }) => ({
        plan_id: planId,
        commune_code: communeCode,
        three,
        four,
        five,
        renewals,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['plan_id', 'commune_code']).doUpdateSet((eb) => ({
        three: eb.ref('excluded.three'),
        four: eb.ref('excluded.four'),
        five: eb.ref('excluded.five'),
        renewals: eb.ref('excluded.renewals'),
      })),
    )
    .execute()
}

export async function deleteShare(tx: Tx, planId: YearPlanId, communeCode: string): Promise<void> {
  await tx.deleteFrom('year_plan_share').where('plan_id', '=', planId).where('commune_code', '=', communeCode).execute()
}
