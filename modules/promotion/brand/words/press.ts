import type { PressRefusal } from '../acts.ts'
import type { PressTextKind } from '../rules/kit.ts'

export const pressTextWords: Record<PressTextKind, string> = {
  about: 'Giới thiệu',
  marks: 'Dùng biểu trưng và dấu sao thế nào',
  contact: 'Liên hệ',
}

export const pressDeskPage = {
  title: 'Báo chí',
  lead: 'Người phát ngôn, lời giới thiệu, biểu trưng, thông tin báo chí hằng tháng.',
  saved: 'Đã công bố.',
  public: 'Xem trang công khai',
  speaking: 'Người phát ngôn',
  nobody: 'Chưa công bố người phát ngôn.',
  clock: (hours: number, instrument: string) => `Công bố trong ${hours} giờ kể từ khi được giao (${instrument}).`,
  late: 'công bố trễ',
  name: 'Họ tên',
  jobTitle: 'Chức vụ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  paper: 'Số văn bản giao phát ngôn',
  appointedAt: 'Được giao lúc',
  untilOn: 'Đến hết ngày',
  untilHint: 'Để trống nếu không có hạn.',
  publish: 'Công bố người phát ngôn',
  past: 'Đã công bố',
  texts: 'Lời trong bộ tài liệu',
  kind: 'Phần',
  language: 'Thứ tiếng',
  text: 'Lời',
  choose: 'Chọn',
  publishText: 'Công bố lời này',
  none: 'chưa có',
  information: 'Thông tin báo chí hằng tháng',
  month: 'Tháng',
  informationTitle: 'Thông tin',
  words: 'Nội dung',
  inform: 'Ghi vào danh mục',
  downloads: 'Đã tải',
  noDownloads: 'Chưa ai tải.',
  count: (count: number) => `${count} lượt`,
}

const refusalWords = {
  'until-before': 'Ngày hết hạn đã qua.',
  'appointed-in-future': 'Giờ được giao không thể sau bây giờ.',
  'same-text': 'Lời này đang công bố rồi.',
  'month-in-future': 'Tháng này chưa đến.',
} satisfies Record<PressRefusal['code'], string>
export const sayPressRefusal = ({ code }: PressRefusal): string => refusalWords[code]
export const pressRefusalFields: Record<PressRefusal['code'], string> = {
  'until-before': 'untilOn',
  'appointed-in-future': 'appointedAt',
  'same-text': 'text',
  'month-in-future': 'month',
}
export const pressPersonalWords = {
  says: 'Người phát ngôn đã công bố',
  fields: { name: 'Họ tên', title: 'Chức vụ', at: 'Lúc công bố' },
  written: 'Lời, thông tin báo chí đã công bố',
  writtenFields: { title: 'Thông tin', at: 'Lúc' },
} as const
