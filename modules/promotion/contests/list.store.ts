import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { ContestStatus } from './acts.ts'
import type { ContestId } from './rules/ids.ts'

export type ListedContest = {
  id: ContestId
  name: string
  status: ContestStatus
  opensAt: Date
  closesAt: Date
  judgeBy: Date
  entered: number
  handedIn: number
}

export const contestsListed = (db: ReadDb) =>
  sql<ListedContest>`${db
    .selectFrom('contest')
    .select([
      'contest.id',
      'contest.name',
      'contest.status',
      'contest.opens_at as opensAt',
      'contest.closes_at as closesAt',
      'contest.judge_by as judgeBy',
      sql`(select count(*)::int from contest_entry where contest_id = contest.id and status = 'entered')`.as('entered'),
      sql`(select count(*)::int from contest_juror where contest_id = contest.id and status = 'handed-in')`.as('handedIn'),
    ])}`
