import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What a proposal of withdrawal lacks. */
export const withdrawalWords = {
  reasonMissing: 'Hãy chọn lý do thu hồi.',
  noteLong: 'Nội dung dài quá 1000 chữ.',
  conclusionNumberMissing: 'Hãy ghi số kết luận.',
  conclusionDayMissing: 'Hãy ghi ngày kết luận.',
  conclusionByMissing: 'Hãy ghi cơ quan kết luận.',
  conclusionLong: 'Số hoặc tên cơ quan dài quá.',
  productMissing: 'Hãy chọn sản phẩm.',
  stopDayMissing: 'Hãy ghi ngày xã xác nhận.',
  stopNoteMissing: 'Hãy ghi xã biết qua đâu, ví dụ đã đến cơ sở ngày nào.',
} as const

/** What a proposal stands on, in one line. */
export const sayGround = (proposal: {
  foundedOn: PlainDate | null
  conclusionNumber: string | null
  conclusionBy: string | null
  communeName: string | null
}): string =>
  proposal.foundedOn === null
    ? `Đang hỏi ${proposal.communeName ?? 'xã'}`
    : proposal.conclusionNumber === null
      ? `Xác nhận của Ủy ban nhân dân ${proposal.communeName ?? 'xã'}, ngày ${formatDate(proposal.foundedOn)}`
      : `Kết luận số ${proposal.conclusionNumber} ngày ${formatDate(proposal.foundedOn)} của ${proposal.conclusionBy}`

export const withdrawalsPage = {
  title: 'Thu hồi giấy chứng nhận',
  lead: (days: number) => `Quyết định trong ${days} ngày từ ngày kết luận hoặc ngày xã xác nhận. Một quyết định có thể thu hồi nhiều giấy.`,
  open: (count: number) => `Chờ quyết định (${count})`,
  asked: (count: number) => `Chờ xã xác nhận (${count})`,
  none: 'Không có giấy nào chờ thu hồi',
  noneAbout: 'Đề nghị thu hồi được lập ở trang của từng giấy chứng nhận.',
  about: (producer: string, stars: number) => `${producer} · ${stars} sao`,
  until: (day: PlainDate) => `Hạn quyết định ${formatDate(day)}`,
  late: (days: number) => `Quá hạn ${days} ngày`,
  draft: 'Dự thảo quyết định cho các giấy đã chọn:',
  enter: 'Nhập quyết định thu hồi đã ký',
  numberHint: 'Phần số là đủ. Giấy 5 sao do Bộ thu hồi: nhập số quyết định của Bộ.',
  confirm: 'Thu hồi giấy chứng nhận',
  drop: 'Thôi đề nghị này',
  dropWhy: 'Vì sao thôi',
  askedOn: (day: PlainDate) => `Hỏi xã ngày ${formatDate(day)}`,
} as const

/** The part of a certificate's page that leads to its withdrawal. */
export const proposalForm = {
  summary: 'Đề nghị thu hồi giấy này',
  how: (authority: string, days: number) =>
    `${authority} quyết định thu hồi, trong ${days} ngày từ khi có kết luận hoặc xác nhận của xã. Giấy vẫn còn hiệu lực đến khi quyết định được nhập.`,
  conclusionNumber: 'Số kết luận',
  conclusionOn: 'Ngày kết luận',
  conclusionBy: 'Cơ quan kết luận',
  note: 'Nội dung cụ thể',
  noteHint: 'In vào quyết định. Bắt buộc khi chọn “Lý do khác”.',
  propose: 'Đề nghị thu hồi',
  askTitle: 'Chưa có kết luận, nghi đã ngừng sản xuất?',
  ask: 'Hỏi xã còn sản xuất không',
  live: 'Giấy này đang được đề nghị thu hồi',
  toAll: 'Mở trang Thu hồi',
} as const

/** The commune's desk: what is made no more. */
export const stopsPage = {
  title: 'Ngừng sản xuất',
  lead: 'Xã xác nhận sản phẩm OCOP nào không còn sản xuất. Tỉnh quyết định thu hồi giấy trong 15 ngày từ ngày xã xác nhận.',
  asked: (count: number) => `Tỉnh hỏi xã (${count})`,
  askedNote: (note: string) => `Tỉnh ghi: ${note}`,
  on: 'Ngày xã xác nhận',
  note: 'Xã biết qua đâu',
  noteHint: 'Ví dụ: đến cơ sở ngày 20/11, nhà xưởng đã đóng cửa, chủ thể xác nhận.',
  confirm: 'Xác nhận đã ngừng sản xuất',
  deny: 'Sản phẩm còn sản xuất',
  report: 'Báo một sản phẩm ngừng sản xuất',
  product: 'Sản phẩm',
  choose: 'Chọn sản phẩm',
  send: 'Gửi xác nhận lên tỉnh',
  confirmed: (count: number) => `Đã xác nhận, chờ tỉnh quyết định (${count})`,
  nothing: 'Không có sản phẩm nào còn giấy chứng nhận ở địa bàn.',
  saved: 'Đã gửi. Cơ quan tham mưu OCOP tỉnh thấy ngay trên bàn làm việc.',
} as const
