import { carries, nameActs } from '@dacsan/decisions'
import { dossierStatuses } from '../dossiers/rules.ts'
import type { DossierStatus, DossierId } from '../dossiers/rules.ts'
import type { ActRows, UserId } from '../identity/rules.ts'
import { uploadRefusals } from '../upload-refusals.ts'
import type { AppealId, SessionId } from './rules/ids.ts'
import { preparationActs } from './preparation/acts.ts'

export { preparationActs } from './preparation/acts.ts'

export const roundStatuses = ['open', 'closed'] as const
export type RoundStatus = (typeof roundStatuses)[number]

/** A council session: prepared by the secretary, scored by its members, discussed where they differ, closed by its chair. */
export const sessionStatuses = ['preparing', 'scoring', 'reviewing', 'closed', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** Nothing is done in it any more. */
export const overStatuses = ['closed', 'cancelled'] as const satisfies readonly SessionStatus[]

/** While members write their sheets. */
export const scoringStatuses = ['scoring', 'reviewing'] as const satisfies readonly SessionStatus[]

/** A member's score sheet of one dossier: locked when submitted, opened again only for a reason, and never by its own member. */
export const sheetStatuses = ['draft', 'submitted', 'reopened'] as const
export type SheetStatus = (typeof sheetStatuses)[number]

/** A producer's complaint: handed in, taken up, answered one way or the other, or taken back. */
export const appealStatuses = ['filed', 'accepted', 'granted', 'rejected', 'withdrawn'] as const
export type AppealStatus = (typeof appealStatuses)[number]

/** Somebody waits for an answer. */
export const openAppealStatuses = ['filed', 'accepted'] as const satisfies readonly AppealStatus[]

const province = { 'provincial-officer': 'any' } as const
const adviser = { 'advisory-member': 'assigned', 'provincial-officer': 'assigned' } as const
const chair = { 'council-chair': 'chair-seat' } as const
const secretary = { 'council-secretary': 'secretary-seat' } as const
const scorer = { 'council-member': 'scoring-seat', 'council-chair': 'scoring-seat' } as const

export const roundActs = nameActs('evaluation-round', {
  open: {
    by: province,
    event: 'evaluation-round.opened',
    says: 'Mở đợt đánh giá',
    refusals: ['round-not-in-law', 'round-exists'],
    formerly: { 'appraisal.round-opened': 'Mở đợt đánh giá' },
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: province,
    event: 'evaluation-round.closed',
    final: true,
    says: 'Đóng đợt đánh giá',
    closed: 'round-closed',
    refusals: ['dossiers-unfinished'],
    formerly: { 'appraisal.round-closed': 'Đóng đợt đánh giá' },
  },
} as const satisfies ActRows<RoundStatus>)

/** Who was asked for the report on a dossier. */
export type AdviserAssigned = { dossierId: DossierId; userId: UserId }

/**
 * The report of the advisory group, by the states of its dossier; it stands in the trail of the dossier. The province's check and its returns
 * are acts of dossiers (`receive`, `return-by-province`, `return-to-commune`).
 */
export const advisoryActs = nameActs('dossier', {
  'assign-adviser': {
    from: ['received', 'appraising'],
    by: province,
    event: 'advisory-report.assigned',
    payload: carries<AdviserAssigned>(),
    says: 'Phân công Tổ tư vấn',
    closed: 'dossier-not-in-appraisal',
    refusals: ['report-submitted', 'not-an-adviser', 'adviser-conflict'],
    formerly: { 'appraisal.advisory-assigned': 'Phân công Tổ tư vấn' },
  },
  'save-report': {
    from: ['appraising'],
    by: adviser,
    event: 'advisory-report.saved',
    says: 'Lưu báo cáo Tổ tư vấn',
    closed: 'dossier-not-in-appraisal',
    refusals: ['report-submitted'],
    formerly: { 'appraisal.advisory-report-saved': 'Lưu báo cáo Tổ tư vấn' },
  },
  'submit-report': {
    from: ['appraising'],
    by: adviser,
    event: 'advisory-report.submitted',
    says: 'Nộp báo cáo Tổ tư vấn',
    closed: 'dossier-not-in-appraisal',
    refusals: ['report-submitted', 'report-incomplete', 'pre-score-unfinished', 'visit-missing', 'tests-awaited'],
    formerly: { 'appraisal.advisory-reported': 'Nộp báo cáo Tổ tư vấn' },
  },
  /** What each criterion would get; it counts for nothing. */
  'pre-score': {
    from: ['appraising'],
    by: adviser,
    event: 'advisory-report.pre-scored',
    says: 'Chấm sơ bộ',
    closed: 'dossier-not-in-appraisal',
    refusals: ['report-submitted', 'unknown-option', 'comment-missing'],
  },
} as const satisfies ActRows<DossierStatus>)

export const councilActs = nameActs('council', {
  establish: {
    by: province,
    event: 'council.established',
    says: 'Thành lập Hội đồng',
    refusals: ['chair-count', 'secretary-missing', 'members-missing', 'member-twice', 'role-missing'],
    formerly: { 'appraisal.council-established': 'Thành lập Hội đồng' },
  },
} as const satisfies ActRows)

/** What a member of councils says of themselves, outside any session. */
export const memberActs = nameActs('council-member', {
  'declare-home': {
    by: { 'council-member': 'any', 'council-chair': 'any' },
    event: 'council-member.home-declared',
    says: 'Khai nơi ở của mình',
    refusals: ['home-incomplete'],
  },
} as const satisfies ActRows)

/** The people who are called to the session. */
export type SessionOpened = { sessionId: SessionId; heldOn: string; place: string; userIds: UserId[] }
/** `before`: the day on which it was to be held. */
export type SessionMoved = SessionOpened & { before: string; reason: string }
export type SessionCancelled = { sessionId: SessionId; heldOn: string; reason: string; userIds: UserId[] }
/** The members who are asked to look at their points again. */
export type SheetsReopened = { sessionId: SessionId; dossierId: DossierId; userIds: UserId[] }
/** The results are there. */
export type SessionClosed = { sessionId: SessionId; dossierIds: DossierId[] }

const untilClosed = { from: ['preparing', 'scoring', 'reviewing'], closed: 'session-closed' } as const

/** What is done to a session. No payload and no detail carries a mark, a total or a comment: both are read while the session is blind. */
export const sessionActs = nameActs('council-session', {
  open: {
    by: { ...province, ...secretary },
    event: 'council-session.opened',
    payload: carries<SessionOpened>(),
    says: 'Mở phiên họp',
    refusals: ['round-closed', 'no-dossiers', 'dossiers-not-ready', 'held-before-report', 'answer-day-past'],
    formerly: { 'appraisal.session-opened': 'Mở phiên họp' },
  },
  /** Before it has begun. */
  move: {
    from: ['preparing'],
    by: { ...province, ...secretary },
    event: 'council-session.moved',
    payload: carries<SessionMoved>(),
    says: 'Đổi lịch phiên họp',
    closed: 'wrong-session-status',
    refusals: ['reason-missing', 'nothing-moved', 'held-before-report', 'answer-day-past'],
  },
  cancel: {
    from: ['preparing'],
    to: 'cancelled',
    by: { ...province, ...secretary },
    event: 'council-session.cancelled',
    final: true,
    payload: carries<SessionCancelled>(),
    says: 'Hủy phiên họp',
    closed: 'wrong-session-status',
    refusals: ['reason-missing'],
  },
  'record-attendance': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.attendance-recorded',
    says: 'Ghi thành phần dự họp',
    refusals: ['not-in-writing', 'attendance-early', 'absence-reason-missing'],
    formerly: { 'appraisal.attendance-recorded': 'Ghi thành phần dự họp' },
  },
  'start-scoring': {
    from: ['preparing'],
    to: 'scoring',
    by: { ...secretary, ...chair },
    event: 'council-session.scoring-started',
    says: 'Bắt đầu chấm',
    closed: 'wrong-session-status',
    formerly: { 'appraisal.scoring-started': 'Bắt đầu chấm' },
  },
  'order-dossiers': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.dossiers-ordered',
    says: 'Đổi thứ tự hồ sơ',
  },
  'call-dossier': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.dossier-called',
    says: 'Đưa hồ sơ ra xem xét',
  },
  'note-presentation': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.presentation-noted',
    says: 'Ghi giờ chủ thể trình bày',
    refusals: ['presentation-not-begun'],
  },
  'declare-conflict': {
    ...untilClosed,
    by: scorer,
    event: 'council-session.conflict-declared',
    says: 'Khai xung đột lợi ích',
    refusals: ['reason-missing'],
    formerly: { 'appraisal.conflict-declared': 'Khai xung đột lợi ích' },
  },
  'withdraw-conflict': {
    ...untilClosed,
    by: scorer,
    event: 'council-session.conflict-withdrawn',
    says: 'Rút khai xung đột lợi ích',
    formerly: { 'appraisal.conflict-declaration-withdrawn': 'Rút khai xung đột lợi ích' },
  },
  /** For the member alone: no paper, no other desk and no trail says what it holds. */
  'keep-note': {
    ...untilClosed,
    by: scorer,
    event: 'council-session.note-kept',
    says: 'Lưu ghi chú riêng',
    refusals: ['conflict'],
  },
  'confirm-tie': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.tie-confirmed',
    says: 'Xác nhận thành viên có liên quan',
    refusals: ['reason-missing'],
  },
  'dismiss-tie': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.tie-dismissed',
    says: 'Kết luận thành viên không có liên quan',
    refusals: ['reason-missing'],
  },
  /** The detail of these three names the code of a sample and never its product: the trail is read before the close. */
  'slip-in-repeat': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.repeat-slipped-in',
    says: 'Đưa mẫu thử lại vào phiên họp',
    refusals: ['not-in-writing', 'sensory-criteria-missing', 'repeat-there'],
  },
  'take-out-repeat': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.repeat-taken-out',
    says: 'Bỏ mẫu thử lại khỏi phiên họp',
    refusals: ['repeat-scored'],
  },
  'score-repeat': {
    from: scoringStatuses,
    by: scorer,
    event: 'council-session.repeat-scored',
    says: 'Chấm mẫu theo mã',
    closed: 'wrong-session-status',
    refusals: ['repeat-handed-in', 'criteria-missing', 'unknown-option'],
  },
  'open-discussion': {
    from: scoringStatuses,
    to: 'reviewing',
    by: secretary,
    event: 'council-session.discussion-opened',
    payload: carries<SheetsReopened>(),
    says: 'Mở thảo luận',
    closed: 'wrong-session-status',
    refusals: ['not-in-writing', 'chair-absent', 'quorum-missing', 'dossier-quorum-missing', 'sheets-missing', 'deviation-within-limit'],
    formerly: { 'appraisal.discussion-opened': 'Mở thảo luận' },
  },
  'record-discussion': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.discussion-recorded',
    says: 'Ghi thảo luận',
    refusals: ['not-in-writing'],
    formerly: { 'appraisal.discussion-recorded': 'Ghi thảo luận' },
  },
  'record-finding': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.finding-recorded',
    says: 'Ghi kết luận của Hội đồng',
    refusals: ['not-in-writing', 'reason-missing'],
    formerly: { 'appraisal.finding-recorded': 'Ghi kết luận của Hội đồng' },
  },
  /** The first of two scorings: left for a later session, with the test that the producer is to bring. */
  'await-test': {
    from: scoringStatuses,
    by: { ...secretary, ...chair },
    event: 'council-session.test-awaited',
    says: 'Để lại chờ kết quả kiểm nghiệm',
    closed: 'wrong-session-status',
    refusals: ['not-in-writing', 'off-the-table', 'unknown-criterion', 'day-passed'],
  },
  'record-minutes-note': {
    ...untilClosed,
    by: secretary,
    event: 'council-session.minutes-note-recorded',
    says: 'Ghi ý kiến vào biên bản',
    refusals: ['hours-reversed'],
    formerly: { 'appraisal.minutes-note-recorded': 'Ghi ý kiến vào biên bản' },
  },
  close: {
    from: scoringStatuses,
    to: 'closed',
    by: chair,
    event: 'council-session.closed',
    final: true,
    payload: carries<SessionClosed>(),
    says: 'Kết thúc phiên họp',
    closed: 'wrong-session-status',
    refusals: [
      'chair-absent',
      'quorum-missing',
      'no-scorer',
      'dossier-quorum-missing',
      'ties-undecided',
      'absence-unexplained',
      'sheets-missing',
      'discussion-missing',
      'opinions-awaited',
      'opinions-short',
    ],
    formerly: { 'appraisal.session-closed': 'Kết thúc phiên họp' },
  },
} as const satisfies ActRows<SessionStatus>)

