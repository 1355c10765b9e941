import type { MessageKind, MessageLanguage } from '../../message.ts'
import type { DeliveryStatus } from '../acts.ts'
import type { Channel } from '../rules/channels.ts'

export const kindNames: Readonly<Record<MessageKind, string>> = {
  security: 'An toàn tài khoản',
  safety: 'An toàn hàng hóa',
  law: 'Theo quy định',
  work: 'Công việc',
  news: 'Tin giới thiệu',
}
export const kindAbout: Readonly<Record<MessageKind, string>> = {
  security: 'Thiết bị lạ, mật khẩu, vai trò được giao hay thôi.',
  safety: 'Lô hàng bị thu hồi.',
  law: 'Hồ sơ được trả lại, kết quả, giấy sắp hết hạn.',
  work: 'Việc mới tới tay, đơn hàng, lịch họp.',
  news: 'Chỉ gửi khi bạn đồng ý.',
}
export const channelNames: Readonly<Record<Channel, string>> = {
  mail: 'Thư điện tử',
  sms: 'Tin nhắn SMS',
  zns: 'Zalo',
  push: 'Thông báo trên thiết bị',
}
export const stateNames: Readonly<Record<DeliveryStatus, string>> = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  taken: 'Đã giao',
  refused: 'Địa chỉ bị từ chối',
  unknown: 'Không rõ đã tới chưa',
  'given-up': 'Thôi gửi sau nhiều lần thử',
  off: 'Kênh đang tắt',
  dropped: 'Không gửi',
}
export const stateTones: Readonly<Record<DeliveryStatus, 'good' | 'warn' | 'bad' | 'neutral'>> = {
  waiting: 'neutral',
  sending: 'neutral',
  taken: 'good',
  refused: 'bad',
  unknown: 'warn',
  'given-up': 'bad',
  off: 'warn',
  dropped: 'neutral',
}
export const languageNames: Readonly<Record<MessageLanguage, string>> = { vi: 'Tiếng Việt', en: 'English', km: 'ភាសាខ្មែរ' }

const reasons: Readonly<Record<string, string>> = {
  'address-unknown': 'chưa có địa chỉ cho kênh này',
  'address-refused': 'địa chỉ đã bị từ chối trước đó',
  'read-before': 'người nhận đã đọc trong hộp tin',
  'no-longer-true': 'điều báo không còn đúng',
  'no-template': 'chưa có mẫu Zalo được duyệt',
  'not-a-mobile-number': 'không phải số di động',
  'no-answer': 'nhà cung cấp không trả lời',
  'no-connection': 'không nối được tới nhà cung cấp',
  ECONNECTION: 'không nối được tới máy chủ thư',
  ESOCKET: 'không nối được tới máy chủ thư',
  EDNS: 'không tìm thấy máy chủ thư',
  ETIMEDOUT: 'máy chủ thư không trả lời',
  EAUTH: 'máy chủ thư không nhận tài khoản gửi',
  'broken-off': 'máy gửi dừng giữa chừng',
  'esms-101': 'sai khóa eSMS',
  'esms-103': 'hết tiền eSMS',
  'esms-104': 'tên thương hiệu chưa đăng ký',
  'zns-124': 'Zalo không nhận khóa truy cập',
  'zns-refresh-refused': 'Zalo không nhận khóa làm mới: đặt ZNS_REFRESH_TOKEN mới (sổ vận hành)',
  'http-404': 'thiết bị không còn nhận',
  'http-410': 'thiết bị không còn nhận',
}
/** Why a delivery ended or waits; what a provider says alone is given as it is. */
export const sayWhy = (why: string | null): string => (why === null ? '' : (reasons[why] ?? sayStatus(why) ?? why))

/** The three digits of a mail server (RFC 5321). */
const sayStatus = (why: string) => {
  const [, status] = /^smtp-(\d{3})$/.exec(why) ?? []
  if (!status) return undefined
  return status.startsWith('5') ? `máy chủ thư từ chối (${status})` : `máy chủ thư chưa nhận (${status})`
}
