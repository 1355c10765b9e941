import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { DossierStatus } from '../../dossiers/rules.ts'
import { statusWords } from '../../dossiers/words.ts'
import type {
  AppraisalStage,
  ConflictOfInterest,
  DeviationDisclosure,
  Finding,
  InterestTie,
  Manner,
  MemberSheetState,
  Opinion,
  ProposedTie,
  RoundStatus,
  ScoringState,
  Seat,
  SessionStatus,
  SheetStatus,
  StageGroup,
  TieDecision,
  Unready,
  WhyMeet,
} from '../rules.ts'

export const roundStatusWords = { open: 'Đang mở', closed: 'Đã kết thúc' } satisfies Record<RoundStatus, string>

export const sessionStatusWords = {
  preparing: 'Đang chuẩn bị',
  scoring: 'Đang chấm',
  reviewing: 'Đang thảo luận',
  closed: 'Đã kết thúc',
  cancelled: 'Đã hủy',
} satisfies Record<SessionStatus, string>

export const mannerWords = { meeting: 'Họp', written: 'Lấy ý kiến bằng văn bản' } satisfies Record<Manner, string>

export const opinionWords = {
  conclude: 'Đồng ý kết luận bằng văn bản',
  meet: 'Đề nghị Hội đồng họp về hồ sơ này',
} satisfies Record<Opinion, string>

/** Why the council meets over a dossier on which it was asked in writing; the reasons of members stand in the order of their letters. */
export function meetingReason(why: readonly WhyMeet[], asked: readonly string[]): string {
  const reasons = [...new Set(asked)].toSorted((a, b) => a.localeCompare(b, 'vi')).join('; ')
  const said = {
    'opinions-differ': 'Ý kiến bằng văn bản khác nhau, Hội đồng họp để kết luận.',
    complex: `Có ý kiến đề nghị họp: ${reasons}`,
  } satisfies Record<WhyMeet, string>
  return why.map((one) => said[one]).join(' ')
}

export const sheetStatusWords = { draft: 'Đang chấm', submitted: 'Đã nộp', reopened: 'Được mở lại' } satisfies Record<SheetStatus, string>

export const seatWords = {
  chair: 'Chủ tịch Hội đồng',
  'vice-chair': 'Phó Chủ tịch Hội đồng',
  member: 'Ủy viên',
  secretary: 'Thư ký',
} satisfies Record<Seat, string>

export const conflictWords = {
  'producer-member': 'là thành viên của chủ thể có sản phẩm này',
  'dossier-proxy': 'đã làm hộ, nộp hộ hồ sơ này cho chủ thể',
  'producer-email': 'dùng cùng địa chỉ thư điện tử với chủ thể',
  'commune-reviewer': 'đã xét hoặc đề nghị hồ sơ này ở cấp xã',
  'scored-first': 'đã chấm hồ sơ này ở Hội đồng có kết quả bị khiếu nại',
  'commune-officer': 'là cán bộ của xã đề nghị hồ sơ này',
  'dossier-adviser': 'viết báo cáo của Tổ tư vấn, chấm sơ bộ hồ sơ này',
  'trade-partner': 'có thể là bên bán, bên mua hoặc liên kết của chủ thể',
  'joint-organisation': 'làm cùng một tổ chức khác với người của chủ thể',
  'same-address': 'ở cùng địa chỉ với chủ thể',
  'family-near': 'cùng họ với người đại diện của chủ thể, ở cùng ấp, khóm hoặc đường',
  'commune-kin': 'cùng họ với người đại diện của chủ thể, ở cùng xã, phường',
} satisfies Record<InterestTie, string>

/** What a proposed tie rests on, for whoever judges it and for the member; where the tie says it all, nothing. */
export function sayBasis({ tie, basis }: { tie: ProposedTie; basis: string }): string {
  return basis === '' ? '' : `${basisWords[tie]}: ${basis}`
}

