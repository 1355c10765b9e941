import { formatDate } from '@dacsan/vietnam'
import type { DossierWarning } from '../rules/warnings.ts'
import { headingOf } from './casing.ts'
import { wordsOfField } from './forms.ts'

export function sayWarning(warning: DossierWarning): string {
  switch (warning.code) {
    case 'criterion-without-paper':
      return `Tiêu chí ${warning.criterion} ${headingOf(warning.name)}: chấm ${warning.points} điểm, chưa gắn giấy`
    case 'declared-without-paper':
      return `Khai “${wordsOfField('registration', warning.field).label}” nhưng dòng ${warning.kind} của bảng minh chứng (${warning.kindName}) còn trống`
    case 'paper-without-file':
      return `Giấy “${warning.title}” chưa có tệp`
    case 'paper-expired':
      return `Giấy “${warning.title}” đã hết hạn ngày ${formatDate(warning.expiresOn)}`
  }
}

/** What stands above the warnings. */
export const warningListWords = {
  title: (count: number) => `${count} điều nên xem lại, không chặn hồ sơ`,
  criteria: (count: number) => `${count} tiêu chí có điểm mà chưa gắn giấy nào`,
} as const
