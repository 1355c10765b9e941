import { formatDong } from '@dacsan/vietnam'
import { say } from '../../say.ts'
import type { Voucher } from '../rules.ts'
import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'
import { moneyUnit } from './money.ts'

/** What a voucher takes off, in one phrase. */
export const sayReduction = ({ percent, amountVnd }: Pick<Voucher, 'percent' | 'amountVnd'>): string =>
  percent === null ? `Giảm ${formatDong(amountVnd!)}` : `Giảm ${percent}%`

/** What was taken off an order, and by which code. */
export const sayVoucher = (code: string, words: BuyerWords = vi): string => say(words.voucher.off, { code })

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