const basisWords = {
  'commune-officer': 'Căn cứ',
  'producer-email': 'Địa chỉ thư trong hồ sơ đã nộp',
  'dossier-adviser': 'Căn cứ',
  'trade-partner': 'Hồ sơ đã nộp nêu tên ở phần nguyên liệu, nơi bán hoặc liên kết',
  'joint-organisation': 'Cùng làm ở',
  'same-address': 'Cùng địa chỉ',
  'family-near': 'Người đại diện và địa chỉ trong hồ sơ đã nộp',
  'commune-kin': 'Người đại diện trong hồ sơ đã nộp',
} satisfies Record<ProposedTie, string>

/** A conflict as its member reads it: ties that the platform saw by their sentence, declared ones in the member's own words. */
export function sayConflict(conflict: ConflictOfInterest): string {
  if (conflict.origin === 'declared') return `Ông/Bà đã khai có liên quan: ${conflict.reason}`
  if (conflict.origin === 'computed') return `Ông/Bà ${tieOrText(conflict.reason)}.`
  return `Thư ký xác nhận Ông/Bà ${tieOrText(conflict.reason)}. Lý do: ${conflict.because}`
}

const isTie = (reason: string): reason is InterestTie => Object.hasOwn(conflictWords, reason)
const tieOrText = (reason: string) => (isTie(reason) ? conflictWords[reason] : reason)

/** The same as secretary, chair and the minutes have it, beside the name of the member. */
export function noteConflict(conflict: ConflictOfInterest): string {
  if (conflict.origin === 'declared') return `tự khai: ${conflict.reason}`
  if (conflict.origin === 'computed') return tieOrText(conflict.reason)
  return `${tieOrText(conflict.reason)}; Thư ký xác nhận, lý do: ${conflict.because}`
}

/** Why a sheet that was handed in does not count, beside the name of its member. */
export function noteUncounted(uncounted: Uncounted): string {
  if (uncounted.why === 'conflict') return `có liên quan (${noteConflict(uncounted)})`
  return uncounted.reason ? `không được ghi có mặt, lý do: ${uncounted.reason}` : 'chưa được ghi có mặt'
}

type Uncounted = ({ why: 'conflict' } & ConflictOfInterest) | { why: 'absent'; reason: string | null }

/** What the platform saw of a member, and what the secretary made of it. */
export function noteTie({ tie, decision, reason, decidedBy }: JudgedTie): string {
  if (decision === null) return conflictWords[tie]
  const judged = decision === 'confirmed' ? 'đã xác nhận có liên quan' : 'kết luận không có liên quan'
  return `${conflictWords[tie]}: ${decidedBy ?? 'Thư ký'} ${judged}, lý do: ${reason}`
}

type JudgedTie = { tie: ProposedTie; decision: TieDecision | null; reason: string; decidedBy: string | null }

export const findingWords = { eliminated: 'Bị loại', postponed: 'Để lại phiên sau', withdrawn: 'Chủ thể đã rút hồ sơ' } satisfies Record<
  Finding,
  string
>

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

/** Why a dossier was left for a later session, where a test is waited for. */
export const awaitsTests = (indicators: readonly string[]): string => `Chờ kết quả kiểm nghiệm: ${indicators.join('; ')}`

/** Why the sheet of a first scoring is open again. */
export const secondScoringReason = (heldOn: PlainDate): string =>
  `Hội đồng đã chấm lần đầu ngày ${formatDate(heldOn)} và để lại chờ kết quả kiểm nghiệm`

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

/** Each step by itself, in their order. */
export const stageWords = {
  'to-check': stageGroupWords['to-check'],
  'to-assign': stageGroupWords['to-assign'],
  'to-report': stageGroupWords['to-report'],
  reported: stageGroupWords.reported,
  'in-session': 'Trước Hội đồng',
  supplementing: stageGroupWords.supplementing,
} satisfies Record<AppraisalStage, string>

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
    'in-session': stageWords['in-session'],
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
  'not-renewal': 'không phải hồ sơ đánh giá lại nên phải họp',
  'asked-in-writing': 'đã lấy ý kiến bằng văn bản một lần nên phải họp',
} satisfies Record<Unready['why'], string>

export const sayPoints = (points: number): string => `${points} điểm`
export const sayStars = (stars: number): string => `${stars} sao`
