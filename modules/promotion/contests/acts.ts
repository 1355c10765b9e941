import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows, Ties, UserId } from '../../identity/rules.ts'
import { photoUploadRefusals } from '../../upload-refusals.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './rules/ids.ts'

export const contestStatuses = ['draft', 'open', 'judging', 'published', 'cancelled'] as const
export type ContestStatus = (typeof contestStatuses)[number]
export const entryStatuses = ['entered', 'withdrawn', 'set-aside'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export const sheetStatuses = ['named', 'handed-in', 'released'] as const
export type SheetStatus = (typeof sheetStatuses)[number]

export type ContestMoved = { contestId: ContestId; name: string }
export type EntryMoved = { contestId: ContestId; entryId: ContestEntryId; number: number }
export type SheetMoved = { contestId: ContestId; jurorId: ContestJurorId }
const contest = carries<ContestMoved>()
const entry = carries<EntryMoved>()
const sheet = carries<SheetMoved>()

const office = { 'trade-department': 'any' } as const
const closed = 'contest-closed'
const live = ['draft', 'open', 'judging'] as const

export const contestActs = nameActs('contest', {
  create: {
    by: office,
    event: 'contest.created',
    payload: contest,
    says: 'Lập cuộc thi',
    refusals: ['request-key-reused', 'criteria-not-whole', 'fair-unknown', 'name-without-fair', 'hours-turned'],
  },
  change: {
    from: ['draft'],
    by: office,
    event: 'contest.changed',
    payload: contest,
    says: 'Sửa cuộc thi',
    closed,
    refusals: ['criteria-not-whole', 'fair-unknown', 'name-without-fair', 'hours-turned'],
  },
  open: {
    from: ['draft'],
    to: 'open',
    by: office,
    event: 'contest.opened',
    payload: contest,
    says: 'Mở nhận bài dự thi',
    closed,
    refusals: ['closing-passed'],
  },
  extend: {
    from: ['open'],
    by: office,
    event: 'contest.extended',
    payload: contest,
    says: 'Gia hạn nhận bài dự thi',
    closed,
    refusals: ['not-later'],
  },
  'name-juror': {
    from: live,
    by: office,
    event: 'contest.juror-named',
    payload: contest,
    says: 'Mời giám khảo',
    closed,
    refusals: ['account-unknown', 'juror-named-before', 'juror-sees-names', 'juror-entered'],
  },
  'release-juror': {
    from: live,
    by: office,
    event: 'contest.juror-released',
    payload: contest,
    says: 'Thôi mời giám khảo',
    closed,
    refusals: ['sheet-handed-in'],
  },
  'begin-judging': {
    from: ['open'],
    to: 'judging',
    by: office,
    event: 'contest.judging-begun',
    payload: contest,
    says: 'Đóng nhận bài, giao ban giám khảo chấm',
    closed,
    refusals: ['entries-still-come', 'too-few-jurors', 'no-entries'],
  },
  'record-vote': {
    from: ['judging'],
    by: office,
    event: 'contest.vote-recorded',
    payload: contest,
    says: 'Ghi biểu quyết của ban giám khảo',
    closed,
    refusals: ['sheets-missing', 'vote-of-nothing'],
  },
  publish: {
    from: ['judging'],
    to: 'published',
    by: office,
    event: 'contest.published',
    payload: contest,
    says: 'Công bố kết quả cuộc thi',
    closed,
    final: true,
    refusals: ['preview-old', 'sheets-missing', 'too-few-sheets', 'tie-open', 'entry-unscored'],
  },
  'withdraw-prize': {
    from: ['published'],
    by: office,
    event: 'contest.prize-withdrawn',
    payload: contest,
    says: 'Thu hồi giải thưởng',
    closed,
    refusals: ['prize-not-given', 'prize-withdrawn-before'],
  },
  cancel: {
    from: live,
    to: 'cancelled',
    by: office,
    event: 'contest.cancelled',
    payload: contest,
    says: 'Hủy cuộc thi',
    closed,
  },
} as const satisfies ActRows<ContestStatus>)
export type ContestAct = keyof typeof contestActs

const holder = { anyone: 'link' } as const
const entryClosed = 'entry-closed'
const formRefusals = ['entries-closed', 'too-many-photos', 'photo-missing', 'product-unknown', ...photoUploadRefusals] as const

export const contestEntryActs = nameActs('contest-entry', {
  enter: {
    by: { anyone: 'any' },
    event: 'contest-entry.made',
    payload: entry,
    says: 'Gửi bài dự thi',
    refusals: ['too-many-attempts', 'too-many-entries', 'phone-wrong', 'juror-entered', ...formRefusals],
  },
  change: {
    from: ['entered'],
    by: holder,
    event: 'contest-entry.changed',
    payload: entry,
    says: 'Sửa bài dự thi',
    closed: entryClosed,
    refusals: ['too-many-attempts', ...formRefusals],
  },
  withdraw: {
    from: ['entered'],
    to: 'withdrawn',
    by: holder,
    event: 'contest-entry.withdrawn',
    payload: entry,
    says: 'Rút bài dự thi',
    closed: entryClosed,
    refusals: ['entries-closed'],
  },
  'set-aside': {
    from: ['entered'],
    to: 'set-aside',
    by: office,
    event: 'contest-entry.set-aside',
    payload: entry,
    says: 'Loại bài dự thi, có lý do',
    closed: entryClosed,
    refusals: ['contest-over'],
  },
} as const satisfies ActRows<EntryStatus>)
export type EntryAct = keyof typeof contestEntryActs

/** A sheet is its juror's own: whoever leads the contest does not see it before judging ends, and never writes in it. */
const juror = { anyone: 'self' } as const
const sheetClosed = 'sheet-closed'

export const contestSheetActs = nameActs('contest-sheet', {
  mark: {
    from: ['named'],
    by: juror,
    event: 'contest-sheet.marked',
    says: 'Chấm điểm bài dự thi',
    closed: sheetClosed,
    refusals: ['not-judging', 'entry-in-conflict', 'points-outside'],
  },
  'declare-conflict': {
    from: ['named'],
    by: juror,
    event: 'contest-sheet.conflict-declared',
    says: 'Giám khảo khai có liên quan đến bài dự thi',
    closed: sheetClosed,
    refusals: ['not-judging'],
  },
  'take-back-conflict': {
    from: ['named'],
    by: juror,
    event: 'contest-sheet.conflict-taken-back',
    says: 'Giám khảo rút lời khai liên quan',
    closed: sheetClosed,
    refusals: ['not-judging'],
  },
  'hand-in': {
    from: ['named'],
    to: 'handed-in',
    by: juror,
    event: 'contest-sheet.handed-in',
    payload: sheet,
    says: 'Nộp phiếu chấm cuộc thi',
    closed: sheetClosed,
    final: true,
    refusals: ['not-judging', 'sheet-incomplete'],
  },
} as const satisfies ActRows<SheetStatus>)
export type SheetAct = keyof typeof contestSheetActs

/** Whoever holds the link of an entry, or made it with this account. */
export const tiesOfEntry = (holdsIt: boolean): Ties => ({ link: holdsIt })
export const tiesOfSheet = ({ userId }: { userId: UserId }): Ties => ({ self: userId })

export const contestActTables = [
  { says: 'Cuộc thi', statuses: contestStatuses, acts: contestActs },
  { says: 'Bài dự thi', statuses: entryStatuses, acts: contestEntryActs },
  { says: 'Phiếu chấm cuộc thi', statuses: sheetStatuses, acts: contestSheetActs },
] as const
