import type { ReadDb, Tx } from '../../context.ts'
import type { DossierStatus, RoundId } from '../../dossiers/rules.ts'
import type { RoundStatus } from '../rules.ts'

const rounds = (db: ReadDb) =>
  db
    .selectFrom('evaluation_round')
    .select(['id', 'year', 'number', 'name', 'commune_deadline as communeDeadline', 'province_deadline as provinceDeadline', 'status'])

export type Round = {
  id: RoundId
  year: number
  number: number
  name: string
  /** The first day on which a commune's proposal is too late for the round. */
  communeDeadline: string
  /** The first day on which the province's result is too late. */
  provinceDeadline: string
  status: RoundStatus
}

export async function selectRounds(db: ReadDb): Promise<Round[]> {
  return rounds(db).orderBy('year', 'desc').orderBy('number', 'desc').execute()
}

export async function selectRound(db: ReadDb, id: RoundId): Promise<Round | undefined> {
  return rounds(db).where('id', '=', id).executeTakeFirst()
}

export async function lockRound(tx: Tx, id: RoundId): Promise<Round | undefined> {
  return rounds(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Says whether the round is new: two officers may open it at the same moment. */
export async function insertRound(tx: Tx, round: Omit<Round, 'status'>, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('evaluation_round')
    .values({
      id: round.id,
      year: round.year,
      number: round.number,
      name: round.name,
      commune_deadline: round.communeDeadline,
      province_deadline: round.provinceDeadline,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['year', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateRoundStatus(tx: Tx, id: RoundId, status: RoundStatus): Promise<void> {
  await tx.updateTable('evaluation_round').set({ status }).where('id', '=', id).execute()
}

/** How many dossiers of each round stand where. */
export async function countByStatus(db: ReadDb): Promise<{ roundId: RoundId; status: DossierStatus; count: number }[]> {
  const rows = await db
    .selectFrom('dossier_card')
    .select((eb) => ['round_id', 'status', eb.fn.countAll<number>().as('count')])
    .where('round_id', 'is not', null)
    .groupBy(['round_id', 'status'])
    .execute()
  return rows.flatMap((row) => (row.round_id === null ? [] : [{ roundId: row.round_id, status: row.status, count: row.count }]))
}

const unscored: readonly DossierStatus[] = ['proposed', 'province-returned', 'received', 'appraising']

/** The codes of the dossiers of a round that the council has still to score. */
export async function selectUnscored(db: ReadDb, roundId: RoundId): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_card')
    .select(['id', 'code'])
    .where('round_id', '=', roundId)
    .where('status', 'in', unscored)
    .orderBy('code')
    .execute()
  return rows.map(({ id, code }) => code ?? id)
}

export async function selectFirstOpening(db: ReadDb): Promise<Date | null> {
  const row = await db.selectFrom('evaluation_round').select('created_at').orderBy('created_at').limit(1).executeTakeFirst()
  return row?.created_at ?? null
}
