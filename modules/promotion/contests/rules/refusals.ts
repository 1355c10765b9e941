import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { ContestStatus, EntryStatus, SheetStatus, contestActs, contestEntryActs, contestSheetActs } from '../acts.ts'

export type ContestClosed = StatusRefusal<typeof contestActs.open, ContestStatus>
export type EntryClosed = StatusRefusal<typeof contestEntryActs.change, EntryStatus>
export type SheetClosed = StatusRefusal<typeof contestSheetActs.mark, SheetStatus>

export type ContestFormRefusal =
  | { code: 'request-key-reused' }
  | { code: 'criteria-not-whole'; sum: number }
  | { code: 'fair-unknown' }
  | { code: 'name-without-fair'; fair: string }
  | { code: 'hours-turned' }
export type MoveContestRefusal =
  | { code: 'closing-passed' }
  | { code: 'not-later' }
  | { code: 'entries-still-come'; until: Date }
  | { code: 'too-few-jurors'; least: number }
  | { code: 'no-entries' }
export type JurorRefusal =
  | { code: 'account-unknown' }
  | { code: 'juror-named-before' }
  | { code: 'juror-sees-names' }
  | { code: 'juror-entered' }
  | { code: 'sheet-handed-in' }
export type VoteRefusal = { code: 'sheets-missing'; missing: number } | { code: 'vote-of-nothing' }
export type PublishResultRefusal =
  | { code: 'preview-old' }
  | { code: 'sheets-missing'; missing: number }
  | { code: 'too-few-sheets'; least: number }
  | { code: 'tie-open'; numbers: string }
  | { code: 'entry-unscored'; numbers: string }
export type WithdrawPrizeRefusal = { code: 'prize-not-given' } | { code: 'prize-withdrawn-before' }

export type EntryFormRefusal =
  | { code: 'too-many-attempts'; minutes: number }
  | { code: 'entries-closed' }
  | { code: 'too-many-photos'; most: number }
  | { code: 'photo-missing' }
  | { code: 'product-unknown'; line: string }
  | PhotoUploadRefusal
export type EnterRefusal =
  | EntryFormRefusal
  | { code: 'too-many-entries'; most: number }
  | { code: 'phone-wrong' }
  | { code: 'juror-entered' }
export type SetAsideRefusal = { code: 'contest-over' }

export type PointsRefusal =
  | { code: 'not-judging' }
  | { code: 'entry-in-conflict' }
  | { code: 'points-outside'; says: string; most: number }
  | { code: 'sheet-incomplete'; numbers: string }

/** Every refusal of contests: each has its sentence in `words/refusals.ts`; those that strangers meet, in every language of the public pages. */
export type ContestRefusal =
  | ContestClosed
  | EntryClosed
  | SheetClosed
  | ContestFormRefusal
  | MoveContestRefusal
  | JurorRefusal
  | VoteRefusal
  | PublishResultRefusal
  | WithdrawPrizeRefusal
  | EnterRefusal
  | SetAsideRefusal
  | PointsRefusal
