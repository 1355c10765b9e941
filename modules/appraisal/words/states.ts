import type { DossierStatus } from '../../dossiers/rules.ts'
import { statusWords } from '../../dossiers/words.ts'
import type {
  AppraisalStage,
  ComputedConflict,
  DeviationDisclosure,
  Finding,
  MemberSheetState,
  RoundStatus,
  ScoringState,
  Seat,
  SessionStatus,
  SheetStatus,
  StageGroup,
  Unready,
} from '../rules.ts'

export const roundStatusWords = { open: 'Đang mở', closed: 'Đã kết thúc' } satisfies Record<RoundStatus, string>

export const sessionStatusWords = {
  preparing: 'Đang chuẩn bị',
  scoring: 'Đang chấm',
  reviewing: 'Đang thảo luận',
  closed: 'Đã kết thúc',
} satisfies Record<SessionStatus, string>

export const sheetStatusWords = { draft: 'Đang chấm', submitted: 'Đã nộp', reopened: 'Được mở lại' } satisfies Record<SheetStatus, string>

export const seatWords = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  member: 'Ủy viên',
  secretary: 'Thư ký',
} satisfies Record<Seat, string>

export const conflictWords = {
  'producer-member': 'là thành viên của chủ thể có sản phẩm này',
  'producer-email': 'dùng cùng địa chỉ thư điện tử với chủ thể',
  'commune-reviewer': 'đã xét hoặc đề nghị hồ sơ này ở cấp xã',
  'commune-officer': 'là cán bộ của xã đề nghị hồ sơ này',
} satisfies Record<ComputedConflict, string>

/** A conflict as its member reads it: computed ones by their sentence, declared ones in the member's own words. */
export function sayConflict({ origin, reason }: { origin: 'computed' | 'declared'; reason: string }): string {
  if (origin === 'declared') return `Ông/Bà đã khai có liên quan: ${reason}`
  return `Ông/Bà ${isComputed(reason) ? conflictWords[reason] : reason}.`
}

const isComputed = (reason: string): reason is ComputedConflict => Object.hasOwn(conflictWords, reason)

/** The same as secretary and chair read it, beside the name of the member. */
export function noteConflict({ origin, reason }: { origin: 'computed' | 'declared'; reason: string }): string {
  if (origin === 'declared') return `tự khai: ${reason}`
  return isComputed(reason) ? conflictWords[reason] : reason
}

export const findingWords = { eliminated: 'Bị loại', postponed: 'Để lại phiên sau' } satisfies Record<Finding, string>

/** What secretary and chair read of the points of a dossier whose sheets are all in. */
export const disclosureWords = {
  within: 'Không lệch quá mức',
  exceeds: 'Lệch quá mức, cần thảo luận',
  withheld: 'không báo mức lệch để giữ kín điểm từng phiếu',
} satisfies Record<DeviationDisclosure, string>

/** What secretary and chair have to know of a disclosure beyond its word. */
export const disclosureNotes: Partial<Record<DeviationDisclosure, string>> = {
  withheld: `Hồ sơ này ${disclosureWords.withheld}; Hội đồng thảo luận và ghi lại nội dung.`,
}

/** Why the sheets of a dossier were given back, as their members read it. */
export const discussionReason = (exceeds: boolean, limit: number): string =>
  exceeds ? `Thảo luận: điểm các phiếu lệch quá ${limit} điểm` : 'Hội đồng thảo luận hồ sơ này'

/** Where a dossier of a running session is, in one line. */
export function sayScoringState({ state, submitted, expected }: { state: ScoringState; submitted: number; expected: number }): string {
  const said = {
    ...findingWords,
    exceeds: disclosureWords.exceeds,
    'discussion-due': 'Cần thảo luận',
    complete: `Đủ ${expected} phiếu`,
    'nobody-present': 'Chưa ghi người có mặt',
    collecting: `${submitted}/${expected} phiếu`,
  } satisfies Record<ScoringState, string>
  return said[state]
}

/** Where a member is with one dossier, in one line. */
export function sayMemberSheet({ state, marked, criteria }: { state: MemberSheetState; marked: number; criteria: number }): string {
  const said = {
    ...findingWords,
    ...sheetStatusWords,
    conflict: 'Không chấm',
    blank: 'Chưa chấm',
    draft: `Đã chấm ${marked}/${criteria}`,
  } satisfies Record<MemberSheetState, string>
  return said[state]
}

/** The groups in which the office works through what is at the province. */
export const stageGroupWords = {
  'to-check': 'Chờ kiểm',
  'to-assign': 'Chờ giao thẩm định',
  'to-report': 'Đang thẩm định',
  reported: 'Đã có báo cáo',
  supplementing: 'Đang chờ chủ thể bổ sung',
} satisfies Record<StageGroup, string>

/** The next thing that somebody has to do with a dossier, not only its status. */
export function sayStage({
  stage,
  status,
  adviserName,
}: {
  stage: AppraisalStage | null
  status: DossierStatus
  adviserName: string | null
}): string {
  const said = {
    'to-check': stageGroupWords['to-check'],
    'to-assign': stageGroupWords['to-assign'],
    'to-report': `Chờ báo cáo: ${adviserName ?? 'chưa giao'}`,
    reported: stageGroupWords.reported,
    'in-session': 'Trước Hội đồng',
    supplementing: statusWords['province-returned'],
  } satisfies Record<AppraisalStage, string>
  return stage === null ? statusWords[status] : said[stage]
}

/** What the list of appraisals is, by what its reader sees of it. */
export const queueWords = {
  all: {
    lead: 'Hồ sơ xã đề nghị đi từ kiểm thành phần đến báo cáo của Tổ tư vấn, rồi ra Hội đồng.',
    empty: 'Khi xã đề nghị, hồ sơ sẽ hiện ở đây.',
  },
  assigned: { lead: 'Những hồ sơ được giao cho bạn viết báo cáo.', empty: 'Khi cơ quan tham mưu giao hồ sơ, hồ sơ sẽ hiện ở đây.' },
} as const

export const unreadyWords = {
  'not-appraising': 'chưa ở bước thẩm định',
  'other-round': 'thuộc đợt khác',
  'report-missing': 'chưa có báo cáo của Tổ tư vấn',
  'on-another-table': 'đang ở một phiên họp khác',
} satisfies Record<Unready['why'], string>

export const sayPoints = (points: number): string => `${points} điểm`
export const sayStars = (stars: number): string => `${stars} sao`
