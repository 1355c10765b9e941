/** What the forms of the office ask for where something was left out or cannot be read, by field. */
export const roundFormWords = { year: 'Ghi năm, ví dụ 2026, và chọn đợt.' } as const

export const intakeFormWords = {
  roundId: 'Chọn đợt để nhận hồ sơ vào. Chưa có đợt nào thì mở ở mục Đợt đánh giá.',
  userId: 'Chọn người viết báo cáo.',
} as const

export const reportFormWords = {
  fieldVisitOn: 'Ghi ngày khảo sát theo dạng ngày/tháng/năm.',
  findings: 'Ghi kết quả thẩm định.',
  recommendedStars: 'Chọn hạng sao kiến nghị.',
} as const

const sessionHour = 'Ghi giờ theo dạng giờ:phút, ví dụ 08:30.'

const councilFormWords: Readonly<Record<string, string>> = {
  name: 'Ghi tên Hội đồng, ít nhất năm chữ cái.',
  decisionDate: 'Ghi ngày quyết định theo dạng ngày/tháng/năm.',
  roundId: 'Chọn đợt đánh giá.',
  councilId: 'Chọn Hội đồng.',
  heldOn: 'Ghi ngày họp.',
  place: 'Ghi nơi họp.',
  calledFor: sessionHour,
}

/** What the form of the minutes asks for where an hour cannot be read. */
export const sessionFormWords = { hour: sessionHour, day: 'Hãy chọn ngày họp.', place: 'Hãy ghi nơi họp.' } as const

/** What is wrong with a field of the form of a council or of a session. */
export const sayCouncilField = (field: string): string => councilFormWords[field] ?? 'Xem lại.'

export const sheetFormWords = {
  unreadable: 'Không đọc được phiếu. Hãy tải lại trang.',
  notSaved: 'Phiếu không lưu được. Hãy tải lại trang.',
  offline: 'Mất kết nối. Có mạng trang tự gửi.',
  signedOut: 'Phiên làm việc đã hết. Đăng nhập lại thì điểm được gửi.',
} as const

/** What a criterion lacks, beside its own mark. */
export const sayCriterion = (code: keyof typeof lacking, criterion: string): string => `Tiêu chí ${criterion}: ${lacking[code]}`

const lacking = {
  'criteria-missing': 'chưa chấm',
  'comment-missing': 'ghi lý do không chấm',
  'change-reason-missing': 'ghi lý do đổi điểm',
} as const
