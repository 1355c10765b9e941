import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { ContestEntryId, ContestId } from './rules/ids.ts'
import type { Ranked } from './rules/ranking.ts'

export const selectVotes = (db: ReadDb, contestId: ContestId) =>
  db
    .selectFrom('contest_vote')
    .select(['numbers', 'words', 'at', 'by_name as byName'])
    .where('contest_id', '=', contestId)
    .orderBy('seq')
    .execute()

type NewVote = { contestId: ContestId; numbers: readonly number[]; words: string; at: Date; byName: string }
export const insertVote = (tx: Tx, { contestId, numbers, words, at, byName }: NewVote) =>
  tx
    .insertInto('contest_vote')
    .values({
      contest_id: contestId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from contest_vote where contest_id = ${contestId})`,
      numbers: [...numbers],
      words,
      at,
      by_name: byName,
    })
    .execute()

export const insertResult = (tx: Tx, contestId: ContestId, lines: readonly Ranked[], at: Date) =>
  insertRows(
    tx,
    'contest_result',
    lines.map(({ id, place, points, sheets, prize, byVote }) => ({
      contest_id: contestId,
      entry_id: id as ContestEntryId,
      place,
      points,
      sheets,
      prize,
      by_vote: byVote,
      published_at: at,
    })),
  )

/** The result as it was published, with what was taken back since. */
export const selectResult = (db: ReadDb, contestId: ContestId) =>
  db
    .selectFrom('contest_result as result')
    .leftJoin('contest_prize_withdrawal as gone', (join) =>
      join.onRef('gone.contest_id', '=', 'result.contest_id').onRef('gone.entry_id', '=', 'result.entry_id'),
    )
    .where('result.contest_id', '=', contestId)
    .select([
      'result.entry_id as entryId',
      'result.place',
      'result.points',
      'result.sheets',
      'result.prize',
      'result.by_vote as byVote',
      'gone.words as withdrawnWords',
      'gone.decision_number as withdrawnNumber',
      'gone.at as withdrawnAt',
    ])
    .orderBy('result.place')
    .orderBy('result.entry_id')
    .execute()

type NewWithdrawal = {
  contestId: ContestId
  entryId: ContestEntryId
  words: string
  decisionNumber: string
  at: Date
  byName: string
}
export const insertPrizeWithdrawal = (tx: Tx, given: NewWithdrawal) =>
  tx
    .insertInto('contest_prize_withdrawal')
    .values({
      contest_id: given.contestId,
      entry_id: given.entryId,
      words: given.words,
      decision_number: given.decisionNumber,
      at: given.at,
      by_name: given.byName,
    })
    .execute()
