import type { CarrierName } from '@dacsan/carriers'
import type { EventSource, ParcelStatus, PayoutAnswer, PayoutLineState } from '../rules/kinds.ts'

export const carrierWords: Readonly<Record<CarrierName, string>> = {
  ghn: 'Giao Hàng Nhanh (GHN)',
  ghtk: 'Giao Hàng Tiết Kiệm (GHTK)',
  viettelpost: 'Viettel Post',
  vnpost: 'Bưu điện Việt Nam (VNPost)',
}

export const parcelStateWords: Readonly<Record<ParcelStatus, string>> = {
  planned: 'Đang gửi yêu cầu',
  created: 'Chờ lấy hàng',
  picked: 'Đã lấy hàng',
  'in-transit': 'Đang chuyển',
  'out-for-delivery': 'Đang giao',
  delivered: 'Đã giao',
  failed: 'Giao chưa được',
  returning: 'Đang hoàn về',
  returned: 'Đã hoàn về',
  lost: 'Mất hoặc hỏng',
  cancelled: 'Đã hủy',
  refused: 'Hãng không nhận',
}
export const parcelTones: Readonly<Record<ParcelStatus, 'good' | 'bad' | 'warn' | 'neutral'>> = {
  planned: 'warn',
  created: 'neutral',
  picked: 'neutral',
  'in-transit': 'neutral',
  'out-for-delivery': 'neutral',
  delivered: 'good',
  failed: 'warn',
  returning: 'warn',
  returned: 'warn',
  lost: 'bad',
  cancelled: 'neutral',
  refused: 'bad',
}
export const sourceWords: Readonly<Record<EventSource, string>> = {
  seller: 'Bạn ghi',
  answer: 'Hãng trả lời',
  asked: 'Đã hỏi lại hãng',
  told: 'Hãng báo, chưa hỏi lại được',
}

export const payoutStateWords: Readonly<Record<PayoutLineState, string>> = {
  exact: 'Khớp',
  less: 'Trả thiếu',
  more: 'Trả thừa',
  unknown: 'Không rõ vận đơn',
  twice: 'Trả hai lần',
  fees: 'Chỉ có phí',
}
export const payoutTones: Readonly<Record<PayoutLineState, 'good' | 'bad' | 'warn' | 'neutral'>> = {
  exact: 'good',
  less: 'warn',
  more: 'warn',
  unknown: 'warn',
  twice: 'warn',
  fees: 'neutral',
}
export const whyLineWaits: Readonly<Record<PayoutLineState, string>> = {
  exact: 'Đúng số tiền thu hộ của vận đơn.',
  less: 'Ít hơn số tiền thu hộ bạn khai khi tạo vận đơn.',
  more: 'Nhiều hơn số tiền thu hộ, hoặc vận đơn đã hoàn mà vẫn có tiền.',
  unknown: 'Mã vận đơn không có trong sổ của bạn.',
  twice: 'Vận đơn này đã được trả tiền trước đó.',
  fees: 'Dòng chỉ có phí; tiền thu hộ của vận đơn vẫn đang chờ.',
}
export const payoutAnswerWords: Readonly<Record<PayoutAnswer, string>> = {
  accepted: 'Nhận đúng số hãng trả',
  claimed: 'Nhận, đòi hãng phần chênh lệch',
  assigned: 'Là tiền của vận đơn này',
  'set-aside': 'Không phải tiền của vận đơn nào',
}

export const credentialWords: Readonly<Record<string, { label: string; hint?: string }>> = {
  token: { label: 'Token', hint: 'Lấy trong trang quản lý của hãng, mục API.' },
  shopId: { label: 'ShopId', hint: 'Mã cửa hàng trong trang GHN.' },
  clientSource: { label: 'Mã đối tác (X-Client-Source)', hint: 'Mã cửa hàng GHTK cấp, ví dụ S1234567.' },
  username: { label: 'Tên đăng nhập' },
  password: { label: 'Mật khẩu' },
  customerCode: { label: 'Mã khách hàng (CRM)' },
}

/** Read in the book of money of the seller. */
export const sayCredit = (carrier: CarrierName, lines: number) => `Tiền thu hộ ${carrierWords[carrier]}, ${lines} dòng đối soát`

export const payoutColumnWords = {
  number: 'số nguyên đồng, không âm',
  net: (vnd: number) => `tiền thu hộ trừ các khoản phí, là ${vnd}`,
}

export const integrityCheckNames = { 'cod-receipts': 'Tiền thu hộ đã đối soát đều có trong sổ tiền của đơn, đúng đơn, đúng số' }
