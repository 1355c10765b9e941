import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { FairStatus } from './acts.ts'
import type { FairId } from './rules/ids.ts'

export type ListedFair = {
  id: FairId
  name: string
  status: FairStatus
  place: 'inside' | 'outside'
  venue: string
  opensOn: PlainDate
  closesOn: PlainDate
  applyBy: Date
  stands: number
  asked: number
}

export const fairsListed = (db: ReadDb) =>
  sql<ListedFair>`${db
    .selectFrom('fair')
    .select([
      'fair.id',
      'fair.name',
      'fair.status',
      sql`case when fair.is_inside then 'inside' else 'outside' end`.as('place'),
      'fair.venue',
      'fair.opens_on as opensOn',
      'fair.closes_on as closesOn',
      'fair.apply_by as applyBy',
      'fair.stands',
      sql`(select count(*) from fair_application where fair_id = fair.id and status <> 'withdrawn')::int`.as('asked'),
    ])}`