const ownSheet = { from: ['draft', 'reopened'], by: scorer, closed: 'sheet-locked' } as const

/** What is done to one sheet, within the scoring of its session. */
export const sheetActs = nameActs('score-sheet', {
  save: {
    ...ownSheet,
    event: 'score-sheet.saved',
    says: 'Lưu phiếu chấm',
    refusals: ['session-closed', 'session-not-scoring', 'conflict', 'off-the-table', 'version-conflict', 'unknown-option'],
    formerly: { 'appraisal.sheet-saved': 'Lưu phiếu chấm' },
  },
  submit: {
    ...ownSheet,
    to: 'submitted',
    event: 'score-sheet.submitted',
    says: 'Nộp phiếu chấm',
    refusals: [
      'session-closed',
      'session-not-scoring',
      'conflict',
      'off-the-table',
      'version-conflict',
      'criteria-missing',
      'comment-missing',
      'opinion-missing',
      'opinion-reason-missing',
      'change-reason-missing',
      'reason-missing',
    ],
    formerly: { 'appraisal.sheet-submitted': 'Nộp phiếu chấm' },
  },
  reopen: {
    from: ['submitted'],
    to: 'reopened',
    by: secretary,
    event: 'score-sheet.reopened',
    payload: carries<SheetsReopened>(),
    says: 'Mở lại phiếu chấm',
    closed: 'sheet-not-submitted',
    refusals: ['session-closed', 'session-not-scoring', 'reason-missing'],
    formerly: { 'appraisal.sheet-reopened': 'Mở lại phiếu chấm' },
  },
} as const satisfies ActRows<SheetStatus>)

