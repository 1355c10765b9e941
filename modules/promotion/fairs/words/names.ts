import type { ApplicationStatus, FairStatus, SaleKnown, VisitMethod } from '../acts.ts'
import type { AllotmentOutcome, Ineligible, Points } from '../rules/allotment.ts'
import type { Gap } from '../rules/gaps.ts'
import type { PlanEdit } from '../rules/plan.ts'

export const fairStatusWords = {
  draft: 'Đang soạn',
  open: 'Đang nhận đăng ký',
  closed: 'Hết hạn đăng ký',
  allotted: 'Đã phân gian',
  running: 'Đang diễn ra',
  ended: 'Đã bế mạc',
  reported: 'Đã báo cáo',
  cancelled: 'Đã hủy',
} as const satisfies Record<FairStatus, string>

export const applicationStatusWords = {
  open: 'Đã đăng ký',
  withdrawn: 'Đã rút',
  allotted: 'Được phân gian, chờ xác nhận',
  waiting: 'Trong danh sách chờ',
  refused: 'Không đủ điều kiện',
  confirmed: 'Đã xác nhận',
  declined: 'Đã từ chối',
  lapsed: 'Quá hạn xác nhận',
  absent: 'Vắng mặt',
} as const satisfies Record<ApplicationStatus, string>

export const outcomeWords = {
  allotted: 'Được phân gian',
  waiting: 'Danh sách chờ',
  refused: 'Không đủ điều kiện',
} as const satisfies Record<AllotmentOutcome, string>

export const reasonWords = {
  incomplete: 'hồ sơ chưa đủ khi hết hạn',
  'no-certificate': 'không có sản phẩm đủ sao còn hạn đến ngày bế mạc',
  'food-safety-ends': 'giấy an toàn thực phẩm hết hạn trước ngày bế mạc',
  'open-recall': 'có sản phẩm đang bị thu hồi',
} as const satisfies Record<Ineligible, string>

export const gapWords = {
  products: 'Chọn ít nhất một sản phẩm.',
  certificate: 'Chưa có sản phẩm nào được chọn còn hạn chứng nhận đến ngày bế mạc.',
  phone: 'Ghi số điện thoại người đứng gian.',
  'food-safety': 'Ghi số giấy an toàn thực phẩm và ngày hết hạn (bản tự công bố, bản cam kết cũng được).',
  'food-safety-ends': 'Giấy an toàn thực phẩm hết hạn trước ngày bế mạc.',
  samples: 'Đánh dấu cam kết gửi hàng mẫu.',
  recall: 'Bỏ chọn sản phẩm đang bị thu hồi.',
} as const satisfies Record<Gap, string>

export const pointWords = {
  stars: 'Sao',
  area: 'Cân bằng địa bàn',
  firstTime: 'Lần đầu',
  absent: 'Đã vắng mặt',
  fit: 'Đúng loại hàng cần',
} as const satisfies Record<keyof Points, string>

export const saleSourceWords = {
  'self-declared': 'chủ thể tự khai',
  recorded: 'ghi từng lần bán',
  measured: 'đã đối chiếu',
} as const satisfies Record<SaleKnown, string>
export const visitMethodWords = { gate: 'đếm ở cổng', camera: 'đếm bằng camera', estimate: 'ước tính' } as const satisfies Record<
  VisitMethod,
  string
>

export const stepWords: Readonly<Record<string, string>> = {
  apply: 'Gửi đăng ký',
  change: 'Sửa đăng ký',
  withdraw: 'Rút đăng ký',
  confirm: 'Xác nhận nhận gian',
  decline: 'Từ chối',
  lapse: 'Quá hạn xác nhận',
  offer: 'Được mời từ danh sách chờ',
  appeal: 'Khiếu nại',
  'grant-appeal': 'Khiếu nại được chấp nhận',
  'reject-appeal': 'Khiếu nại không được chấp nhận',
  'mark-absent': 'Ghi vắng mặt',
  substitute: 'Vào thay gian vắng',
  'declare-sales': 'Ghi doanh số',
  'record-cost': 'Ghi chứng từ tiền gian',
  'record-result': 'Ghi kết quả sau hội chợ',
}

/** What a change of the plan did, as everybody reads it. */
export function sayPlanEdit({ added, moved, removed }: PlanEdit): string {
  return [
    moved.length > 0 && `dời gian ${moved.map(({ to }) => to.number).join(', ')}`,
    added.length > 0 && `thêm gian ${added.map(({ number }) => number).join(', ')}`,
    removed.length > 0 && `bỏ gian ${removed.map(({ number }) => number).join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ')
    .slice(0, 2000)
}

export const placeWords = { inside: 'Trong tỉnh', outside: 'Ngoài tỉnh' } as const
