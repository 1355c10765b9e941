import { policyNames } from '@dacsan/modules/disclosure/words'

/** The page of one policy: what stands around the text of the owner, which is in Vietnamese. */
export const vi = {
  all: 'Chủ quản và điều khoản',
  names: { ...policyNames } as Record<keyof typeof policyNames, string>,
  description: 'Điều khoản mua bán của trang này, từng bản và ngày áp dụng.',
  binds: 'Văn bản dưới đây bằng tiếng Việt.',
  none: 'Chưa công bố',
  noneAbout: 'Chủ quản trang chưa công bố phần này.',
  holdsFrom: 'Bản {version}, áp dụng từ {day}.',
  held: 'Bản {version}, bắt đầu áp dụng {day}. Đây không phải bản đang áp dụng.',
  readCurrent: 'Xem bản đang áp dụng',
  coming: 'Bản mới áp dụng từ {day}',
  versions: 'Các bản',
  oneVersion: 'Bản {version}, từ {day}',
  hash: 'Dấu SHA-256 của văn bản',
  /** What the site publishes of the clock that it keeps (Nghị định 248/2026/NĐ-CP, Điều 7). */
  clock: {
    title: 'Thời hạn đang áp dụng',
    acknowledge: 'Người bán xác nhận đã nhận khiếu nại: {hours} giờ',
    answer: 'Người bán trả lời: {hours} giờ',
    resolve: 'Giải quyết xong: {days} ngày, quá hạn tự lên cơ quan',
    late: 'Đơn chưa giao: khiếu nại được sau ngày hẹn; không hẹn ngày thì sau {days} ngày',
    reasons: 'Lý do trả hàng và thời hạn',
    noLimit: '{reason}: không hạn',
    bySeller: '{reason}: theo từng người bán',
    within: '{reason}: {days} ngày sau khi giao',
  },
}

type SameText<T> = { [Key in keyof T]: T[Key] extends string ? string : SameText<T[Key]> }
export type PolicyMessages = SameText<typeof vi>
