import type { PeriodFault } from '../rules.ts'

export const periodFaultWords: Record<PeriodFault['code'], string> = {
  'not-a-day': 'Hãy chọn một ngày có thật.',
  'ends-before-it-begins': 'Ngày cuối phải từ ngày đầu trở đi.',
  'in-the-future': 'Kỳ chưa bắt đầu.',
}

/** The field of the form that a fault is about. */
export const periodFields: Record<PeriodFault['field'], string> = { from: 'tu', to: 'den' }