/** What subscribers hear of a complaint. */
export type AppealMoved = { appealId: AppealId; dossierId: DossierId }
const appealed = carries<AppealMoved>()
const answers = ['answer-in-future', 'answer-before-acceptance'] as const

/** A complaint about a result or a refusal, by the general law (Luật Khiếu nại 02/2011/QH13), with dates that are rows of law. */
export const appealActs = nameActs('appeal', {
  file: {
    to: 'filed',
    by: { producer: 'owner' },
    event: 'appeal.filed',
    payload: appealed,
    says: 'Gửi khiếu nại',
    refusals: ['nothing-to-appeal', 'appeal-there', 'appeal-late', ...uploadRefusals],
  },
  withdraw: {
    from: ['filed', 'accepted'],
    to: 'withdrawn',
    by: { producer: 'owner' },
    event: 'appeal.withdrawn',
    payload: appealed,
    says: 'Rút khiếu nại',
    closed: 'appeal-closed',
  },
  accept: {
    from: ['filed'],
    to: 'accepted',
    by: province,
    event: 'appeal.accepted',
    payload: appealed,
    says: 'Thụ lý khiếu nại',
    closed: 'appeal-closed',
  },
  grant: {
    from: ['accepted'],
    to: 'granted',
    by: province,
    event: 'appeal.granted',
    final: true,
    payload: appealed,
    says: 'Chấp nhận khiếu nại',
    closed: 'appeal-closed',
    refusals: [...answers, 'no-open-round', 'another-dossier-open'],
  },
  reject: {
    from: ['accepted'],
    to: 'rejected',
    by: province,
    event: 'appeal.rejected',
    final: true,
    payload: appealed,
    says: 'Không chấp nhận khiếu nại',
    closed: 'appeal-closed',
    refusals: answers,
  },
} as const satisfies ActRows<AppealStatus>)

export const appraisalActTables = [
  { says: 'Đợt đánh giá', statuses: roundStatuses, acts: roundActs },
  { says: 'Báo cáo Tổ tư vấn', statuses: dossierStatuses, acts: advisoryActs },
  { says: 'Hội đồng', statuses: [], acts: councilActs },
  { says: 'Phiên họp', statuses: sessionStatuses, acts: sessionActs },
  { says: 'Phiếu chấm', statuses: sheetStatuses, acts: sheetActs },
  { says: 'Khiếu nại', statuses: appealStatuses, acts: appealActs },
  { says: 'Chuẩn bị trước Hội đồng', statuses: dossierStatuses, acts: preparationActs },
  { says: 'Thành viên Hội đồng', statuses: [], acts: memberActs },
] as const
