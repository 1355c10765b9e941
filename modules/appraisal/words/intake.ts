import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { VisitReason } from '../rules.ts'
import { sayPoints, sayStars } from './states.ts'

/** What the pages that show a dossier to the province say of its papers and of the report on it. */
export const appraisedDossier = {
  communeReview: 'Ý kiến của xã (Mẫu 03)',
  evidence: (count: number) => `Minh chứng (${count})`,
  paperUntil: (expiresOn: PlainDate) => `, hạn ${formatDate(expiresOn)}`,
  withoutFile: '(chưa có tệp)',
  report: 'Báo cáo của Tổ tư vấn',
  findings: 'Kết quả thẩm định',
  extraTests: 'Kiểm nghiệm bổ sung',
  weaknesses: 'Chỗ còn yếu',
  nothing: 'không có',
} as const

/** What the list of appraisals says; by its reader: `queueWords`. */
export const appraisalsPage = {
  title: 'Thẩm định',
  columns: {
    product: 'Sản phẩm',
    producer: 'Chủ thể',
    commune: 'Xã, phường',
    kind: 'Loại',
    stage: 'Đang chờ',
    adviser: 'Người viết báo cáo',
    code: 'Mã hồ sơ',
    submittedAt: 'Nộp lúc',
  },
  inRound: 'Hồ sơ trong đợt',
  anyStage: 'Mọi bước',
  anyKind: 'Mọi loại',
  empty: 'Không có hồ sơ nào đang chờ',
} as const

const visitWords = {
  materials: 'nguyên liệu',
  process: 'cơ sở, thiết bị, cách làm',
  place: 'địa chỉ',
  papers: 'giấy tờ kèm theo',
} satisfies Record<VisitReason, string>

/** What the page of one appraisal says. */
export const appraisalPage = {
  title: (product: string) => `${product} · Thẩm định`,
  supplementing: (requestedOn: string) => `Đang chờ bổ sung, yêu cầu ngày ${requestedOn}`,
  supplemented: ' (đã bổ sung)',
  fetchPaper: (title: string, format: string) => `${title} (${format})`,
  checkSheet: 'Phiếu kiểm',
  officeNote: 'Ghi chú nội bộ (chủ thể và xã không thấy)',
  writer: 'Người viết',
  written: (name: string, submittedOn: string) => `${name}, nộp ${submittedOn}`,
  fieldVisit: 'Khảo sát thực địa',
  recommendation: 'Kiến nghị',
  stars: sayStars,
  visit: 'Nên xem lại cơ sở',
  visitBecause: (reasons: readonly VisitReason[]) =>
    `So với hồ sơ lần trước, đã đổi: ${reasons.map((reason) => visitWords[reason]).join(', ')}. Nếu thay đổi lớn hoặc minh chứng không rõ thì kiểm tra thực tế, và ghi ngày vào báo cáo.`,
  awaitingReport: 'Đang chờ báo cáo',
  assignedTo: (name: string) => `Đã giao cho ${name}.`,
} as const

/** What the form says with which the office checks a dossier and receives or returns it. */
export const intakeForm = {
  title: 'Kiểm hồ sơ',
  remark: 'Cần bổ sung (nếu có)',
  sampleBook: 'Sổ mẫu',
  remarkReaders: 'Điều ghi ở “Cần bổ sung” thì chủ thể và xã đọc được khi trả lại hồ sơ.',
  message: 'Lời nhắn cho chủ thể và xã',
  messageHint: 'Chủ thể và xã đọc được trong hồ sơ.',
  note: 'Ghi chú nội bộ',
  noteHint: 'Chỉ tỉnh, tổ tư vấn và Hội đồng đọc; chủ thể và xã không thấy.',
  complete: 'Đủ: nhận vào đợt',
  round: 'Đợt',
  chooseRound: 'Chọn đợt',
  proposedOn: (day: PlainDate) => `Xã đề nghị ngày ${formatDate(day)}`,
  late: (round: { name: string; communeDeadline: PlainDate }) =>
    `${round.name}: hạn xã đề nghị là trước ${formatDate(round.communeDeadline)}. Vẫn nhận được; cân nhắc để sang đợt sau.`,
  receive: 'Nhận vào đợt',
  returnTo: 'Thiếu: trả lại cho',
  producerHint: 'Bổ sung giấy tờ rồi gửi lại thẳng lên tỉnh',
  commune: 'Ủy ban nhân dân xã',
  communeHint: 'Làm lại phần của xã',
  return: 'Trả lại kèm yêu cầu',
} as const

/** What the form says that refuses a dossier at once. */
export const refuseForm = {
  title: 'Từ chối ngay, không qua bổ sung',
  lead: 'Hồ sơ kết thúc ở đây. Chủ thể và xã được báo kèm lý do, có thể khiếu nại, và sản phẩm làm hồ sơ mới được.',
  ground: 'Căn cứ từ chối',
  reason: 'Đã thấy gì',
  reasonHint: 'Giấy nào, chỗ nào, đối chiếu với đâu.',
  refuse: 'Từ chối hồ sơ',
} as const

/** What the form says that gives the report to an adviser. */
export const adviserForm = {
  assign: 'Giao báo cáo thẩm định',
  assignAgain: 'Giao lại báo cáo thẩm định',
  adviser: 'Người viết báo cáo của Tổ tư vấn',
  adviserHint: 'Người có liên quan đến chủ thể hoặc đã xét hồ sơ ở xã không được giao.',
  chooseAdviser: 'Chọn người',
  adviserChoice: ({ name, agency }: { name: string; agency: string }) => `${name} (${agency})`,
  submit: 'Giao',
} as const

/** What the form of the adviser's report says. */
export const reportForm = {
  readers: 'Văn phòng điều phối và Hội đồng đọc báo cáo này; chủ thể và xã không thấy.',
  saved: (time: string) => `Đã lưu lúc ${time}. Hội đồng chưa thấy báo cáo cho đến khi bạn nộp.`,
  fieldVisitOn: 'Ngày khảo sát thực địa',
  findingsHint: 'Đối chiếu hồ sơ với thực tế: cơ sở, nguyên liệu, sổ sách, nhãn.',
  weaknesses: 'Chỗ còn yếu, tiêu chí cần Hội đồng lưu ý',
  recommendedStars: 'Hạng sao kiến nghị',
  potentialFive: '5 sao (tiềm năng, chuyển Bộ)',
  four: '4 sao',
  three: '3 sao',
  belowThree: 'Chưa đạt 3 sao',
  submit: 'Nộp báo cáo',
  save: 'Lưu, viết tiếp sau',
  final: 'Nộp rồi thì không sửa được; Hội đồng đọc báo cáo khi chấm.',
} as const

/** What stands about the dossier beside its appraisal. */
export const dossierBeside = {
  label: 'Hồ sơ',
  title: (code: string) => `Hồ sơ ${code}`,
  kind: 'Loại đăng ký',
  criteriaSet: 'Bộ tiêu chí',
  criteriaSetOf: (name: string, decision: string) => `${name} (${decision})`,
  commune: 'Xã đề nghị',
  selfScore: 'Chủ thể tự chấm',
  points: sayPoints,
  paperNumber: (number: string) => `, số ${number}`,
  noEvidence: 'Chưa có minh chứng nào.',
} as const
