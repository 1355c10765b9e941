import type { PlainDate } from '@dacsan/vietnam'
import type { Aisle } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { MatchingSessionId, RelationId } from './rules/ids.ts'

export type FunnelAsked = { year: number | null; sessionId: MatchingSessionId | null; fairId: FairId | null; aisle: Aisle | null }

/** The relations that began in a year, were met at a session or a fair, or are of an aisle. */
export async function selectRelationIds(db: ReadDb, { year, sessionId, fairId, aisle }: FunnelAsked): Promise<RelationId[]> {
  let asked = db
    .selectFrom('buyer_relation as relation')
    .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'relation.enquiry_id')
    .select('relation.id')
  if (year !== null) {
    const [from, to] = [year, year + 1].map((one) => new Date(`${one}-01-01T00:00:00+07:00`))
    asked = asked.where('relation.created_at', '>=', from!).where('relation.created_at', '<', to!)
  }
  if (sessionId !== null) asked = asked.where('relation.session_id', '=', sessionId)
  if (fairId !== null) asked = asked.where('relation.fair_id', '=', fairId)
  if (aisle !== null) asked = asked.where('enquiry.aisle', '=', aisle)
  const rows = await asked.orderBy('relation.id').execute()
  return rows.map(({ id }) => id)
}

export async function countEnquiries(db: ReadDb, { year, fairId, aisle }: FunnelAsked): Promise<number> {
  let asked = db.selectFrom('buyer_enquiry').select((eb) => eb.fn.countAll<number>().as('number'))
  if (year !== null) {
    const [from, to] = [year, year + 1].map((one) => new Date(`${one}-01-01T00:00:00+07:00`))
    asked = asked.where('asked_at', '>=', from!).where('asked_at', '<', to!)
  }
  if (fairId !== null) asked = asked.where('fair_id', '=', fairId)
  if (aisle !== null) asked = asked.where('aisle', '=', aisle)
  return Number((await asked.executeTakeFirstOrThrow()).number)
}

/** Relations that go on, for the clock that asks who stands still. */
export const selectGoing = (db: ReadDb, before: PlainDate) =>
  db
    .selectFrom('buyer_relation')
    .select(['id', 'stage', 'stage_since as stageSince'])
    .where('stage', '<>', 'ended')
    .where('stage_since', '<=', before)
    .orderBy('stage_since')
    .orderBy('id')
    .limit(1000)
    .execute()
