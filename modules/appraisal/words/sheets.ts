import type { Note } from '@dacsan/scorecard'
import type { NamedSpread } from '../rules.ts'
import { sayPoints, sayStars } from './states.ts'

/** What a score sheet says to its member. */
export const sheetPage = {
  title: (product: string) => `${product} · Phiếu chấm`,
  lead: (producer: string, commune: string, criteriaSet: string) => `${producer}, ${commune}. Bộ tiêu chí: ${criteriaSet}.`,
  incomplete: 'Phiếu chưa đủ để nộp',
  notSubmitted: 'Chưa nộp được phiếu',
  submitted: 'Phiếu đã nộp và đã khóa',
  submittedHint: (when: string | null) => `${when ? `Ông/Bà đã ký nộp lúc ${when}. ` : ''}Muốn sửa, hãy nhờ Thư ký mở lại.`,
  fetchSheet: (format: string) => `Phiếu chấm của tôi (${format})`,
  reopened: 'Phiếu được mở lại',
  reopenedHint: (because: string) =>
    `${because}. Ông/Bà có thể giữ nguyên điểm rồi nộp lại; đổi điểm ở tiêu chí nào, hãy ghi lý do ngay ở tiêu chí đó; giữ nguyên cả phiếu thì ghi lý do ở cuối phiếu.`,
  early: 'Phiên họp chưa bắt đầu chấm điểm. Ông/Bà đọc trước hồ sơ; điểm lưu được sau khi Thư ký bắt đầu.',
  part: ({ code, name }: { code: string; name: string }) => `Phần ${code}. ${name}`,
  most: (points: number) => `(${sayPoints(points)})`,
  generalComment: 'Nhận xét chung về sản phẩm',
  generalCommentHint: 'Vào phụ lục biên bản, không ghi tên; chủ thể không thấy trong hồ sơ.',
  opinion: 'Ý kiến về cách kết luận',
  opinionHint: 'Hội đồng chỉ họp về hồ sơ có ý kiến khác nhau hoặc phức tạp.',
  meetHint: 'Ghi vì sao: thay đổi lớn, minh chứng chưa rõ, cần nghe giải trình',
  opinionReason: 'Vì sao nên họp',
  opinionReasonHint: 'Cần khi đề nghị họp. Hội đồng đọc lý do này, không ghi tên.',
  noOpinion: 'chưa cho ý kiến',
  commentReaders: 'Nhận xét ở từng tiêu chí: chủ thể đọc được sau khi có quyết định, không ghi tên người chấm.',
  keptReason: 'Lý do giữ nguyên điểm',
  changed: (criteria: readonly string[]) =>
    criteria.length > 0 ? `Không cần: đã đổi ở tiêu chí ${criteria.join(', ')}, lý do ghi ở từng tiêu chí.` : 'Cần khi không đổi điểm nào.',
  spread: 'Hội đồng chấm lệch nhau nhiều nhất ở',
  spreadHint: 'Ghi một lần, theo các phiếu nộp lần đầu; không ghi tên ai.',
  spreadOf: ({ criterion, range }: NamedSpread) =>
    range ? `${criterion} (thấp nhất ${range.lowest}, cao nhất ${range.highest} điểm)` : criterion,
  missing: (count: number) => `Còn ${count} tiêu chí chưa chấm:`,
  submit: 'Nộp phiếu',
  submitUnchanged: 'Giữ nguyên điểm và nộp lại',
  saveForLater: 'Lưu, chấm tiếp sau',
  final: 'Nộp rồi phiếu sẽ khóa. Chỉ Thư ký mở lại được.',
  otherSheets: 'Phiếu khác',
  previous: '‹ Sản phẩm trước',
  next: 'Sản phẩm sau ›',
  ofTheMost: '/100 điểm',
  starsBySheet: (stars: number) => `${sayStars(stars)} theo phiếu này`,
  reload: 'Tải lại trang',
  saveAgain: 'Lưu lại',
  readOnly: 'Chỉ đọc',
  left: (count: number) => (count > 0 ? `Còn ${count} tiêu chí` : 'Đã chấm đủ'),
  saving: ' · Đang lưu…',
  savedAt: (time: string) => ` · Đã lưu ${time}`,
  undo: (criterion: string) => `Hoàn tác ${criterion}`,
} as const

const clock = (at: Date) => at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })

/** Marks that stand on the device of a member and not on the sheet yet. */
export const unsentMarks = {
  left: (count: number, at: Date | null) => `Còn ${count} điểm chưa gửi${at ? `, giữ trên máy này lúc ${clock(at)}` : ''}.`,
  unkept: 'Máy hết chỗ để giữ: hãy để trang này mở.',
  savedAt: (at: Date) => `Hệ thống nhận lần cuối lúc ${clock(at)}.`,
  elsewhere: (product: string, count: number) => `Còn ${count} điểm chưa gửi ở phiếu ${product}.`,
  openSheet: 'Mở phiếu để gửi',
  notOnSheet: (count: number) => `${count} điểm gõ trên máy này chưa vào phiếu`,
  changedElsewhere: 'Sau khi Ông/Bà gõ, phiếu đã được sửa ở máy khác. Phiếu đang giữ điểm ở máy kia; Ông/Bà chọn điểm nào dùng.',
  typed: (mark: string, at: Date) => `gõ ${mark} lúc ${clock(at)}`,
  onSheet: (mark: string) => `phiếu ghi ${mark}`,
  blank: 'để trống',
  withComment: (mark: string, comment: string) => `${mark} (${comment})`,
  take: (criterion: string) => `Dùng điểm đã gõ ở ${criterion}`,
  drop: 'Đã đọc, bỏ khỏi máy này',
} as const

