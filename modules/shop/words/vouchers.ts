import { formatDong } from '@dacsan/vietnam'
import type { NoVoucher, Voucher } from '../rules.ts'
import { moneyUnit } from './money.ts'

/** Why a code takes nothing off. */
export const noVoucherWords: Record<NoVoucher, (from: string) => string> = {
  'voucher-unknown': () => 'người bán này không có mã này. Hãy xem lại từng chữ.',
  'voucher-ended': () => 'mã đã hết hạn hoặc đã ngừng.',
  'voucher-used-up': () => 'mã đã dùng hết lượt.',
  'voucher-used-before': () => 'số điện thoại này đã dùng mã.',
  'voucher-other-goods': () => 'mã dành cho hàng khác.',
  'voucher-from': (from) => `mã dùng cho tiền hàng từ ${from}.`,
}

/** What a voucher takes off, in one phrase. */
export const sayReduction = ({ percent, amountVnd }: Pick<Voucher, 'percent' | 'amountVnd'>): string =>
  percent === null ? `Giảm ${formatDong(amountVnd!)}` : `Giảm ${percent}%`

/** What stands where the buyer types a code, and where an order tells of it. */
export const voucherChoice = {
  code: (seller: string) => `Mã giảm giá của ${seller}`,
  hint: 'Mã của chính người bán này, không đổi thành tiền.',
  have: 'Có mã giảm giá?',
  apply: 'Dùng mã',
  off: (code: string) => `Giảm theo mã ${code}`,
} as const

/** What the page says on which a seller makes codes. */
export const voucherPage = {
  title: 'Mã giảm giá · Bán hàng',
  heading: 'Mã giảm giá',
  lead: 'Phần giảm do bạn chịu, trừ thẳng vào tiền hàng của đơn. Mỗi đơn một mã, mỗi số điện thoại dùng một lần.',
  none: 'Chưa có mã nào.',
  make: 'Tạo mã mới',
  code: 'Mã',
  codeHint: '4 đến 20 chữ cái không dấu và chữ số, ví dụ TET2027.',
  percent: 'Giảm phần trăm',
  amount: 'hoặc giảm số tiền',
  from: 'Cho tiền hàng từ',
  fromHint: 'Phải lớn hơn số tiền giảm.',
  until: 'Đến hết ngày',
  most: 'Số lượt',
  packs: 'Chỉ cho các quy cách này',
  packsHint: 'Không chọn: cho mọi hàng của bạn.',
  create: 'Tạo mã',
  end: 'Ngừng mã',
  ended: 'Đã ngừng',
  uses: (uses: number, most: number) => `đã dùng ${uses} / ${most} lượt`,
  terms: (from: string, until: string) => `tiền hàng từ ${from}, đến hết ${until}`,
  some: (packs: number) => `cho ${packs} quy cách`,
  dong: moneyUnit.word,
} as const
