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
  recallConfirmed: 'Hãy đánh dấu vào ô xác nhận: đã thu hồi thì không rút lại được.',
  moment: 'Hãy chọn ngày và giờ.',
  realMoment: 'Hãy chọn ngày và giờ có thật.',
  diaryKind: 'Hãy chọn việc đã làm.',
  labelCount: 'Nhập số tem bằng số.',
  fewestLabels: 'Ít nhất 1 tem.',
  mostLabels: (most: number) => `Mỗi lần nhiều nhất ${most.toLocaleString('vi')} tem.`,
  doubt: 'Hãy ghi điều bạn thấy nghi ngờ, ít nhất vài chữ.',
  doubtAnswer: 'Hãy ghi câu trả lời cho người phản ánh, ít nhất một câu.',
} as const
