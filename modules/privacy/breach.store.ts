import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { BreachStatus } from './acts.ts'
import type { BreachKind } from './rules/breach.ts'
import type { BreachId } from './rules/ids.ts'

const breaches = (db: ReadDb) =>
  db
    .selectFrom('data_breach')
    .select([
      'id',
      'code',
      'status',
      'detected_at as detectedAt',
      'detected_by as detectedBy',
      'what',
      'kinds',
      'persons',
      'consequences',
      'measures',
      'report_by as reportBy',
      'reported_at as reportedAt',
      'told_at as toldAt',
      'closed_at as closedAt',
      'made_at as madeAt',
      'version',
    ])
export type StoredBreach = Awaited<ReturnType<ReturnType<typeof breaches>['executeTakeFirstOrThrow']>>

/** What is not closed first, by the hour by which it must be reported; then the closed ones, the latest first. */
export function selectBreaches(db: ReadDb): Promise<StoredBreach[]> {
  return breaches(db)
    .orderBy((eb) => eb('status', '=', 'closed'))
    .orderBy('report_by')
    .limit(200)
    .execute()
}

export function selectBreach(db: ReadDb, id: BreachId): Promise<StoredBreach | undefined> {
  return breaches(db).where('id', '=', id).executeTakeFirst()
}

export async function lockBreach(tx: Tx, id: BreachId): Promise<StoredBreach | undefined> {
  const locked = await tx.selectFrom('data_breach').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectBreach(tx, id)
}

export type BreachFacts = {
  detectedBy: string
  what: string
  kinds: readonly BreachKind[]
  persons: number
  consequences: string
  measures: string
}

const factsOf = (facts: BreachFacts) => ({
  detected_by: facts.detectedBy,
  what: facts.what,
  kinds: JSON.stringify(facts.kinds),
  persons: facts.persons,
  consequences: facts.consequences,
  measures: facts.measures,
})

export async function insertBreach(
  tx: Tx,
  breach: BreachFacts & { id: BreachId; code: string; status: BreachStatus; detectedAt: Date; reportBy: Date; by: UserId | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('data_breach')
    .values({
      id: breach.id,
      code: breach.code,
      status: breach.status,
      detected_at: breach.detectedAt,
      report_by: breach.reportBy,
      ...factsOf(breach),
      made_by: breach.by,
      made_at: breach.at,
    })
    .execute()
}

export async function updateBreach(tx: Tx, id: BreachId, facts: BreachFacts): Promise<void> {
  await tx
    .updateTable('data_breach')
    .set((eb) => ({ ...factsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function updateBreachStep(
  tx: Tx,
  id: BreachId,
  step: { status?: BreachStatus; reported_at?: Date; told_at?: Date; closed_at?: Date },
): Promise<void> {
  await tx.updateTable('data_breach').set(step).where('id', '=', id).execute()
}

/** Dossiers of what was closed so long ago. Answers how many. */
export async function deleteBreachesBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('data_breach').where('closed_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}

export async function countUnreported(db: ReadDb): Promise<number> {
  const { count } = await db
    .selectFrom('data_breach')
    .where('reported_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
