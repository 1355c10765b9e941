import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

const units = { day: 'ngày', month: 'tháng' } as const
const span = (from: number, to: number, say: (figure: number) => string): string =>
  from === to ? say(from) : `${say(from)} đến ${say(to)}`

/** What the page says that shows what lifts a product one star. */
export const liftPage = {
  title: 'Việc cần làm để lên sao',
  lead: (product: string) => product,
  goal: (stars: number, points: number, minimums: number) =>
    `Để đạt ${stars} sao: ${[...(points > 0 ? [`thêm ${points} điểm`] : []), ...(minimums > 0 ? [`đủ ${minimums} mức tối thiểu`] : [])].join(' và ')}.`,
  highest: 'Theo phần tự chấm, sản phẩm đã ở hạng sao cao nhất.',
  minimums: 'Phải có: mức tối thiểu, điểm khác không bù được',
  points: 'Dễ thêm điểm nhất',
  gain: (points: number) => `+${points} điểm`,
  now: (label: string) => `Đang chọn: ${label}`,
  want: (label: string) => `Cần đạt: ${label}`,
  unanswered: 'Chưa chấm',
  paper: (name: string) => `Giấy tờ: ${name}`,
  there: 'đã có trong hồ sơ',
  attach: 'Thêm giấy',
  score: 'Chấm lại tiêu chí này',
  time: ({ from, to, unit }: { from: number; to: number; unit: keyof typeof units }) =>
    `Thời gian: ước ${span(from, to, String)} ${units[unit]}`,
  cost: ({ from, to }: { from: number; to: number }) => `Chi phí: ước ${span(from, to, (figure) => formatDong(dong(figure)))}`,
  source: 'nguồn',
  about: (about: string, checkedOn: PlainDate) => `${about} Xem lại ngày ${formatDate(checkedOn)}.`,
} as const
