import { formatDate } from '@dacsan/vietnam'
import type { DossierWarning } from '../rules/warnings.ts'
import { wordsOfField } from './forms.ts'

export function sayWarning(warning: DossierWarning): string {
  switch (warning.code) {
    case 'criterion-without-paper':
      return `Tiêu chí ${warning.criterion} ${sentence(warning.name)}: chấm ${warning.points} điểm, chưa gắn giấy`
    case 'declared-without-paper':
      return `Khai “${wordsOfField('registration', warning.field).label}” nhưng dòng ${warning.kind} của bảng minh chứng (${warning.kindName}) còn trống`
    case 'paper-without-file':
      return `Giấy “${warning.title}” chưa có tệp`
    case 'paper-expired':
      return `Giấy “${warning.title}” đã hết hạn ngày ${formatDate(warning.expiresOn)}`
  }
}

/** The decision prints some names in capitals. */
const sentence = (name: string) => (name === name.toLocaleUpperCase('vi') ? name.charAt(0) + name.slice(1).toLocaleLowerCase('vi') : name)
