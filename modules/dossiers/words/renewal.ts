import type { RenewalWindow } from '../rules/renewal.ts'

export const renewalWords = {
  early: 'Chưa tới cửa sổ nộp đánh giá lại',
  open: 'Đang trong cửa sổ nộp đánh giá lại',
  late: 'Đã quá cửa sổ nộp đánh giá lại',
  expired: 'Giấy chứng nhận đã hết hạn',
} as const satisfies Record<RenewalWindow['state'], string>
