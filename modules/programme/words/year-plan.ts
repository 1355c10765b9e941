import { formatDate } from '@dacsan/vietnam'
import type { YearPlanStatus } from '../acts.ts'
import type { CallReason, Known, ShareKind } from '../rules.ts'

export const yearPlanStatusWords: Record<YearPlanStatus, string> = { draft: 'Đang lập', issued: 'Đã ban hành' }

export const shareWords: Record<ShareKind, string> = {
  three: 'Mới 3 sao',
  four: 'Mới 4 sao',
  five: 'Mới 5 sao',
  renewals: 'Đánh giá lại',
}

/** How an issued plan stands among the targets of the programme. */
export const planTargetWords = (year: number, products: number) => ({
  title: `Có ${products} sản phẩm mới đạt từ 3 sao trong năm ${year}`,
  unit: 'sản phẩm',
})

/** "2 hồ sơ đang làm · 3 giấy hết hạn · 1 chủ thể chưa có sản phẩm": what is not there is not said. */
export const sayKnown = ({ dossiers, ending, idle }: Known): string =>
  [
    dossiers > 0 ? `${dossiers} hồ sơ lần đầu đang làm` : null,
    ending > 0 ? `${ending} giấy hết hạn trong năm` : null,
    idle > 0 ? `${idle} chủ thể chưa có sản phẩm` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')

export const planInputWords = {
  pageTooOld: 'Trang đã cũ. Hãy tải lại trang rồi làm lại.',
  count: 'Ghi một số từ 0 đến 999.',
  commune: 'Chọn xã, phường.',
  number: 'Ghi số văn bản, ví dụ 15/KH-SNNMT.',
  day: 'Chọn ngày.',
} as const

export const yearPlanPage = {
  title: (year: number) => `Kế hoạch OCOP năm ${year}`,
  listTitle: 'Chỉ tiêu của các xã, phường',
  lead: 'Các đợt, chỉ tiêu từng xã, phường và kết quả đếm từ sổ đăng ký.',
  ownLead: 'Chỉ tiêu của xã, phường bạn và kết quả đếm từ sổ đăng ký.',
  other: (year: number) => `Năm ${year}`,
  version: (version: number) => `Lần ${version}`,
  notOpened:
    'Kế hoạch năm này chưa lập. Bấm “Lập kế hoạch” để bắt đầu từ những gì đã biết: hồ sơ lần đầu đang làm, giấy hết hạn trong năm.',
  notIssued: 'Kế hoạch năm này chưa ban hành. Dưới đây là những gì đã biết và đã đạt.',
  open: 'Lập kế hoạch',
  issued: (number: string, on: string, signer: string | null) =>
    `Đã ban hành: ${number}, ngày ${formatDate(on)}${signer ? `, ${signer} ký` : ''}.`,
  former: 'Các lần trước',
  formerLine: (version: number, number: string | null, on: string | null) =>
    `Lần ${version}: ${number ?? ''}, ngày ${on ? formatDate(on) : ''}`,
  revise: 'Điều chỉnh kế hoạch',
  reviseAbout: 'Lập lần sau, bắt đầu từ bản đã ban hành. Bản đã ban hành giữ nguyên và còn đọc được.',
  totals: 'Cả năm',
  newProducts: 'Sản phẩm mới',
  of: (reached: number, wanted: number) => `${reached} / ${wanted}`,
  reachedOf: 'đã đạt / chỉ tiêu',
  rounds: 'Các đợt trong năm',
  round: (number: number) => `Đợt ${number}`,
  roundColumn: 'Đợt',
  communeBefore: 'Xã đề nghị trước',
  provinceBefore: 'Tỉnh xong trước',
  toMinistryBefore: 'Gửi Bộ trước',
  ministryBefore: 'Bộ xong trước',
  commune: 'Xã, phường',
  known: 'Đã biết',
  nothingKnown: 'Chưa có gì',
  reached: (kind: string) => `${kind}: đã đạt`,
  samples: (count: number) => `+${count} mẫu`,
  samplesColumn: 'Dữ liệu mẫu',
  samplesAbout: 'Kết quả chỉ đếm giấy chứng nhận thật; giấy của dữ liệu mẫu ghi riêng.',
  none: 'Chưa có xã nào có chỉ tiêu hay hồ sơ',
  inPlan: 'Trong kế hoạch',
  inPlanChoices: { yes: 'Có chỉ tiêu', no: 'Chưa có chỉ tiêu' },
  any: 'Tất cả',
  share: 'Giao chỉ tiêu',
  shareOf: (commune: string) => `Giao chỉ tiêu: ${commune}`,
  shareAbout: 'Bốn số đều bằng 0 thì xã, phường không có trong kế hoạch.',
  saveShare: 'Lưu chỉ tiêu',
  text: 'Trách nhiệm và kinh phí',
  responsible: 'Người, cơ quan chịu trách nhiệm',
  budget: 'Nguồn kinh phí',
  note: 'Nội dung khác',
  noteHint: 'Mỗi đoạn một ý; in vào phần tổ chức thực hiện.',
  saveText: 'Lưu nội dung',
  saved: 'Đã lưu.',
  issue: 'Ban hành kế hoạch',
  issueAbout: 'Ghi số và ngày của văn bản đã ký. Từ đó các xã, phường thấy chỉ tiêu của mình; muốn đổi thì lập lần sau.',
  number: 'Số văn bản',
  issuedOn: 'Ngày ban hành',
  signer: 'Người ký',
  paper: (format: string) => `Văn bản ${format}`,
} as const

export const callReasonWords: Record<CallReason, string> = {
  commune: 'Xã, phường',
  draft: 'Chủ thể có hồ sơ viết dở',
  ending: 'Chủ thể có giấy sắp phải đánh giá lại',
  'no-product': 'Chủ thể chưa có sản phẩm',
}

export const callPage = {
  title: (round: number, year: number) => `Kêu gọi tham gia đợt ${round} năm ${year}`,
  link: 'Kêu gọi tham gia',
  lead: 'Xem ai sẽ nhận, rồi gửi. Gửi lại chỉ đến người chưa nhận.',
  round: (number: number) => `Đợt ${number}`,
  lastDay: (day: string) => `Xã đề nghị đến hết ngày ${formatDate(day)}.`,
  who: 'Ai sẽ nhận',
  reason: 'Nhóm',
  fresh: 'Sẽ nhận',
  before: 'Đã nhận',
  unreachable: 'Chưa đăng nhập được',
  unreachableAbout: 'Ai chưa đăng nhập được thì xã báo trực tiếp; hệ thống không gửi.',
  nobody: 'Không có ai phù hợp để mời',
  names: (count: number) => `Xem danh sách (${count})`,
  name: 'Tên',
  commune: 'Xã, phường',
  state: 'Tình trạng',
  states: { fresh: 'Sẽ nhận', before: 'Đã nhận', unreachable: 'Chưa đăng nhập được' },
  send: (count: number) => `Gửi cho ${count} nơi nhận`,
  ownDay: 'Hạn nộp về xã',
  ownDayHint: (latest: string) => `Trước ngày ${formatDate(latest)}, hạn xã đề nghị của luật.`,
  sent: 'Đã gửi lời kêu gọi.',
  calls: 'Các lần đã gửi',
  call: (at: string, by: string, count: number, day: string) => `${at}, ${by}: ${count} nơi nhận, hạn ${formatDate(day)}`,
} as const
