import { dateInVietnam, formatDate } from '@dacsan/vietnam'

/** What the whole dossier says of itself as one PDF. */
export const dossierSetWords = {
  link: 'Tải cả bộ hồ sơ (một tệp PDF, có mục lục)',
  set: (code: string) => ({
    index: 'Mục lục',
    foot: `Hồ sơ ${code}`,
    page: 'trang',
    unreadable: 'không đưa được vào bộ in',
    notice:
      'Không đưa được giấy này vào bộ in: tệp Word hoặc Excel, tệp bị hỏng, có mật khẩu hoặc quá dài. Hãy mở tệp gốc trong hồ sơ điện tử.',
  }),
  papers: 'Giấy tờ minh chứng',
  note: (kindName: string, criteria: readonly string[], hasFile: boolean) =>
    [kindName, criteria.length > 0 && `tiêu chí ${criteria.join(', ')}`, !hasFile && 'không có tệp'].filter(Boolean).join(' · '),
  code: 'Mã hồ sơ',
  notFiled: 'Chưa nộp',
  producer: 'Chủ thể',
  commune: 'Xã',
  criteria: 'Bộ tiêu chí',
  filed: 'Đã nộp',
  filing: (number: number, name: string, at: Date) => `lần ${number}, ngày ${formatDate(dateInVietnam(at))}, ${name}`,
  state: 'Lưu ý',
  beingChanged: 'Chủ thể đang sửa hồ sơ; nội dung là bản đang sửa, chưa nộp lại.',
} as const
