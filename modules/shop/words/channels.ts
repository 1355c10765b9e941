import type { Lack, MarketplaceName } from '@dacsan/marketplaces'
import { formatDate } from '@dacsan/vietnam'
import type { FillRefusal } from '../channels/fill-workbook.ts'
import { shopTabs } from './order-pages.ts'

export const marketplaceWords: Readonly<Record<MarketplaceName, string>> = {
  shopee: 'Shopee',
  'tiktok-shop': 'TikTok Shop',
  lazada: 'Lazada',
}

export const channelsPage = {
  pageTitle: `Bán trên sàn khác · ${shopTabs.label}`,
  heading: 'Bán trên sàn khác',
  lead: 'Hàng đang bán ở đây cần thêm gì để lên từng sàn. Kho vẫn là một: bán ở đâu cũng trừ ở kệ này.',
  table: 'Sản phẩm đang bán và từng sàn',
  product: 'Sản phẩm',
  ready: 'Đủ để đăng',
  lacking: (count: number) => `Thiếu ${count} mục`,
  none: 'Chưa có hàng nào đang bán.',
  toShelf: 'Đến kệ hàng',
  fromShelf: 'Bán trên sàn khác',
  templateHeading: 'Điền tệp đăng hàng loạt của Shopee',
  templateWhy:
    'Shopee lập tệp mẫu riêng cho từng gian hàng và không nhận tệp cũ. Tải tệp mẫu mới ở Kênh Người Bán (Quản Lý Sản Phẩm, Công Cụ Xử Lý Hàng Loạt), rồi chọn ở đây: chúng tôi điền tên, mô tả, giá, số lượng, cân nặng, mã vạch và ảnh. Các ô khác giữ nguyên.',
  templateFile: 'Tệp mẫu của gian hàng bạn',
  templateHint: 'Tệp .xlsx chưa có hàng, tối đa 5 MB.',
  fill: 'Điền và tải về',
  notOurs: 'Ngành hàng và kênh vận chuyển do bạn chọn trong tệp, vì mỗi gian hàng một khác.',
  feedsHeading: 'Danh mục cho Google và Facebook',
  feedsWhy: 'Hàng đang bán có ảnh tự vào hai danh mục này. Văn phòng nộp địa chỉ của chúng một lần cho cả tỉnh.',
}

export function sayLack(lack: Lack): string {
  switch (lack.code) {
    case 'title-short':
      return `Tên ngắn quá: cần từ ${lack.limit} chữ.`
    case 'title-long':
      return `Tên dài quá: tối đa ${lack.limit} chữ.`
    case 'description-missing':
      return 'Chưa có lời giới thiệu.'
    case 'photo-missing':
      return 'Chưa có ảnh.'
    case 'too-many-photos':
      return `Nhiều ảnh quá: tối đa ${lack.limit}.`
    case 'photo-small':
      return `Ảnh ${lack.photo} nhỏ quá: mỗi cạnh từ ${lack.limit} điểm ảnh.`
    case 'photo-large':
      return `Ảnh ${lack.photo} lớn quá: mỗi cạnh tối đa ${lack.limit} điểm ảnh.`
    case 'no-packs':
      return 'Chưa có quy cách nào.'
    case 'too-many-packs':
      return `Nhiều quy cách quá: tối đa ${lack.limit}.`
    case 'price-span':
      return `Quy cách đắt nhất hơn ${lack.limit} lần quy cách rẻ nhất: đăng thành hai mặt hàng.`
    case 'sku-bad':
      return 'Mã quy cách có dấu cách hoặc dài quá.'
    case 'price-missing':
      return 'Một quy cách chưa có giá.'
    case 'weight-missing':
      return 'Một quy cách chưa ghi cân nặng cả bao bì (ở trang đăng bán).'
    case 'paper-ended':
      return `Giấy chứng nhận OCOP hết hạn ngày ${formatDate(lack.until)}.`
  }
}

/** Why a template was not filled; `keys` are columns of it. */
const fillWords: Readonly<Record<FillRefusal['code'], (keys: string) => string>> = {
  'file-missing': () => 'Hãy chọn tệp mẫu.',
  'too-large': () => 'Tệp lớn quá: tối đa 5 MB.',
  damaged: () => 'Không mở được tệp này. Hãy tải lại tệp mẫu .xlsx từ Shopee.',
  'nothing-to-fill': () => 'Chưa có hàng nào đang bán để điền.',
  'took-too-long': () => 'Tệp này mất quá nhiều thời gian để mở. Hãy tải lại tệp mẫu từ Shopee.',
  'too-many-at-once': () => 'Đang có nhiều tệp chờ. Hãy thử lại sau một phút.',
  'not-a-template': () => 'Đây không phải tệp mẫu đăng hàng loạt của Shopee: dòng 1 không có các khóa ps_…',
  'key-missing': (keys) => `Tệp mẫu thiếu cột ${keys}. Hãy tải tệp “Thông tin cơ bản” mới từ Shopee.`,
  'unknown-mandatory': (keys) => `Tệp mẫu bắt buộc cột ${keys} mà ở đây không có dữ liệu. Hãy chọn tệp mẫu khác hoặc tự điền.`,
  'value-missing': (keys) => `Tệp mẫu bắt buộc cột ${keys}, mà một mặt hàng của bạn chưa có. Hãy bổ sung ở trang đăng bán rồi làm lại.`,
  'not-empty': () => 'Tệp đã có hàng từ dòng 7. Hãy dùng tệp mẫu trống, để không ghi đè.',
}

export const sayFillRefusal = (code: string, keys: string): string | null =>
  Object.hasOwn(fillWords, code) ? fillWords[code as FillRefusal['code']](/^[\w.,-]{1,200}$/.test(keys) ? keys : '') : null
