import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Manner } from '../rules.ts'
import { mannerWords, sheetStatusWords } from './states.ts'

/** What a council is called to: a meeting by its day, or to answer in writing. */
export function sayCouncilSession({ manner, heldOn, answerUntil }: Called): string {
  if (manner === 'meeting' || answerUntil === null) return `Phiên họp ngày ${formatDate(heldOn)}`
  return `${mannerWords.written}, trả lời đến ${formatDate(answerUntil)}`
}

type Called = { manner: Manner; heldOn: PlainDate; answerUntil: PlainDate | null }

/** The same of one that is over, by the day on which the council found something. */
export const sayJudgedOn = ({ manner, heldOn }: Pick<Called, 'manner' | 'heldOn'>): string =>
  `${manner === 'written' ? 'Ý kiến bằng văn bản' : 'Phiên họp'} ngày ${formatDate(heldOn)}`

/** What its minutes are called in the papers that rest on them. */
export const minutesOf: Record<Manner, string> = {
  meeting: 'Biên bản họp Hội đồng đánh giá, phân hạng sản phẩm OCOP',
  written: 'Biên bản tổng hợp ý kiến bằng văn bản của Hội đồng đánh giá, phân hạng sản phẩm OCOP',
}

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** What the page of a session says around what each of its readers sees. */
export const sessionPage = {
  heading: sayCouncilSession,
  lead: ({ manner, councilName, roundName, place }: { manner: Manner; councilName: string; roundName: string; place: string }) =>
    manner === 'written' ? `${councilName}. ${roundName}.` : `${councilName}. ${roundName}, ${place}.`,
  invitation: (format: string) => `Giấy mời (${format})`,
  opinionRequest: (format: string) => `Phiếu lấy ý kiến (${format})`,
  sheets: 'Phiếu chấm được tính',
  sheetOf: (member: string, format: string) => `${member} (${format})`,
  minutesPdf: 'Biên bản (PDF)',
  minutesWord: 'Biên bản (Word)',
  decisions: 'Quyết định',
  notDone: 'Chưa làm được',
  results: 'Kết quả',
  cancelled: 'Phiên họp này đã hủy',
  moved: 'Phiên họp đã đổi lịch',
  change: 'Đổi lịch hoặc hủy phiên họp',
  changeTold: 'Thành viên và chủ thể có hồ sơ được báo kèm lý do.',
  changeToldInWriting: 'Thành viên được báo kèm lý do.',
  heldOn: 'Ngày họp mới',
  calledFor: 'Giờ họp',
  place: 'Nơi họp',
  reason: 'Lý do',
  move: 'Đổi lịch',
  cancel: 'Hủy phiên họp',
  answerUntil: 'Ngày trả lời mới',
  changeAnswers: 'Đổi ngày trả lời hoặc hủy lấy ý kiến',
  moveAnswers: 'Đổi ngày trả lời',
  cancelAnswers: 'Hủy lấy ý kiến',
  cancelledAnswers: 'Lần lấy ý kiến này đã hủy',
  movedAnswers: 'Ngày trả lời đã đổi',
  noneAgreed: 'Không hồ sơ nào kết luận được bằng văn bản.',
  toMeet: 'Cần họp',
  toMeetHint: 'Các hồ sơ này chờ đưa vào một phiên họp. Thành viên chấm lại từ đầu; phiếu bằng văn bản không tính và không ai đọc.',
  noResults: 'Phiên họp kết thúc mà không có hồ sơ nào được kết luận.',
} as const

