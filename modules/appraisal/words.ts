import { formatDate } from '@dacsan/vietnam'
import type { DossierStatus } from '../dossiers/rules.ts'
import { statusWords } from '../dossiers/words.ts'
import type {
  AppraisalRefusal,
  AppraisalStage,
  ComputedConflict,
  DeviationDisclosure,
  Finding,
  MemberSheetState,
  RoundStatus,
  ScoringState,
  Seat,
  SessionStatus,
  SessionWarning,
  SheetStatus,
  StageGroup,
  Unready,
} from './rules.ts'

export * from './words/forms.ts'

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

const sessionOver = 'Phiên họp đã kết thúc. Điểm không thay đổi được nữa.'
const list = (items: readonly string[]) => items.join(', ')

type Sentences = { [Code in AppraisalRefusal['code']]: (refusal: Extract<AppraisalRefusal, { code: Code }>) => string }

const sentences = {
  'round-not-in-law': ({ rounds }) => `Quy định hiện hành chỉ có đợt ${list(rounds.map(String))}. Hãy chọn một trong các đợt đó.`,
  'round-exists': ({ year, number }) => `Đợt ${number} năm ${year} đã được mở. Hãy dùng đợt đã có.`,
  'round-closed': () => 'Đợt đánh giá này đã kết thúc nên không nhận thêm việc.',
  'dossiers-unfinished': ({ dossiers }) => `Chưa kết thúc được đợt vì còn hồ sơ chưa chấm: ${list(dossiers)}.`,
  'not-proposed': () => 'Hồ sơ không còn chờ cơ quan tỉnh kiểm. Hãy tải lại trang để xem hồ sơ đang ở đâu.',
  'items-missing': () => 'Hồ sơ còn thiếu thành phần. Hãy đánh dấu đủ các mục, hoặc trả lại kèm nội dung cần bổ sung.',
  'remark-missing': () => 'Hãy ghi rõ cần bổ sung điều gì trước khi trả hồ sơ.',
  'dossier-not-in-appraisal': () => 'Hồ sơ không ở bước thẩm định nên không ghi được báo cáo.',
  'not-an-adviser': () => 'Người được chọn không thuộc Tổ tư vấn hoặc cơ quan tham mưu cấp tỉnh.',
  'adviser-conflict': ({ reason }) => `Không giao được: người này ${conflictWords[reason]}.`,
  'report-submitted': () => 'Báo cáo của Tổ tư vấn đã nộp nên không sửa được nữa.',
  'report-incomplete': ({ fields }) =>
    `Báo cáo còn thiếu: ${list(fields.map((field) => (field === 'findings' ? 'kết quả thẩm định' : 'hạng sao kiến nghị')))}.`,
  'chair-count': ({ chairs }) =>
    chairs === 0 ? 'Hội đồng chưa có Chủ tịch. Hãy chọn một người.' : 'Hội đồng chỉ có một Chủ tịch. Hãy chọn lại vai trò.',
  'secretary-missing': () => 'Hội đồng chưa có Thư ký. Hãy chọn ít nhất một người.',
  'members-missing': () => 'Hội đồng chưa có ủy viên nào chấm điểm cùng Chủ tịch.',
  'member-twice': ({ name }) => `${name} được chọn hai lần. Mỗi người chỉ giữ một vai trò.`,
  'role-missing': ({ name, seat }) => `Tài khoản của ${name} chưa có quyền làm ${seatWords[seat]}. Người quản trị cần cấp quyền trước.`,
  'no-dossiers': () => 'Hãy chọn ít nhất một hồ sơ để đưa ra Hội đồng.',
  'dossiers-not-ready': ({ dossiers }) =>
    `Chưa đưa ra Hội đồng được: ${list(dossiers.map(({ dossier, why }) => `${dossier} ${unreadyWords[why]}`))}.`,
  'held-before-report': ({ heldOn, dossier, reportedOn }) =>
    `Ngày họp ${formatDate(heldOn)} trước ngày Tổ tư vấn báo cáo hồ sơ ${dossier} (${formatDate(reportedOn)}). Hãy chọn ngày họp từ hôm đó.`,
  'session-closed': () => sessionOver,
  'session-not-scoring': () => 'Phiên họp chưa bắt đầu chấm điểm.',
  'wrong-session-status': ({ status }) =>
    status === 'closed' ? sessionOver : `Phiên họp ${sessionStatusWords[status].toLowerCase()} nên chưa làm được việc này.`,
  conflict: sayConflict,
  'off-the-table': ({ finding }) =>
    finding === 'eliminated' ? 'Hội đồng đã loại hồ sơ này nên không chấm điểm.' : 'Hồ sơ này được để lại cho phiên họp sau.',
  'deviation-within-limit': ({ limit }) =>
    `Điểm các phiếu không lệch quá ${limit} điểm nên không cần mở thảo luận. Nếu một thành viên bấm nhầm, hãy mở lại riêng phiếu đó.`,
  'sheet-locked': () => 'Phiếu đã nộp nên đã khóa. Muốn sửa, hãy nhờ Thư ký mở lại.',
  'version-conflict': () => 'Phiếu này vừa được sửa ở một cửa sổ khác. Nội dung mới chưa được lưu; hãy tải lại trang rồi chấm tiếp.',
  'unknown-option': ({ criterion }) => `Tiêu chí ${criterion} không có phương án vừa chọn.`,
  'criteria-missing': ({ criteria }) => `Còn ${criteria.length} tiêu chí chưa chấm: ${list(criteria)}.`,
  'comment-missing': ({ criteria }) => `Hãy ghi lý do không chấm ở tiêu chí: ${list(criteria)}.`,
  'reason-missing': ({ criteria }) =>
    criteria.length > 0 ? `Điểm đã thay đổi ở tiêu chí ${list(criteria)}. Hãy ghi lý do chấm lại.` : 'Hãy ghi lý do.',
  'sheet-not-submitted': () => 'Phiếu này chưa nộp nên không cần mở lại.',
  'chair-absent': () => 'Chủ tịch Hội đồng chưa được ghi có mặt nên Hội đồng chưa kết luận được.',
  'quorum-missing': ({ present, required, seats }) =>
    `Chưa đủ túc số: có mặt ${present}/${seats} thành viên chấm điểm, cần ít nhất ${required}.`,
  'no-scorer': ({ dossiers }) => `Không còn thành viên nào được chấm: ${list(dossiers)}. Hãy để hồ sơ lại cho một phiên họp khác.`,
  'sheets-missing': ({ missing }) =>
    `Còn phiếu chưa nộp: ${missing.map(({ dossier, members }) => `${dossier} (${list(members)})`).join('; ')}.`,
  'discussion-missing': ({ dossiers, limit }) =>
    `Cần thảo luận và ghi lại nội dung: ${list(
      dossiers.map(
        ({ dossier, disclosure }) => `${dossier} (${disclosure === 'exceeds' ? `điểm lệch quá ${limit} điểm` : disclosureWords.withheld})`,
      ),
    )}.`,
} satisfies Sentences

export function saySessionWarning(warning: SessionWarning): string {
  if (warning.code === 'rest-day') return 'Ngày họp là ngày nghỉ theo lịch. Nếu ghi nhầm, hãy mở lại phiên với ngày khác.'
  return `Phiên được mở ngày ${formatDate(warning.calledOn)}: họp trước ngày ${formatDate(warning.earliest)} thì thành viên nhận hồ sơ chưa đủ sớm.`
}

/** The Vietnamese sentence of a refusal. */
export function sayRefusal(refusal: AppraisalRefusal): string {
  const sentence = sentences[refusal.code] as (refusal: AppraisalRefusal) => string
  return sentence(refusal)
}
