import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { eraseEntries } from './entry.store.ts'
import { entryStatusWords, sheetStatusWords } from './words/names.ts'
import { contestHoldings as words, erasedEntryWords } from './words/personal-data.ts'

export const contestPersonalData: Readonly<Record<string, Holding>> = {
  // Whoever has a prize stands in a public result; another entry goes when its maker wants it to, once the contest is over.
  'contest-entries': {
    ...words.entries,
    codes: { status: entryStatusWords },
    purpose: 'official-acts',
    columns: [
      'contest_entry.title',
      'contest_entry.about',
      'contest_entry.entrant_name',
      'contest_entry.phone',
      'contest_entry.set_aside_reason',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('contest_entry as entry')
        .innerJoin('contest', 'contest.id', 'entry.contest_id')
        .where('entry.by_id', '=', userId)
        .select([
          'contest.name as contest',
          'entry.number',
          'entry.title',
          'entry.entrant_name as name',
          'entry.status',
          'entry.entered_at as at',
        ])
        .orderBy('entry.entered_at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
    erase: async (tx, subject, at) => {
      if (subject.kind !== 'account') return
      const found = await tx
        .selectFrom('contest_entry as entry')
        .innerJoin('contest', 'contest.id', 'entry.contest_id')
        .leftJoin('contest_result as result', 'result.entry_id', 'entry.id')
        .where('entry.by_id', '=', subject.userId)
        .where('entry.erased_at', 'is', null)
        .where('contest.status', 'in', ['published', 'cancelled'])
        .where('result.prize', 'is', null)
        .select('entry.id')
        .execute()
      await eraseEntries(tx, found.map(({ id }) => id), erasedEntryWords, at) // prettier-ignore
    },
  },
  'contest-sheets': {
    ...words.sheets,
    codes: { status: sheetStatusWords },
    purpose: 'official-acts',
    columns: [
      'contest_juror.name',
      'contest_conflict.words',
      'contest_vote.by_name',
      'contest_vote.words',
      'contest_prize_withdrawal.by_name',
      'contest_prize_withdrawal.words',
      'contest.published_by_name',
      'contest.cancel_reason',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('contest_juror as juror')
        .innerJoin('contest', 'contest.id', 'juror.contest_id')
        .where('juror.user_id', '=', userId)
        .select(['contest.name as contest', 'juror.status', 'juror.named_at as at'])
        .orderBy('juror.named_at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const contestOthers: readonly ColumnName[] = [
  'contest.slug',
  'contest.name',
  'contest.about',
  'contest.rules_text',
  'contest.organiser',
  'contest.letter_number',
  'contest.request_key',
  'contest.created_by_id',
  'contest_criterion.says',
  'contest_prize.says',
  'contest_entry.by_id',
  'contest_entry.request_key',
  'contest_juror.user_id',
  'contest_prize_withdrawal.decision_number',
]
