import type { SuspensionStatus } from '../acts.ts'
import type { SuspensionKind, SuspensionStep } from '../rules.ts'
import type { Tone } from './tones.ts'

export const suspensionTags = {
  announced: { tone: 'warn', words: 'Đã báo trước' },
  received: { tone: 'warn', words: 'Chờ thực hiện' },
  'in-force': { tone: 'bad', words: 'Đang tạm ngừng' },
  ended: { tone: 'neutral', words: 'Đã hết' },
} satisfies Record<SuspensionStatus, { tone: Tone; words: string }>

export const suspensionKindWords = {
  notice: 'Tạm ngừng có báo trước',
  order: 'Tạm ngừng ngay theo yêu cầu của cơ quan',
} satisfies Record<SuspensionKind, string>

export const suspensionStepWords = {
  answered: 'Người bán trả lời',
  'carried-out': 'Đã tạm ngừng',
  withdrawn: 'Rút lại',
  lifted: 'Bỏ tạm ngừng',
} satisfies Record<SuspensionStep, string>

/** What is said of suspensions, to the office and to the seller. */
export const suspensionPage = {
  title: 'Tạm ngừng · Bán hàng',
  heading: 'Tạm ngừng gian hàng',
  lead: 'Lý do, ngày và điều hai bên đã nói. Dữ liệu bán hàng của bạn vẫn tải về được.',
  none: 'Gian hàng của bạn chưa bị tạm ngừng lần nào.',
  noneOfSeller: 'Chưa có lần tạm ngừng nào.',
  download: 'Tải dữ liệu bán hàng',
  from: 'Tạm ngừng từ',
  until: 'Đến',
  reason: 'Lý do',
  authority: 'Cơ quan yêu cầu',
  document: 'Văn bản số',
  openDocument: 'Xem văn bản',
  receivedAt: 'Nhận lúc',
  carryOutBy: 'Phải thực hiện trước',
  overdue: 'Quá giờ phải thực hiện',
  wasLate: 'Thực hiện trễ',
  by: 'Người ghi',
  said: (step: string, at: string, by: string) => `${step}: ${at}, ${by}`,
  liftedBy: (document: string) => `Văn bản số ${document}`,
  answer: 'Trả lời',
  answerWords: 'Bạn muốn nói gì',
  answerButton: 'Gửi trả lời',
  saved: 'Đã ghi.',
  announce: 'Báo trước tạm ngừng',
  announceAbout: (days: number, first: string) =>
    `Người bán được báo ngay và có ${days} ngày: sớm nhất từ ${first}. Đến ngày đó hàng tự rời kệ.`,
  announceReason: 'Lý do',
  startsOn: 'Tạm ngừng từ ngày',
  announceButton: 'Báo người bán',
  receive: 'Yêu cầu của cơ quan: tạm ngừng ngay',
  receiveAbout: (hours: number) => `Ghi văn bản trước, rồi bấm tạm ngừng. Phải thực hiện trong ${hours} giờ kể từ lúc nhận.`,
  receivedAtField: 'Nhận lúc (ngày, giờ)',
  file: 'Ảnh hoặc PDF của văn bản',
  receiveButton: 'Ghi yêu cầu',
  carryOut: 'Tạm ngừng ngay',
  withdraw: 'Rút lại',
  withdrawReason: 'Vì sao rút lại',
  lift: 'Bỏ tạm ngừng',
  liftReason: 'Vì sao cho bán lại',
  liftDocument: 'Theo văn bản số',
  noticeTitle: 'Gian hàng đang bị tạm ngừng',
  noticeAbout: 'Hàng không hiện trên trang. Đơn đã trả tiền vẫn phải giao hoặc hoàn tiền.',
  noticeLink: 'Lý do và trả lời',
}

/** What follows when an order is carried out, a sentence each. */
export const suspensionFollows = {
  hidden: (producer: string) => `Hàng của ${producer} rời mọi trang công khai ngay.`,
  unpaid: (count: number) => `${count} đơn chưa trả tiền bị hủy, người mua được báo.`,
  open: (count: number) => `${count} đơn đã trả tiền vẫn được giao hoặc hoàn tiền; người mua được báo.`,
  told: 'Người bán được báo ngay, kèm lý do và số văn bản.',
}
