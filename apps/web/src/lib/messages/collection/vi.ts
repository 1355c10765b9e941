import type { Receiver } from '@dacsan/modules/promotion/rules'
import { receiverWords } from '@dacsan/modules/promotion/words'

/** Products that somebody put together: by season, by occasion, as gifts for somebody. */
export const vi = {
  title: 'Bộ sưu tập',
  description: 'Đặc sản {area} gom theo mùa, theo dịp, theo vùng nguyên liệu: chỉ có sản phẩm còn được công nhận hôm nay.',
  lead: 'Đặc sản gom theo mùa, theo dịp, theo vùng nguyên liệu. Chỉ có sản phẩm còn được công nhận hôm nay.',
  none: 'Chưa có bộ sưu tập nào',
  noneAbout: 'Cơ quan tỉnh chọn và đăng dần. Sổ sản phẩm có đủ mọi sản phẩm.',
  allProducts: 'Xem sổ sản phẩm',
  count: '{n} sản phẩm',
  inSeason: 'Đang vào mùa',
  season: 'Tháng {from} đến tháng {until} hằng năm',
  sample: 'Dữ liệu mẫu',
  notInLanguage: 'Bộ này chưa có bản tiếng Việt.',
  nothingToday: 'Hôm nay không sản phẩm nào trong bộ này còn được công nhận.',
  order: 'Thứ tự do cơ quan tỉnh xếp. Không ai trả tiền để đứng trước.',
  buy: 'Mua',
  look: 'Xem',
  notSold: 'Chưa bán ở đây',
  gift: 'Làm quà cho',
  toGifts: 'Chọn quà theo túi tiền',
  gifts: {
    title: 'Cẩm nang quà tặng',
    description: 'Quà từ đặc sản OCOP {area}, chọn theo túi tiền và người nhận. Giá là giá bán thật hôm nay.',
    lead: 'Chọn theo người nhận và túi tiền. Giá là giá bán thật hôm nay, món rẻ đứng trước.',
    forWhom: 'Quà cho ai',
    anybody: 'Mọi người',
    budget: 'Túi tiền mỗi món',
    any: 'Mọi mức',
    found: '{n} món đặt mua được hôm nay',
    nothing: 'Không có món nào như vậy hôm nay',
    nothingAbout: 'Thử mức giá khác, người nhận khác.',
    none: 'Chưa có quà nào đặt mua được',
    noneAbout: 'Cẩm nang chỉ ghi món đang bán, còn hàng. Hàng và giá đổi mỗi ngày.',
    guides: 'Các bộ quà',
  },
  receivers: receiverWords as Record<Receiver, string>,
}
export type CollectionMessages = typeof vi
