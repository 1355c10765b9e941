import { notADay } from '../../field-words.ts'

/** What the fields of the forms of this room ask for. */
export const formWords = {
  day: notADay,
  product: 'Hãy chọn sản phẩm.',
  lotNumber: 'Số lô gồm 1 đến 20 chữ không dấu, số, dấu gạch; không có khoảng trắng. Ví dụ 261123-01.',
  quantity: 'Nhập số lượng bằng số.',
  quantityTooLarge: 'Số lượng quá lớn.',
  number: 'Nhập bằng số.',
  whole: 'Nhập số nguyên.',
  notNegative: 'Không âm.',
  atLeast: (least: number) => `Ít nhất là ${least}.`,
  longest: (most: number) => `Nhiều nhất ${most.toLocaleString('vi')} chữ.`,
  unit: 'Hãy chọn đơn vị.',
  recallReason: 'Ghi rõ lý do để người đã mua biết phải làm gì.',
  moment: 'Hãy chọn ngày và giờ.',
  realMoment: 'Hãy chọn ngày và giờ có thật.',
  diaryKind: 'Hãy chọn việc đã làm.',
  labelCount: 'Nhập số tem bằng số.',
  fewestLabels: 'Ít nhất 1 tem.',
  mostLabels: (most: number) => `Mỗi lần nhiều nhất ${most.toLocaleString('vi')} tem.`,
  spoiledCount: 'Nhập số tem hỏng, ít nhất 1.',
  doubt: 'Hãy ghi điều bạn thấy nghi ngờ, ít nhất vài chữ.',
  doubtAnswer: 'Hãy ghi câu trả lời cho người phản ánh, ít nhất một câu.',
} as const

/** What the fields for raw material ask for. */
export const materialFormWords = {
  amount: 'Nhập số lượng lớn hơn 0, ví dụ 12 hoặc 12,5. Đừng dùng dấu chấm phân cách hàng nghìn.',
  counted: 'Nhập số đếm được, ví dụ 0 hoặc 12,5.',
  price: 'Nhập số tiền bằng đồng, ví dụ 450000; không ghi thì để trống.',
  phone: 'Số điện thoại di động chưa đúng. Ví dụ 0912345678; không ghi thì để trống.',
  growingArea: 'Mã số vùng trồng gồm chữ không dấu, số, dấu chấm, gạch. Ví dụ VN-TVOR-0012.',
  mergeInto: 'Hãy chọn người bán để gộp vào.',
  supplierKind: 'Hãy chọn mua của ai.',
  material: 'Hãy chọn nguyên liệu.',
  wasteReason: 'Ghi vì sao hao hụt, ít nhất vài chữ.',
  countReason: 'Ghi vì sao số đếm khác sổ, ít nhất vài chữ.',
} as const
