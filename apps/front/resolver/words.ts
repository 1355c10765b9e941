import type { Language } from '@dacsan/modules/province'
import type { CodeItem, LinkType } from '@dacsan/modules/traceability'

/** The title of a link: one for each language that its page speaks, or one alone. The Khmer ones wait for a native reader: docs/khmer-review.md. */
export const linkTitles = {
  defaultLink: 'Thông tin truy xuất',
  traceability: { vi: 'Thông tin truy xuất', en: 'Traceability information', km: 'ព័ត៌មានតាមដានប្រភព' },
  pip: { vi: 'Trang sản phẩm', en: 'Product page', km: 'ទំព័រផលិតផល' },
  certificationInfo: 'Giấy chứng nhận OCOP',
  recallStatus: 'Tình trạng thu hồi của lô',
  support: 'Báo điều nghi ngờ',
} as const satisfies Record<LinkType, string | Record<Language, string>>

export const describeItem = ({ product, producer, lot }: CodeItem): string => `${product}, ${producer}${lot === null ? '' : `, lô ${lot}`}`

/** Who answers for the resolver, as its description file says. */
export const contactName = (siteName: string, area: string): string => `${siteName}: nền tảng OCOP ${area}`
