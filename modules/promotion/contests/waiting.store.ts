import { sql } from 'kysely'
import type { UserId } from '../../identity/rules.ts'
import { pileOf } from '../../waiting.store.ts'

/** Sheets that somebody has not handed in. */
export const selectSheetsToHandIn = pileOf<{ userId: UserId }>((db, { userId }) =>
  db
    .selectFrom('contest_juror as juror')
    .innerJoin('contest', 'contest.id', 'juror.contest_id')
    .where('juror.user_id', '=', userId)
    .where('juror.status', '=', 'named')
    .where('contest.status', '=', 'judging')
    .select(['juror.id', 'contest.name as about', 'contest.judging_at as since', 'contest.judge_by as until']),
)

/** Contests of which the hour has passed and which the jury has not been given. */
export const selectToJudge = pileOf<{ now: Date }>((db, { now }) =>
  db
    .selectFrom('contest')
    .where('status', '=', 'open')
    .where('closes_at', '<', now)
    .select(['id', 'name as about', 'closes_at as since', 'judge_by as until']),
)

/** Contests of which every sheet is in. */
export const selectToPublish = pileOf((db) =>
  db
    .selectFrom('contest')
    .where('status', '=', 'judging')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contest_juror as juror')
            .select('juror.id')
            .whereRef('juror.contest_id', '=', 'contest.id')
            .where('juror.status', '=', 'named'),
        ),
      ),
    )
    .select(['id', 'name as about', 'judging_at as since', sql`null::timestamptz`.as('until')]),
)
