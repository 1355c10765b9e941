import type { PeriodFault, TargetProgress } from './rules.ts'

export const periodFaultWords: Record<PeriodFault['code'], string> = {
  'not-a-day': 'Hãy chọn một ngày có thật.',
  'ends-before-it-begins': 'Ngày cuối phải từ ngày đầu trở đi.',
  'in-the-future': 'Kỳ chưa bắt đầu.',
}

export const progressWords: Record<TargetProgress, string> = {
  reached: 'Đạt',
  running: 'Đang thực hiện',
  missed: 'Chưa đạt',
  'not-measured': 'Chưa có số đo',
}

/** The colour that goes with it; the words beside it carry the meaning. */
export const progressTones = { reached: 'good', running: 'water', missed: 'warn', 'not-measured': 'neutral' } as const satisfies Record<
  TargetProgress,
  string
>

/** The field of the form that a fault is about. */
export const periodFields: Record<PeriodFault['field'], string> = { from: 'tu', to: 'den' }

export const certaintyWords: Record<string, string> = {
  confirmed: '',
  inferred: 'suy ra',
  conflict: 'nguồn ghi khác nhau',
  unknown: 'chưa rõ căn cứ',
}

/** The totals of a series, a column each. */
export const publishedWords: Record<string, string> = {
  products: 'Tổng',
  'stars-5': '5 sao',
  'potential-5': 'Tiềm năng 5 sao',
  'stars-4': '4 sao',
  'stars-3': '3 sao',
  producers: 'Chủ thể',
}

/** What was told beside the totals, a line each. */
export const publishedPartWords: Record<string, string> = {
  'products-new': 'Sản phẩm mới',
  'products-new-stars-3': 'Sản phẩm mới, 3 sao',
  'products-new-stars-4': 'Sản phẩm mới, 4 sao',
  'products-new-stars-5': 'Sản phẩm mới, 5 sao',
  'growth-after-recognition': 'Sản lượng, doanh thu tăng sau công nhận (%)',
  'producers-enterprise': 'Chủ thể là doanh nghiệp',
  'producers-company': 'Chủ thể là công ty',
  'producers-private-enterprise': 'Chủ thể là doanh nghiệp (ngoài công ty)',
  'producers-cooperative': 'Chủ thể là hợp tác xã',
  'producers-cooperative-group': 'Chủ thể là tổ hợp tác',
  'producers-household': 'Chủ thể là hộ',
}
