import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { AgreedBuyerKind } from '../rules.ts'
import { moneyUnit } from './money.ts'
import { shopTabs } from './order-pages.ts'

export const agreedKindWords: Record<AgreedBuyerKind, string> = {
  member: 'Xã viên, hội viên',
  shop: 'Cửa hàng, đại lý',
  canteen: 'Bếp ăn, nhà hàng',
}

/** A price list in one phrase. */
export function sayTerms({
  percent,
  prices,
  fromOn,
  untilOn,
}: {
  percent: number | null
  prices: readonly unknown[]
  fromOn: PlainDate
  untilOn: PlainDate
}): string {
  const parts = [
    prices.length > 0 ? `giá riêng cho ${prices.length} quy cách` : '',
    percent === null ? '' : `giảm ${percent}% ${prices.length > 0 ? 'hàng khác' : 'mọi hàng'}`,
  ]
  return `${parts.filter(Boolean).join(', ')}; từ ${formatDate(fromOn)} đến hết ${formatDate(untilOn)}`
}

/** What stands beside a line of an order. */
export const agreedLine = (number: number): string => `Giá thỏa thuận, bảng số ${number}`

/** What the page says on which a seller keeps whom it sells to by agreement. */
export const agreedBuyersPage = {
  title: `${shopTabs.agreed} · ${shopTabs.label}`,
  heading: 'Khách mua theo thỏa thuận',
  lead: 'Xã viên, cửa hàng, bếp ăn có giá riêng. Giá này chỉ khách đó thấy, sau khi nhập số điện thoại và mã bạn đưa.',
  none: 'Chưa có khách nào.',
  withoutTerms: 'Chưa có bảng giá đang áp dụng.',
  ended: 'Đã ngừng',
  owes: (sum: string) => `Còn nợ ${sum}`,
  add: 'Thêm khách',
  kind: 'Loại khách',
  chooseKind: 'Chọn loại khách',
  name: 'Tên khách',
  nameHint: 'Tổ chức hoặc họ tên, như trên hóa đơn.',
  phone: 'Số điện thoại',
  phoneHint: 'Khách dùng số này để mở giá.',
  taxCode: 'Mã số thuế',
  save: 'Thêm khách',
} as const

export const agreedBuyerPage = {
  title: (name: string) => `${name} · ${shopTabs.agreed}`,
  code: 'Mã mở giá',
  codeHint: 'Đưa mã này cho khách cùng địa chỉ trang. Ai có số điện thoại và mã đều thấy giá.',
  page: 'Trang của khách',
  newCode: 'Đổi mã',
  newCodeHint: 'Mã cũ không mở được nữa, giỏ hàng đang mở trở lại giá thường.',
  statement: 'Bảng kê tháng của khách (PDF, Excel)',
  owed: (sum: string) => `Còn nợ ${sum}`,
  since: (moment: string) => `từ ${moment}`,
  lists: 'Các bảng giá đã thỏa thuận',
  none: 'Chưa có bảng giá. Khách thấy giá thường.',
  list: (number: number) => `Bảng số ${number}`,
  madeBy: (name: string, moment: string) => `${name} lập lúc ${moment}`,
  current: 'Đang áp dụng',
  make: 'Lập bảng giá mới',
  makeHint: 'Bảng mới thay bảng cũ từ ngày đầu của nó. Đơn đã đặt giữ giá cũ. Khách không bao giờ trả cao hơn giá thường.',
  percent: 'Giảm mọi hàng',
  percentHint: 'Cho hàng không có giá riêng ở dưới.',
  credit: 'Cho nợ nhiều nhất',
  creditHint: 'Khách nhận hàng trước, trả theo bảng kê tháng. Để trống: khách trả từng đơn.',
  dueDays: 'Hạn trả sau bảng kê',
  days: 'ngày',
  creditLine: (limit: string, days: number) => `Cho nợ đến ${limit}, trả trong ${days} ngày sau bảng kê.`,
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  packs: 'Giá riêng từng quy cách',
  packsHint: 'Để trống giá: không có giá riêng.',
  noPacks: 'Chưa có hàng trên kệ.',
  price: 'Giá thỏa thuận',
  priceOf: (price: string, unit: string) => `Giá thường ${price} / ${unit}`,
  least: 'Mua ít nhất',
  multiple: 'Theo bội số',
  create: 'Lập bảng giá',
  end: 'Ngừng bán theo thỏa thuận',
  endHint: 'Khách trở lại giá thường. Đơn đã đặt giữ nguyên.',
  dong: moneyUnit.word,
  priceLine: (name: string, price: string, least: number, multiple: number) =>
    `${name}: ${price}, từ ${least}${multiple > 1 ? `, bội số của ${multiple}` : ''}`,
} as const
