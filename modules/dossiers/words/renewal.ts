import { formatDate } from '@dacsan/vietnam'
import type { RenewalWindow } from '../rules/renewal.ts'

export const renewalWords = {
  early: 'Chưa tới cửa sổ nộp đánh giá lại',
  open: 'Đang trong cửa sổ nộp đánh giá lại',
  late: 'Đã quá cửa sổ nộp đánh giá lại',
  expired: 'Giấy chứng nhận đã hết hạn',
} as const satisfies Record<RenewalWindow['state'], string>

/** When a re-evaluation is handed in. */
export const sayRenewalWindow = ({ until, opens, closes }: Pick<RenewalWindow, 'until' | 'opens' | 'closes'>): string =>
  `Giấy có giá trị đến hết ngày ${formatDate(until)}. Đánh giá lại nộp từ ${formatDate(opens)} đến ${formatDate(closes)}.`