/** What secretary, chair and office read of the course of a session. */
export const sessionOverviewWords = {
  title: 'Diễn biến phiên họp',
  present: 'thành viên chấm điểm có mặt',
  quorum: ({ reached, chairPresent, required }: { reached: boolean; chairPresent: boolean; required: number }) => {
    if (reached) return 'Đủ túc số'
    return chairPresent ? `Chưa đủ túc số, cần ${required}` : `Cần ${required}, có Chủ tịch Hội đồng`
  },
  submitted: 'phiếu đã nộp',
  submittedNote: 'Của những người có mặt và không có liên quan',
  toDiscuss: 'hồ sơ cần thảo luận',
  toDiscussNote: (limit: number) => `Khi đủ phiếu mà điểm lệch quá ${limit} điểm; không ai thấy lệch bao nhiêu`,
  checkDay: 'Xem lại ngày họp',
  notBegun: 'Chưa bắt đầu chấm điểm',
  notBegunHint: 'Thành viên chỉ mở được phiếu sau khi bắt đầu.',
  start: 'Bắt đầu chấm điểm',
  notClosable: 'Chưa kết thúc được phiên họp',
  closable: 'Đã đủ điều kiện kết thúc phiên họp',
  closeConsequence: 'Khi kết thúc, kết quả được tính và khóa: không ai sửa được điểm nữa.',
  close: 'Kết thúc phiên họp',
  beforeTheChairCloses: 'Còn phải làm trước khi Chủ tịch kết thúc',
  chairMayClose: 'Đã đủ điều kiện; Chủ tịch Hội đồng có thể kết thúc phiên họp',
  dossiers: 'Hồ sơ',
  attendance: 'Thành phần và có mặt',
  seat: (seat: string, { agency, scores }: { agency: string; scores: boolean }) =>
    `${seat}, ${agency}${scores ? '' : ' (không chấm điểm)'}`,
  recordAttendance: 'Ghi người có mặt',
  quorumRule: (percent: number, needsChair: boolean) =>
    `Túc số: ít nhất ${percent}% thành viên chấm điểm${needsChair ? ', trong đó có Chủ tịch Hội đồng' : ''}. Chỉ phiếu của người có mặt được tính.`,
  handedIn: 'Đã nộp phiếu',
  absenceReason: (name: string) => `Vì sao không tính ${name} có mặt`,
  absenceReasonHint: 'Phiếu đã nộp sẽ không được tính. Thành viên, Chủ tịch và biên bản đều ghi lý do này.',
  absenceReasonTooLong: 'Lý do dài quá 500 chữ. Hãy ghi ngắn lại.',
  absent: (reason: string, notedBy: string | null) => `Không ghi có mặt: ${reason}${notedBy ? ` (${notedBy} ghi)` : ''}`,
  uncounted: (count: number) => `${count} phiếu đã nộp không được tính`,
  uncountedSheet: (product: string, name: string, why: string) => `${product}: phiếu của ${name}, ${why}.`,
  minutesNote: 'Ghi thêm cho biên bản',
  minutesNoteLabel: 'Diễn biến chung của phiên họp',
  minutesNoteHint: 'Ghi vào biên bản; chủ thể không thấy trong hồ sơ.',
  beganAt: 'Giờ bắt đầu',
  endedAt: 'Giờ kết thúc',
  inWriting: {
    title: 'Ý kiến của thành viên',
    present: 'thành viên đã trả lời',
    submittedNote: 'Của những người không có liên quan',
    until: 'hạn trả lời',
    untilNote: 'Ý kiến nộp muộn vẫn tính cho đến khi kết thúc',
    notBegun: 'Chưa gửi phiếu lấy ý kiến',
    notBegunHint: 'Thành viên đọc được hồ sơ và trả lời sau khi bắt đầu.',
    start: 'Bắt đầu lấy ý kiến',
    notClosable: 'Chưa kết thúc được việc lấy ý kiến',
    closable: 'Đã đủ điều kiện kết thúc việc lấy ý kiến',
    closeConsequence:
      'Khi kết thúc, hồ sơ có ý kiến thống nhất được tính kết quả và khóa. Hồ sơ có ý kiến khác nhau hoặc phức tạp chờ một phiên họp.',
    close: 'Kết thúc lấy ý kiến',
    chairMayClose: 'Đã đủ điều kiện; Chủ tịch Hội đồng có thể kết thúc',
    people: 'Hội đồng',
    answered: 'Đã trả lời',
    quorumRule: (percent: number, needsChair: boolean) =>
      `Túc số: ý kiến của ít nhất ${percent}% thành viên chấm điểm${needsChair ? ', trong đó có Chủ tịch Hội đồng' : ''}, tính cho từng hồ sơ.`,
  },
  hoursHint: 'Để trống thì biên bản ghi giờ bấm trên nền tảng. Sửa được đến khi phiên họp kết thúc.',
} as const

