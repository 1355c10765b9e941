import { fieldErrors } from '../../identity/words.ts'

/** What a form says of a field that cannot be read. */
export const inputWords = {
  tooLong: (most: number) => `Tối đa ${most} ký tự.`,
  phone: 'Nhập số điện thoại gồm 10 số, ví dụ 0912 345 678.',
  amount: 'Nhập số tiền bằng số nguyên đồng.',
  amountPositive: 'Số tiền phải lớn hơn 0.',
  amountTooLarge: 'Số tiền quá lớn.',
  quantity: 'Nhập số lượng bằng số nguyên.',
  quantityPositive: 'Số lượng ít nhất là 1.',
  quantityNegative: 'Số lượng không âm.',
  quantityTooLarge: 'Số lượng quá lớn.',
  bank: 'Hãy chọn ngân hàng.',
  bankAccount: 'Số tài khoản gồm 4 đến 19 chữ số (hoặc chữ cái không dấu).',
  accountName: 'Nhập tên chủ tài khoản như trên ngân hàng.',
  grams: 'Nhập cân nặng bằng số gam, từ 1 đến 1.000.000.',
  tare: 'Nhập số gam bao bì của mỗi gói, từ 0 đến 100.000.',
  kilograms: 'Nhập mức cân nặng bằng kg, lớn hơn 0, ví dụ 0,5 hoặc 3.',
  unit: 'Nhập đơn vị bán, ví dụ: hũ, kg, hộp.',
  counted: 'Nhập số đếm được.',
  countedNegative: 'Số đếm không âm.',
  buyerName: 'Nhập họ tên người nhận.',
  buyerAddress: 'Nhập địa chỉ nhận hàng: số nhà, ấp hoặc đường, xã, tỉnh.',
  orderCode: 'Mã đơn gồm 10 chữ và số, ghi trong nội dung chuyển khoản.',
  method: 'Ghi cách đã xác minh, ví dụ: đối chiếu CCCD và giấy đăng ký.',
  reason: 'Ghi lý do.',
  pageTooOld: fieldErrors.pageTooOld,
}
