import { vi } from './buyer/vi.ts'

export const inputWords = {
  ...vi.input,
  amount: 'Ghi số tiền bằng số nguyên, ví dụ 85000; không hoàn tiền thì ghi 0.',
  goods: 'Chọn hàng trong danh sách.',
  fate: 'Chọn nhập lại kho hay tiêu hủy.',
  days: 'Ghi số ngày từ 0 đến 365.',
  tooLong: (most: number) => `Nhiều nhất ${most.toLocaleString('vi-VN')} ký tự.`,
}
