import type { Language } from '@dacsan/modules/province'
import type { Link } from '@dacsan/modules/links'
import type { CodeItem, LinkType, PublicPlace } from '@dacsan/modules/traceability'
import { placeKindWords } from '@dacsan/modules/traceability/words'

/** The title of a link: one for each language that its page speaks, or one alone. The Khmer ones wait for a native reader: docs/khmer-review.md. */
export const linkTitles = {
  defaultLink: 'Thông tin truy xuất',
  traceability: { vi: 'Thông tin truy xuất', en: 'Traceability information', km: 'ព័ត៌មានតាមដានប្រភព' },
  pip: { vi: 'Trang sản phẩm', en: 'Product page', km: 'ទំព័រផលិតផល' },
  certificationInfo: 'Giấy chứng nhận OCOP',
  recallStatus: 'Tình trạng thu hồi của lô',
  support: 'Báo điều nghi ngờ',
  epcis: 'Sự kiện EPCIS (cần khóa truy cập)',
  locationInfo: { vi: 'Thông tin về nơi này', en: 'About this place', km: 'អំពីទីកន្លែងនេះ' },
  masterData: 'Dữ liệu của nơi này, cho máy đọc',
} as const satisfies Record<LinkType, string | Record<Language, string>>

export const describeItem = ({ product, producer, lot }: CodeItem): string => `${product}, ${producer}${lot === null ? '' : `, lô ${lot}`}`

export const describePlace = ({ kind, commune, owner }: PublicPlace): string =>
  [placeKindWords[kind], commune, owner?.name].filter(Boolean).join(', ')

/** Who answers for the resolver, as its description file says. */
export const contactName = (siteName: string, area: string): string => `${siteName}: nền tảng OCOP ${area}`

/** The page of several links that nothing tells apart (300 Multiple Choices). */
export function writeAlternatives(links: readonly Link[]): string {
  const items = links.map(({ href, title }) => `<li><a href="${escaped(href)}">${escaped(title)}</a></li>`)
  const title = 'Mã này dẫn tới nhiều nơi'
  return [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title></head><body><h1>${title}</h1><ul>${items.join('')}</ul></body></html>`,
  ].join('')
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign]!)
