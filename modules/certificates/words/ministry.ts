import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The parts of the file that goes to the ministry. */
export const packageWords = {
  letter: 'Công văn đề nghị của Ủy ban nhân dân tỉnh',
  report: (product: string) => `Báo cáo của Tổ tư vấn: ${product}`,
  minutes: 'Báo cáo của Hội đồng: biên bản họp và kết quả chấm điểm',
  decision: 'Quyết định phê duyệt kết quả',
  dossier: (product: string) => `Bộ hồ sơ: ${product}`,
  contents: (decision: string, files: readonly { name: string; title: string; hash: string }[]): string =>
    [
      `MỤC LỤC HỒ SƠ TRÌNH BỘ, kèm Quyết định số ${decision}`,
      'Mẫu sản phẩm (05 mẫu mỗi sản phẩm, trừ dịch vụ du lịch) và phiếu kiểm nghiệm bổ sung bản giấy gửi riêng.',
      '',
      ...files.map(({ name, title, hash }, index) => `${index + 1}. ${title}\n   Tệp: ${name}\n   SHA-256: ${hash}`),
      '',
    ].join('\n'),
} as const

/** What becomes of products with five stars, on the page of their decision. */
export const ministryPart = {
  title: 'Trình Bộ 5 sao',
  meanwhile: 'Trong lúc Bộ xem xét',
  meanwhileAbout:
    'Chọn cho từng sản phẩm trước khi ký. Tỉnh công nhận thì giấy, tem và gian hàng dùng hạng ấy ngay; Bộ công nhận 5 sao thì giấy mới thay giấy này.',
  wait: 'Chỉ chờ Bộ',
  recognise: (stars: number) => `Công nhận ${stars} sao`,
  choose: 'Lưu lựa chọn',
  fetch: 'Tải hồ sơ trình Bộ (ZIP)',
  fetchAbout: 'Công văn, báo cáo Tổ tư vấn, biên bản, quyết định, bộ hồ sơ từng sản phẩm, mục lục có mã kiểm SHA-256.',
  sentNumber: 'Số công văn gửi Bộ',
  sentOn: 'Ngày gửi',
  saveSent: 'Ghi đã gửi Bộ',
  mendSent: 'Sửa số, ngày gửi',
  sent: (number: string, day: PlainDate) => `Đã gửi Bộ: số ${number}, ngày ${formatDate(day)}`,
  steps: {
    send: (before: PlainDate) => `Gửi Bộ trước ${formatDate(before)}`,
    answer: (before: PlainDate) => `Bộ xong trước ${formatDate(before)}`,
  },
  late: (days: number) => `trễ ${days} ngày`,
  noDays: 'Luật không ghi hạn gửi Bộ của đợt này.',
} as const
