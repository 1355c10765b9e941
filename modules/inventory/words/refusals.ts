import { formatDate } from '@dacsan/vietnam'
import type { InventoryRefusal } from '../rules.ts'

type Of<Code extends InventoryRefusal['code']> = Extract<InventoryRefusal, { code: Code }>

const lotWords: Record<string, string> = { closed: 'đã đóng', recalled: 'đã thu hồi' }
const amount = (quantity: number) => quantity.toLocaleString('vi-VN')

const refusalWords = {
  'count-below-reserved': ({ reserved }) => `Người mua đang giữ ${amount(reserved)} của lô này ở đây, số đếm không thể thấp hơn.`,
  'factor-needed': ({ pack, unit }) =>
    `Lô tính bằng ${unit}, quy cách ${pack ?? 'chính'} chưa cho biết mỗi gói lấy bao nhiêu. Hãy ghi mỗi gói lấy mấy ${unit}.`,
  'lot-not-sellable': ({ status, expiresOn }) =>
    status === 'open'
      ? `Lô hàng đã hết hạn sử dụng${expiresOn ? ` từ ${formatDate(expiresOn)}` : ''}, không đóng gói để bán được.`
      : `Lô hàng ${lotWords[status] ?? 'không mở'}, không đóng gói để bán được.`,
  'more-than-made': ({ made, unit, alreadyTaken }) =>
    `Lô này làm ra ${amount(made)} ${unit}, đã đóng gói hết ${amount(alreadyTaken)} ${unit}. Không thể nhiều hơn số đã làm ra.`,
  'more-than-sold': ({ out }) => `Ở ngoài còn ${amount(out)} đã bán, không thể nhận lại nhiều hơn.`,
  'not-enough': ({ free }) => `Ở đây còn ${amount(free)} không ai giữ. Hãy ghi số nhỏ hơn.`,
  'nothing-packed': () => 'Hãy ghi số lượng của ít nhất một quy cách.',
  'pack-ended': () => 'Quy cách này đã ngừng. Hãy chọn quy cách khác.',
  'place-ended': () => 'Nơi này đã ngừng để hàng. Hãy chọn nơi khác.',
  'reason-missing': () => 'Hãy ghi lý do.',
  'request-key-reused': () => 'Biểu mẫu này đã được gửi với nội dung khác. Hãy mở lại trang và ghi lại.',
  'same-place': () => 'Hãy chọn một nơi khác với nơi hàng đang ở.',
} satisfies { [Code in InventoryRefusal['code']]: (refusal: Of<Code>) => string }

/** The sentence of a refusal. */
export function sayRefusal(refusal: InventoryRefusal): string {
  return (refusalWords[refusal.code] as (refusal: InventoryRefusal) => string)(refusal)
}