/** A sheet that is looked at one criterion at a time. */
export const sheetSteps = {
  view: 'Cách xem phiếu',
  whole: 'Cả phiếu',
  oneByOne: 'Từng tiêu chí',
  progress: (marked: number, all: number) => `Đã chấm ${marked}/${all} tiêu chí`,
  sums: (parts: readonly { code: string; points: number; max: number }[]) =>
    parts.map(({ code, points, max }) => `Phần ${code}: ${points}/${max} điểm`).join(' · '),
  jump: (open: number) => (open > 0 ? `Chọn tiêu chí (còn ${open} chưa chấm)` : 'Chọn tiêu chí'),
  open: ', chưa chấm',
  openMeans: 'Viền nét đứt: chưa chấm.',
  previous: (code: string | null) => `‹ ${code ?? ''}`,
  next: (code: string | null) => `${code ?? ''} ›`,
  toHandIn: 'Đến phần nộp phiếu',
  keys: 'Phím: Alt + Page Down sang tiêu chí sau, Alt + Page Up về tiêu chí trước.',
} as const

/** The figures of the dossier beside the criterion that asks for them. */
export const figureWords = {
  title: 'Số liệu trong hồ sơ',
  papers: (count: number) => `Minh chứng của tiêu chí (${count})`,
  noPapers: 'Chủ thể không gắn giấy tờ nào cho tiêu chí này.',
  inYear: (label: string, year: number | null) => (year === null ? label : `${label} (${year})`),
  earlier: (value: string, year: number | null) => `hồ sơ trước${year === null ? '' : ` (${year})`}: ${value}`,
  share: (part: string, whole: string, percent: number | null) =>
    percent === null ? '' : `${part} trên ${whole.toLocaleLowerCase('vi')}: ${percent}%`,
  growth: (of: string, percent: number | null) =>
    percent === null ? 'Không tính được mức tăng từ số liệu này.' : `${of}: ${percent < 0 ? `giảm ${-percent}` : `tăng ${percent}`}%`,
} as const

/** A member's own note on a dossier. */
export const privateNoteWords = {
  title: 'Ghi chú riêng',
  label: 'Ghi chú của tôi',
  hint: 'Chỉ Ông/Bà đọc được; không vào phiếu chấm và biên bản.',
  kept: (when: string) => `Đã lưu lúc ${when}`,
} as const

/** What stands about the dossier above the criteria of its sheet. */
export const sheetDossier = {
  title: 'Hồ sơ, ý kiến của xã và báo cáo Tổ tư vấn',
  materials: 'Nguyên liệu',
  process: 'Nơi làm, máy móc',
  markets: 'Thị trường',
  fieldVisit: 'Khảo sát',
} as const

/** What one criterion of a sheet says. */
export const sheetCriterion = {
  legend: ({ code, name, max }: { code: string; name: string; max: number }) => `${code}. ${name} (tối đa ${max})`,
  none: 'Không chấm',
  nonePoints: sayPoints(0),
  noneHint: 'Không đạt phương án nào, hoặc ghi chú không cho chấm. Ghi lý do ở nhận xét.',
  points: sayPoints,
  minimumFor: (stars: number) => `Mức tối thiểu của ${sayStars(stars)}`,
  changeReason: 'Lý do đổi điểm',
  changeReasonHint: 'Cần khi điểm khác lần trước. Ghi vào bảng điểm của phiên họp, không ghi tên.',
  before: (points: number) => `Lần trước: ${sayPoints(points)}`,
  comment: (isRequired: boolean) => `Nhận xét ${isRequired ? '(bắt buộc khi không chấm)' : '(không bắt buộc)'}`,
  selfAssessment: 'Chủ thể tự chấm',
  noOption: 'Không chọn phương án nào',
  notSelfAssessed: 'Chủ thể không chấm tiêu chí này.',
} as const

/** What a note of the criteria set is, before its text. */
export const sheetNoteWords = {
  requirement: 'Yêu cầu',
  eliminate: 'Điều kiện loại',
  stop: 'Dừng xét',
  appliesOnlyIf: 'Điều kiện chấm',
  note: 'Ghi chú',
} as const satisfies Record<Note['kind'], string>

/** What stands where a sheet cannot be shown. */
export const noSheetPage = {
  title: 'Phiếu chấm',
  conflict: 'Ông/Bà không chấm sản phẩm này',
  forMembers: 'Phiếu chấm dành cho thành viên Hội đồng',
  notFound: 'Không tìm thấy phiếu chấm',
  hint: 'Địa chỉ có thể đã đổi, hoặc phiên họp không thuộc về bạn.',
  conflictHint: 'Điểm của sản phẩm do các thành viên khác chấm. Nếu thông tin này chưa đúng, hãy nói với Thư ký Hội đồng.',
  back: 'Về danh sách sản phẩm',
} as const
