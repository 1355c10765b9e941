import type { CalendarEntry, CalendarHolder, CalendarKind, CalendarStep } from '../rules.ts'

export const calendarKindWords: Record<CalendarKind, string> = {
  round: 'Đợt đánh giá',
  session: 'Hội đồng',
  renewal: 'Đánh giá lại',
  appeal: 'Khiếu nại',
  inspection: 'Hậu kiểm',
}

const stepWords: Record<CalendarStep, string> = {
  'round-commune': 'Ngày cuối xã, phường đề nghị',
  'round-province': 'Ngày cuối tỉnh đánh giá xong',
  'round-to-ministry': 'Ngày cuối tỉnh gửi Bộ hồ sơ 5 sao',
  'round-ministry': 'Ngày cuối Bộ đánh giá xong',
  session: 'Phiên họp Hội đồng',
  opinions: 'Ngày cuối cho ý kiến bằng văn bản',
  'renewal-opens': 'Bắt đầu nhận hồ sơ đánh giá lại',
  'renewal-closes': 'Ngày cuối nộp hồ sơ đánh giá lại',
  'certificate-ends': 'Giấy chứng nhận hết hạn',
  appeal: 'Hạn trả lời khiếu nại',
  inspection: 'Hạn hậu kiểm',
}

const holderWords: Record<CalendarHolder, string> = {
  office: 'cơ quan OCOP tỉnh',
  council: 'Hội đồng',
  producer: 'chủ thể',
  adviser: 'người được giao',
}

/** "Ngày cuối tỉnh đánh giá xong: Đợt 1 năm 2027". */
export const sayEntry = ({ step, about }: Pick<CalendarEntry, 'step' | 'about'>): string => `${stepWords[step]}: ${about}`

/** "Trễ, ở Hội đồng OCOP tỉnh"; nothing where it is not late. */
export const sayLate = ({ late }: Pick<CalendarEntry, 'late'>): string =>
  late === null ? '' : `Trễ, ở ${late.name ?? holderWords[late.holder]}`

export const calendarPage = {
  title: (year: number) => `Lịch năm ${year}`,
  listTitle: 'Lịch năm',
  lead: 'Hạn các đợt, phiên họp, đánh giá lại, khiếu nại, hậu kiểm. Ngày ghi là ngày cuối còn kịp.',
  otherYear: (year: number) => `Năm ${year}`,
  months: 'Tháng',
  month: (month: number, count: number) => `Tháng ${month} (${count})`,
  wholeYear: (count: number) => `Cả năm (${count})`,
  lateCount: (count: number) => `${count} việc đang trễ`,
  file: 'Tải lịch (.ics)',
  fileAbout: 'Mở bằng ứng dụng lịch trên điện thoại hay máy tính.',
  fileName: (year: number) => `Lịch OCOP ${year}`,
  day: 'Ngày',
  what: 'Việc',
  kind: 'Loại',
  commune: 'Xã, phường',
  state: 'Tình trạng',
  lateFilter: 'Trễ hạn',
  lateChoices: { yes: 'Đang trễ', no: 'Không trễ' },
  any: 'Tất cả',
  none: 'Không có ngày nào',
} as const
