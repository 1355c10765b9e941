import type { PeriodFault, Standing } from './rules.ts'

export const periodFaultWords: Record<PeriodFault['code'], string> = {
  'not-a-day': 'Hãy chọn một ngày có thật.',
  'ends-before-it-begins': 'Ngày cuối phải từ ngày đầu trở đi.',
  'in-the-future': 'Kỳ chưa bắt đầu.',
}

export const standingWords: Record<Standing, string> = {
  reached: 'Đạt',
  running: 'Đang thực hiện',
  missed: 'Chưa đạt',
  'not-measured': 'Chưa có số đo',
}

export const certaintyWords: Record<string, string> = {
  confirmed: '',
  inferred: 'suy ra',
  conflict: 'nguồn ghi khác nhau',
  unknown: 'chưa rõ căn cứ',
}

export const seriesWords: Record<string, string> = {
  'tra-vinh': 'Tỉnh Trà Vinh (trước 1/7/2025)',
  'tra-vinh-dot-30-12-2022': 'Trà Vinh, riêng đợt 30/12/2022',
  'vinh-long-cu': 'Tỉnh Vĩnh Long (trước 1/7/2025)',
  'vinh-long': 'Tỉnh Vĩnh Long (từ 1/7/2025)',
}

export const publishedWords: Record<string, string> = {
  products: 'Tổng',
  'stars-5': '5 sao',
  'potential-5': 'Tiềm năng 5 sao',
  'stars-4': '4 sao',
  'stars-3': '3 sao',
  producers: 'Chủ thể',
}
