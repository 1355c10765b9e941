import { daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { certificateFields } from './certificate-pages.ts'
import { signingFields } from './signing.ts'

/** How far away the end of a certificate is. */
function daysLeft(today: PlainDate, until: PlainDate): string {
  const days = daysBetween(today, until)
  return days < 0 ? `quá ${-days} ngày` : days === 0 ? 'hôm nay' : `còn ${days} ngày`
}

/** What the page of the certificates that come up for renewal says. */
export const expiryPage = {
  title: 'Thời hạn giấy chứng nhận',
  lead: ({ window, extensionDays }: { window: { from: number; to: number }; extensionDays: number }) =>
    `Giấy đến kỳ đánh giá lại. Nộp hồ sơ trong khoảng ${window.from} đến ${window.to} ngày trước ngày hết hạn; nộp chậm, giấy cũ được kéo dài tới khi có kết quả, không quá ${extensionDays} ngày.`,
  anyStage: 'Mọi tình trạng',
  endsFrom: 'Hết hạn từ ngày',
  endsTo: 'Hết hạn đến ngày',
  left: (today: PlainDate, until: PlainDate, inferred: boolean) => `${daysLeft(today, until)}${inferred ? ', suy ra' : ''}`,
  none: 'Không có giấy nào đến kỳ',
  noneAbout: (days: number) => `Giấy hiện ở đây từ ${days} ngày trước ngày hết hạn.`,
} as const

/** The columns of the same list. */
export const expiryColumns = {
  productName: 'Sản phẩm',
  producerName: 'Chủ thể',
  stars: certificateFields.stars,
  code: certificateFields.code,
  decisionNumber: signingFields.number,
  issuedOn: certificateFields.issuedOn,
  validUntil: certificateFields.until,
  inferred: 'Thời hạn suy ra',
  inferredWords: { yes: 'có', no: 'không' },
  windowFrom: 'Nộp từ',
  windowTo: 'Nộp đến',
  stage: 'Tình trạng',
} as const
