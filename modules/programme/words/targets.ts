import type { TargetProgress } from '../rules.ts'

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

export const certaintyWords: Record<string, string> = {
  confirmed: '',
  inferred: 'suy ra',
  conflict: 'nguồn ghi khác nhau',
  unknown: 'chưa rõ căn cứ',
}

/** The table of targets, on the leader's page as on the report's. */
export const targetTable = {
  title: 'Mục tiêu và kết quả',
  target: 'Mục tiêu',
  counted: 'Sổ đăng ký ghi được',
  progress: 'Đánh giá',
} as const

/** What the register counts, as `said`, is the least that there is once it counts anything. */
export const lowerBound = (count: number, said: string): string => (count > 0 ? `ít nhất ${said}` : said)

export const registerIsLowerBound =
  'Sổ đăng ký chỉ ghi sản phẩm tìm được nguồn công khai, nên số của sổ là mức tối thiểu: đủ để nói “đạt”, không đủ để nói “không đạt”.'
