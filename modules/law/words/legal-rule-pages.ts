import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The law on file; its title leads back to it from the page of one topic. */
export const legalRulesPage = {
  title: 'Căn cứ pháp lý',
  lead: 'Mỗi hạn, ngưỡng, túc số là một dòng có ngày hiệu lực và văn bản. Dòng đã công bố không sửa được, chỉ thay bằng dòng mới. Dòng ghi “chưa dùng trong phần mềm” để tra cứu, chưa phần nào tính theo.',
  notImplemented: 'chưa dùng trong phần mềm',
  inForce: (from: PlainDate, next: PlainDate | null, versions: number) =>
    `Hiệu lực từ ${formatDate(from)}${next ? `; từ ${formatDate(next)} có dòng thay` : ''}${versions > 1 ? ` · ${versions} bản` : ''}`,
  noneInForce: 'Chưa có dòng nào đang hiệu lực.',
} as const

/** What the page of one topic says: its versions, and the form for a new one. */
export const legalRulePage = {
  title: (topic: string) => `${topic} · ${legalRulesPage.title}`,
  versions: 'Các bản, mới nhất trước',
  period: (from: PlainDate, to: PlainDate | null) => `Từ ${formatDate(from)}${to ? ` đến hết ${formatDate(to)}` : ' đến nay'}`,
  checkedOn: (day: PlainDate) => `Đối chiếu ngày ${formatDate(day)}`,
  supersede: 'Thay bằng bản mới',
  value: 'Giá trị',
  valueHint: 'Viết đúng dạng của bản đang dùng, ví dụ 15 hoặc true.',
  effectiveFrom: 'Hiệu lực từ',
  instrument: 'Văn bản',
  instrumentHint: 'Ví dụ: Quyết định 1253/QĐ-UBND',
  article: 'Điều, khoản',
  sourceUrl: 'Địa chỉ văn bản',
  certainty: 'Mức chắc chắn',
  publish: 'Công bố bản mới',
  publishAbout: 'Việc này ghi vào nhật ký. Bản cũ vẫn giữ cho hồ sơ của thời đó.',
} as const
