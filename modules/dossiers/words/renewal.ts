import { formatDate } from '@dacsan/vietnam'
import type { RenewalClock, RenewalWindow } from '../rules/renewal.ts'

export const renewalWords = {
  early: 'Chưa tới cửa sổ nộp đánh giá lại',
  open: 'Đang trong cửa sổ nộp đánh giá lại',
  late: 'Đã quá cửa sổ nộp đánh giá lại',
  expired: 'Giấy chứng nhận đã hết hạn',
} as const satisfies Record<RenewalWindow['state'], string>

/** When a re-evaluation is handed in. */
export const sayRenewalWindow = ({ until, opens, closes }: Pick<RenewalWindow, 'until' | 'opens' | 'closes'>): string =>
  `Giấy có giá trị đến hết ngày ${formatDate(until)}. Đánh giá lại nộp từ ${formatDate(opens)} đến ${formatDate(closes)}.`

export const renewalTermWords = {
  title: 'Đánh giá lại',
  column: 'Hạn đánh giá lại',
} as const

export const transitionWords = { title: 'Hồ sơ chuyển tiếp, làm theo quyết định cũ' } as const

/** How long a re-evaluation may still take, in few words. */
export function sayDaysLeft({ daysLeft }: Pick<RenewalClock, 'daysLeft'>): string {
  if (daysLeft === 0) return 'đến hạn hôm nay'
  return daysLeft > 0 ? `còn ${daysLeft} ngày` : `quá hạn ${-daysLeft} ngày`
}

/** The same with its last day. */
export const sayRenewalClock = (clock: Pick<RenewalClock, 'on' | 'daysLeft'>): string =>
  `${sayDaysLeft(clock)} (hạn ${formatDate(clock.on)})`
