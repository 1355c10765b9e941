import { linkTypeWords } from './link-types.ts'
import type { linkLanguages } from '../rules/product-link.ts'

export const linkLanguageWords: Record<(typeof linkLanguages)[number], string> = { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khmer' }

/** What a link is for; the bare word of the vocabulary, where an import brought one that has no words here. */
export const sayLinkType = (type: string): string => linkTypeWords[type]?.says ?? type

export const productLinksPage = {
  title: 'Liên kết của mã',
  pageTitle: (product: string) => `Liên kết của mã: ${product}`,
  lead: 'Người mua quét tem thấy trang truy xuất. Máy quét và ứng dụng hỏi mã này còn dẫn tới đâu thì được trả lời bằng các liên kết dưới đây.',
  add: 'Thêm liên kết',
  type: 'Dùng để làm gì',
  chooseType: 'Chọn một việc',
  href: 'Địa chỉ trang',
  hrefHint: 'Bắt đầu bằng https://, chép từ thanh địa chỉ của trình duyệt.',
  titleField: 'Tên liên kết',
  titleHint: 'Người mua đọc tên này, ví dụ: Cách nấu chè dừa sáp.',
  language: 'Trang viết bằng',
  anyLanguage: 'Nhiều thứ tiếng hoặc không rõ',
  kept: 'Đang có',
  none: 'Chưa có liên kết nào của riêng cơ sở.',
  saved: 'Đã lưu. Mã dẫn tới đó trong vòng một giây.',
  remove: 'Bỏ',
  allowed: (hosts: readonly string[]) => `Tem dẫn được tới: ${hosts.join(', ')}.`,
  platform: 'Nền tảng tự trả lời về truy xuất, giấy chứng nhận và thu hồi: ba việc này không đổi được ở đây.',
  inputs: {
    type: 'Hãy chọn liên kết này dùng để làm gì.',
    href: 'Hãy ghi địa chỉ trang, bắt đầu bằng https://.',
    title: 'Hãy ghi tên liên kết, từ 2 đến 120 chữ.',
    language: 'Hãy chọn thứ tiếng của trang.',
  },
} as const

/** The list of the province: where the codes of its products lead beyond the platform. */
export const linkListWords = {
  title: 'Liên kết của mã sản phẩm',
  lead: 'Nơi mà mã của các sản phẩm dẫn tới, do cơ sở thêm. Bấm tên sản phẩm để xem và bỏ một liên kết.',
  product: 'Sản phẩm',
  producer: 'Chủ thể',
  type: 'Dùng để làm gì',
  linkTitle: 'Tên liên kết',
  href: 'Địa chỉ',
  addedAt: 'Thêm lúc',
  any: 'Mọi việc',
  empty: 'Chưa cơ sở nào thêm liên kết',
  emptyMeans: 'Khi cơ sở thêm, liên kết hiện ở đây.',
} as const

/** The choices of a type, by their words alone. */
export const linkTypeChoices: Record<string, string> = Object.fromEntries(
  Object.entries(linkTypeWords).map(([type, { says }]) => [type, says]),
)
