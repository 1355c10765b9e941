import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { mannerWords } from './states.ts'

/** What the council's page says: its sessions, and the councils themselves. */
export const councilPage = {
  title: 'Hội đồng',
  lead: 'Mỗi thành viên chấm riêng, không thấy điểm của người khác cho đến khi phiên họp kết thúc.',
  openSession: 'Mở phiên họp',
  sessions: 'Phiên họp',
  columns: {
    heldOn: 'Ngày',
    status: 'Tình trạng',
    dossiers: 'Số hồ sơ',
    round: 'Đợt',
    place: 'Nơi họp',
    council: 'Hội đồng',
    seat: 'Vai trò của bạn',
  },
  anyStatus: 'Mọi tình trạng',
  from: 'Họp từ ngày',
  to: 'Họp đến ngày',
  noSessions: 'Không có phiên họp nào đang mở',
  noSessionsForOffice: 'Mở phiên họp khi có hồ sơ đã thẩm định xong.',
  noSessionsForMember: 'Khi có phiên họp, bạn sẽ thấy ở đây.',
  councils: 'Các Hội đồng',
  recordCouncil: 'Ghi Hội đồng mới',
  decision: (number: string) => ` · ${number}`,
  members: (count: number) => `· ${count} người`,
  member: ({ name, agency }: { name: string; agency: string }, seat: string) => `${name}, ${agency}: ${seat}`,
  noCouncils: 'Chưa ghi Hội đồng nào.',
} as const

/** What the page says that records a council. */
export const foundCouncilPage = {
  title: 'Ghi Hội đồng',
  heading: 'Ghi Hội đồng mới',
  lead: 'Ghi đúng theo quyết định thành lập của Chủ tịch Ủy ban nhân dân tỉnh.',
  name: 'Tên Hội đồng',
  usualName: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
  decisionNumber: 'Số quyết định thành lập',
  decisionDate: 'Ngày quyết định',
  members: 'Thành phần',
  membersHint: 'Một Chủ tịch, ít nhất một Thư ký. Thư ký không chấm điểm và không tính vào túc số.',
  composition: (framework: string) => `Khung quốc gia: ${framework}. Số thành viên do quyết định của tỉnh.`,
  seat: 'Vai trò',
  noSeat: 'Không tham gia',
  agency: 'Cơ quan, chức vụ',
  nobody: 'Chưa có tài khoản nào có quyền tham gia Hội đồng',
  nobodyHint: 'Người quản trị cấp quyền ở mục Quản trị.',
  submit: 'Ghi Hội đồng',
} as const

/** What the page says that opens a session. */
export const openSessionPage = {
  title: 'Mở phiên họp',
  heading: 'Mở phiên họp Hội đồng',
  otherRound: 'Đợt khác:',
  noRound: 'Chưa có đợt nào đang mở',
  openRound: 'Mở đợt đánh giá',
  noCouncil: 'Chưa ghi Hội đồng nào',
  recordCouncil: 'Ghi Hội đồng',
  noneReady: 'Chưa có hồ sơ nào sẵn sàng',
  noneReadyHint: (unready: number) => `Hồ sơ ra Hội đồng khi đã có báo cáo của Tổ tư vấn. Còn ${unready} hồ sơ đang thẩm định.`,
  toAppraisals: 'Xem các hồ sơ đang thẩm định',
  council: 'Hội đồng',
  councilChoice: ({ name, decisionNumber }: { name: string; decisionNumber: string | null }) =>
    decisionNumber ? `${name} (${decisionNumber})` : name,
  heldOn: 'Ngày họp',
  calledFor: 'Giờ họp',
  calledForHint: 'In vào giấy mời; để trống thì điền tay.',
  place: 'Nơi họp',
  dossiers: 'Hồ sơ, theo thứ tự ra Hội đồng',
  unready: (count: number) => `${count} hồ sơ của đợt chưa có báo cáo nên chưa chọn được.`,
  order: 'Thứ tự',
  rules: 'Quy tắc của phiên họp',
  quorumAndDeviation: (percent: number, points: number) =>
    `Túc số: ít nhất ${percent}% thành viên chấm điểm. Điểm lệch trên ${points} điểm thì thảo luận, chấm lại.`,
  papersLead: (days: number, earliest: PlainDate) =>
    `Thành viên nhận hồ sơ trước họp ít nhất ${days} ngày làm việc: mở phiên hôm nay thì họp từ ${formatDate(earliest)}.`,
  rulesStay: 'Các quy tắc được giữ nguyên cho phiên họp này từ lúc mở, kể cả khi quy chế thay đổi sau đó.',
  submit: 'Mở phiên họp',
  askInWriting: 'Lấy ý kiến bằng văn bản',
  inWriting: 'Thành viên trả lời bằng văn bản, không họp',
  inWritingHint:
    'Mỗi thành viên chấm trên phiếu của mình và cho biết có cần họp không. Chỉ họp về hồ sơ có ý kiến khác nhau hoặc phức tạp.',
  meetInstead: 'Mở phiên họp thay cho lấy ý kiến',
  couldBeWritten: (count: number) => `${count} hồ sơ đánh giá lại có thể lấy ý kiến bằng văn bản`,
  couldBeWrittenHint: 'Hội đồng chỉ họp về hồ sơ đánh giá lại khi ý kiến khác nhau hoặc phức tạp, nên các hồ sơ này chưa được chọn sẵn.',
  noneForWriting: 'Không có hồ sơ đánh giá lại nào chờ lấy ý kiến',
  inWritingPlace: mannerWords.written,
  answerUntil: 'Trả lời đến hết ngày',
  answerUntilHint: 'Thành viên được nhắc trước ngày này. Ý kiến nộp muộn vẫn tính cho đến khi Chủ tịch kết thúc.',
  dossiersInWriting: 'Hồ sơ đánh giá lại',
  quorumInWriting: (percent: number, points: number) =>
    `Cần ý kiến của ít nhất ${percent}% thành viên chấm điểm. Điểm lệch trên ${points} điểm, khác hạng sao, hoặc có người đề nghị họp thì Hội đồng họp.`,
  postponed: ({ heldOn, reason }: { heldOn: PlainDate; reason: string }) => `Để lại từ ngày ${formatDate(heldOn)}: ${reason}`,
  testsIn: (answered: number, asked: number) => `Đã có ${answered}/${asked} kết quả kiểm nghiệm mà Hội đồng chờ`,
  renewalDue: (on: PlainDate) => `Đánh giá lại: hạn ${formatDate(on)}`,
} as const

/** Where a member of councils lives. */
export const ownHomeWords = {
  title: 'Nơi tôi ở',
  lead: 'Để phần mềm tìm sản phẩm của người cùng nhà, cùng họ ở gần. Không trang nào cho người khác xem lời khai này; Thư ký chỉ đọc địa chỉ trong hồ sơ của chủ thể, khi hai bên trùng nhau.',
  address: 'Số nhà, đường hoặc ấp, khóm',
  addressHint: 'Ví dụ: 12 Nguyễn Huệ, khóm 3. Để trống cả hai ô là bỏ lời khai.',
  commune: 'Xã, phường',
  communeHint: 'Theo tên mới, từ ngày 01/7/2025.',
  chooseCommune: 'Chọn xã, phường',
  submit: 'Lưu nơi ở',
  declaredAt: (at: Date) => `Đã khai ngày ${formatDate(dateInVietnam(at))}.`,
  none: 'Chưa khai.',
} as const