/** What secretary, chair and office read of one dossier of a session, and do with it. */
export const sessionDossierWords = {
  notSubmitted: (names: readonly string[]) => `Chưa nộp: ${names.join(', ')}`,
  doesNotScore: 'Không chấm:',
  uncounted: (name: string, why: string) => `Phiếu đã nộp của ${name} không được tính: ${why}.`,
  quorum: ({ present, seats, required }: { present: number; seats: number; required: number }) =>
    `Túc số của hồ sơ này, không tính người có liên quan: ${present}/${seats}, cần ít nhất ${required}.`,
  mayBeTied: 'Có thể có liên quan:',
  mayBeTiedHint: 'Phần mềm chỉ so các điều đã khai. Thành viên vẫn chấm cho đến khi Thư ký xác nhận; lý do vào biên bản.',
  judgeTie: 'Lý do của Thư ký',
  judgeTieHint: 'Ví dụ: đã hỏi thành viên; địa chỉ này không phải của thành viên.',
  confirmTie: 'Xác nhận có liên quan',
  dismissTie: 'Không có liên quan',
  judgeAgain: (name: string) => `Xét lại liên quan của ${name}`,
  adviserOnCouncil: (name: string) => `${name} là người viết báo cáo của Tổ tư vấn cho hồ sơ này.`,
  onTable: 'Đang xem xét',
  call: 'Đưa ra xem xét',
  earlier: 'Lên trước',
  later: 'Xuống sau',
  beginsPresenting: 'Chủ thể bắt đầu trình bày',
  endsPresenting: 'Trình bày xong',
  presented: (from: Date, to: Date | null) => `Chủ thể trình bày từ ${clock.format(from)}${to ? ` đến ${clock.format(to)}` : ''}.`,
  openDiscussion: 'Mở thảo luận, trả phiếu để chấm lại',
  openDiscussionHint: 'Mọi phiếu của hồ sơ được trả lại cho người chấm; ai đổi điểm phải ghi lý do. Không ai biết phiếu nào lệch.',
  discussion: (isRecorded: boolean) => `Nội dung thảo luận${isRecorded ? ' (đã ghi)' : ''}`,
  discussed: 'Hội đồng đã thảo luận gì',
  discussedHint: 'Ghi vào biên bản; chủ thể không thấy trong hồ sơ.',
  findingReasonHint: 'Ghi vào biên bản. Khi loại hồ sơ, chủ thể đọc được lý do này.',
  reopen: 'Mở lại một phiếu',
  sheetOf: 'Phiếu của',
  reopenable: (name: string) => `${name} (${sheetStatusWords.submitted.toLowerCase()})`,
  reopenReasonHint: 'Ví dụ: thành viên bấm nhầm và đề nghị mở lại.',
  reopenSheet: 'Mở lại phiếu',
  finding: 'Loại hồ sơ hoặc để lại phiên sau',
  findingInWriting: 'Để lại cho một phiên họp',
  findingLegend: 'Kết luận của Hội đồng',
  noFinding: 'Chấm bình thường',
  eliminate: 'Loại',
  eliminateHint: 'Theo ghi chú loại của bộ tiêu chí: mọi tiêu chí tính 0 điểm',
  postpone: 'Để lại phiên sau',
  postponeHint: 'Chưa kết luận, hồ sơ chờ phiên họp khác',
  recordFinding: 'Ghi kết luận',
  awaitTest: 'Để lại chờ kết quả kiểm nghiệm',
  awaitTestHint:
    'Phiên này giữ nguyên các phiếu. Ở phiên sau, phiếu của mỗi người mở lại với điểm đã chấm, bên cạnh kết quả kiểm nghiệm; đổi điểm nào phải ghi lý do. Chủ thể được báo để nộp kết quả.',
  awaitThis: 'Để lại, yêu cầu kiểm nghiệm',
  awaitAnother: 'Yêu cầu thêm một kiểm nghiệm',
} as const

/** What a member reads of the own sheets of a session. */
export const memberSheetsWords = {
  title: 'Phiếu chấm của tôi',
  submitted: (submitted: number, expected: number) => `Đã nộp ${submitted}/${expected} phiếu`,
  notBegunInWriting: 'Thư ký chưa bắt đầu lấy ý kiến. Ông/Bà có thể đọc trước hồ sơ, và khai nếu có liên quan đến một sản phẩm.',
  inWriting: (until: PlainDate) =>
    `Ông/Bà chấm trên phiếu và cho biết có cần họp không, chậm nhất ngày ${formatDate(until)}. Không ai thấy ý kiến của ai.`,
  onTable: 'Hội đồng đang xem xét',
  notBegun: 'Thư ký chưa bắt đầu phần chấm điểm. Ông/Bà có thể khai trước nếu có liên quan đến một sản phẩm.',
  absent: 'Ông/Bà không được ghi có mặt',
  absence: (reason: string, notedBy: string | null) => `Lý do${notedBy ? ` (${notedBy} ghi)` : ''}: ${reason}`,
  uncounted: 'Phiếu đã nộp không được tính',
  uncountedSheet: (product: string, why: string) => `${product}: ${why}.`,
  objection: 'Nếu chưa đúng, hãy nói với Chủ tịch hoặc Thư ký trước khi phiên họp kết thúc.',
  proposed: (ties: readonly string[]) =>
    `Phần mềm thấy Ông/Bà ${ties.join(', ')}. Ông/Bà vẫn chấm cho đến khi Thư ký kết luận; nếu có liên quan, hãy tự khai.`,
  withdraw: 'Tôi khai nhầm, bỏ khai',
  declare: 'Tôi có liên quan đến sản phẩm này',
  reason: 'Liên quan thế nào',
  reasonHint: 'Ví dụ: người thân, cổ đông, tư vấn hồ sơ. Ông/Bà sẽ không đọc và không chấm hồ sơ này.',
  submitDeclaration: 'Khai có liên quan',
} as const
